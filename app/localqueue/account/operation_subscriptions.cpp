// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/account/operation.h"

#include <QHostAddress>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::account {

namespace {

/// The service provisions in parallel, but no more subscriptions than this.
constexpr int kMostPending = 3;
/// The provider's account that every account may use.
constexpr int kInternalCloudAccount = 1;

const QStringList &knownRegions()
{
    static const QStringList names {u"us-east-1"_s, u"us-east-2"_s, u"us-west-2"_s, u"eu-west-1"_s, u"eu-west-2"_s,
                                    u"eu-central-1"_s, u"eu-north-1"_s, u"ap-southeast-1"_s, u"ap-northeast-1"_s,
                                    u"europe-west1"_s, u"europe-west3"_s, u"us-central1"_s, u"us-east1"_s,
                                    u"asia-northeast1"_s, u"west-europe"_s, u"east-us"_s};
    return names;
}

std::optional<TaskFault> checkRegion(const QJsonObject &region)
{
    const QString name = region["region"_L1].toString();
    if (!knownRegions().contains(name)) {
        return TaskFault {u"SUBSCRIPTION_INVALID_REGION_NAME"_s, 400, u"“%1” is no region of that provider."_s.arg(name),
                          {}};
    }
    const QString cidr = region["networking"_L1]["deploymentCIDR"_L1].toString();
    if (!cidr.isEmpty() && QHostAddress::parseSubnet(cidr).second != 24) {
        return TaskFault {u"SUBSCRIPTION_INVALID_CIDR"_s, 400,
                          u"The deployment's network must be 256 addresses, such as 10.0.0.0/24."_s,
                          u"subscription-invalid-deployment-cidr"_s};
    }
    return std::nullopt;
}

std::optional<TaskFault> checkProviders(const QJsonArray &providers)
{
    for (const QJsonValue &provider : providers) {
        if (provider["cloudAccountId"_L1].toInt(kInternalCloudAccount) != kInternalCloudAccount) {
            return TaskFault {u"CLOUD_ACCOUNT_NOT_FOUND"_s, 404,
                              u"There is no cloud account %1 in this account."_s.arg(provider["cloudAccountId"_L1].toInt()),
                              {}};
        }
        const QJsonArray regions = provider["regions"_L1].toArray();
        for (const QJsonValue &region : regions) {
            if (auto fault = checkRegion(region.toObject()))
                return fault;
        }
    }
    return std::nullopt;
}

std::optional<TaskFault> checkCreation(const QJsonObject &body)
{
    const QJsonArray databases = body["databases"_L1].toArray();
    if (databases.isEmpty()) {
        return TaskFault {u"SUBSCRIPTION_MUST_HAVE_AT_LEAST_ONE_DATABASE"_s, 400,
                          u"A subscription is created with at least one database."_s, {}};
    }
    QStringList names;
    for (const QJsonValue &database : databases) {
        if (auto fault = checkDatabaseSpec(database.toObject(), true))
            return fault;
        names.append(database["name"_L1].toString());
    }
    if (names.removeDuplicates() > 0)
        return TaskFault {u"DATABASE_NAME_DUPLICATE"_s, 400, u"Two of the databases have the same name."_s, {}};
    return checkProviders(body["cloudProviders"_L1].toArray());
}

/// The databases that come with a new subscription; they are made together with it.
Failure addDatabases(const Workplace &place, const Subscription &subscription, const QJsonArray &wanted)
{
    for (const QJsonValue &value : wanted) {
        QJsonObject spec = value.toObject();
        const int quantity = quantityOf(spec);
        spec.remove("quantity"_L1);
        for (int copy = 1; copy <= quantity; ++copy) {
            const Result<qint64> id = store::nextId(place.database, store::Sequence::Database);
            if (!id)
                return id.error();
            CloudDatabase record;
            record.id = id.value();
            record.subscription = subscription.id;
            record.name = spec["name"_L1].toString() + (copy > 1 ? u"-%1"_s.arg(copy) : QString());
            record.due = subscription.due;
            record.spec = spec;
            record.modifiedAt = place.now;
            if (const Failure failure = store::save(place.database, record))
                return failure;
        }
    }
    return {};
}

Result<Outcome> create(const Workplace &place, const Task &task)
{
    QJsonObject body = task.order.body;
    if (auto fault = checkCreation(body))
        return Outcome {fault, {}, {}, {}, {}};
    const QJsonArray databases = body["databases"_L1].toArray();
    if (body["dryRun"_L1].toBool()) {
        std::vector<QJsonObject> priced;
        for (const QJsonValue &database : databases)
            priced.push_back(database.toObject());
        return Outcome {{}, {}, {}, pricingOf(priced), {}};
    }
    const auto existing = store::subscriptions(place.database);
    if (!existing)
        return existing.error();
    const auto pending = std::count_if(existing.value().begin(), existing.value().end(),
                                       [](const Subscription &other) { return !other.isActive(); });
    if (pending >= kMostPending) {
        return Outcome::failed(429, u"TOO_MANY_PENDING_SUBSCRIPTIONS"_s,
                               u"%1 subscriptions are being changed already; wait until one is active."_s.arg(kMostPending));
    }
    const Result<qint64> id = store::nextId(place.database, store::Sequence::Subscription);
    if (!id)
        return id.error();
    body.remove("databases"_L1);
    const Subscription subscription {id.value(), body["name"_L1].toString(u"subscription-%1"_s.arg(id.value())),
                                     Condition::Pending,
                                     place.now + place.timing.provisioning(task.number, task.order.command), body};
    if (const Failure failure = store::save(place.database, subscription))
        return *failure;
    if (const Failure failure = addDatabases(place, subscription, databases))
        return *failure;
    return Outcome {{}, subscription.id, {}, {}, subscriptionPath(subscription.id)};
}

Result<Outcome> update(const Workplace &place, const Task &task, Subscription subscription)
{
    const QJsonObject body = task.order.body;
    for (auto it = body.begin(); it != body.end(); ++it)
        subscription.spec.insert(it.key(), it.value());
    subscription.name = body["name"_L1].toString(subscription.name);
    if (const Failure failure = store::save(place.database, subscription))
        return *failure;
    return Outcome {{}, subscription.id, {}, {}, subscriptionPath(subscription.id)};
}

Result<Outcome> remove(const Workplace &place, const Task &task, Subscription subscription)
{
    const auto databases = store::databasesOf(place.database, subscription.id);
    if (!databases)
        return databases.error();
    if (!databases.value().empty()) {
        return Outcome::failed(409, u"SUBSCRIPTION_IN_USE"_s,
                               u"Subscription %1 still has databases; delete them first."_s.arg(subscription.id));
    }
    subscription.condition = Condition::Deleting;
    subscription.due = place.now + place.timing.provisioning(task.number, task.order.command);
    if (const Failure failure = store::save(place.database, subscription))
        return *failure;
    return Outcome {{}, subscription.id, {}, {}, {}};
}

} // namespace

Result<Outcome> carryOutSubscription(const Workplace &place, const Task &task)
{
    if (task.order.command == Command::SubscriptionCreate)
        return create(place, task);
    std::optional<TaskFault> fault;
    auto found = activeSubscription(place, task.order.subscription,
                                    task.order.command == Command::SubscriptionDelete ? Accepts::ActiveOrFailed
                                                                                      : Accepts::Active,
                                    fault);
    if (!found)
        return found.error();
    if (fault)
        return Outcome {fault, {}, {}, {}, {}};
    return task.order.command == Command::SubscriptionUpdate ? update(place, task, std::move(*found.value()))
                                                             : remove(place, task, std::move(*found.value()));
}

} // namespace taskglass::localqueue::account
