// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/account/store.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::account::store {

namespace {

const QString &columns()
{
    static const QString names =
        u"number, id, command, subscription, cloud_database, rule, body, stage, received, changed, due, ended, resource_id, "
        "additional_id, resource, path, fault_type, fault_status, fault_text, fault_info"_s;
    return names;
}

std::optional<qint64> maybe(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}

Task taskOf(const Statement &row)
{
    Task task;
    task.number = row.integer(0);
    task.id = row.text(1);
    task.order.command = static_cast<Command>(row.integer(2));
    task.order.subscription = row.integer(3);
    task.order.database = row.integer(4);
    task.order.rule = row.integer(5);
    task.order.body = QJsonDocument::fromJson(row.bytes(6)).object();
    task.stage = static_cast<Stage>(row.integer(7));
    task.receivedAt = row.integer(8);
    task.changedAt = row.integer(9);
    task.due = row.timeAt(10);
    task.endedAt = row.timeAt(11);
    task.resourceId = maybe(row, 12);
    task.additionalResourceId = maybe(row, 13);
    task.resource = row.bytes(14);
    task.resourcePath = row.bytes(15);
    if (!row.isNull(16))
        task.fault = TaskFault {row.text(16), static_cast<int>(row.integer(17)), row.text(18), row.text(19)};
    return task;
}

Result<std::vector<Task>> select(Database &database, const QString &condition, const QVariantList &values)
{
    Statement read(database, u"SELECT "_s + columns() + u" FROM tasks WHERE "_s + condition);
    if (const Failure failure = read.run(values))
        return *failure;
    std::vector<Task> tasks;
    while (read.next())
        tasks.push_back(taskOf(read));
    if (const Failure failure = read.failure())
        return *failure;
    return tasks;
}

Result<std::optional<Task>> selectOne(Database &database, const QString &condition, const QVariantList &values = {})
{
    Result<std::vector<Task>> tasks = select(database, condition, values);
    if (!tasks)
        return tasks.error();
    return tasks.value().empty() ? std::nullopt : std::optional(std::move(tasks.value().front()));
}

Result<qint64> number(Database &database, const QString &sql)
{
    Statement read(database, sql);
    if (const Failure failure = read.run())
        return *failure;
    return read.next() ? read.timeAt(0) : kNoTime;
}

} // namespace

TaskWriter::TaskWriter(Database &database)
    : m_statement(database, u"INSERT OR REPLACE INTO tasks("_s + columns() + u") VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s)
{
}

Failure save(Database &database, const Task &task)
{
    return TaskWriter(database).save(task);
}

Failure TaskWriter::save(const Task &task)
{
    const bool failed = task.fault.has_value();
    const TaskFault fault = task.fault.value_or(TaskFault());
    return m_statement.run(
        {task.number, task.id, static_cast<int>(task.order.command), task.order.subscription, task.order.database,
         task.order.rule, QJsonDocument(task.order.body).toJson(QJsonDocument::Compact), static_cast<int>(task.stage),
         task.receivedAt, task.changedAt, nullable(task.due), nullable(task.endedAt), nullable(task.resourceId),
         nullable(task.additionalResourceId), task.resource, task.resourcePath, failed ? QVariant(fault.type) : QVariant(),
         failed ? QVariant(fault.status) : QVariant(), failed ? QVariant(fault.description) : QVariant(),
         failed ? QVariant(fault.additionalInfo) : QVariant()});
}

Result<std::optional<Task>> task(Database &database, const QString &id)
{
    return selectOne(database, u"id = ?"_s, {id});
}

Result<std::optional<Task>> currentTask(Database &database)
{
    return selectOne(database, u"stage IN (1, 2) LIMIT 1"_s);
}

Result<std::optional<Task>> oldestReceived(Database &database)
{
    return selectOne(database, u"stage = 0 ORDER BY number LIMIT 1"_s);
}

Result<EpochNs> lastEnd(Database &database)
{
    return number(database, u"SELECT max(ended) FROM tasks"_s);
}

Result<std::vector<Task>> tasksSince(Database &database, EpochNs since)
{
    return select(database, u"changed >= ? OR stage < 3 ORDER BY changed DESC, number DESC"_s, {since});
}

Result<qint64> openTasks(Database &database)
{
    return number(database, u"SELECT count(*) FROM tasks WHERE stage < 3"_s);
}

Result<bool> hasTasks(Database &database)
{
    // The sequence, not the table: an account whose tasks have all aged out is not new.
    const Result<qint64> count =
        number(database, u"SELECT count(*) FROM sequences WHERE name = %1"_s.arg(static_cast<int>(Sequence::Task)));
    if (!count)
        return count.error();
    return count.value() > 0;
}

Failure forget(Database &database, EpochNs before)
{
    return database.run(u"DELETE FROM tasks WHERE changed < ? AND stage >= 3"_s, {before});
}

} // namespace taskglass::localqueue::account::store
