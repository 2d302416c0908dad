// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storereader.h"

#include "models/store/taskcolumns.h"
#include "models/store/taskstore.h"

#include <utility>

namespace taskglass {

StoreReader::StoreReader(TaskStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&m_done, &Doorbell::rung, this, &StoreReader::deliver);
}

StoreReader::~StoreReader()
{
    abort();
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void StoreReader::read(Read read)
{
    if (m_store.size() < m_threshold) {
        abort();
        static constexpr std::atomic<bool> kNever = false;
        read(m_store.columns(), kNever)();
        return;
    }
    if (!std::exchange(m_reading, true))
        m_store.freeze();
    {
        const std::lock_guard lock(m_mutex);
        m_next = std::move(read);
        m_then = nullptr;
        m_canceled = true; // of the one under way, if any
    }
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
    m_changed.notify_all();
}

void StoreReader::abort()
{
    if (!m_reading)
        return;
    {
        std::unique_lock lock(m_mutex);
        m_next = nullptr;
        m_canceled = true;
        m_changed.wait(lock, [this] { return !m_busy; });
        m_then = nullptr;
    }
    m_reading = false;
    m_store.thaw();
}

void StoreReader::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_quit || m_next; });
        if (m_quit)
            return;
        const Read read = std::exchange(m_next, nullptr);
        m_canceled = false;
        m_busy = true;
        lock.unlock();
        Then then = read(m_store.columns(), m_canceled);
        lock.lock();
        m_busy = false;
        if (!m_canceled) {
            m_then = std::move(then);
            m_done.ring();
        }
        m_changed.notify_all();
    }
}

void StoreReader::deliver()
{
    Then then;
    {
        const std::lock_guard lock(m_mutex);
        then = std::exchange(m_then, nullptr);
    }
    if (!then)
        return;
    m_reading = false;
    then();
    m_store.thaw(); // what then() reads next has frozen it once more
}

} // namespace taskglass
