// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/account/operation.h"
#include "app/localqueue/dialects/rediscloud/routes.h"
#include "app/localqueue/jsontext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::rediscloud {

namespace {

using account::Command;
using account::Subscription;

QByteArray regionJson(const QJsonValue &region)
{
    const QJsonValue networking = region["networking"_L1];
    const QByteArray network =
        JsonObjectText().string("deploymentCIDR", networking["deploymentCIDR"_L1].toString(u"192.168.0.0/24"_s)).text();
    return JsonObjectText()
        .string("region", region["region"_L1].toString())
        .raw("networking", jsonArray({network}))
        .raw("preferredAvailabilityZones", jsonOf(region["preferredAvailabilityZones"_L1].toArray()))
        .boolean("multipleAvailabilityZones", region["multipleAvailabilityZones"_L1].toBool())
        .text();
}

QByteArray providerJson(const QJsonValue &provider, double sizeGb)
{
    QByteArrayList regions;
    const QJsonArray wanted = provider["regions"_L1].toArray();
    for (const QJsonValue &region : wanted)
        regions.append(regionJson(region));
    return JsonObjectText()
        .string("provider", provider["provider"_L1].toString(u"AWS"_s))
        .integer("cloudAccountId", provider["cloudAccountId"_L1].toInt(1))
        .raw("totalSizeInGb", jsonOf(sizeGb))
        .raw("regions", jsonArray(regions))
        .text();
}

QByteArray subscriptionJson(const Call &call, const Subscription &subscription,
                            const std::vector<account::CloudDatabase> &databases)
{
    double sizeGb = 0;
    for (const account::CloudDatabase &database : databases)
        sizeGb += double(database.limitBytes()) / (1024.0 * 1024.0 * 1024.0);
    QByteArrayList clouds;
    const QJsonArray providers = subscription.spec["cloudProviders"_L1].toArray();
    for (const QJsonValue &provider : providers)
        clouds.append(providerJson(provider, sizeGb));
    return JsonObjectText()
        .integer("id", subscription.id)
        .string("name", subscription.name)
        .string("status", wordForOther(subscription.condition))
        .string("deploymentType", subscription.spec["deploymentType"_L1].toString(u"single-region"_s))
        .string("paymentMethodType", subscription.spec["paymentMethod"_L1].toString(u"credit-card"_s))
        .integer("paymentMethodId", subscription.spec["paymentMethodId"_L1].toInteger(1))
        .string("memoryStorage", subscription.spec["memoryStorage"_L1].toString(u"ram"_s))
        .boolean("storageEncryption", false)
        .integer("numberOfDatabases", qint64(databases.size()))
        .boolean("publicEndpointAccess", subscription.spec["publicEndpointAccess"_L1].toBool(true))
        .raw("cloudDetails", jsonArray(clouds))
        .raw("links", selfLink(call.options, account::subscriptionPath(subscription.id)))
        .text();
}

HttpResponse list(Call &call)
{
    const auto all = call.account.subscriptions();
    if (!all)
        return storeTrouble(call, all.error());
    QByteArrayList items;
    for (const Subscription &subscription : all.value()) {
        const auto databases = call.account.databasesOf(subscription.id);
        if (!databases)
            return storeTrouble(call, databases.error());
        items.append(subscriptionJson(call, subscription, databases.value()));
    }
    return json(200, JsonObjectText()
                         .integer("accountId", call.account.info().id)
                         .raw("subscriptions", jsonArray(items))
                         .raw("links", selfLink(call.options, "/subscriptions"_ba))
                         .text());
}

HttpResponse one(Call &call)
{
    const auto found = call.account.subscription(call.id(0));
    if (!found)
        return storeTrouble(call, found.error());
    if (!found.value())
        return problem(call.request, 404, u"There is no such subscription."_s, call.now);
    const auto databases = call.account.databasesOf(found.value()->id);
    if (!databases)
        return storeTrouble(call, databases.error());
    return json(200, subscriptionJson(call, *found.value(), databases.value()));
}

HttpResponse create(Call &call)
{
    return order(call, {Command::SubscriptionCreate, 0, 0, 0, {}}, true);
}

HttpResponse update(Call &call)
{
    return order(call, {Command::SubscriptionUpdate, call.id(0), 0, 0, {}}, true);
}

HttpResponse remove(Call &call)
{
    return order(call, {Command::SubscriptionDelete, call.id(0), 0, 0, {}}, false);
}

constexpr Route kRoutes[] {
    {"GET", "/v1/subscriptions", list},
    {"POST", "/v1/subscriptions", create},
    {"GET", "/v1/subscriptions/:subscription", one},
    {"PUT", "/v1/subscriptions/:subscription", update},
    {"DELETE", "/v1/subscriptions/:subscription", remove},
};

} // namespace

std::span<const Route> subscriptionRoutes()
{
    return kRoutes;
}

} // namespace taskglass::localqueue::rediscloud
