// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/database.h"
#include "app/localqueue/engine/query.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace taskglass::localqueue {

/// Writes a seeded past, newest part first, on a thread of its own, so that a queue with a million tasks listens at once.
///
/// Everything is counted before the first part is written, and how far the writing has come is in the task store: a reader
/// sees in its transaction whether its answer is whole, and waits here when it is not. A killed writer goes on at the next
/// start. Every function may be called from any thread.
class Past
{
public:
    /// \a writeMutex is held by everybody who writes the task store; both must outlive this. \a readersWait: see
    /// EngineOptions::waitsForPast.
    Past(const DatabasePool &tasks, std::mutex &writeMutex, bool readersWait);
    ~Past();

    /// Starts the thread when something is still unwritten, after pastrows::begin() was committed or after a restart. Once.
    [[nodiscard]] Failure goOn();
    /// Ends the thread after the part that it is at, and everybody's waiting.
    void stop();

    /// Blocks until task \a uid - 1 is written, too; 1 waits for all of them. Hold no transaction and not the mutex.
    /// Fails when the store cannot be written, or when the queue ends.
    [[nodiscard]] Failure awaitBelow(quint32 uid) const;
    /// The same for who reads for a client: notWrittenYet() at once when readers do not wait.
    [[nodiscard]] Failure readableBelow(quint32 uid) const;
    /// readableBelow() of everything that can match \a query.
    [[nodiscard]] Failure readableMatches(Database &database, const TaskQuery &query) const;

private:
    void loop();

    const DatabasePool &m_tasks;
    std::mutex &m_writeMutex;
    const bool m_readersWait;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    quint32 m_unwritten = 0; ///< Tasks below this uid, as of the last commit.
    bool m_quit = false;
    Failure m_failure;       ///< Of the last attempt to write.
    std::thread m_thread;
};

} // namespace taskglass::localqueue
