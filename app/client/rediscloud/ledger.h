// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/rediscloud/wire.h"
#include "models/domain/taskpage.h"
#include "models/domain/time.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <deque>
#include <optional>

namespace taskglass::rediscloud {

/// What is known of the account's tasks besides what the store shows: which are open, when each was first and last seen
/// running, what was missing from the last list. Turns each answer into what is new in it. Pure: no time is read.
///
/// A task that has ended stays ended, whatever an older answer says that arrives late. The service tells neither when a
/// task was accepted nor when it began: how long it ran is only what was seen of it, hence TaskRow::ranAtLeast. When it
/// ended is its `timestamp`, and of several for the same status the earliest, as the answer for a single task may carry
/// the time of the answer instead.
class Ledger
{
public:
    /// From one list to the next a task may be missing by mistake: only one that two lists lack is gone.
    static constexpr int kMissesUntilGone = 2;

    /// Takes in a list that arrived at \a now.
    [[nodiscard]] TaskUpdate absorbList(const TaskList &list, EpochNs now);
    /// Takes in the answer for a single task.
    [[nodiscard]] TaskUpdate absorbTask(const TaskList &one, EpochNs now);

    /// The newest task whose answer lacked something that its own may have; empty when none is to be asked for. The same
    /// is not named again until the list shows a change in it.
    [[nodiscard]] std::optional<QByteArray> takeWanted();
    /// Puts a task back whose answer never came.
    void wantAgain(const QByteArray &id);

    /// It has ended and its own answer was read: it cannot change any more.
    [[nodiscard]] bool isSettled(const QByteArray &id) const;
    [[nodiscard]] bool isGone(const QByteArray &id) const;
    /// When it was first seen, by our clock; kNoTime for one that never was.
    [[nodiscard]] EpochNs firstSeenAt(const QByteArray &id) const;

    [[nodiscard]] bool hasList() const { return m_hasList; }
    [[nodiscard]] qint64 listed() const { return m_entries.size() - m_gone; }
    /// Tasks that wait or run.
    [[nodiscard]] qint64 open() const { return m_open; }
    /// Tasks whose status is a word that we don't know.
    [[nodiscard]] qint64 unclear() const { return m_unclear; }

private:
    struct Entry
    {
        quint64 digest = 0;             ///< Of the list's bytes.
        quint64 askedFor = 0;           ///< The digest for which its own answer was wanted last.
        QByteArray status;              ///< The service's word.
        TaskState state = TaskState::Unknown;
        EpochNs since = kNoTime;        ///< Earliest timestamp that came with \a status.
        EpochNs newest = kNoTime;       ///< Newest timestamp of all.
        EpochNs firstSeenAt = kNoTime;
        EpochNs lastSeenAt = kNoTime;
        EpochNs runningFrom = kNoTime;  ///< When it was seen running first and last, by our clock.
        EpochNs runningUntil = kNoTime;
        int misses = 0;
        bool gone = false;
        bool wanted = false;            ///< Waits in m_wanted.
        bool answered = false;          ///< Its own answer was read since it last changed.
    };

    [[nodiscard]] static bool isStale(const Entry &entry, const TaskRow &row, const TaskFacts &facts);
    /// Returns whether it was seen running longer than before.
    static bool observe(Entry &entry, std::string_view status, const TaskRow &row, const TaskFacts &facts, EpochNs now);
    static bool takeIn(Entry &entry, const TaskPage &page, const TaskRow &row, const TaskFacts &facts, EpochNs now);
    void count(const Entry &entry, int by);
    [[nodiscard]] bool absorbListed(const TaskList &list, std::size_t index, EpochNs now);
    void considerAsking(const QByteArray &id, Entry &entry, const TaskRow &row, const TaskFacts &facts);
    void noteMissing(TaskUpdate &update, EpochNs now);
    void want(const QByteArray &id, Entry &entry);
    [[nodiscard]] TaskPagePtr pageFor(const TaskPage &page, const std::vector<std::size_t> &rows) const;

    QHash<QByteArray, Entry> m_entries;
    std::deque<QByteArray> m_wanted; ///< Newest last.
    qint64 m_open = 0;
    qint64 m_unclear = 0;
    qint64 m_gone = 0;
    bool m_hasList = false;
};

} // namespace taskglass::rediscloud
