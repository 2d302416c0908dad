// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/account/operation.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::account {

namespace {

Failure databaseDue(Database &database, CloudDatabase record)
{
    if (record.condition == Condition::Deleting)
        return store::removeDatabase(database, record.id);
    if (record.condition == Condition::Pending)
        record.activatedAt = record.due;
    record.condition = Condition::Active;
    record.due = kNoTime;
    return store::save(database, record);
}

/// An import ends. It fails when its source is no dump, or when the data do not fit; a running one ends well or badly
/// whatever happened to the limit meanwhile, by the limit there is now.
Failure importDue(Database &database, CloudDatabase record)
{
    Import &import = record.import;
    const bool isDump = import.source.startsWith("redis:"_L1) || import.source.endsWith(".rdb"_L1)
        || import.source.endsWith(".rdb.gz"_L1);
    if (!isDump)
        import.failureReason = u"file-corrupted"_s;
    else if (record.usedBytes + import.bytes > record.limitBytes())
        import.failureReason = u"dataset-too-large"_s;
    import.state = import.failureReason.isEmpty() ? Import::State::Succeeded : Import::State::Failed;
    import.endedAt = import.due;
    import.due = kNoTime;
    if (import.state == Import::State::Succeeded) {
        record.usedBytes += import.bytes;
        record.modifiedAt = import.endedAt;
    }
    return store::save(database, record);
}

/// The network that was asked for; empty when the service was left to choose one.
QString networkOf(const Subscription &subscription)
{
    const QJsonValue region = subscription.spec["cloudProviders"_L1][0]["regions"_L1][0];
    const QString cidr = region["networking"_L1]["deploymentCIDR"_L1].toString();
    return cidr.isEmpty() ? QString() : region["region"_L1].toString() + u' ' + cidr;
}

/// Two deployments cannot share a network in a region. The task that asked for the second has completed long ago: this
/// comes out when machines are set up, as other trouble of a cloud provider does.
Result<bool> collides(Database &database, const Subscription &subscription)
{
    const QString network = networkOf(subscription);
    const auto all = store::subscriptions(database);
    if (!all)
        return all.error();
    return !network.isEmpty()
        && std::any_of(all.value().begin(), all.value().end(), [&](const Subscription &other) {
               return other.id < subscription.id && other.condition != Condition::Failed && networkOf(other) == network;
           });
}

Failure failProvisioning(Database &database, Subscription subscription)
{
    const auto databases = store::databasesOf(database, subscription.id);
    if (!databases)
        return databases.error();
    for (CloudDatabase record : databases.value()) {
        record.condition = Condition::Failed;
        record.due = kNoTime;
        record.activatedAt = kNoTime;
        if (const Failure failure = store::save(database, record))
            return failure;
    }
    subscription.condition = Condition::Failed;
    subscription.due = kNoTime;
    return store::save(database, subscription);
}

Failure subscriptionDue(Database &database, Subscription subscription)
{
    if (subscription.condition == Condition::Deleting)
        return store::removeSubscription(database, subscription.id);
    if (subscription.condition == Condition::Pending) {
        const Result<bool> collision = collides(database, subscription);
        if (!collision)
            return collision.error();
        if (collision.value())
            return failProvisioning(database, std::move(subscription));
    }
    subscription.condition = Condition::Active;
    subscription.due = kNoTime;
    return store::save(database, subscription);
}

Failure ruleDue(Database &database, RedisRule rule)
{
    if (rule.condition == Condition::Deleting)
        return store::removeRule(database, rule.id);
    rule.condition = Condition::Active;
    rule.due = kNoTime;
    return store::save(database, rule);
}

/// Reads the record and hands it on.
template<typename Record>
Failure with(Database &database, Result<std::optional<Record>> found, Failure (*happen)(Database &, Record))
{
    if (!found)
        return found.error();
    return found.value() ? happen(database, std::move(*found.value())) : Failure();
}

} // namespace

Failure carryOutDue(Database &database, const store::Due &due)
{
    switch (due.what) {
    case store::Due::What::Database: return with(database, store::cloudDatabase(database, due.id), databaseDue);
    case store::Due::What::Import: return with(database, store::cloudDatabase(database, due.id), importDue);
    case store::Due::What::Subscription: return with(database, store::subscription(database, due.id), subscriptionDue);
    case store::Due::What::Rule: return with(database, store::rule(database, due.id), ruleDue);
    }
    return {};
}

} // namespace taskglass::localqueue::account
