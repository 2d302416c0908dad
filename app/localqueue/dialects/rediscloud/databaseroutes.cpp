// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/account/operation.h"
#include "app/localqueue/dialects/rediscloud/routes.h"
#include "app/localqueue/jsontext.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::rediscloud {

namespace {

using account::CloudDatabase;
using account::Command;

constexpr qint64 kDefaultPage = 100;

/// Whole seconds, as the service writes the times of databases.
QByteArray secondsStamp(EpochNs time)
{
    return formatRfc3339(time - time % kNsPerSecond);
}

void addEndpoints(JsonObjectText &text, const CloudDatabase &database)
{
    // Names that resolve nowhere: there is no data plane behind this.
    const QByteArray port = QByteArray::number(10'000 + database.id % 10'000);
    const QByteArray host = "redis-"_ba + port;
    const QByteArray zone = ".c"_ba + QByteArray::number(database.subscription) + ".local.invalid:"_ba + port;
    text.string("publicEndpoint", QByteArray(host + zone));
    text.string("privateEndpoint", QByteArray(host + ".internal"_ba + zone));
}

QByteArray databaseJson(const Call &call, const CloudDatabase &database, const account::Subscription &subscription)
{
    const QJsonObject &spec = database.spec;
    const QJsonValue provider = subscription.spec["cloudProviders"_L1][0];
    const double limitGb = double(database.limitBytes()) / (1024.0 * 1024.0 * 1024.0);
    const bool replicated = spec["replication"_L1].toBool();
    JsonObjectText text;
    text.integer("databaseId", database.id)
        .string("name", database.name)
        .string("protocol", spec["protocol"_L1].toString(u"redis"_s))
        .string("provider", provider["provider"_L1].toString(u"AWS"_s))
        .string("region", provider["regions"_L1][0]["region"_L1].toString(u"us-east-1"_s))
        .string("redisVersion", spec["redisVersion"_L1].toString(u"7.4"_s))
        .string("redisVersionCompliance", spec["redisVersion"_L1].toString(u"7.4"_s))
        .string("respVersion", spec["respVersion"_L1].toString(u"resp2"_s))
        .string("status", wordForDatabase(database.condition))
        .raw("datasetSizeInGb", jsonOf(limitGb))
        .raw("memoryLimitInGb", jsonOf(replicated ? 2 * limitGb : limitGb))
        .integer("memoryUsedInMb", database.usedBytes / (1024 * 1024))
        .string("memoryStorage", subscription.spec["memoryStorage"_L1].toString(u"ram"_s))
        .boolean("supportOSSClusterApi", spec["supportOSSClusterApi"_L1].toBool())
        .string("dataPersistence", spec["dataPersistence"_L1].toString(u"none"_s))
        .boolean("replication", replicated)
        .string("dataEvictionPolicy", spec["dataEvictionPolicy"_L1].toString(u"volatile-lru"_s));
    if (spec.contains("throughputMeasurement"_L1))
        text.raw("throughputMeasurement", jsonOf(spec["throughputMeasurement"_L1]));
    if (database.activatedAt != kNoTime) {
        text.string("activatedOn", secondsStamp(database.activatedAt));
        addEndpoints(text, database);
    }
    if (database.modifiedAt != kNoTime)
        text.string("lastModified", secondsStamp(database.modifiedAt));
    return text.raw("modules", jsonOf(spec["modules"_L1].toArray()))
        .raw("alerts", jsonOf(spec["alerts"_L1].toArray()))
        .raw("links", selfLink(call.options, account::databasePath(database.subscription, database.id)))
        .text();
}

qint64 queryNumber(const Call &call, QByteArrayView key, qint64 otherwise)
{
    for (const QueryItem &item : parseQuery(call.request.query)) {
        bool ok = false;
        const qint64 value = item.value.toLongLong(&ok);
        if (item.key == key && ok && value >= 0)
            return value;
    }
    return otherwise;
}

HttpResponse list(Call &call)
{
    const auto subscription = call.account.subscription(call.id(0));
    if (!subscription)
        return storeTrouble(call, subscription.error());
    const auto databases = call.account.databasesOf(call.id(0));
    if (!databases)
        return storeTrouble(call, databases.error());
    const qint64 total = qint64(databases.value().size());
    const qint64 offset = queryNumber(call, "offset", 0);
    const qint64 end = std::min(total, offset + queryNumber(call, "limit", kDefaultPage));
    // A page behind the last is no empty page: clients turn pages until they get this.
    if (!subscription.value() || offset >= total)
        return problem(call.request, 404, u"There are no databases here."_s, call.now);
    QByteArrayList items;
    for (qint64 i = offset; i < end; ++i)
        items.append(databaseJson(call, databases.value()[std::size_t(i)], *subscription.value()));
    const QByteArray group = JsonObjectText()
                                 .integer("subscriptionId", call.id(0))
                                 .integer("numberOfDatabases", total)
                                 .raw("databases", jsonArray(items))
                                 .raw("links", "[]")
                                 .text();
    return json(200, JsonObjectText()
                         .integer("accountId", call.account.info().id)
                         .raw("subscription", jsonArray({group}))
                         .raw("links", selfLink(call.options, account::subscriptionPath(call.id(0)) + "/databases"_ba))
                         .text());
}

HttpResponse one(Call &call)
{
    const auto subscription = call.account.subscription(call.id(0));
    if (!subscription)
        return storeTrouble(call, subscription.error());
    const auto found = call.account.database(call.id(0), call.id(1));
    if (!found)
        return storeTrouble(call, found.error());
    if (!subscription.value() || !found.value())
        return problem(call.request, 404, u"There is no such database in this subscription."_s, call.now);
    return json(200, databaseJson(call, *found.value(), *subscription.value()));
}

HttpResponse create(Call &call)
{
    return order(call, {Command::DatabaseCreate, call.id(0), 0, 0, {}}, true);
}

HttpResponse update(Call &call)
{
    return order(call, {Command::DatabaseUpdate, call.id(0), call.id(1), 0, {}}, true);
}

HttpResponse remove(Call &call)
{
    return order(call, {Command::DatabaseDelete, call.id(0), call.id(1), 0, {}}, false);
}

HttpResponse startImport(Call &call)
{
    return order(call, {Command::DatabaseImport, call.id(0), call.id(1), 0, {}}, true);
}

HttpResponse importStatus(Call &call)
{
    return order(call, {Command::DatabaseImportStatus, call.id(0), call.id(1), 0, {}}, false);
}

constexpr Route kRoutes[] {
    {"GET", "/v1/subscriptions/:subscription/databases", list},
    {"POST", "/v1/subscriptions/:subscription/databases", create},
    {"GET", "/v1/subscriptions/:subscription/databases/:database", one},
    {"PUT", "/v1/subscriptions/:subscription/databases/:database", update},
    {"DELETE", "/v1/subscriptions/:subscription/databases/:database", remove},
    {"POST", "/v1/subscriptions/:subscription/databases/:database/import", startImport},
    {"GET", "/v1/subscriptions/:subscription/databases/:database/import", importStatus},
};

} // namespace

std::span<const Route> databaseRoutes()
{
    return kRoutes;
}

} // namespace taskglass::localqueue::rediscloud
