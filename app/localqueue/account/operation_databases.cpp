// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/account/operation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::account {

namespace {

/// A database on its way keeps its subscription from being changed: this is what SUBSCRIPTION_NOT_ACTIVE is about.
Failure occupy(const Workplace &place, Subscription subscription, EpochNs until)
{
    if (!subscription.isActive())
        return {}; // what failed stays failed
    subscription.condition = Condition::Changing;
    subscription.due = until;
    return store::save(place.database, subscription);
}

Result<Outcome> create(const Workplace &place, const Task &task, const Subscription &subscription)
{
    const QJsonObject &body = task.order.body;
    if (auto fault = checkDatabaseSpec(body, true))
        return Outcome {fault, {}, {}, {}, {}};
    const QString name = body["name"_L1].toString();
    const auto siblings = store::databasesOf(place.database, subscription.id);
    if (!siblings)
        return siblings.error();
    if (std::any_of(siblings.value().begin(), siblings.value().end(),
                    [&](const CloudDatabase &other) { return other.name == name; })) {
        return Outcome::failed(409, u"DATABASE_NAME_EXISTS"_s,
                               u"The subscription has a database “%1” already."_s.arg(name));
    }
    if (body["dryRun"_L1].toBool())
        return Outcome {{}, {}, {}, pricingOf({body}), {}};
    const Result<qint64> id = store::nextId(place.database, store::Sequence::Database);
    if (!id)
        return id.error();
    CloudDatabase record;
    record.id = id.value();
    record.subscription = subscription.id;
    record.name = name;
    record.due = place.now + place.timing.provisioning(task.number, task.order.command);
    record.spec = body;
    record.modifiedAt = place.now;
    if (const Failure failure = store::save(place.database, record))
        return *failure;
    if (const Failure failure = occupy(place, subscription, record.due))
        return *failure;
    return Outcome {{}, record.id, {}, {}, databasePath(subscription.id, record.id)};
}

Result<Outcome> update(const Workplace &place, const Task &task, const Subscription &subscription, CloudDatabase record)
{
    const QJsonObject &body = task.order.body;
    if (auto fault = checkDatabaseSpec(body, false))
        return Outcome {fault, {}, {}, {}, {}};
    // Whichever size is given now replaces the other.
    if (body.contains("datasetSizeInGb"_L1) || body.contains("memoryLimitInGb"_L1)) {
        record.spec.remove("datasetSizeInGb"_L1);
        record.spec.remove("memoryLimitInGb"_L1);
    }
    for (auto it = body.begin(); it != body.end(); ++it)
        record.spec.insert(it.key(), it.value());
    record.spec.remove("dryRun"_L1);
    if (record.limitBytes() < record.usedBytes) {
        return Outcome::failed(400, u"DATABASE_SIZE_SMALLER_THAN_USAGE"_s,
                               u"Database %1 holds more data than the new limit."_s.arg(record.id));
    }
    if (body["dryRun"_L1].toBool())
        return Outcome {{}, {}, {}, pricingOf({record.spec}), {}};
    record.name = body["name"_L1].toString(record.name);
    record.condition = Condition::Changing;
    record.due = place.now + place.timing.provisioning(task.number, task.order.command);
    record.modifiedAt = place.now;
    if (const Failure failure = store::save(place.database, record))
        return *failure;
    if (const Failure failure = occupy(place, subscription, record.due))
        return *failure;
    return Outcome {{}, record.id, {}, {}, databasePath(subscription.id, record.id)};
}

Result<Outcome> remove(const Workplace &place, const Task &task, const Subscription &subscription, CloudDatabase record)
{
    record.condition = Condition::Deleting;
    record.due = place.now + place.timing.provisioning(task.number, task.order.command);
    record.import = {};
    if (const Failure failure = store::save(place.database, record))
        return *failure;
    if (const Failure failure = occupy(place, subscription, record.due))
        return *failure;
    return Outcome {{}, record.id, {}, {}, {}};
}

} // namespace

Result<Outcome> carryOutDatabase(const Workplace &place, const Task &task)
{
    const Order &order = task.order;
    const Accepts accepts = order.command == Command::DatabaseDelete ? Accepts::ActiveOrFailed : Accepts::Active;
    std::optional<TaskFault> fault;
    const auto subscription = activeSubscription(place, order.subscription, accepts, fault);
    if (!subscription)
        return subscription.error();
    if (fault)
        return Outcome {fault, {}, {}, {}, {}};
    if (order.command == Command::DatabaseCreate)
        return create(place, task, *subscription.value());
    auto record = activeDatabase(place, order, accepts, fault);
    if (!record)
        return record.error();
    if (fault)
        return Outcome {fault, {}, {}, {}, {}};
    return order.command == Command::DatabaseUpdate ? update(place, task, *subscription.value(), std::move(*record.value()))
                                                    : remove(place, task, *subscription.value(), std::move(*record.value()));
}

} // namespace taskglass::localqueue::account
