// SPDX-License-Identifier: GPL-3.0-or-later
// A believable past, for demos and for measuring.
#include "app/localqueue/account/accountprivate.h"
#include "app/localqueue/account/believablefault.h"
#include "app/localqueue/account/seededestate.h"
#include "app/localqueue/engine/refusal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::account {

namespace {

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

/// Writes a past. The same seed makes the same one.
class Seeder
{
public:
    Seeder(Database &database, quint32 seed, EpochNs now)
        : m_database(database), m_tasks(database), m_dice(seed), m_estate(database, m_dice, now), m_timing(Pace::Real, seed), m_now(now)
    {
    }

    Failure run(qint64 count)
    {
        if (const Failure failure = m_estate.establish())
            return failure;
        // The service forgets after ten days: a longer past is a denser one.
        const qint64 span = std::min(count * kMeanStepNs, kTaskWindow - 3600 * kNsPerSecond);
        m_lastEnd = m_now - span;
        const Result<qint64> first = store::nextIds(m_database, store::Sequence::Task, count);
        if (!first)
            return first.error();
        for (qint64 i = 0; i < count; ++i) {
            const EpochNs even = m_now - span + span / count * i;
            if (const Failure failure = oneTask(first.value() + i, even + span / count * m_dice.below(1000) / 1000))
                return failure;
        }
        return m_estate.keepWhatIsLeft();
    }

private:
    Command drawCommand()
    {
        quint32 dice = m_dice.below(1000);
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
        if (task.order.command == Command::SubscriptionCreate || m_dice.below(100) < 7)
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
        const auto [subscription, database] = m_estate.anyDatabase();
        const Command command = task.order.command;
        switch (command) {
        case Command::RuleCreate:
        case Command::RuleUpdate:
        case Command::RuleDelete:
            task.order.rule = m_estate.anyRule();
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
        const bool aboutDatabase = command == Command::DatabaseCreate || command == Command::DatabaseDelete;
        const bool aboutRule = command == Command::RuleCreate || command == Command::RuleDelete;
        if (command == Command::DatabaseDelete && m_estate.hasMadeDatabase()) {
            const SeededEstate::Address address = m_estate.takeMadeDatabase();
            task.order.subscription = address.subscription;
            task.order.database = address.id;
            task.resourceId = address.id;
        } else if (command == Command::RuleDelete && m_estate.hasMadeRule()) {
            task.order.rule = m_estate.takeMadeRule();
            task.resourceId = task.order.rule;
        } else if (aboutDatabase) {
            const Result<qint64> id = m_estate.makeDatabase(task.order.subscription);
            if (!id)
                return id.error();
            command = Command::DatabaseCreate; // there was nothing to delete
            task.order.database = 0;
            task.resourceId = id.value();
            task.resourcePath = databasePath(task.order.subscription, id.value());
        } else if (aboutRule) {
            const Result<qint64> id = m_estate.makeRule();
            if (!id)
                return id.error();
            command = Command::RuleCreate;
            task.order.rule = 0;
            task.resourceId = id.value();
            task.resourcePath = "/acl/redisRules"_ba;
        }
        return {};
    }

    QByteArray importAnswer(EpochNs at)
    {
        const QByteArray when = formatRfc3339(cutToDigits(at - qint64(m_dice.below(7200)) * kNsPerSecond, 0));
        switch (m_dice.below(5)) {
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
    Dice m_dice;
    SeededEstate m_estate;
    Timing m_timing;
    EpochNs m_now;
    EpochNs m_lastEnd = 0;
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
