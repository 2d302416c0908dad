// SPDX-License-Identifier: GPL-3.0-or-later
// A believable past, for demos and for measuring.
#include "app/localqueue/account/accountprivate.h"
#include "app/localqueue/account/believablefault.h"
#include "app/localqueue/engine/refusal.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <random>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::account {

namespace {

constexpr std::array kSubscriptionNames {"production-eu"_L1, "production-us"_L1, "analytics"_L1, "staging"_L1};
constexpr std::array kRegions {"eu-west-1"_L1, "us-east-1"_L1, "eu-central-1"_L1, "us-west-2"_L1};
constexpr std::array kDatabaseNames {"session-store"_L1, "checkout-cache"_L1, "rate-limits"_L1, "feature-flags"_L1,
                                     "product-search"_L1, "leaderboards"_L1, "carts"_L1, "geo-index"_L1, "job-queue"_L1,
                                     "price-cache"_L1, "inbox"_L1, "audit-stream"_L1};
constexpr std::pair<QLatin1StringView, QLatin1StringView> kRules[] {
    {"cache-reader"_L1, "+@read ~cache:*"_L1}, {"cache-writer"_L1, "+@read +@write ~cache:*"_L1},
    {"analytics-export"_L1, "+@read -@dangerous ~events:*"_L1}, {"operations"_L1, "+@all -flushall ~*"_L1}};

constexpr qint64 kMeanStepNs = 12LL * 60 * kNsPerSecond;
constexpr qint64 kWaiting = 3; ///< Tasks left to be done, when the past is long enough for it.

struct Weight
{
    Command command;
    quint32 of1000;
};
// Status queries of automation make up most of a real account's list.
constexpr Weight kWeights[] {{Command::DatabaseImportStatus, 440}, {Command::DatabaseUpdate, 150},
                             {Command::RuleUpdate, 90},            {Command::DatabaseImport, 90},
                             {Command::DatabaseCreate, 50},        {Command::DatabaseDelete, 50},
                             {Command::RuleCreate, 40},            {Command::RuleDelete, 40},
                             {Command::SubscriptionUpdate, 42},    {Command::SubscriptionCreate, 8}};

/// Makes the same past for the same seed: std::mt19937 is the same everywhere, distributions are not, so none is used.
class Seeder
{
public:
    Seeder(Database &database, quint32 seed, EpochNs now)
        : m_database(database), m_tasks(database), m_random(seed), m_timing(Pace::Real, seed), m_now(now)
    {
    }

    Failure run(qint64 count)
    {
        if (const Failure failure = makeResources())
            return failure;
        // The service forgets after ten days: a longer past is a denser one.
        const qint64 span = std::min(count * kMeanStepNs, kTaskWindow - 3600 * kNsPerSecond);
        m_lastEnd = m_now - span;
        const Result<qint64> first = store::nextIds(m_database, store::Sequence::Task, count);
        if (!first)
            return first.error();
        for (qint64 i = 0; i < count; ++i) {
            const EpochNs even = m_now - span + span / count * i;
            if (const Failure failure = oneTask(first.value() + i, even + span / count * below(1000) / 1000))
                return failure;
        }
        return keepWhatIsLeft();
    }

private:
    struct Address
    {
        qint64 subscription = 0;
        qint64 id = 0;
    };

    quint32 below(quint32 bound) { return static_cast<quint32>((quint64(m_random()) * bound) >> 32U); }

    Failure makeResources()
    {
        const EpochNs made = m_now - 2 * kTaskWindow;
        std::size_t nextName = 0;
        for (std::size_t i = 0; i < kSubscriptionNames.size(); ++i) {
            const Result<qint64> id = store::nextId(m_database, store::Sequence::Subscription);
            if (!id)
                return id.error();
            const QJsonObject region {{u"region"_s, QString(kRegions[i])},
                                      {u"networking"_s, QJsonObject {{u"deploymentCIDR"_s, u"10.%1.0.0/24"_s.arg(i)}}}};
            const QJsonObject provider {{u"provider"_s, u"AWS"_s}, {u"cloudAccountId"_s, 1},
                                        {u"regions"_s, QJsonArray {region}}};
            const Subscription subscription {id.value(), kSubscriptionNames[i], Condition::Active, kNoTime,
                                             {{u"cloudProviders"_s, QJsonArray {provider}}}};
            if (const Failure failure = store::save(m_database, subscription))
                return failure;
            for (int copies = 3; copies > 0; --copies) {
                const Result<qint64> database = store::nextId(m_database, store::Sequence::Database);
                if (!database)
                    return database.error();
                m_databases.push_back({subscription.id, database.value()});
                if (const Failure failure = keepDatabase(m_databases.back(), kDatabaseNames[nextName++], made))
                    return failure;
            }
        }
        for (const auto &[name, acl] : kRules) {
            const Result<qint64> id = store::nextId(m_database, store::Sequence::Rule);
            if (!id)
                return id.error();
            if (const Failure failure =
                    store::save(m_database, RedisRule {id.value(), name, acl, false, Condition::Active, kNoTime}))
                return failure;
            m_rules.push_back(id.value());
        }
        return {};
    }

    Failure keepDatabase(const Address &address, const QString &name, EpochNs made)
    {
        CloudDatabase record;
        record.id = address.id;
        record.subscription = address.subscription;
        record.name = name;
        record.condition = Condition::Active;
        record.spec = {{u"name"_s, record.name}, {u"protocol"_s, u"redis"_s},
                       {u"datasetSizeInGb"_s, static_cast<int>(1 + below(8))}, {u"replication"_s, below(2) == 0}};
        record.activatedAt = made;
        record.modifiedAt = m_now - qint64(below(1000)) * kTaskWindow / 1000;
        record.usedBytes = qint64(below(900)) * 1024 * 1024;
        return store::save(m_database, record);
    }

    Command drawCommand()
    {
        quint32 dice = below(1000);
        for (const Weight &weight : kWeights) {
            if (dice < weight.of1000)
                return weight.command;
            dice -= weight.of1000;
        }
        return Command::DatabaseImportStatus;
    }

    Failure oneTask(qint64 number, EpochNs received)
    {
        Task task;
        task.number = number;
        task.id = m_timing.taskId(task.number);
        task.order.command = drawCommand();
        task.receivedAt = received;
        const EpochNs latest = m_now - kNsPerSecond;
        task.endedAt = std::min(std::max(received, m_lastEnd) + m_timing.processing(task.number, task.order.command), latest);
        m_lastEnd = task.endedAt;
        aim(task);
        // A subscription that had been made would be there.
        if (task.order.command == Command::SubscriptionCreate || below(100) < 7)
            fail(task);
        else if (const Failure failure = makeOrRemove(task))
            return failure;
        task.stage = task.fault ? Stage::Failed : Stage::Completed;
        task.changedAt = cutToDigits(task.endedAt, m_timing.stampDigits(task.number, task.stage));
        return m_tasks.save(task);
    }

    /// Chooses what it was about, and what came of it.
    void aim(Task &task)
    {
        const auto [subscription, database] = m_databases[below(static_cast<quint32>(m_databases.size()))];
        const Command command = task.order.command;
        switch (command) {
        case Command::RuleCreate:
        case Command::RuleUpdate:
        case Command::RuleDelete:
            task.order.rule = m_rules[below(static_cast<quint32>(m_rules.size()))];
            task.resourceId = task.order.rule;
            if (command != Command::RuleDelete)
                task.resourcePath = "/acl/redisRules"_ba;
            return;
        case Command::SubscriptionCreate:
        case Command::SubscriptionUpdate:
        case Command::SubscriptionDelete:
            task.order.subscription = subscription;
            task.resourceId = subscription;
            task.resourcePath = subscriptionPath(subscription);
            return;
        case Command::DatabaseCreate:
        case Command::DatabaseUpdate:
        case Command::DatabaseDelete:
        case Command::DatabaseImport:
        case Command::DatabaseImportStatus: break;
        }
        task.order.subscription = subscription;
        task.order.database = database;
        task.resourceId = database;
        if (command == Command::DatabaseImport || command == Command::DatabaseImportStatus)
            task.additionalResourceId = subscription;
        if (command == Command::DatabaseImportStatus)
            task.resource = importAnswer(task.endedAt);
        else if (command != Command::DatabaseDelete)
            task.resourcePath = databasePath(subscription, database);
    }

    /// What was made is there until it is removed, and only what was made in this past is removed in it.
    Failure makeOrRemove(Task &task)
    {
        Command &command = task.order.command;
        if (command == Command::DatabaseDelete && !m_madeDatabases.empty()) {
            const Address address = m_madeDatabases.back();
            m_madeDatabases.pop_back();
            task.order.subscription = address.subscription;
            task.order.database = address.id;
            task.resourceId = address.id;
        } else if (command == Command::RuleDelete && !m_madeRules.empty()) {
            task.order.rule = m_madeRules.back();
            m_madeRules.pop_back();
            task.resourceId = task.order.rule;
        } else if (command == Command::DatabaseCreate || command == Command::DatabaseDelete) {
            const Result<qint64> id = store::nextId(m_database, store::Sequence::Database);
            if (!id)
                return id.error();
            command = Command::DatabaseCreate; // there was nothing to delete
            task.order.database = 0;
            task.resourceId = id.value();
            task.resourcePath = databasePath(task.order.subscription, id.value());
            m_madeDatabases.push_back({task.order.subscription, id.value()});
        } else if (command == Command::RuleCreate || command == Command::RuleDelete) {
            const Result<qint64> id = store::nextId(m_database, store::Sequence::Rule);
            if (!id)
                return id.error();
            command = Command::RuleCreate;
            task.order.rule = 0;
            task.resourceId = id.value();
            task.resourcePath = "/acl/redisRules"_ba;
            m_madeRules.push_back(id.value());
        }
        return {};
    }

    Failure keepWhatIsLeft()
    {
        for (const Address &address : m_madeDatabases) {
            if (const Failure failure = keepDatabase(address, u"trial-%1"_s.arg(address.id), m_now - kTaskWindow))
                return failure;
        }
        for (const qint64 id : m_madeRules) {
            const RedisRule rule {id, u"trial-%1"_s.arg(id), u"+@read ~trial:*"_s, false, Condition::Active, kNoTime};
            if (const Failure failure = store::save(m_database, rule))
                return failure;
        }
        return {};
    }

    QByteArray importAnswer(EpochNs at)
    {
        const QByteArray when = formatRfc3339(cutToDigits(at - qint64(below(7200)) * kNsPerSecond, 0));
        switch (below(5)) {
        case 0: return "{}"_ba;
        case 1: return R"({"status":"importing"})"_ba;
        case 2: return R"({"failureReason":"file-corrupted","lastImportTime":")"_ba + when + R"(","status":"failed"})"_ba;
        default: return R"({"lastImportTime":")"_ba + when + R"(","status":"success"})"_ba;
        }
    }

    static void fail(Task &task)
    {
        task.fault = believableFault(task.order);
        task.resourceId.reset();
        task.additionalResourceId.reset();
        task.resource.clear();
        task.resourcePath.clear();
    }

    Database &m_database;
    store::TaskWriter m_tasks;
    std::mt19937 m_random;
    Timing m_timing;
    EpochNs m_now;
    EpochNs m_lastEnd = 0;
    // What was there before this past began, and what it made and did not remove again.
    std::vector<Address> m_databases;
    std::vector<qint64> m_rules;
    std::vector<Address> m_madeDatabases;
    std::vector<qint64> m_madeRules;
};

} // namespace

Result<qint64> Account::seed(quint32 seed, qint64 count)
{
    const Result<bool> fresh = isNew();
    if (!fresh)
        return fresh.error();
    if (!fresh.value())
        return refusal(409, u"CONFLICT_ERROR"_s, u"Only a new account can be seeded."_s);
    const Result<Database *> database = d->pool->get();
    if (!database)
        return database.error();
    const qint64 waiting = count > 4 * kWaiting ? kWaiting : 0;
    {
        Transaction transaction(*database.value(), Transaction::Mode::Write);
        if (transaction.failure())
            return *transaction.failure();
        if (const Failure failure = Seeder(*database.value(), seed, d->now()).run(count - waiting))
            return *failure;
        if (const Failure failure = transaction.commit())
            return *failure;
    }
    d->nextAt = kNoTime;
    const auto all = subscriptions();
    if (!all)
        return all.error();
    for (qint64 i = 0; i < waiting; ++i) {
        const Subscription &target = all.value()[std::size_t(i) % all.value().size()];
        const auto databases = databasesOf(target.id);
        if (!databases)
            return databases.error();
        Order order {Command::DatabaseUpdate, target.id, databases.value().front().id, 0, {{u"replication"_s, true}}};
        if (const Result<Task> accepted = accept(std::move(order)); !accepted)
            return accepted.error();
    }
    return count;
}

} // namespace taskglass::localqueue::account
