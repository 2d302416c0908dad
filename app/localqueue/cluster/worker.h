// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace taskglass::localqueue::cluster {

/// One thread that runs steps when they are due. All work of a cluster is cut into short steps, so that many jobs advance
/// side by side, and a job that sleeps costs nothing.
class Worker
{
public:
    using Step = std::function<void()>;

    Worker();
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    /// Runs \a step on the worker's thread in \a delayNs (0: as soon as the steps before it are done). Any thread. The
    /// number is for reschedule(); 0 when the worker has stopped, and then the step is dropped.
    quint64 post(Step step, qint64 delayNs = 0);
    /// Lets a waiting step run in \a delayNs from now, earlier or later than before. Harmless when it has run.
    void reschedule(quint64 number, qint64 delayNs);
    /// Ends after the step that runs now; the others are dropped. Returns when the thread has ended.
    void stop();

private:
    void loop();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    /// By due time and number: equals keep the order in which they were posted.
    std::map<std::pair<qint64, quint64>, Step> m_steps;
    std::map<quint64, qint64> m_dueOf;
    quint64 m_last = 0;
    bool m_stopping = false;
    std::thread m_thread; // last: it uses all of the above
};

} // namespace taskglass::localqueue::cluster
