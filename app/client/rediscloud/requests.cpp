// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/rediscloud/requests.h"

#include "app/client/newrequest.h"
#include "app/client/rediscloud/wire.h"
#include "models/domain/task.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace taskglass::rediscloud {

namespace {

constexpr qint64 kMegabyte = 1024 * 1024;
/// Ten days of an account: thousands of tasks, some with scripts and price lists.
constexpr qint64 kLargestList = 256 * kMegabyte;
constexpr qint64 kLargestBody = 16 * kMegabyte;

HttpRequest get(const QByteArray &target, Shape shape, Lane lane, qint64 maxBytes)
{
    HttpRequest request = newGet(target, int(shape), lane, maxBytes);
    request.keysOf = ServerKind::RedisCloud;
    // The vendor's own client sends it with every request, since its authors found that the service wanted it.
    request.contentType = QByteArrayLiteral("application/json");
    return request;
}

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

bool hasSameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && portOf(a) == portOf(b);
}

/// Parts that a server may fold away, so that a path leads elsewhere than it looks.
bool hasDots(const QUrl &url)
{
    const QStringList parts = url.path(QUrl::FullyDecoded).split(u'/');
    return parts.contains(u"."_s) || parts.contains(u".."_s);
}

} // namespace

HttpRequest getAccount(const QByteArray &prefix)
{
    return get(QByteArray(prefix + '/'), Shape::Account, Lane::Demand, kMegabyte);
}

HttpRequest listTasks(const QByteArray &prefix, Lane lane)
{
    return get(QByteArray(prefix + "/tasks"), Shape::TaskList, lane, kLargestList);
}

HttpRequest getTask(const QByteArray &prefix, const QByteArray &id, Lane lane)
{
    return get(QByteArray(prefix + "/tasks/" + id.toPercentEncoding()), Shape::Task, lane, kLargestBody);
}

std::optional<HttpRequest> getLink(const TaskLink &link, const QUrl &base, const QByteArray &prefix)
{
    if (!link.method.isEmpty() && link.method.compare("GET"_L1, Qt::CaseInsensitive) != 0)
        return {};
    const QUrl typed(link.address, QUrl::StrictMode);
    const QUrl address = base.resolved(typed);
    if (typed.isEmpty() || !typed.isValid() || !address.userInfo().isEmpty() || !hasSameOrigin(address, base) || hasDots(address))
        return {};
    QByteArray root = base.path(QUrl::FullyEncoded).toLatin1();
    while (root.endsWith('/'))
        root.chop(1);
    const QByteArray path = address.path(QUrl::FullyEncoded).toLatin1();
    if (!path.startsWith(QByteArray(root + prefix + '/')))
        return {};
    QByteArray target = path.sliced(root.size());
    if (address.hasQuery())
        target += '?' + address.query(QUrl::FullyEncoded).toLatin1();
    return get(target, Shape::Link, Lane::Demand, kLargestBody);
}

} // namespace taskglass::rediscloud
