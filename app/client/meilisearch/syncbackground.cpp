// SPDX-License-Identifier: GPL-3.0-or-later
// Older pages, and whether what is loaded still holds.
#include "app/client/meilisearch/sync.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace taskglass::meilisearch {

namespace {

constexpr qint64 kHighest = std::numeric_limits<qint64>::max();
constexpr qint64 kSmallestPage = 250;
constexpr qint64 kLargestPage = 5'000;
constexpr DurationNs kQuick = 200 * kNsPerMs;
constexpr DurationNs kSlow = 800 * kNsPerMs;

} // namespace

void MeilisearchSync::absorbOlder(const TaskList &list, const Seen &seen)
{
    adaptPageSize(list);
    m_wanted = std::max<qint64>(0, m_wanted - qint64(seen.uids.size()));
    m_olderFrom = pageAfter(list, seen);
}

void MeilisearchSync::absorbSweep(const TaskList &list, const Seen &seen)
{
    adaptPageSize(list);
    const qint64 from = m_pending->from;
    // Without `next` the page may have been cut short by what the key may not see: then it speaks for the uids that it
    // must have looked at, and no further.
    const qint64 low = list.next >= 0
        ? list.next + 1
        : std::max<qint64>(0, std::min(seen.lowest < 0 ? kHighest : seen.lowest, from - m_pending->limit));
    dropMissing(seen, low, from);
    const qint64 next = low - 1;
    // Below the oldest loaded task there is nothing to sweep.
    const qint64 oldest = m_known.firstFrom(0);
    m_sweepFrom = oldest >= 0 && next >= oldest ? next : -1;
}

void MeilisearchSync::absorbAnchors(const Seen &seen)
{
    std::vector<qint64> missing;
    for (const qint64 uid : m_pending->uids) {
        if (!seen.has(uid))
            missing.push_back(uid);
    }
    if (missing.empty())
        return;
    // Deleted ones are explained by a newer deletion, whose task an unrestricted key can see.
    const bool isExplained = m_newestDeletion > missing.back() || m_knowledge->isRestricted();
    if (!isExplained && missing.size() == m_pending->uids.size()) {
        m_replaced = true;
        return;
    }
    for (const qint64 uid : missing)
        drop(uid);
    m_sweepWanted = true;
}

qint64 MeilisearchSync::pageAfter(const TaskList &list, const Seen &seen) const
{
    if (list.next >= 0)
        return list.next;
    const bool isAll = seen.lowest == 0 || (list.total >= 0 && m_known.count() >= list.total);
    if (isAll)
        return -1;
    // Two places that never skip anything: below the last task that was seen, and limit + 1 uids below the start, as the
    // server looked at that many tasks at least.
    const qint64 belowSeen = seen.lowest < 0 ? kHighest : seen.lowest - 1;
    const qint64 belowWindow = m_pending->from < 0 ? belowSeen : m_pending->from - (m_pending->limit + 1);
    const qint64 next = std::min(belowSeen, belowWindow);
    return next == kHighest ? -1 : std::max<qint64>(next, -1);
}

/// Pages grow while the server is quick, so that a million tasks need hundreds of requests and not thousands.
void MeilisearchSync::adaptPageSize(const TaskList &list)
{
    if (list.receivedAt == kNoTime || list.sentAt == kNoTime)
        return;
    const DurationNs took = list.receivedAt - list.sentAt;
    if (took < kQuick)
        m_pageSize = std::min(m_pageSize * 2, kLargestPage);
    else if (took > kSlow)
        m_pageSize = std::max(m_pageSize / 2, kSmallestPage);
}

} // namespace taskglass::meilisearch
