// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/http.h"

#include "models/domain/hosts.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// In single quotes for a POSIX shell.
QString quoted(const QString &text)
{
    return u"'"_s + QString(text).replace(u"'"_s, u"'\\''"_s) + u"'"_s;
}

/// In double quotes, so that a placeholder such as $MEILI_MASTER_KEY is filled in by the shell.
QString expandable(const QString &text)
{
    return u"\""_s + QString(text).replace(u"\\"_s, u"\\\\"_s).replace(u"\""_s, u"\\\""_s).replace(u"`"_s, u"\\`"_s)
        + u"\""_s;
}

} // namespace

QByteArray HttpAnswer::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

bool looksLikeHtml(const QByteArray &body)
{
    const QByteArray start = body.left(256).trimmed().toLower();
    return start.startsWith("<!doctype") || start.startsWith("<html");
}

bool isSecure(const QUrl &url)
{
    return url.scheme() == "https"_L1 || isLoopback(url.host());
}

std::optional<EpochNs> parseHttpDate(const QByteArray &text)
{
    static constexpr std::array<const char *, 12> kMonths {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    int day = 0;
    int year = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    char month[4] = {};
    const qsizetype comma = text.indexOf(", ");
    if (comma < 0 || text.size() > 40
        || std::sscanf(text.constData() + comma + 2, "%2d %3s %4d %2d:%2d:%2d GMT", &day, month, &year, &hour, &minute,
                       &second)
            != 6)
        return {};
    const auto found = std::find_if(kMonths.begin(), kMonths.end(),
                                    [&month](const char *name) { return std::strcmp(name, month) == 0; });
    if (found == kMonths.end())
        return {};
    char stamp[32];
    const int length = std::snprintf(stamp, sizeof stamp, "%04d-%02d-%02dT%02d:%02d:%02dZ", year,
                                     int(found - kMonths.begin()) + 1, day, hour, minute, second);
    return parseRfc3339({stamp, std::size_t(length)});
}

qint64 retryAfterMs(const HttpAnswer &answer)
{
    const QByteArray text = answer.header(QByteArrayLiteral("retry-after")).trimmed();
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber)
        return seconds < 0 ? -1 : std::min<qint64>(seconds, 24 * 3600) * 1000;
    const std::optional<EpochNs> until = parseHttpDate(text);
    if (!until)
        return -1;
    const EpochNs now = parseHttpDate(answer.header(QByteArrayLiteral("date"))).value_or(answer.receivedAt);
    return std::clamp<qint64>((*until - now) / kNsPerMs, 0, 24 * 3600 * 1000);
}

QUrl urlFor(const QUrl &base, const HttpRequest &request)
{
    QByteArray prefix = base.toEncoded(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    while (prefix.endsWith('/'))
        prefix.chop(1);
    return QUrl::fromEncoded(QByteArray(prefix + request.target), QUrl::StrictMode);
}

QString curlText(const QUrl &base, const QList<HttpRequest> &requests, const QList<QString> &authHeaders)
{
    QStringList lines;
    for (const HttpRequest &request : requests) {
        QString line = u"curl"_s;
        if (request.verb != QByteArrayLiteral("GET"))
            line += u" -X "_s + QString::fromLatin1(request.verb);
        line += u' ' + quoted(QString::fromLatin1(urlFor(base, request).toEncoded()));
        for (const QString &header : authHeaders)
            line += u" -H "_s + expandable(header);
        if (!request.contentType.isEmpty())
            line += u" -H "_s + quoted(u"Content-Type: "_s + QString::fromLatin1(request.contentType));
        if (!request.body.isEmpty())
            line += u" --data-binary "_s + quoted(QString::fromUtf8(request.body));
        lines << line;
    }
    return lines.join(u'\n');
}

void ClockSkew::learn(const HttpAnswer &answer)
{
    if (const std::optional<EpochNs> date = parseHttpDate(answer.header(QByteArrayLiteral("date"))))
        learn(*date, kNsPerSecond, answer.sentAt, answer.receivedAt);
}

void ClockSkew::learn(EpochNs stamp, DurationNs resolution, EpochNs sentAt, EpochNs receivedAt)
{
    if (sentAt == kNoTime || receivedAt == kNoTime)
        return;
    const qint64 low = stamp - receivedAt;
    const qint64 high = stamp + resolution - sentAt;
    const bool contradicts = m_low == kNoTime || low > m_high || high < m_low;
    // A clock was set meanwhile: what was learnt before is no longer true.
    m_low = contradicts ? low : std::max(m_low, low);
    m_high = contradicts ? high : std::min(m_high, high);
}

std::optional<DurationNs> ClockSkew::estimate() const
{
    if (m_low == kNoTime)
        return {};
    return m_low + (m_high - m_low) / 2;
}

} // namespace taskglass
