// SPDX-License-Identifier: GPL-3.0-or-later
// One batch, from its first moment to its outcome.
#include "app/localqueue/engine/batchstats.h"
#include "app/localqueue/engine/details.h"
#include "app/localqueue/engine/scheduler.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

bool writesIndexStore(BatchKind kind)
{
    switch (kind) {
    case BatchKind::Swap:
    case BatchKind::CreateIndex:
    case BatchKind::UpdateIndex:
    case BatchKind::DeleteIndex:
    case BatchKind::Documents:
    case BatchKind::Clear:
    case BatchKind::Settings:
    case BatchKind::ClearAndSettings: return true;
    case BatchKind::Cancel:
    case BatchKind::DeleteTasks:
    case BatchKind::Compact: // VACUUM runs in no transaction
    case BatchKind::Snapshot:
    case BatchKind::Dump: return false;
    }
    return false;
}

/// True for what lists or renames tasks that ended long ago: it needs all of a seeded past.
bool reachesBack(BatchKind kind)
{
    switch (kind) {
    case BatchKind::Swap:
    case BatchKind::UpdateIndex:
    case BatchKind::Dump: return true;
    case BatchKind::Cancel:      // what is canceled or deleted was awaited
    case BatchKind::DeleteTasks: // when it was registered
    case BatchKind::Compact:
    case BatchKind::Snapshot: // says itself what is to be written
    case BatchKind::CreateIndex:
    case BatchKind::DeleteIndex:
    case BatchKind::Documents:
    case BatchKind::Clear:
    case BatchKind::Settings:
    case BatchKind::ClearAndSettings: return false;
    }
    return false;
}

} // namespace

void Scheduler::begin(JobContext &context, const Batch &batch, quint32 uid)
{
    context.throttle.reset();
    RunningBatch running;
    running.uid = uid;
    running.startedAt = context.clock.now();
    running.strategy = batch.strategy;
    running.indexUid = batch.indexUid;
    std::vector<std::pair<TaskKind, QByteArray>> details;
    BatchStats stats;
    for (const QueuedTask &task : batch.tasks) {
        running.tasks.append(task.uid);
        details.emplace_back(task.kind, task.details);
        stats.add(TaskStatus::Processing, task.kind, task.indexUid);
    }
    running.details = mergedDetails(details, false);
    running.statsHead = stats.members();
    context.processing.begin(std::move(running));
    context.processing.enter(0, u"processing tasks"_s, 0, 2);
}

void Scheduler::process(JobContext &context, const Batch &batch)
{
    notify();
    std::optional<Transaction> transaction;
    JobResult result;
    if (reachesBack(batch.kind) && !awaitPast()) {
        result = JobResult::stopped();
    } else if (batch.createsIndex && batch.kind != BatchKind::DeleteIndex) {
        // Kept even when the tasks fail, as in Meilisearch: the index then exists, empty.
        if (const Failure failure = indexstore::create(context.indexes, batch.indexUid, {}, context.clock.now()))
            result = JobResult::failed(*failure);
    }
    if (result.end == JobResult::End::Done) {
        if (writesIndexStore(batch.kind))
            transaction.emplace(context.indexes, Transaction::Mode::Write);
        result = transaction && transaction->failure() ? JobResult::failed(*transaction->failure())
                                                       : runJob(context, batch);
    }
    if (result.end == JobResult::End::Stopped) {
        transaction.reset();
        context.processing.end();
        notify();
        return;
    }
    if (result.end == JobResult::End::Failed)
        transaction.reset();
    BatchOutcome outcome = outcomeOf(context, batch, std::move(result));
    if (transaction) {
        Failure failure = indexstore::setRedo(context.indexes, outcome.toBytes());
        if (!failure)
            failure = transaction->commit();
        transaction.reset();
        if (failure)
            outcome = outcomeOf(context, batch, JobResult::failed(*failure));
    }
    commit(context, outcome);
    context.processing.end();
    notify();
}

JobResult Scheduler::runJob(JobContext &context, const Batch &batch)
{
    switch (batch.kind) {
    case BatchKind::Cancel: return runCancelation(context, batch);
    case BatchKind::DeleteTasks: return runTaskDeletion(context, batch);
    case BatchKind::Compact: return runCompaction(context, batch);
    case BatchKind::Snapshot: return runSnapshot(context, batch);
    case BatchKind::Dump: return runDump(context, batch);
    case BatchKind::Swap: return runSwap(context, batch);
    case BatchKind::CreateIndex: return runIndexCreation(context, batch);
    case BatchKind::UpdateIndex: return runIndexUpdate(context, batch);
    case BatchKind::DeleteIndex: return runIndexDeletion(context, batch);
    case BatchKind::Documents: return runDocuments(context, batch);
    case BatchKind::Clear: return runClear(context, batch);
    case BatchKind::Settings:
    case BatchKind::ClearAndSettings: return runSettings(context, batch);
    }
    return JobResult::stopped();
}

BatchOutcome Scheduler::outcomeOf(JobContext &context, const Batch &batch, JobResult result)
{
    const RunningBatchPtr running = context.processing.running();
    context.processing.enter(0, u"writing tasks to disk"_s, 1, 2);
    if (result.end == JobResult::End::Failed) {
        result.tasks.clear();
        for (const QueuedTask &task : batch.tasks)
            result.tasks.push_back(failed(task, *result.failure));
        result.renamings.clear();
        result.deletedTasks.clear();
    }
    context.processing.enter(1, u"task"_s, 0, static_cast<qint64>(result.tasks.size()));
    BatchOutcome outcome;
    outcome.batchUid = running->uid;
    outcome.startedAt = running->startedAt;
    outcome.strategy = batch.strategy;
    outcome.tasks = std::move(result.tasks);
    outcome.renamings = std::move(result.renamings);
    outcome.deletedTasks = std::move(result.deletedTasks);
    std::sort(outcome.tasks.begin(), outcome.tasks.end(),
              [](const FinishedTask &a, const FinishedTask &b) { return a.uid < b.uid; });

    // Canceled tasks are no members of the batch that was chosen; look them up.
    QList<quint32> uids;
    for (const FinishedTask &task : outcome.tasks)
        uids.append(task.uid);
    BatchStats stats;
    std::vector<std::pair<TaskKind, QByteArray>> details;
    const Result<QList<TaskRecord>> records = taskstore::fetch(context.tasks, uids, {});
    if (records && records.value().size() == uids.size()) {
        for (std::size_t i = 0; i < outcome.tasks.size(); ++i) {
            const TaskRecord &record = records.value().at(static_cast<qsizetype>(i));
            stats.add(outcome.tasks[i].status, record.kind, record.indexUid);
            details.emplace_back(record.kind, outcome.tasks[i].details);
        }
    }
    outcome.details = mergedDetails(details, true);
    outcome.stats = stats.object(context.processing.finishTrace());
    outcome.finishedAt = std::max(context.clock.now(), outcome.startedAt);
    return outcome;
}

} // namespace taskglass::localqueue
