// SPDX-License-Identifier: GPL-3.0-or-later
// Writing the end of a batch: its tasks, its record, and the names that moved.
#include "app/localqueue/engine/details.h"
#include "app/localqueue/engine/taskstore.h"

#include <QDataStream>
#include <QIODevice>
#include <QSet>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

constexpr quint8 kFormat = 1;

QString renamed(const QString &name, const IndexPair &pair)
{
    if (name == pair.lhs)
        return pair.rhs;
    if (name == pair.rhs && !pair.rename)
        return pair.lhs;
    return name;
}

} // namespace

QByteArray BatchOutcome::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << kFormat << batchUid << startedAt << finishedAt << details << stats << strategy
           << static_cast<quint32>(tasks.size());
    for (const FinishedTask &task : tasks) {
        stream << task.uid << static_cast<quint8>(task.status) << task.details << task.error.has_value();
        if (task.error)
            stream << task.error->code << task.error->message;
        stream << task.canceledBy.has_value() << task.canceledBy.value_or(0);
    }
    stream << static_cast<quint32>(renamings.size());
    for (const Renaming &renaming : renamings)
        stream << renaming.task << renaming.pair.lhs << renaming.pair.rhs << renaming.pair.rename;
    stream << deletedTasks;
    return bytes;
}

BatchOutcome BatchOutcome::fromBytes(const QByteArray &bytes)
{
    BatchOutcome outcome;
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    quint8 format = 0;
    quint32 count = 0;
    stream >> format >> outcome.batchUid >> outcome.startedAt >> outcome.finishedAt >> outcome.details >> outcome.stats
        >> outcome.strategy >> count;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        FinishedTask task;
        quint8 status = 0;
        bool failed = false;
        bool canceled = false;
        quint32 canceledBy = 0;
        stream >> task.uid >> status >> task.details >> failed;
        task.status = static_cast<TaskStatus>(status);
        if (failed) {
            QString code;
            QString message;
            stream >> code >> message;
            task.error = failureOf(code, message);
        }
        stream >> canceled >> canceledBy;
        if (canceled)
            task.canceledBy = canceledBy;
        outcome.tasks.push_back(task);
    }
    stream >> count;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        Renaming renaming;
        stream >> renaming.task >> renaming.pair.lhs >> renaming.pair.rhs >> renaming.pair.rename;
        outcome.renamings.push_back(renaming);
    }
    stream >> outcome.deletedTasks;
    return outcome;
}

namespace taskstore {

namespace {

/// Two names change places for the tasks older than \a before. Swapping the names themselves moves all tasks at once;
/// the few newer ones are moved back.
Failure swapNames(Database &database, const IndexPair &pair, quint32 before)
{
    const Result<std::optional<qint64>> left = nameId(database, pair.lhs, true);
    const Result<std::optional<qint64>> right = nameId(database, pair.rhs, true);
    if (!left)
        return left.error();
    if (!right)
        return right.error();
    const qint64 lhs = *left.value();
    const qint64 rhs = *right.value();
    // A slash is in no index's name, so the names stay unique between the steps.
    for (const auto &[sql, values] : {
             std::pair(u"UPDATE names SET name = name || '/' WHERE id = ?"_s, QVariantList {lhs}),
             std::pair(u"UPDATE names SET name = ? WHERE id = ?"_s, QVariantList {pair.lhs, rhs}),
             std::pair(u"UPDATE names SET name = ? WHERE id = ?"_s, QVariantList {pair.rhs, lhs}),
             std::pair(u"UPDATE tasks SET idx = CASE idx WHEN ? THEN ? ELSE ? END WHERE uid >= ? AND idx IN (?, ?)"_s,
                       QVariantList {lhs, rhs, lhs, before, lhs, rhs}),
             std::pair(u"UPDATE tasks SET idx2 = CASE idx2 WHEN ? THEN ? ELSE ? END WHERE uid >= ? AND idx2 IN (?, ?)"_s,
                       QVariantList {lhs, rhs, lhs, before, lhs, rhs})}) {
        if (const Failure failure = database.run(sql, values))
            return failure;
    }
    return {};
}

/// The tasks older than \a before follow their index to its new name; those of an earlier index of that name stay.
Failure moveName(Database &database, const IndexPair &pair, quint32 before)
{
    const Result<std::optional<qint64>> from = nameId(database, pair.lhs, true);
    const Result<std::optional<qint64>> to = nameId(database, pair.rhs, true);
    if (!from)
        return from.error();
    if (!to)
        return to.error();
    const QVariantList values {*to.value(), *from.value(), before};
    if (const Failure failure = database.run(u"UPDATE tasks SET idx = ? WHERE idx = ? AND uid < ?"_s, values))
        return failure;
    return database.run(u"UPDATE tasks SET idx2 = ? WHERE idx2 = ? AND uid < ?"_s, values);
}

/// The swaps of earlier tasks are told with the names that their indexes have now, as Meilisearch does.
Failure rewriteSwapDetails(Database &database, const IndexPair &pair, quint32 before)
{
    std::vector<std::pair<quint32, QByteArray>> changed;
    {
        Statement swaps(database, u"SELECT uid, details FROM tasks WHERE kind = ? AND uid < ?"_s);
        if (const Failure failure = swaps.run({static_cast<int>(TaskKind::IndexSwap), before}))
            return failure;
        while (swaps.next()) {
            const auto uid = static_cast<quint32>(swaps.integer(0));
            QList<IndexPair> pairs = swapsFrom(swaps.bytes(1));
            const QList<IndexPair> old = pairs;
            for (IndexPair &entry : pairs) {
                entry.lhs = renamed(entry.lhs, pair);
                entry.rhs = renamed(entry.rhs, pair);
            }
            if (pairs != old)
                changed.emplace_back(uid, swapDetails(pairs));
        }
    }
    for (const auto &[uid, details] : changed) {
        if (const Failure failure = database.run(u"UPDATE tasks SET details = ? WHERE uid = ?"_s, {details, uid}))
            return failure;
    }
    return {};
}

Failure deleteTasks(Database &database, const QList<quint32> &uids)
{
    QSet<quint32> batches;
    Statement batchOf(database, u"SELECT batch FROM tasks WHERE uid = ?"_s);
    Statement remove(database, u"DELETE FROM tasks WHERE uid = ?"_s);
    for (const quint32 uid : uids) {
        if (const Failure failure = batchOf.run({uid}))
            return failure;
        if (batchOf.next() && !batchOf.isNull(0))
            batches.insert(static_cast<quint32>(batchOf.integer(0)));
        if (const Failure failure = remove.run({uid}))
            return failure;
    }
    // A batch's record goes with its last task.
    Statement removeBatch(database, u"DELETE FROM batches WHERE uid = ? "
                                    "AND NOT EXISTS (SELECT 1 FROM tasks WHERE batch = ?)"_s);
    for (const quint32 batch : std::as_const(batches)) {
        if (const Failure failure = removeBatch.run({batch, batch}))
            return failure;
    }
    return {};
}

} // namespace

Failure finishBatch(Database &database, const BatchOutcome &outcome)
{
    Statement finish(database, u"UPDATE tasks SET status = ?, batch = ?, sta = ?, fin = ?, details = ?, err_code = ?, "
                               "err_message = ?, canceled_by = ? WHERE uid = ? AND status = 0"_s);
    Statement dropPayload(database, u"DELETE FROM payloads WHERE task = ?"_s);
    for (const FinishedTask &task : outcome.tasks) {
        const QVariant code = task.error ? QVariant(task.error->code) : QVariant();
        const QVariant message = task.error ? QVariant(task.error->message) : QVariant();
        if (const Failure failure =
                finish.run({static_cast<int>(task.status), outcome.batchUid, outcome.startedAt, outcome.finishedAt,
                            task.details, code, message, nullable(task.canceledBy), task.uid}))
            return failure;
        if (const Failure failure = dropPayload.run({task.uid}))
            return failure;
    }
    if (const Failure failure = database.run(
            u"INSERT OR REPLACE INTO batches(uid, sta, fin, details, stats, strategy) VALUES(?, ?, ?, ?, ?, ?)"_s,
            {outcome.batchUid, outcome.startedAt, outcome.finishedAt, outcome.details, outcome.stats, outcome.strategy}))
        return failure;
    for (const BatchOutcome::Renaming &renaming : outcome.renamings) {
        const Failure moved = renaming.pair.rename ? moveName(database, renaming.pair, renaming.task)
                                                   : swapNames(database, renaming.pair, renaming.task);
        if (moved)
            return moved;
        if (const Failure failure = rewriteSwapDetails(database, renaming.pair, renaming.task))
            return failure;
    }
    return deleteTasks(database, outcome.deletedTasks);
}

} // namespace taskstore

} // namespace taskglass::localqueue
