// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/serverprofile.h"
#include "models/domain/time.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <optional>
#include <utility>

namespace taskglass {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// What a request is for, as far as sending it goes.
enum class Lane : quint8 {
    Demand,    ///< Somebody waits for it: goes before everything else.
    Poll,      ///< Part of a poll round.
    Background ///< Older pages and sweeps: gives way to the others.
};

/// One request as a value. Where it goes, who signs it, how long it may take: the client's business.
struct HttpRequest
{
    QByteArray verb = QByteArrayLiteral("GET");
    QByteArray target;            ///< Percent-encoded path and query behind the base URL's path prefix; begins with '/'.
    QByteArray body;
    QByteArray contentType;       ///< Empty when there is no body.
    qint64 maxBytes = 1024 * 1024; ///< Of the answer's body after decompression; more is Error::TooLarge.
    int extraMs = 0;              ///< Beyond the connection's deadline, for requests whose answer the server itself may hold back.
    Lane lane = Lane::Poll;
    /// May be sent again after a lost connection. A command may not: nobody knows whether it was carried out.
    bool idempotent = true;
    /// A vendor's service whose keys sign it: it goes over https only, or to this machine itself, and only where
    /// mayHaveKeys() lets it; otherwise it is refused unsent. Auto: none.
    ServerKind keysOf = ServerKind::Auto;
    int purpose = 0;              ///< The protocol's own; means nothing to the client.
    quint64 serial = 0;           ///< Unique within a Conversation: an answer with another serial is stale and is dropped.
    bool operator==(const HttpRequest &) const = default;
};

/// A complete HTTP answer of any status. What never became one (refused, timed out, cut short, too large) is an Error
/// of the client's making.
struct HttpAnswer
{
    HttpRequest request;
    int status = 0;
    HttpHeaders headers;          ///< Names in lower case.
    QByteArray body;              ///< Decompressed.
    EpochNs sentAt = kNoTime;     ///< By our clock.
    EpochNs receivedAt = kNoTime; ///< When the last byte came, by our clock.

    /// The first header of that (lower-case) name; empty when absent.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

/// Whether \a body is a web page, whatever its Content-Type says.
[[nodiscard]] bool looksLikeHtml(const QByteArray &body);

/// Whether what is sent to \a url cannot be overheard: https, or plain http that stays on this machine.
[[nodiscard]] bool isSecure(const QUrl &url);

/// Milliseconds to wait from a Retry-After header in seconds or as an HTTP date (which is compared with the answer's own
/// Date, or with receivedAt); -1 when absent or unreadable.
[[nodiscard]] qint64 retryAfterMs(const HttpAnswer &answer);

/// Reads "Sun, 06 Nov 1994 08:49:37 GMT".
[[nodiscard]] std::optional<EpochNs> parseHttpDate(const QByteArray &text);

/// The absolute URL: \a base with its path prefix, then \a request.target untouched.
[[nodiscard]] QUrl urlFor(const QUrl &base, const HttpRequest &request);

/// Shell lines that send \a requests, one a line, ready to paste. \a authHeaders should hold placeholders, not secrets.
[[nodiscard]] QString curlText(const QUrl &base, const QList<HttpRequest> &requests, const QList<QString> &authHeaders);

/// How far the server's clock is ahead of ours, from what it says the time was while it worked on a request: each answer
/// narrows the range in which the truth lies, so that a few Date headers, with their seconds, tell it to some ten
/// milliseconds.
class ClockSkew
{
public:
    /// From the Date header, if there is one.
    void learn(const HttpAnswer &answer);
    /// The server's clock showed \a stamp, cut to \a resolution, some time between sending and receiving.
    void learn(EpochNs stamp, DurationNs resolution, EpochNs sentAt, EpochNs receivedAt);
    /// Server clock minus ours, the middle of what is still possible; empty before the first answer that told.
    [[nodiscard]] std::optional<DurationNs> estimate() const;

private:
    qint64 m_low = kNoTime;
    qint64 m_high = kNoTime;
};

} // namespace taskglass
