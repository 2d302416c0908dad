// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/taskstore.h"

#include "app/localqueue/engine/refusal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::taskstore {

namespace {

constexpr int kFlagUpdate = 1;    // the import came by PUT
constexpr int kFlagClearsAll = 2;

QString commaList(const QList<quint32> &uids)
{
    QString list;
    list.reserve(uids.size() * 8);
    for (const quint32 uid : uids) {
        if (!list.isEmpty())
            list += u',';
        list += QString::number(uid);
    }
    return list;
}

Result<quint32> nextOf(Database &database, const QString &sql)
{
    Statement statement(database, sql);
    if (const Failure failure = statement.run())
        return *failure;
    return statement.next() ? static_cast<quint32>(statement.integer(0)) : 0U;
}

TaskRecord recordAt(const Statement &row)
{
    TaskRecord task;
    task.uid = static_cast<quint32>(row.integer(0));
    if (!row.isNull(1))
        task.batchUid = static_cast<quint32>(row.integer(1));
    task.indexUid = row.text(2);
    task.kind = static_cast<TaskKind>(row.integer(3));
    task.status = static_cast<TaskStatus>(row.integer(4));
    const qint64 flags = row.integer(5);
    task.method = (flags & kFlagUpdate) != 0 ? ImportMethod::Update : ImportMethod::Replace;
    task.clearsAll = (flags & kFlagClearsAll) != 0;
    if (!row.isNull(6))
        task.canceledBy = static_cast<quint32>(row.integer(6));
    task.enqueuedAt = row.integer(7);
    task.startedAt = row.timeAt(8);
    task.finishedAt = row.timeAt(9);
    task.details = row.bytes(10);
    if (!row.isNull(11))
        task.error = failureOf(row.text(11), row.text(12));
    if (!row.isNull(13))
        task.customMetadata = row.text(13);
    return task;
}

} // namespace

Result<quint32> nextTaskUid(Database &database)
{
    // A deletion is newer than all that it deletes, so the newest task is never deleted and its uid never comes again.
    return nextOf(database, u"SELECT coalesce(max(uid) + 1, 0) FROM tasks"_s);
}

Result<quint32> nextBatchUid(Database &database)
{
    return nextOf(database, u"SELECT coalesce(max(uid) + 1, 0) FROM batches"_s);
}

Result<std::optional<qint64>> nameId(Database &database, const QString &name, bool create)
{
    Statement statement(database, u"SELECT id FROM names WHERE name = ?"_s);
    if (const Failure failure = statement.run({name}))
        return *failure;
    if (statement.next())
        return std::optional<qint64>(statement.integer(0));
    if (!create)
        return std::optional<qint64>();
    Statement insert(database, u"INSERT INTO names(name) VALUES(?) RETURNING id"_s);
    if (const Failure failure = insert.run({name}))
        return *failure;
    if (!insert.next())
        return internalError(u"the name of an index could not be stored"_s);
    return std::optional<qint64>(insert.integer(0));
}

Failure insertTask(Database &database, quint32 uid, const TaskDraft &draft, const StoredWork &work, const QByteArray &body)
{
    QVariant idx;
    QVariant idx2;
    for (const auto &[name, id] : {std::pair(draft.indexUid, &idx), std::pair(draft.otherIndexUid, &idx2)}) {
        if (name.isEmpty())
            continue;
        const Result<std::optional<qint64>> found = nameId(database, name, true);
        if (!found)
            return found.error();
        *id = *found.value();
    }
    const int flags = (draft.method == ImportMethod::Update ? kFlagUpdate : 0) | (draft.clearsAll ? kFlagClearsAll : 0);
    const Failure failure = database.run(
        u"INSERT INTO tasks(uid, idx, idx2, kind, status, flags, enq, details, meta) VALUES(?, ?, ?, ?, 0, ?, ?, ?, ?)"_s,
        {uid, idx, idx2, static_cast<int>(draft.kind), flags, draft.enqueuedAt, draft.details,
         nullable(draft.customMetadata)});
    if (failure)
        return failure;
    return database.run(u"INSERT INTO payloads(task, work, body) VALUES(?, ?, ?)"_s, {uid, work.toBytes(), body});
}

Result<QByteArray> payloadOf(Database &database, quint32 uid)
{
    Statement statement(database, u"SELECT body FROM payloads WHERE task = ?"_s);
    if (const Failure failure = statement.run({uid}))
        return *failure;
    return statement.next() ? statement.bytes(0) : QByteArray();
}

Result<QList<TaskRecord>> fetch(Database &database, const QList<quint32> &uids, const RunningBatchPtr &running)
{
    constexpr qsizetype kChunk = 5'000; // keeps the statement's text small
    QList<TaskRecord> tasks;
    tasks.reserve(uids.size());
    const bool descending = uids.size() > 1 && uids.first() > uids.last();
    for (qsizetype start = 0; start < uids.size(); start += kChunk) {
        const QString list = commaList(uids.mid(start, kChunk));
        Statement statement(database,
                            u"SELECT t.uid, t.batch, n.name, t.kind, t.status, t.flags, t.canceled_by, t.enq, t.sta, t.fin, "
                            "t.details, t.err_code, t.err_message, t.meta FROM tasks t LEFT JOIN names n ON n.id = t.idx "
                            "WHERE t.uid IN (%1) ORDER BY t.uid %2"_s.arg(list, descending ? u"DESC"_s : u"ASC"_s));
        if (const Failure failure = statement.run())
            return *failure;
        while (statement.next())
            tasks.append(recordAt(statement));
        if (const Failure failure = statement.failure())
            return *failure;
    }
    if (running) {
        for (TaskRecord &task : tasks) {
            if (task.status != TaskStatus::Enqueued
                || !std::binary_search(running->tasks.begin(), running->tasks.end(), task.uid))
                continue;
            task.status = TaskStatus::Processing;
            task.batchUid = running->uid;
            task.startedAt = running->startedAt;
        }
    }
    return tasks;
}

Result<std::optional<quint32>> firstEnqueued(Database &database, TaskKind kind, bool newest)
{
    Statement statement(database, u"SELECT uid FROM tasks INDEXED BY tasks_waiting WHERE status = 0 AND kind = ? "
                                  "ORDER BY uid %1 LIMIT 1"_s.arg(newest ? u"DESC"_s : u"ASC"_s));
    if (const Failure failure = statement.run({static_cast<int>(kind)}))
        return *failure;
    if (!statement.next())
        return std::optional<quint32>();
    return std::optional<quint32>(static_cast<quint32>(statement.integer(0)));
}

Result<std::vector<QueuedTask>> queuedTasks(Database &database, const QList<quint32> &uids)
{
    std::vector<QueuedTask> tasks;
    constexpr qsizetype kChunk = 5'000;
    for (qsizetype start = 0; start < uids.size(); start += kChunk) {
        Statement statement(database, u"SELECT t.uid, t.kind, n.name, t.enq, t.details, p.work FROM tasks t "
                                      "LEFT JOIN names n ON n.id = t.idx LEFT JOIN payloads p ON p.task = t.uid "
                                      "WHERE t.uid IN (%1) AND t.status = 0 ORDER BY t.uid"_s.arg(
                                          commaList(uids.mid(start, kChunk))));
        if (const Failure failure = statement.run())
            return *failure;
        while (statement.next()) {
            tasks.push_back({static_cast<quint32>(statement.integer(0)), static_cast<TaskKind>(statement.integer(1)),
                             statement.text(2), statement.integer(3), statement.bytes(4),
                             StoredWork::fromBytes(statement.bytes(5))});
        }
        if (const Failure failure = statement.failure())
            return *failure;
    }
    return tasks;
}

namespace {

Result<QList<quint32>> uidsFrom(Statement &statement, const QVariantList &values)
{
    QList<quint32> uids;
    if (const Failure failure = statement.run(values))
        return *failure;
    while (statement.next())
        uids.append(static_cast<quint32>(statement.integer(0)));
    if (const Failure failure = statement.failure())
        return *failure;
    return uids;
}

} // namespace

Result<QList<quint32>> enqueuedUids(Database &database, TaskKind kind)
{
    Statement statement(database, u"SELECT uid FROM tasks INDEXED BY tasks_waiting WHERE status = 0 AND kind = ? "
                                  "ORDER BY uid"_s);
    return uidsFrom(statement, {static_cast<int>(kind)});
}

Result<QList<quint32>> enqueuedOfIndex(Database &database, const QString &indexUid, quint32 from, int limit)
{
    Statement statement(database, u"SELECT uid FROM tasks INDEXED BY tasks_waiting_idx WHERE status = 0 "
                                  "AND uid >= ? AND idx = (SELECT id FROM names WHERE name = ?) ORDER BY uid LIMIT ?"_s);
    return uidsFrom(statement, {from, indexUid, limit});
}

Result<std::optional<BatchRecord>> batch(Database &database, quint32 uid)
{
    Statement statement(database, u"SELECT sta, fin, details, stats, strategy FROM batches WHERE uid = ?"_s);
    if (const Failure failure = statement.run({uid}))
        return *failure;
    if (!statement.next())
        return std::optional<BatchRecord>();
    BatchRecord record;
    record.uid = uid;
    record.startedAt = statement.integer(0);
    record.finishedAt = statement.integer(1);
    record.details = statement.bytes(2);
    record.stats = statement.bytes(3);
    record.strategy = statement.text(4);
    return std::optional<BatchRecord>(record);
}

Result<TaskCounts> counts(Database &database, const RunningBatchPtr &running)
{
    TaskCounts counts;
    QHash<QString, qint64> byIndex;
    Statement statement(database, u"SELECT c.status, c.kind, n.name, c.n FROM counts c LEFT JOIN names n ON n.id = c.idx "
                                  "WHERE c.n > 0"_s);
    if (const Failure failure = statement.run())
        return *failure;
    while (statement.next()) {
        const qint64 n = statement.integer(3);
        counts.byStatus.at(static_cast<std::size_t>(statement.integer(0))) += n;
        counts.byKind.at(static_cast<std::size_t>(statement.integer(1))) += n;
        if (!statement.isNull(2))
            byIndex[statement.text(2)] += n;
    }
    if (running && !running->tasks.isEmpty()) {
        // Members become final in one commit: one of them tells whether the batch still runs in this snapshot.
        Statement probe(database, u"SELECT status FROM tasks WHERE uid = ?"_s);
        if (const Failure failure = probe.run({running->tasks.first()}))
            return *failure;
        if (probe.next() && probe.integer(0) == 0) {
            counts.byStatus[0] -= running->tasks.size();
            counts.byStatus[1] += running->tasks.size();
        }
    }
    QStringList names = byIndex.keys();
    names.sort();
    for (const QString &name : std::as_const(names))
        counts.byIndex.emplaceBack(name, byIndex.value(name));
    return counts;
}

} // namespace taskglass::localqueue::taskstore
