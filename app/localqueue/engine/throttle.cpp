// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/throttle.h"

namespace taskglass::localqueue {

namespace {

using namespace std::chrono_literals;

// A document passes here twice, once written and once analysed.
constexpr std::chrono::nanoseconds kDemoDocument = 1ms;
constexpr std::chrono::nanoseconds kRealDocument = 20us; // 60,000 documents took about 2 s on two cores
// Sleeping for less costs more than it waits, and a chunk is also how long a cancel may go unnoticed.
constexpr std::chrono::nanoseconds kChunk = 20ms;

} // namespace

void Throttle::reset()
{
    m_canceled.store(false);
    m_owed = 0ns;
}

void Throttle::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_canceled.store(true);
    m_wake.notify_all();
}

void Throttle::shutDown()
{
    const std::lock_guard lock(m_mutex);
    m_shuttingDown.store(true);
    m_wake.notify_all();
}

Throttle::Stop Throttle::stop() const
{
    if (m_shuttingDown.load())
        return Stop::ShuttingDown;
    return m_canceled.load() ? Stop::Canceled : Stop::No;
}

bool Throttle::documents(qint64 documents)
{
    switch (m_pace.load()) {
    case Pace::Instant: break;
    case Pace::Demo: m_owed += documents * kDemoDocument; break;
    case Pace::Real: m_owed += documents * kRealDocument; break;
    }
    if (m_owed < kChunk)
        return stop() == Stop::No;
    const std::chrono::nanoseconds owed = m_owed;
    m_owed = 0ns;
    return wait(owed);
}

bool Throttle::fixedCost(std::chrono::milliseconds real)
{
    switch (m_pace.load()) {
    case Pace::Instant: return stop() == Stop::No;
    case Pace::Demo: return wait(real / 2);
    case Pace::Real: return wait(real);
    }
    return false;
}

bool Throttle::wait(std::chrono::nanoseconds time)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, time, [this] { return stop() != Stop::No; });
    return stop() == Stop::No;
}

} // namespace taskglass::localqueue
