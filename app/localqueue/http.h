// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <utility>
#include <vector>

namespace taskglass::localqueue {

/// One name and one value, as they travel.
using HttpHeader = std::pair<QByteArray, QByteArray>;

/// A complete request as a value, so that a dialect is a plain function of it and tests need no socket.
struct HttpRequest
{
    QByteArray method;   ///< Upper case: "GET".
    QByteArray path;     ///< Still percent-encoded, begins with '/', doubled and trailing slashes as they came.
    QByteArray query;    ///< What stood behind '?', still encoded; empty when nothing did.
    std::vector<HttpHeader> headers;
    QByteArray body;     ///< As it came: a content encoding is not undone here.

    /// The first value of that name, compared without case; null when there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    /// The path's segments, percent-decoded, with empty ones dropped: a real server merges doubled slashes too.
    [[nodiscard]] QByteArrayList segments() const;
};

/// A complete answer. Without a content type there is no body worth naming (404 and 405 of unknown routes).
struct HttpResponse
{
    int status = 200;
    QByteArray contentType;
    QByteArray body;
    std::vector<HttpHeader> headers;
    bool dated = true;   ///< With a Date header, as most servers send it; OpenSearch sends none.
    bool tooEarly = false; ///< Not an answer: what it needs is still being made, so ask the same again in a moment.
};

/// One `key=value` of a query string, percent-decoded with '+' as a blank. A key without '=' has an empty value.
struct QueryItem
{
    QByteArray key;
    QByteArray value;
};

/// The items in the order they were sent; empty items ("&&") are dropped.
[[nodiscard]] std::vector<QueryItem> parseQuery(QByteArrayView query);

/// The words of a status line ("Not Found"); "Unknown" for a code that nobody uses.
[[nodiscard]] QByteArray reasonPhrase(int status);

/// An HTTP date (RFC 9110, always GMT) of the machine's clock.
[[nodiscard]] QByteArray httpDate();

} // namespace taskglass::localqueue
