// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/account/operation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::account {

namespace {

constexpr qsizetype kLongestDatabaseName = 40;
constexpr double kSmallestDatabaseGb = 0.1;
constexpr double kLargestDatabaseGb = 50'000;
constexpr double kGbPerShard = 25;
constexpr double kShardPrice = 0.124; // US dollars an hour

bool isAcceptable(Condition condition, Accepts accepts)
{
    return condition == Condition::Active || (accepts == Accepts::ActiveOrFailed && condition == Condition::Failed);
}

} // namespace

int quantityOf(const QJsonObject &body)
{
    constexpr int kMost = 20;
    return qBound(1, body["quantity"_L1].toInt(1), kMost);
}

Outcome Outcome::failed(int status, const QString &type, const QString &description, const QString &additionalInfo)
{
    Outcome outcome;
    outcome.fault = TaskFault {type, status, description, additionalInfo};
    return outcome;
}

Result<Outcome> carryOut(const Workplace &place, const Task &task)
{
    switch (task.order.command) {
    case Command::SubscriptionCreate:
    case Command::SubscriptionUpdate:
    case Command::SubscriptionDelete: return carryOutSubscription(place, task);
    case Command::DatabaseCreate:
    case Command::DatabaseUpdate:
    case Command::DatabaseDelete: return carryOutDatabase(place, task);
    case Command::DatabaseImport:
    case Command::DatabaseImportStatus: return carryOutImport(place, task);
    case Command::RuleCreate:
    case Command::RuleUpdate:
    case Command::RuleDelete: return carryOutRule(place, task);
    }
    return Outcome::failed(500, u"GENERAL_ERROR"_s, u"The request is of no known kind."_s);
}

Result<std::optional<Subscription>> activeSubscription(const Workplace &place, qint64 id, Accepts accepts,
                                                       std::optional<TaskFault> &fault)
{
    auto found = store::subscription(place.database, id);
    if (!found)
        return found;
    if (!found.value())
        fault = TaskFault {u"SUBSCRIPTION_NOT_FOUND"_s, 404, u"There is no subscription %1 in this account."_s.arg(id), {}};
    else if (!isAcceptable(found.value()->condition, accepts))
        fault = TaskFault {u"SUBSCRIPTION_NOT_ACTIVE"_s, 403,
                           u"Subscription %1 is not active: wait until its present change has been carried out."_s.arg(id),
                           {}};
    return found;
}

Result<std::optional<CloudDatabase>> activeDatabase(const Workplace &place, const Order &order, Accepts accepts,
                                                    std::optional<TaskFault> &fault)
{
    const qint64 id = order.database;
    auto found = store::cloudDatabase(place.database, id);
    if (!found)
        return found;
    if (!found.value()) {
        fault = TaskFault {u"DATABASE_NOT_FOUND"_s, 404, u"There is no database %1 in this account."_s.arg(id), {}};
    } else if (found.value()->subscription != order.subscription) {
        fault = TaskFault {u"DATABASE_SUBSCRIPTION_MISMATCH"_s, 400,
                           u"Database %1 belongs to another subscription."_s.arg(id), {}};
    } else if (!isAcceptable(found.value()->condition, accepts)) {
        fault = TaskFault {u"DATABASE_NOT_ACTIVE"_s, 403,
                           u"Database %1 is not active: wait until its present change has been carried out."_s.arg(id), {}};
    }
    return found;
}

std::optional<TaskFault> checkDatabaseSpec(const QJsonObject &body, bool nameIsRequired)
{
    const QString name = body["name"_L1].toString();
    static const QRegularExpression validName(u"^[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])?$"_s);
    if (name.size() > kLongestDatabaseName) {
        return TaskFault {u"DATABASE_NAME_TOO_LONG"_s, 400,
                          u"A database's name has at most %1 characters."_s.arg(kLongestDatabaseName), {}};
    }
    if ((nameIsRequired || body.contains("name"_L1)) && !validName.match(name).hasMatch()) {
        return TaskFault {u"DATABASE_INVALID_NAME"_s, 400,
                          u"A database's name begins with a letter, ends with a letter or digit, and has only letters, "
                           "digits and hyphens."_s, {}};
    }
    if (body.contains("datasetSizeInGb"_L1) && body.contains("memoryLimitInGb"_L1)) {
        return TaskFault {u"DATABASE_SIZE_LIMIT_INVALID_TOO_MANY_MEMORY_SPECIFICATIONS"_s, 400,
                          u"Give datasetSizeInGb or memoryLimitInGb, not both."_s, {}};
    }
    for (const QLatin1StringView key : {"datasetSizeInGb"_L1, "memoryLimitInGb"_L1}) {
        if (body.contains(key) && body[key].toDouble() < kSmallestDatabaseGb) {
            return TaskFault {u"DATABASE_SIZE_TOO_SMALL"_s, 400,
                              u"The smallest database has %1 GB."_s.arg(kSmallestDatabaseGb), {}};
        }
        if (body[key].toDouble() > kLargestDatabaseGb) {
            return TaskFault {u"DATABASE_SIZE_TOO_BIG"_s, 400,
                              u"The largest database has %1 GB."_s.arg(kLargestDatabaseGb), {}};
        }
    }
    return std::nullopt;
}

QByteArray pricingOf(const std::vector<QJsonObject> &bodies)
{
    int shards = 0;
    for (const QJsonObject &body : bodies) {
        CloudDatabase priced;
        priced.spec = body;
        const double gb = double(priced.limitBytes()) / (1024.0 * 1024.0 * 1024.0);
        const int copies = body["replication"_L1].toBool() ? 2 : 1;
        shards += copies * qMax(1, static_cast<int>(std::ceil(gb / kGbPerShard))) * quantityOf(body);
    }
    const QJsonObject price {{u"type"_s, u"Shards"_s}, {u"quantity"_s, shards}, {u"quantityMeasurement"_s, u"shards"_s},
                             {u"pricePerUnit"_s, kShardPrice}, {u"priceCurrency"_s, u"USD"_s},
                             {u"pricePeriod"_s, u"hour"_s}};
    return QJsonDocument(QJsonObject {{u"pricing"_s, QJsonArray {price}}}).toJson(QJsonDocument::Compact);
}

QByteArray subscriptionPath(qint64 id)
{
    return "/subscriptions/"_ba + QByteArray::number(id);
}

QByteArray databasePath(qint64 subscription, qint64 id)
{
    return subscriptionPath(subscription) + "/databases/"_ba + QByteArray::number(id);
}

} // namespace taskglass::localqueue::account
