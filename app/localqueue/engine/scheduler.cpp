// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/scheduler.h"

#include <QLoggingCategory>

#include <chrono>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

Q_LOGGING_CATEGORY(lcScheduler, "taskglass.queue.scheduler")

constexpr int kRetryMs = 500;

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

/// False when the queue ends.
bool Scheduler::awaitPast()
{
    while (m_setup.past.awaitBelow(1)) {
        if (!sleepFor(kRetryMs))
            return false;
    }
    return true;
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
