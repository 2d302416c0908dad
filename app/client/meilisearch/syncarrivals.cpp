// SPDX-License-Identifier: GPL-3.0-or-later
// Which tasks are new, and how many there are.
#include "app/client/meilisearch/sync.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace taskglass::meilisearch {

namespace {

constexpr qint64 kHighest = std::numeric_limits<qint64>::max();
constexpr qint64 kLargestFirst = 1'000'000;
constexpr int kMostProbes = 20;
constexpr qint64 kLargestWindow = 1'000;

} // namespace

void MeilisearchSync::absorbFirst(const TaskList &list, const Seen &seen)
{
    const bool isShort = qint64(seen.uids.size()) < m_pending->limit;
    const bool hidesSome = list.total >= 0 && list.next < 0 && list.total > qint64(seen.uids.size());
    if (hidesSome)
        m_knowledge->setRestricted();
    if (hidesSome && seen.uids.empty() && m_pending->limit < std::min(list.total, kLargestFirst)) {
        // All of the newest are hidden from this key: a longer page reaches further back.
        askNow({.topic = Topic::First, .limit = std::min(m_pending->limit * 10, kLargestFirst)});
        return;
    }
    m_started = true;
    m_total = m_totalAtNewest = list.total;
    m_identityAt = m_now;
    m_newest = seen.highest;
    m_olderFrom = pageAfter(list, seen);
    if (isShort && !hidesSome)
        m_olderFrom = -1;
    // From this snapshot on, whatever ends has a later stamp than anything in it.
    m_endedUntil = m_newestEnd;
    if (m_endedUntil == kNoTime && !list.page->rows.empty())
        m_endedUntil = list.page->rows.front().enqueuedAt;
    m_moved = true;
}

void MeilisearchSync::absorbNew(const TaskList &list, const Seen &seen)
{
    const qint64 arrived = qint64(seen.uids.size());
    const bool isFull = list.next >= 0 || arrived >= m_pending->limit;
    if (seen.highest > m_newest)
        m_newest = seen.highest;
    if (isFull) {
        // Totals are compared when all have arrived.
        if (m_total >= 0)
            m_total = m_total + arrived;
        adaptPageSize(list);
        askNow({.topic = Topic::New, .from = m_newest + 1, .limit = std::max(newLimit(), m_pageSize)});
        return;
    }
    const qint64 totalBefore = m_total;
    noteTotal(list.total, arrived);
    if (m_knowledge->isRestricted() && newLimit() > m_pending->limit && list.total > totalBefore + arrived) {
        askNow({.topic = Topic::New, .from = m_newest + 1, .limit = newLimit()}); // hidden tasks filled the page
        return;
    }
    if (arrived > 0)
        m_totalAtNewest = list.total;
}

void MeilisearchSync::absorbNewest(const TaskList &list, const Seen &seen)
{
    const qint64 newest = std::max(list.next, list.limit == 0 ? qint64(-1) : seen.highest);
    const bool isRoundStart = !usesReverse();
    if (newest >= 0 && newest < m_newest)
        m_replaced = true; // a deletion's own task is newer than all it deletes
    else if (newest < 0 && !m_knowledge->isRestricted() && list.total <= 0 && !m_known.isEmpty())
        m_replaced = true;
    if (m_replaced || !isRoundStart)
        return;
    if (newest < 0 || newest > m_newest) {
        const qint64 span = newest < 0 ? 20 : newest - m_newest;
        askNow({.topic = Topic::Newer, .limit = std::clamp<qint64>(span, 1, kLargestWindow)});
    } else {
        noteTotal(list.total, 0);
    }
}

/// Newest first, down to what is known. m_newerTop is the highest uid of the run of pages, which counts only when the
/// run has reached what is known: until then there would be a gap below it.
void MeilisearchSync::absorbNewer(const TaskList &list, const Seen &seen)
{
    if (m_pending->from < 0)
        m_newerTop = seen.highest;
    const qint64 next = list.next >= 0 ? list.next : -1;
    if (seen.lowest > m_newest + 1 && next > m_newest) {
        askNow({.topic = Topic::Newer, .from = next, .limit = kLargestWindow});
        return;
    }
    m_newest = std::max(m_newest, m_newerTop);
    noteTotal(list.total, m_arrived);
    m_totalAtNewest = list.total;
}

void MeilisearchSync::absorbProbe()
{
    m_newest = std::max(m_newest, m_pending->from);
    if (++m_probes < kMostProbes)
        askNow({.topic = Topic::Probe, .from = m_newest + 1});
    else
        askNow({.topic = Topic::Whole});
}

void MeilisearchSync::absorbWhole(const TaskList &list, const Seen &seen)
{
    m_wholeRead = true;
    m_wholeAt = m_now;
    m_wholeBytes = list.bytes;
    m_wholeTook = list.receivedAt != kNoTime && list.sentAt != kNoTime ? list.receivedAt - list.sentAt : 0;
    m_afterGap = false;
    if (m_started && seen.highest < m_newest) {
        m_replaced = true;
        return;
    }
    m_started = true;
    m_newest = seen.highest;
    m_olderFrom = -1;
    dropMissing(seen, 0, kHighest);
}

void MeilisearchSync::noteTotal(qint64 total, qint64 arrived)
{
    if (total < 0)
        return;
    const qint64 expected = m_total + arrived;
    if (m_total >= 0 && total < expected) {
        // Fewer than there should be: deleted, or another database.
        m_sweepWanted = m_sweepWanted || !m_knowledge->isRestricted();
        if (m_identityAt != m_now)
            planIdentity();
    }
    m_moved = m_moved || total != m_total;
    m_total = total;
    if (total == 0 && !m_known.isEmpty())
        m_replaced = true; // even a deletion of everything leaves the deletion's own task
}

} // namespace taskglass::meilisearch
