// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/scheduler.h"

#include "app/localqueue/engine/batchstats.h"
#include "app/localqueue/engine/details.h"
#include "app/localqueue/engine/refusal.h"

#include <QLoggingCategory>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

Q_LOGGING_CATEGORY(lcScheduler, "taskglass.queue.scheduler")

constexpr int kRetryMs = 500;

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

Scheduler::Scheduler(const Setup &setup, bool paused) : m_setup(setup), m_paused(paused) { }

Scheduler::~Scheduler()
{
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
    }
    m_setup.throttle.shutDown();
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

Failure Scheduler::recover()
{
    const Result<Database *> tasks = m_setup.tasks.get();
    const Result<Database *> indexes = m_setup.indexes.get();
    if (!tasks)
        return tasks.error();
    if (!indexes)
        return indexes.error();
    const Result<QByteArray> redo = indexstore::redo(*indexes.value());
    if (!redo)
        return redo.error();
    if (redo.value().isEmpty())
        return {};
    const BatchOutcome outcome = BatchOutcome::fromBytes(redo.value());
    if (outcome.tasks.empty())
        return {};
    // Members become final in one commit: one of them tells whether the task store heard of the batch.
    Transaction transaction(*tasks.value(), Transaction::Mode::Write);
    if (transaction.failure())
        return transaction.failure();
    {
        Statement statement(*tasks.value(), u"SELECT status FROM tasks WHERE uid = ?"_s);
        if (const Failure failure = statement.run({outcome.tasks.front().uid}))
            return failure;
        if (!statement.next() || statement.integer(0) != 0)
            return {};
    }
    if (const Failure failure = taskstore::finishBatch(*tasks.value(), outcome))
        return failure;
    return transaction.commit();
}

void Scheduler::start()
{
    m_thread = std::thread([this] { loop(); });
}

void Scheduler::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_generation;
        m_idle = false;
    }
    m_changed.notify_all();
    notify();
}

void Scheduler::setPaused(bool paused)
{
    {
        const std::lock_guard lock(m_mutex);
        m_paused = paused;
        m_idle = false;
        ++m_generation;
    }
    m_changed.notify_all();
}

bool Scheduler::waitUntilIdle(int timeoutMs) const
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, std::chrono::milliseconds(timeoutMs), [this] { return m_idle; });
}

void Scheduler::setObserver(std::function<void()> observer)
{
    const std::lock_guard lock(m_observerMutex);
    m_observer = std::move(observer);
}

void Scheduler::notify() const
{
    const std::lock_guard lock(m_observerMutex);
    if (m_observer)
        m_observer();
}

bool Scheduler::sleepFor(int ms)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, std::chrono::milliseconds(ms), [this] { return m_quit; });
    return !m_quit;
}

void Scheduler::loop()
{
    const Result<Database *> tasks = m_setup.tasks.get();
    const Result<Database *> indexes = m_setup.indexes.get();
    if (!tasks || !indexes) {
        qCCritical(lcScheduler, "the queue cannot run: its store does not open");
        return;
    }
    JobContext context {*tasks.value(),    *indexes.value(), m_setup.processing, m_setup.throttle, m_setup.clock,
                        m_setup.dataDir,   m_setup.dumpDir,  m_setup.snapshotDir};
    while (true) {
        quint64 generation = 0;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_quit || !m_paused; });
            if (m_quit)
                break;
            generation = m_generation;
        }
        std::optional<Batch> batch;
        bool storeWorks = true;
        {
            const std::lock_guard writing(m_setup.writeMutex);
            Result<std::optional<Batch>> next = nextBatch(context);
            const Result<quint32> uid = taskstore::nextBatchUid(context.tasks);
            if (!next || !uid) {
                storeWorks = false;
                qCWarning(lcScheduler, "could not choose a batch: %ls",
                          qUtf16Printable(next ? uid.error().message : next.error().message));
            } else if (next.value()) {
                batch = next.take();
                begin(context, *batch, uid.value());
            }
        }
        if (batch) {
            process(context, *batch);
            continue;
        }
        std::unique_lock lock(m_mutex);
        m_idle = storeWorks && m_generation == generation;
        m_changed.notify_all();
        // Now and then, in case a store that failed works again.
        m_changed.wait_for(lock, std::chrono::seconds(5), [this, generation] {
            return m_quit || m_generation != generation;
        });
    }
    m_setup.tasks.release();
    m_setup.indexes.release();
}

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

/// False when the queue ends.
bool Scheduler::awaitPast()
{
    while (m_setup.past.awaitBelow(1)) {
        if (!sleepFor(kRetryMs))
            return false;
    }
    return true;
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

void Scheduler::commit(JobContext &context, const BatchOutcome &outcome)
{
    for (bool first = true;; first = false) {
        Failure failure;
        {
            const std::lock_guard writing(m_setup.writeMutex);
            Transaction transaction(context.tasks, Transaction::Mode::Write);
            failure = transaction.failure();
            if (!failure)
                failure = taskstore::finishBatch(context.tasks, outcome);
            if (!failure)
                failure = transaction.commit();
        }
        if (!failure)
            return;
        // A full disk, most likely. The work is done and its outcome is kept in the index store; until the task store can
        // be told, the batch is shown as running, and a restart tells it.
        if (first) {
            qCWarning(lcScheduler, "could not write the end of batch %u, trying again: %ls", outcome.batchUid,
                      qUtf16Printable(failure->message));
        }
        if (!sleepFor(kRetryMs))
            return;
    }
}

} // namespace taskglass::localqueue
