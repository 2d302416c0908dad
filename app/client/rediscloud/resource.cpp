// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/rediscloud/resource.h"

#include "app/client/rediscloud/titles.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::rediscloud {

namespace {

using Pair = std::pair<QLatin1StringView, QLatin1StringView>;

/// Collections in paths, and what one of them is called.
constexpr std::array<Pair, 3> kCollections {{
    {"cloud-accounts"_L1, "cloud account"_L1},
    {"peerings"_L1, "VPC peering"_L1},
    {"regions"_L1, "region"_L1},
}};
constexpr std::array<Pair, 3> kAclCollections {{
    {"redisRules"_L1, "ACL rule"_L1},
    {"roles"_L1, "ACL role"_L1},
    {"users"_L1, "ACL user"_L1},
}};

/// Types whose resourceId is of one sort, by how their names begin.
constexpr std::array<Pair, 4> kNumbered {{
    {"cloudAccount"_L1, "cloud account"_L1},
    {"aclRedisRule"_L1, "ACL rule"_L1},
    {"aclRole"_L1, "ACL role"_L1},
    {"aclUser"_L1, "ACL user"_L1},
}};

bool isId(QStringView text)
{
    constexpr qsizetype kDigitsOf64Bits = 19;
    return !text.isEmpty() && text.size() <= kDigitsOf64Bits
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

template<std::size_t Size>
QString lookedUp(const std::array<Pair, Size> &table, QStringView word)
{
    const auto found = std::find_if(table.begin(), table.end(),
                                    [word](const Pair &pair) { return word.compare(pair.first, Qt::CaseInsensitive) == 0; });
    return found == table.end() ? QString() : QString(found->second);
}

bool beginsWith(const QString &type, std::initializer_list<QLatin1StringView> beginnings)
{
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&type](QLatin1StringView begin) { return type.startsWith(begin, Qt::CaseInsensitive); });
}

bool isOfDatabase(const QString &type)
{
    return beginsWith(type, {"database"_L1, "fixedDatabase"_L1, "crdb"_L1});
}

bool isOfSubscription(const QString &type)
{
    return beginsWith(type, {"subscription"_L1, "fixedSubscription"_L1, "baseSubscription"_L1});
}

/// The path's parts behind the API's version, whatever the host.
QStringList partsOf(const QString &address)
{
    const qsizetype scheme = address.indexOf("://"_L1);
    const qsizetype path = scheme < 0 ? 0 : address.indexOf(u'/', scheme + 3);
    if (path < 0)
        return {};
    QString text = address.sliced(path);
    text.truncate(std::min(text.indexOf(u'?') < 0 ? text.size() : text.indexOf(u'?'),
                           text.indexOf(u'#') < 0 ? text.size() : text.indexOf(u'#')));
    QStringList parts = text.split(u'/', Qt::SkipEmptyParts);
    if (!parts.isEmpty() && parts.first() == "v1"_L1)
        parts.removeFirst();
    return parts;
}

QString named(const Resource &resource)
{
    if (resource.database.isEmpty())
        return resource.subscription.isEmpty() ? QString() : QString(u"subscription "_s + resource.subscription);
    const QString database = u"database "_s + resource.database;
    return resource.subscription.isEmpty() ? database : QString(database + u" in subscription "_s + resource.subscription);
}

/// "/acl/redisRules/7". One recorded address had the id in front of the collection: it is the number, wherever it stands.
QString aclObject(const QStringList &parts)
{
    QString noun = u"ACL object"_s;
    QString id;
    for (const QString &part : parts) {
        if (isId(part))
            id = part;
        else if (const QString known = lookedUp(kAclCollections, part); !known.isEmpty())
            noun = known;
    }
    return id.isEmpty() ? QString() : QString(noun + u' ' + id);
}

Resource fromAddress(const QString &address)
{
    Resource resource;
    QString other;
    const QStringList parts = partsOf(address);
    if (!parts.isEmpty() && parts.first() == "acl"_L1)
        other = aclObject(parts);
    for (qsizetype i = 0; i + 1 < parts.size() && other.isEmpty(); ++i) {
        if (!isId(parts[i + 1]))
            continue;
        if (parts[i] == "subscriptions"_L1)
            resource.subscription = parts[i + 1];
        else if (parts[i] == "databases"_L1)
            resource.database = parts[i + 1];
        else if (const QString noun = lookedUp(kCollections, parts[i]); !noun.isEmpty())
            other = noun + u' ' + parts[i + 1];
    }
    const QString known = named(resource);
    if (other.isEmpty())
        resource.text = known;
    else
        resource.text = known.isEmpty() ? other : QString(other + u" in "_s + known);
    return resource;
}

Resource fromIds(const ResourceHints &hints)
{
    Resource resource;
    const QString id = QString::number(*hints.id);
    const bool isSure = hints.additional || !isReadOnlyQuery(hints.type);
    if (isOfDatabase(hints.type) && isSure) {
        resource.database = id;
        resource.subscription = hints.additional ? QString::number(*hints.additional) : QString();
    } else if (isOfSubscription(hints.type) && isSure) {
        resource.subscription = id;
    }
    resource.text = named(resource);
    for (const Pair &pair : kNumbered) {
        if (hints.type.startsWith(pair.first, Qt::CaseInsensitive))
            resource.text = pair.second + u' ' + id;
    }
    if (resource.text.isEmpty())
        resource.text = u"resource "_s + id;
    return resource;
}

} // namespace

Resource resourceFrom(const ResourceHints &hints)
{
    Resource resource = fromAddress(hints.address);
    if (resource.text.isEmpty())
        return hints.id ? fromIds(hints) : resource;
    // The link may lead to the subscription although the number is that of the database in it.
    const QString id = hints.id ? QString::number(*hints.id) : QString();
    if (resource.database.isEmpty() && !resource.subscription.isEmpty() && !id.isEmpty() && id != resource.subscription
        && isOfDatabase(hints.type) && !isReadOnlyQuery(hints.type)) {
        resource.database = id;
        resource.text = named(resource);
    }
    return resource;
}

} // namespace taskglass::rediscloud
