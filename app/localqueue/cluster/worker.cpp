// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/cluster/worker.h"

#include "app/localqueue/cluster/taskregistry.h"

#include <chrono>
#include <utility>

namespace taskglass::localqueue::cluster {

Worker::Worker()
    : m_thread([this] { loop(); })
{
}

Worker::~Worker()
{
    stop();
}

quint64 Worker::post(Step step, qint64 delayNs)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopping)
        return 0;
    const qint64 due = monotonicNs() + delayNs;
    m_steps.emplace(std::pair(due, ++m_last), std::move(step));
    m_dueOf.emplace(m_last, due);
    m_wake.notify_all();
    return m_last;
}

void Worker::reschedule(quint64 number, qint64 delayNs)
{
    const std::lock_guard lock(m_mutex);
    const auto due = m_dueOf.find(number);
    if (due == m_dueOf.end())
        return;
    auto node = m_steps.extract(std::pair(due->second, number));
    due->second = monotonicNs() + delayNs;
    node.key().first = due->second;
    m_steps.insert(std::move(node));
    m_wake.notify_all();
}

void Worker::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_wake.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void Worker::loop()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        if (m_steps.empty()) {
            m_wake.wait(lock);
            continue;
        }
        const auto first = m_steps.begin();
        const qint64 left = first->first.first - monotonicNs();
        if (left > 0) {
            m_wake.wait_for(lock, std::chrono::nanoseconds(left));
            continue;
        }
        Step step = std::move(first->second);
        m_dueOf.erase(first->first.second);
        m_steps.erase(first);
        lock.unlock();
        step();
        step = nullptr; // what it holds may take its time to go: not under the lock
        lock.lock();
    }
    // Dropped on this thread, which is the one that owns what they hold (database connections above all).
    auto dropped = std::exchange(m_steps, {});
    m_dueOf.clear();
    lock.unlock();
    dropped.clear();
}

} // namespace taskglass::localqueue::cluster
