// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/engine.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace taskglass::localqueue {

/// Makes jobs take the time that the pace asks for, and tells them to stop. A wait ends at once when the job is aborted.
class Throttle
{
public:
    enum class Stop { No, Canceled, ShuttingDown };

    void setPace(Pace pace) { m_pace.store(pace); }
    [[nodiscard]] Pace pace() const { return m_pace.load(); }

    /// Before a batch: forgets an earlier cancel.
    void reset();
    /// The running job must stop at its next step, because one of its tasks was canceled.
    void cancel();
    /// All jobs must stop: the engine goes.
    void shutDown();
    [[nodiscard]] Stop stop() const;

    /// Waits as long as \a documents more documents take. Cheap to call for each document: short waits are saved up.
    /// False when the job must stop.
    [[nodiscard]] bool documents(qint64 documents);
    /// Waits as long as the fixed part of a batch takes: \a realMs for a real server.
    [[nodiscard]] bool fixedCost(std::chrono::milliseconds real);

private:
    [[nodiscard]] bool wait(std::chrono::nanoseconds time);

    std::atomic<Pace> m_pace {Pace::Instant};
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::atomic<bool> m_canceled {false};
    std::atomic<bool> m_shuttingDown {false};
    std::chrono::nanoseconds m_owed {0}; // scheduler thread only
};

} // namespace taskglass::localqueue
