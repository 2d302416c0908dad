// SPDX-License-Identifier: GPL-3.0-or-later
// Which batch is next.
#include "app/localqueue/engine/details.h"
#include "app/localqueue/engine/scheduler.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

constexpr std::array kIndexKinds {TaskKind::DocumentAdditionOrUpdate, TaskKind::DocumentDeletion, TaskKind::SettingsUpdate,
                                  TaskKind::IndexCreation,            TaskKind::IndexDeletion,    TaskKind::IndexUpdate,
                                  TaskKind::IndexSwap};

QString togetherStrategy(TaskKind kind)
{
    return u"stopped after the last task of type `%1` because they cannot be batched with tasks of any other type."_s.arg(
        wordFor(kind));
}

} // namespace

Result<std::optional<Batch>> Scheduler::nextBatch(JobContext &context)
{
    Result<std::optional<Batch>> batch = priorityBatch(context.tasks);
    if (!batch || batch.value())
        return batch;
    return indexBatch(context);
}

Result<std::optional<Batch>> Scheduler::priorityBatch(Database &database)
{
    struct Rule
    {
        TaskKind kind;
        BatchKind batch;
        bool together;
        bool newest;
    };
    static constexpr std::array rules {
        Rule {TaskKind::TaskCancelation, BatchKind::Cancel, false, true},
        Rule {TaskKind::TaskDeletion, BatchKind::DeleteTasks, true, false},
        Rule {TaskKind::IndexCompaction, BatchKind::Compact, false, false},
        Rule {TaskKind::SnapshotCreation, BatchKind::Snapshot, true, false},
        Rule {TaskKind::DumpCreation, BatchKind::Dump, false, false},
    };
    for (const Rule &rule : rules) {
        const Result<std::optional<quint32>> first = taskstore::firstEnqueued(database, rule.kind, rule.newest);
        if (!first)
            return first.error();
        if (!first.value())
            continue;
        QList<quint32> uids {*first.value()};
        if (rule.together) {
            Result<QList<quint32>> all = taskstore::enqueuedUids(database, rule.kind);
            if (!all)
                return all.error();
            uids = all.take();
        }
        Result<std::vector<QueuedTask>> tasks = taskstore::queuedTasks(database, uids);
        if (!tasks)
            return tasks.error();
        Batch batch;
        batch.kind = rule.batch;
        batch.tasks = tasks.take();
        batch.indexUid = batch.tasks.front().indexUid;
        batch.strategy = rule.together ? togetherStrategy(rule.kind) : aloneStrategy(batch.tasks.front());
        return std::optional<Batch>(std::move(batch));
    }
    return std::optional<Batch>();
}

/// The oldest waiting swap after \a after that touches the index: what comes behind it must not run before it.
Result<std::optional<quint32>> Scheduler::blockingSwap(Database &database, const QString &indexUid, quint32 after)
{
    const Result<QList<quint32>> uids = taskstore::enqueuedUids(database, TaskKind::IndexSwap);
    if (!uids)
        return uids.error();
    const Result<std::vector<QueuedTask>> swaps = taskstore::queuedTasks(database, uids.value());
    if (!swaps)
        return swaps.error();
    for (const QueuedTask &swap : swaps.value()) {
        if (swap.uid < after)
            continue;
        for (const IndexPair &pair : swapsFrom(swap.details)) {
            if (pair.lhs == indexUid || pair.rhs == indexUid)
                return std::optional<quint32>(swap.uid);
        }
    }
    return std::optional<quint32>();
}

Result<std::optional<Batch>> Scheduler::indexBatch(JobContext &context)
{
    std::optional<quint32> oldest;
    for (const TaskKind kind : kIndexKinds) {
        const Result<std::optional<quint32>> first = taskstore::firstEnqueued(context.tasks, kind, false);
        if (!first)
            return first.error();
        if (first.value() && (!oldest || *first.value() < *oldest))
            oldest = first.value();
    }
    if (!oldest)
        return std::optional<Batch>();
    Result<std::vector<QueuedTask>> tasks = taskstore::queuedTasks(context.tasks, {*oldest});
    if (!tasks)
        return tasks.error();
    const QString indexUid = tasks.value().front().indexUid;
    const Result<std::optional<IndexRow>> index = indexstore::find(context.indexes, indexUid);
    if (!index)
        return index.error();
    Batcher batcher(indexUid, index.value().has_value(),
                    index.value() ? index.value()->primaryKey : std::optional<QString>());
    (void)batcher.offer(tasks.value().front()); // the first is always taken
    std::optional<quint32> swap;
    if (!batcher.isComplete()) {
        const Result<std::optional<quint32>> blocking = blockingSwap(context.tasks, indexUid, *oldest);
        if (!blocking)
            return blocking.error();
        swap = blocking.value();
    }
    constexpr int kPage = 500;
    bool more = !batcher.isComplete();
    quint32 from = *oldest + 1;
    while (more) {
        const Result<QList<quint32>> uids = taskstore::enqueuedOfIndex(context.tasks, indexUid, from, kPage);
        if (!uids)
            return uids.error();
        tasks = taskstore::queuedTasks(context.tasks, uids.value());
        if (!tasks)
            return tasks.error();
        more = uids.value().size() == kPage;
        for (const QueuedTask &task : tasks.value()) {
            // A compaction waits for its own turn and binds nothing.
            if (task.kind == TaskKind::IndexCompaction)
                continue;
            if ((swap && task.uid > *swap) || !batcher.offer(task)) {
                more = false;
                break;
            }
        }
        if (more)
            from = uids.value().last() + 1;
    }
    const Result<TaskCounts> counts = taskstore::counts(context.tasks, {});
    if (!counts)
        return counts.error();
    Batch batch = batcher.take();
    const bool othersWait = counts.value().byStatus[0] > static_cast<qint64>(batch.tasks.size());
    if (othersWait && batch.strategy == "batched all enqueued tasks"_L1)
        batch.strategy += u" for index `%1`"_s.arg(indexUid);
    return std::optional<Batch>(std::move(batch));
}

} // namespace taskglass::localqueue
