// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/doorbell.h"

#include <QObject>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace taskglass {

class TaskColumns;
class TaskStore;

/// Looks through a large store on a thread of its own, while the store stands still; through a small one at once. Only the
/// newest reading counts: nothing is ever heard of one that a newer read() or abort() overtook. For one owner on the GUI
/// thread, which ends it before the store dies.
class StoreReader : public QObject
{
    Q_OBJECT

public:
    /// From so many tasks on the thread is worth its while.
    static constexpr int kManyTasks = 20'000;

    /// What to do with what was read; runs on the GUI thread, just before the store goes on. May read() again, but not
    /// destroy the reader.
    using Then = std::function<void()>;
    /// Reads, on any thread; looks at \a canceled every few thousand tasks, and may come back with anything once it is true.
    using Read = std::function<Then(const TaskColumns &columns, const std::atomic<bool> &canceled)>;

    explicit StoreReader(TaskStore &store, QObject *parent = nullptr);
    ~StoreReader() override;

    /// Does everything before it returns when the store has fewer tasks than the threshold.
    void read(Read read);
    /// Blocks until nothing runs, which is soon; then the store goes on.
    void abort();
    [[nodiscard]] bool isReading() const { return m_reading; }
    /// For tests: kManyTasks otherwise.
    void setThreshold(int tasks) { m_threshold = tasks; }

private:
    void run();
    void deliver();

    TaskStore &m_store;
    int m_threshold = kManyTasks;
    bool m_reading = false; ///< The store is frozen.
    Doorbell m_done;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    Read m_next;
    Then m_then;
    std::atomic<bool> m_canceled = false;
    bool m_busy = false;
    bool m_quit = false;
    std::thread m_thread; ///< Made when a large store needs it.
};

} // namespace taskglass
