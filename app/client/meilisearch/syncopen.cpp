// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of open tasks.
#include "app/client/meilisearch/sync.h"

#include <algorithm>
#include <limits>

namespace taskglass::meilisearch {

namespace {

constexpr qint64 kHighest = std::numeric_limits<qint64>::max();
constexpr qint64 kLargestWindow = 1'000;

} // namespace

void MeilisearchSync::absorbOpen(const TaskList &list, const Seen &seen)
{
    const bool isComplete = list.next < 0;
    m_moved = m_moved || (list.total >= 0 && list.total != m_openTotal);
    m_openTotal = list.total >= 0 ? list.total : qint64(seen.uids.size()) + (isComplete ? 0 : 1);
    if (!isComplete)
        askNow({.topic = Topic::Running, .limit = kLargestWindow}); // they may be among the older ones
    readAgain(m_open, seen, isComplete ? 0 : seen.lowest, kHighest);
}

void MeilisearchSync::absorbOpenCount(const TaskList &list)
{
    if (!m_moved && m_openTotal == list.total && m_olderFrom < 0 && m_left.isEmpty()
        && list.total != m_open.count() && !m_knowledge->isRestricted() && !m_openSweepOn)
        m_openSweptAt = 0; // something was missed: look at once
    m_moved = m_moved || m_openTotal != list.total;
    m_openTotal = list.total;
}

void MeilisearchSync::absorbRunning(const TaskList &list, const Seen &seen)
{
    if (list.next >= 0)
        return; // more than we ask for: the others are found by time
    readAgain(m_running, seen, 0, kHighest);
}

void MeilisearchSync::absorbEnded(const TaskList &list)
{
    if (list.next >= 0) {
        askNow({.topic = Topic::Ended, .from = list.next, .limit = m_pageSize, .after = m_pending->after});
        return;
    }
    if (m_endedRun > m_endedUntil) {
        m_endedUntil = m_endedRun;
        m_overlap = true;
    }
}

void MeilisearchSync::absorbOpenSweep(const TaskList &list, const Seen &seen)
{
    adaptPageSize(list);
    const qint64 next = list.next;
    readAgain(m_open, seen, next < 0 ? 0 : next + 1, m_pending->from);
    m_openSweepFrom = next;
    if (next < 0) {
        m_openSweepOn = false;
        m_openSweptAt = m_now;
    }
}

void MeilisearchSync::absorbLeft(const Seen &seen)
{
    for (const qint64 uid : m_pending->uids) {
        m_left.erase(uid);
        if (!seen.has(uid))
            drop(uid); // deleted, or hidden since it was moved to another index
    }
}

/// The window grows while whole windows end at once, so that a great batch is caught up with quickly.
void MeilisearchSync::absorbWindow(const Seen &seen)
{
    if (m_pending->limit != m_windowSize)
        return;
    const bool allEnded = std::none_of(seen.uids.begin(), seen.uids.end(), [this](qint64 uid) { return m_open.contains(uid); });
    m_windowSize = allEnded ? std::min(m_windowSize * 2, kLargestWindow) : std::max<qint64>(m_windowSize / 2, 20);
}

void MeilisearchSync::absorbOne()
{
    if (m_pending->limit <= 1 || m_open.contains(m_pending->from))
        return;
    const qint64 other = m_open.firstFrom(m_pending->from + 1);
    if (other >= 0)
        askNow({.topic = Topic::One, .from = other, .limit = m_pending->limit - 1});
}

void MeilisearchSync::readAgain(const UidSet &uids, const Seen &seen, qint64 low, qint64 high)
{
    for (const qint64 uid : uids.between(low, high)) {
        if (!seen.has(uid))
            m_left.insert(uid);
    }
}

} // namespace taskglass::meilisearch
