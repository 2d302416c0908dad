// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/progress.h"
#include "models/domain/taskstate.h"
#include "models/domain/time.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>
#include <utility>

namespace taskglass {

/// A task's id as the server's own API accepts it ("90538", "node:77", a UUID): compared, never parsed.
using TaskId = QString;

/// Why a task failed, in the server's words. All plain text.
struct TaskError
{
    QString message;
    QString code;
    QString type;
    QString link;
    bool operator==(const TaskError &) const = default;
};

/// How many bytes of a description lists keep and filters look at; the whole text is in the raw bytes.
inline constexpr int kDescriptionKept = 512;

/// A way on from a task that the server itself offers (Redis Cloud `links` and `_links`). Plain text all of it.
struct TaskLink
{
    QString relation;  ///< The server's word: "self", "resource", "task".
    QString title;     ///< The server's name for the operation; empty when none.
    QString method;    ///< HTTP method; empty when the server did not say.
    QString address;   ///< As sent, not checked: only the client decides where a request may go.
    bool operator==(const TaskLink &) const = default;
};

/// Everything known about one task: the value behind the detail pane, `show` and exports. The table does not hold a
/// million of these; TaskStore makes one when asked.
struct Task
{
    TaskId id;
    TaskState state = TaskState::Unknown;
    QString serverState;                 ///< The server's word, verbatim ("enqueued", "processing-error").
    QString type;                        ///< The server's word, verbatim, old aliases mapped ("documentAdditionOrUpdate").
    QString title;                       ///< The type in words for people ("Create subscription"); empty: \a type says it all.
    QString target;                      ///< Index, resource …; empty when the task has none.
    QString description;                 ///< What it does in the server's words (Elasticsearch 2.3+ with `detailed`); a query may be long.
    QString subscription;                ///< Redis Cloud subscription id; empty when unknown.
    QString database;                    ///< Redis Cloud database id; empty when unknown.
    std::optional<EpochNs> enqueuedAt;
    std::optional<EpochNs> startedAt;    ///< Empty while waiting.
    std::optional<EpochNs> finishedAt;
    std::optional<DurationNs> ran;       ///< As the server reports it; empty until it ended.
    bool ranAtLeast = false;             ///< \a ran is only what we saw of it ourselves: the server does not tell.
    std::optional<Progress> progress;
    std::optional<TaskError> error;
    std::optional<TaskId> canceledBy;
    std::optional<TaskId> parent;
    QString batch;                       ///< The server's batch id; empty when none.
    QString node;                        ///< The label of a NodeInfo: its name, or its id when the name is not known.
    std::optional<bool> cancellable;     ///< What the server says of this very task (Elasticsearch 5.0+); empty: nothing.
    std::optional<DurationNs> cpu;       ///< Processor time used so far (OpenSearch 2.1+).
    std::optional<qint64> memory;        ///< Bytes allocated so far (OpenSearch 2.1+).
    bool housekeeping = false;           ///< Work nobody asked for by itself: the server's own, or reads that change nothing.
    QList<TaskLink> links;
    QList<std::pair<QString, QString>> labels; ///< ("customMetadata", text), ("X-Opaque-Id", text).
    QByteArray details;                  ///< JSON of the server's details object, byte for byte; empty when none.
    QByteArray raw;                      ///< The server's whole answer for this task, byte for byte.

    // What we saw ourselves, which the server may no longer say.
    std::optional<EpochNs> cancelRequestedAt; ///< When our cancel was accepted, by our clock; or when the server says it was asked to.
    std::optional<EpochNs> seenStartedAt;     ///< startedAt while it ran, when the server says something else now.
    bool gone = false;                        ///< The server no longer lists it.
    std::optional<EpochNs> lastSeenAt;        ///< Gone only: when the server last listed it, by our clock.

    bool operator==(const Task &) const = default;
};

/// enqueuedAt to startedAt; empty when either is unknown or the server's clock stepped back between them.
[[nodiscard]] std::optional<DurationNs> waited(const Task &task);

} // namespace taskglass

Q_DECLARE_METATYPE(taskglass::TaskLink)
Q_DECLARE_METATYPE(taskglass::Task)
