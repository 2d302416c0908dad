// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/http.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

QByteArray HttpRequest::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QByteArrayList HttpRequest::segments() const
{
    QByteArrayList parts;
    for (const QByteArray &part : path.split('/')) {
        if (!part.isEmpty())
            parts.append(QByteArray::fromPercentEncoding(part));
    }
    return parts;
}

std::vector<QueryItem> parseQuery(QByteArrayView query)
{
    std::vector<QueryItem> items;
    for (QByteArray part : query.toByteArray().split('&')) {
        if (part.isEmpty())
            continue;
        part.replace('+', ' ');
        const qsizetype equals = part.indexOf('=');
        const QByteArray key = equals < 0 ? part : part.left(equals);
        const QByteArray value = equals < 0 ? QByteArray() : part.mid(equals + 1);
        items.push_back({QByteArray::fromPercentEncoding(key), QByteArray::fromPercentEncoding(value)});
    }
    return items;
}

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200: return "OK"_ba;
    case 201: return "Created"_ba;
    case 202: return "Accepted"_ba;
    case 204: return "No Content"_ba;
    case 400: return "Bad Request"_ba;
    case 401: return "Unauthorized"_ba;
    case 403: return "Forbidden"_ba;
    case 404: return "Not Found"_ba;
    case 405: return "Method Not Allowed"_ba;
    case 406: return "Not Acceptable"_ba;
    case 409: return "Conflict"_ba;
    case 413: return "Payload Too Large"_ba;
    case 415: return "Unsupported Media Type"_ba;
    case 422: return "Unprocessable Entity"_ba;
    case 429: return "Too Many Requests"_ba;
    case 500: return "Internal Server Error"_ba;
    case 503: return "Service Unavailable"_ba;
    case 504: return "Gateway Timeout"_ba;
    default: return "Unknown"_ba;
    }
}

QByteArray httpDate()
{
    return QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace taskglass::localqueue
