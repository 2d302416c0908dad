// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/past.h"

#include "app/localqueue/engine/pastrows.h"
#include "app/localqueue/engine/refusal.h"
#include "app/localqueue/engine/unwritten.h"

#include <QLoggingCategory>

#include <chrono>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

Q_LOGGING_CATEGORY(lcPast, "taskglass.queue.past")

/// A mutex is not fair: without a pause between two parts, a request that wants to write might wait for all of them.
constexpr std::chrono::milliseconds kLetOthersWrite {2};
constexpr std::chrono::milliseconds kRetry {500};

} // namespace

Past::Past(const DatabasePool &tasks, std::mutex &writeMutex, bool readersWait)
    : m_tasks(tasks)
    , m_writeMutex(writeMutex)
    , m_readersWait(readersWait)
{
}

Past::~Past()
{
    stop();
}

Failure Past::goOn()
{
    const Result<Database *> database = m_tasks.get();
    if (!database)
        return database.error();
    const Result<Unwritten> rest = unwritten(*database.value());
    if (!rest)
        return rest.error();
    const std::lock_guard lock(m_mutex);
    m_unwritten = rest.value().tasks;
    if (m_unwritten > 0)
        m_thread = std::thread([this] { loop(); });
    return {};
}

void Past::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

Failure Past::awaitBelow(quint32 uid) const
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this, uid] { return m_unwritten < uid || m_quit || m_failure; });
    if (m_unwritten < uid)
        return {};
    return m_failure ? m_failure : internalError(u"the queue ends"_s);
}

Failure Past::readableBelow(quint32 uid) const
{
    if (m_readersWait)
        return awaitBelow(uid);
    const std::lock_guard lock(m_mutex);
    if (m_unwritten < uid)
        return {};
    return m_failure ? m_failure : notWrittenYet();
}

Failure Past::readableMatches(Database &database, const TaskQuery &query) const
{
    const Result<Unwritten> rest = unwritten(database);
    if (!rest)
        return rest.error();
    return mayBeUnwritten(query, rest.value()) ? readableBelow(1) : Failure();
}

void Past::loop()
{
    const Result<Database *> opened = m_tasks.get();
    std::unique_lock lock(m_mutex);
    while (!m_quit && m_unwritten > 0) {
        lock.unlock();
        Result<quint32> rest = opened ? pastrows::writeNext(*opened.value(), m_writeMutex) : opened.error();
        lock.lock();
        if (rest) {
            m_unwritten = rest.value();
            m_failure.reset();
        } else {
            if (!m_failure)
                qCWarning(lcPast, "could not write tasks of the past, trying again: %ls", qUtf16Printable(rest.error().message));
            m_failure = rest.error();
        }
        m_changed.notify_all();
        m_changed.wait_for(lock, m_failure ? kRetry : kLetOthersWrite, [this] { return m_quit; });
    }
    lock.unlock();
    m_tasks.release();
}

} // namespace taskglass::localqueue
