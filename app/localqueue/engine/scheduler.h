// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/job.h"
#include "app/localqueue/engine/past.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace taskglass::localqueue {

/// Runs one batch after the other on a thread of its own, until nothing waits. Priority, as in Meilisearch: the newest
/// cancelation, then all deletions of tasks, compactions, all snapshots, dumps, then the batch of the oldest index task.
class Scheduler
{
public:
    struct Setup
    {
        const DatabasePool &tasks;
        const DatabasePool &indexes;
        const Past &past;
        Processing &processing;
        Throttle &throttle;
        const Clock &clock;
        /// Held by everybody who writes the task store, and while a batch is chosen: a cancelation registered meanwhile
        /// either is chosen first, or finds the batch running and stops it.
        std::mutex &writeMutex;
        QString dataDir;
        QString dumpDir;
        QString snapshotDir;
    };
    Scheduler(const Setup &setup, bool paused);
    ~Scheduler();

    /// Finishes what the last run committed to the index store alone. Before start().
    [[nodiscard]] Failure recover();
    void start();
    /// A task was registered.
    void wake();
    void setPaused(bool paused);
    [[nodiscard]] bool waitUntilIdle(int timeoutMs) const;
    void setObserver(std::function<void()> observer);
    /// Tells the observer that tasks changed.
    void notify() const;

private:
    void loop();
    [[nodiscard]] Result<std::optional<Batch>> nextBatch(JobContext &context);
    [[nodiscard]] Result<std::optional<Batch>> priorityBatch(Database &database);
    [[nodiscard]] Result<std::optional<Batch>> indexBatch(JobContext &context);
    [[nodiscard]] Result<std::optional<quint32>> blockingSwap(Database &database, const QString &indexUid, quint32 after);
    void begin(JobContext &context, const Batch &batch, quint32 uid);
    void process(JobContext &context, const Batch &batch);
    [[nodiscard]] JobResult runJob(JobContext &context, const Batch &batch);
    [[nodiscard]] BatchOutcome outcomeOf(JobContext &context, const Batch &batch, JobResult result);
    [[nodiscard]] bool awaitPast();
    void commit(JobContext &context, const BatchOutcome &outcome);
    [[nodiscard]] bool sleepFor(int ms);

    Setup m_setup;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    bool m_paused;
    bool m_quit = false;
    bool m_idle = false;
    quint64 m_generation = 0; // how often tasks were registered
    mutable std::mutex m_observerMutex;
    std::function<void()> m_observer;
    std::thread m_thread;
};

} // namespace taskglass::localqueue
