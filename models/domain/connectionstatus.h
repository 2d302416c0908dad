// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/capabilities.h"
#include "models/domain/result.h"
#include "models/domain/serverprofile.h"
#include "models/domain/taskpage.h"

#include <QMetaType>

#include <optional>

namespace taskglass {

/// What the server allows us to ask, and how much of that is left (Redis Cloud: 400 a minute for the whole account).
struct RequestBudget
{
    qint64 limit = 0;            ///< Requests in one window.
    qint64 remaining = 0;
    qint64 windowMs = 60'000;
    bool operator==(const RequestBudget &) const = default;
};

/// Everything the window says about a connection, as one value that is replaced as a whole.
struct ConnectionStatus
{
    enum class Phase {
        Idle,        ///< Not started.
        Connecting,  ///< Detecting kind and version, or waiting for the first answer.
        Live,        ///< The last poll was answered.
        Paused,      ///< By the user: nothing is sent.
        Failing,     ///< The last poll failed; trying again at nextTryAt.
        Refused      ///< 401, 403, TLS, unsupported: polling stopped until something is edited or retried.
    };

    Phase phase = Phase::Idle;
    ServerKind kind = ServerKind::Auto;
    QString product;              ///< "Meilisearch", "OpenSearch", as detected; for people.
    QString version;              ///< "1.50.0"; "0.25 to 0.27" when only a range is known; empty when unknown.
    QString note;                 ///< A sentence to show beside the version ("newer than tested"), or empty.
    Capabilities capabilities;
    std::optional<Error> error;   ///< Of the last failed request; empty when Live.
    EpochNs connectingSince = kNoTime;
    EpochNs lastAnswerAt = kNoTime;  ///< Last good answer, by our clock: the age of what is shown.
    EpochNs nextTryAt = kNoTime;     ///< When Failing or waiting.
    qint64 answerMs = -1;            ///< How long the last good list answer took.
    int intervalMs = 1000;           ///< In force now: may be longer than asked for (hidden, 429).
    QString intervalReason;          ///< Why it is longer, one sentence; empty when as asked for.
    std::optional<DurationNs> clockSkew; ///< Server clock minus ours, from HTTP Date or the server's times; empty if unknown.
    ServerCounts counts;
    qint64 loaded = 0;               ///< Tasks received so far.
    bool backfilling = false;        ///< Older pages are being fetched.
    std::optional<DurationNs> loadingLeft; ///< What that will still take, at its pace so far; empty: nobody knows yet.
    bool complete = false;           ///< Everything that the server lists is loaded.
    std::optional<RequestBudget> budget; ///< Empty: the server sets no limit that we know of.
    qint64 requests = 0;             ///< Sent since start.
    qint64 bytesReceived = 0;        ///< Bodies after decompression, since start.
    bool operator==(const ConnectionStatus &) const = default;
};

} // namespace taskglass

Q_DECLARE_METATYPE(taskglass::ConnectionStatus)
