// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/account/records.h"
#include "app/localqueue/engine/database.h"

/// The account's tables: records in, records out. What they mean is decided elsewhere. Every function uses the thread's own
/// connection, and a transaction when its caller began one.
namespace taskglass::localqueue::account::store {

[[nodiscard]] Failure createSchema(Database &database);

/// The account itself, made with its default rules at \a now when there is none yet.
[[nodiscard]] Result<AccountInfo> accountInfo(Database &database, quint32 seed, EpochNs now);

/// The next id of a sequence, never given twice, deleted or not.
enum class Sequence { Task, Subscription, Database, Rule };
[[nodiscard]] Result<qint64> nextId(Database &database, Sequence sequence);
/// The first of \a count ids in a row.
[[nodiscard]] Result<qint64> nextIds(Database &database, Sequence sequence, qint64 count);

// --- tasks ---

/// Adds or replaces by number.
[[nodiscard]] Failure save(Database &database, const Task &task);
/// The same for many tasks. The database must outlive it.
class TaskWriter
{
public:
    explicit TaskWriter(Database &database);
    [[nodiscard]] Failure save(const Task &task);

private:
    Statement m_statement;
};
/// Empty when there is none.
[[nodiscard]] Result<std::optional<Task>> task(Database &database, const QString &id);
/// The one between received and final; at most one.
[[nodiscard]] Result<std::optional<Task>> currentTask(Database &database);
[[nodiscard]] Result<std::optional<Task>> oldestReceived(Database &database);
/// When the last task ended; kNoTime before the first.
[[nodiscard]] Result<EpochNs> lastEnd(Database &database);
/// Those not final, and those that changed at or after \a since; the latest change first.
[[nodiscard]] Result<std::vector<Task>> tasksSince(Database &database, EpochNs since);
[[nodiscard]] Result<qint64> openTasks(Database &database);
[[nodiscard]] Result<bool> hasTasks(Database &database);
/// Forgets final tasks that changed before \a before.
[[nodiscard]] Failure forget(Database &database, EpochNs before);

// --- resources ---

[[nodiscard]] Failure save(Database &database, const Subscription &subscription);
[[nodiscard]] Failure save(Database &database, const CloudDatabase &record);
[[nodiscard]] Failure save(Database &database, const RedisRule &rule);
[[nodiscard]] Failure removeSubscription(Database &database, qint64 id);
[[nodiscard]] Failure removeDatabase(Database &database, qint64 id);
[[nodiscard]] Failure removeRule(Database &database, qint64 id);
/// Empty when there is none.
[[nodiscard]] Result<std::optional<Subscription>> subscription(Database &database, qint64 id);
[[nodiscard]] Result<std::optional<CloudDatabase>> cloudDatabase(Database &database, qint64 id);
[[nodiscard]] Result<std::optional<RedisRule>> rule(Database &database, qint64 id);
/// All, by id.
[[nodiscard]] Result<std::vector<Subscription>> subscriptions(Database &database);
[[nodiscard]] Result<std::vector<CloudDatabase>> databasesOf(Database &database, qint64 subscription);
[[nodiscard]] Result<std::vector<RedisRule>> rules(Database &database);

/// The resource whose condition passes next.
struct Due
{
    enum class What { Database, Import, Subscription, Rule }; // of several at the same time, in this order
    What what = What::Database;
    qint64 id = 0;
    EpochNs at = 0;
};
[[nodiscard]] Result<std::optional<Due>> nextDue(Database &database);

} // namespace taskglass::localqueue::account::store
