// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/meilisearch/errors.h"
#include "app/client/meilisearch/sync.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace taskglass::meilisearch {

namespace {

constexpr qint64 kHighest = std::numeric_limits<qint64>::max();
constexpr qint64 kLargestFirst = 1'000'000;
constexpr qint64 kSmallestPage = 250;
constexpr qint64 kLargestPage = 5'000;
constexpr DurationNs kQuick = 200 * kNsPerMs;
constexpr DurationNs kSlow = 800 * kNsPerMs;
constexpr std::size_t kAnchors = 4;
constexpr int kMostProbes = 20;
constexpr qint64 kLargestWindow = 1'000;

} // namespace

void MeilisearchSync::absorbTasks(const TaskList &list)
{
    if (m_pending->topic == Topic::Count) {
        absorbCount(list);
        return;
    }
    const Seen seen = takeRows(list);
    switch (m_pending->topic) {
    case Topic::First:
        absorbFirst(list, seen);
        return;
    case Topic::New:
        absorbNew(list, seen);
        return;
    case Topic::Newest:
        absorbNewest(list, seen);
        return;
    case Topic::Newer:
        absorbNewer(list, seen);
        return;
    case Topic::Open:
        absorbOpen(list, seen);
        return;
    case Topic::OpenCount:
        if (!m_moved && m_openTotal == list.total && m_olderFrom < 0 && m_left.isEmpty()
            && list.total != m_open.count() && !m_knowledge->isRestricted() && !m_openSweepOn)
            m_openSweptAt = 0; // something was missed: look at once
        m_moved = m_moved || m_openTotal != list.total;
        m_openTotal = list.total;
        return;
    case Topic::Running:
        absorbRunning(list, seen);
        return;
    case Topic::Ended:
        absorbEnded(list, seen);
        return;
    case Topic::OpenSweep:
        absorbOpenSweep(list, seen);
        return;
    case Topic::Left:
        absorbLeft(seen);
        return;
    case Topic::Window: {
        if (m_pending->limit != m_windowSize)
            return;
        // Grows while whole windows end at once, so that a great batch is caught up with quickly.
        const bool allEnded = std::none_of(seen.uids.begin(), seen.uids.end(), [this](qint64 uid) { return m_open.contains(uid); });
        m_windowSize = allEnded ? std::min(m_windowSize * 2, kLargestWindow) : std::max<qint64>(m_windowSize / 2, 20);
        return;
    }
    case Topic::One:
        if (m_pending->limit > 1 && !m_open.contains(m_pending->from)) {
            const qint64 other = m_open.firstFrom(m_pending->from + 1);
            if (other >= 0)
                askNow({.topic = Topic::One, .from = other, .limit = m_pending->limit - 1});
        }
        return;
    case Topic::Probe:
        m_newest = std::max(m_newest, m_pending->from);
        if (++m_probes < kMostProbes)
            askNow({.topic = Topic::Probe, .from = m_newest + 1});
        else
            askNow({.topic = Topic::Whole});
        return;
    case Topic::Whole:
        absorbWhole(list, seen);
        return;
    case Topic::Anchors:
        absorbAnchors(seen);
        return;
    case Topic::Older:
        absorbOlder(list, seen);
        return;
    case Topic::Sweep:
        absorbSweep(list, seen);
        return;
    case Topic::Count:
    case Topic::RunningBatch:
    case Topic::EndedBatch:
    case Topic::NewestBatch:
        return;
    }
}

MeilisearchSync::Seen MeilisearchSync::takeRows(const TaskList &list)
{
    Seen seen;
    seen.uids.reserve(list.page->rows.size());
    for (const TaskRow &row : list.page->rows) {
        takeRow(*list.page, row);
        seen.uids.push_back(row.idNumber);
        seen.somethingRunning = seen.somethingRunning || row.state == TaskState::Running;
    }
    if (!seen.uids.empty()) {
        const auto [low, high] = std::minmax_element(seen.uids.begin(), seen.uids.end());
        seen.lowest = *low;
        seen.highest = *high;
        m_update->page = list.page;
    }
    return seen;
}

void MeilisearchSync::takeRow(const TaskPage &page, const TaskRow &row)
{
    const qint64 uid = row.idNumber;
    const bool isOpen = row.state == TaskState::Queued || row.state == TaskState::Running;
    const auto anchor = m_anchors.find(uid);
    if (anchor != m_anchors.end()
        && (isOpen || anchor->second.enqueuedAt != row.enqueuedAt || anchor->second.finishedAt != row.finishedAt))
        m_replaced = true;
    const bool isNew = m_known.insert(uid);
    m_arrived += isNew ? 1 : 0;
    const bool wasOpen = isOpen ? !m_open.insert(uid) : m_open.erase(uid);
    const bool wasRunning = m_running.contains(uid);
    if (row.state == TaskState::Running)
        m_running.insert(uid);
    else
        m_running.erase(uid);
    m_left.erase(uid);
    m_moved = m_moved || isNew || wasOpen != isOpen || wasRunning != (row.state == TaskState::Running);
    if (isOpen)
        return;
    if (row.finishedAt != kNoTime)
        m_newestEnd = std::max(m_newestEnd, row.finishedAt);
    if (m_pending->topic == Topic::Ended && row.finishedAt != kNoTime)
        m_endedRun = std::max(m_endedRun, row.finishedAt);
    if (!isFinal(row.state))
        return; // an unknown status may still change
    if (m_anchors.size() < kAnchors) {
        m_anchors[uid] = {row.enqueuedAt, row.finishedAt};
    } else if (uid > m_anchors.rbegin()->first) {
        m_anchors.erase(std::prev(m_anchors.end())); // the oldest ones stay, the newest moves on
        m_anchors[uid] = {row.enqueuedAt, row.finishedAt};
    }
    if ((isNew || wasOpen) && !m_inBackground && m_pending->topic != Topic::First && m_pending->topic != Topic::Whole)
        noteSideEffects(page, row);
    if (page.strings.at(row.type) == "taskDeletion")
        m_newestDeletion = std::max(m_newestDeletion, uid);
}

/// Some tasks change others that ended long ago: those must be looked at again.
void MeilisearchSync::noteSideEffects(const TaskPage &page, const TaskRow &row)
{
    if (row.state != TaskState::Succeeded)
        return;
    const std::string_view type = page.strings.at(row.type);
    const bool renames = type == "indexUpdate" && rawOf(page, row).contains("\"newIndexUid\"");
    if (renames || type == "taskDeletion" || type == "indexSwap")
        m_sweepWanted = true;
}

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

void MeilisearchSync::absorbOpen(const TaskList &list, const Seen &seen)
{
    const bool isComplete = list.next < 0;
    m_moved = m_moved || (list.total >= 0 && list.total != m_openTotal);
    m_openTotal = list.total >= 0 ? list.total : qint64(seen.uids.size()) + (isComplete ? 0 : 1);
    if (!isComplete)
        askNow({.topic = Topic::Running, .limit = kLargestWindow}); // they may be among the older ones
    std::vector<qint64> listed = seen.uids;
    std::sort(listed.begin(), listed.end());
    for (const qint64 uid : m_open.between(isComplete ? 0 : seen.lowest, kHighest)) {
        if (!std::binary_search(listed.begin(), listed.end(), uid))
            m_left.insert(uid);
    }
}

void MeilisearchSync::absorbRunning(const TaskList &list, const Seen &seen)
{
    if (list.next >= 0)
        return; // more than we ask for: the others are found by time
    std::vector<qint64> listed = seen.uids;
    std::sort(listed.begin(), listed.end());
    for (const qint64 uid : m_running.between(0, kHighest)) {
        if (!std::binary_search(listed.begin(), listed.end(), uid))
            m_left.insert(uid);
    }
}

void MeilisearchSync::absorbEnded(const TaskList &list, const Seen &)
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
    std::vector<qint64> listed = seen.uids;
    std::sort(listed.begin(), listed.end());
    for (const qint64 uid : m_open.between(next < 0 ? 0 : next + 1, m_pending->from)) {
        if (!std::binary_search(listed.begin(), listed.end(), uid))
            m_left.insert(uid); // the next round reads them
    }
    m_openSweepFrom = next;
    if (next < 0) {
        m_openSweepOn = false;
        m_openSweptAt = m_now;
    }
}

void MeilisearchSync::absorbLeft(const Seen &seen)
{
    std::vector<qint64> listed = seen.uids;
    std::sort(listed.begin(), listed.end());
    for (const qint64 uid : m_pending->uids) {
        m_left.erase(uid);
        if (!std::binary_search(listed.begin(), listed.end(), uid))
            drop(uid); // deleted, or hidden since it was moved to another index
    }
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

void MeilisearchSync::absorbAnchors(const Seen &seen)
{
    std::vector<qint64> missing;
    for (const qint64 uid : m_pending->uids) {
        if (std::find(seen.uids.begin(), seen.uids.end(), uid) == seen.uids.end())
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

void MeilisearchSync::absorbCount(const TaskList &list)
{
    m_countsComing.byState[indexOf(m_pending->state)] = list.total;
    if (m_pending->state != TaskState::Canceled)
        return;
    m_countsComing.total = m_total;
    m_counts = m_countsComing;
    m_update->counts = m_counts;
}

void MeilisearchSync::absorbBatches(const BatchList &list)
{
    switch (m_pending->topic) {
    case Topic::RunningBatch: {
        const QByteArray running = list.batches.isEmpty() ? QByteArray() : list.batches.first().id.toLatin1();
        if (!m_runningBatch.isEmpty() && running != m_runningBatch) {
            m_endedBatch = m_runningBatch;
            askNow({.topic = Topic::EndedBatch});
        }
        m_runningBatch = running;
        m_update->batches = list.batches;
        return;
    }
    case Topic::EndedBatch:
        m_update->batches = list.batches;
        if (list.batches.isEmpty()) {
            // Aborted: no record stays, and its number is given to another. Nothing of it must go on being shown.
            taskglass::Batch aborted;
            aborted.id = QString::fromLatin1(m_endedBatch);
            m_update->batches = {aborted};
        }
        m_endedBatch.clear();
        return;
    case Topic::NewestBatch:
        if (list.next >= 0 && list.next < m_newestBatch && !m_knowledge->isRestricted())
            m_replaced = true; // batches are not part of a dump: numbers begin again
        m_newestBatch = list.next;
        return;
    case Topic::First:
    case Topic::New:
    case Topic::Newest:
    case Topic::Newer:
    case Topic::Open:
    case Topic::OpenCount:
    case Topic::Running:
    case Topic::Ended:
    case Topic::OpenSweep:
    case Topic::Left:
    case Topic::Window:
    case Topic::One:
    case Topic::Probe:
    case Topic::Whole:
    case Topic::Count:
    case Topic::Anchors:
    case Topic::Older:
    case Topic::Sweep:
        return;
    }
}

void MeilisearchSync::dropMissing(const Seen &seen, qint64 low, qint64 high)
{
    std::vector<qint64> listed = seen.uids;
    std::sort(listed.begin(), listed.end());
    for (const qint64 uid : m_known.between(low, high)) {
        if (!std::binary_search(listed.begin(), listed.end(), uid))
            drop(uid);
    }
}

void MeilisearchSync::drop(qint64 uid)
{
    if (!m_known.erase(uid))
        return;
    m_open.erase(uid);
    m_running.erase(uid);
    m_left.erase(uid);
    m_anchors.erase(uid);
    m_moved = true;
    m_update->gone << QString::number(uid);
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

bool MeilisearchSync::cope(const HttpRequest &request, const Error &error)
{
    const bool noSuchTask = error.serverCode == "task_not_found"_L1;
    if (m_pending->topic == Topic::Probe && noSuchTask)
        return true; // nothing new
    if (m_pending->topic == Topic::One && noSuchTask) {
        askNow({.topic = Topic::Whole}); // tasks are never deleted there: the list tells what happened
        return true;
    }
    const bool learnt = m_knowledge->learn(request, error);
    const bool aboutBatches = request.target.startsWith("/batches");
    if (aboutBatches && (learnt || error.kind == Error::Kind::BadResponse || error.kind == Error::Kind::NotFound))
        return true; // tasks matter more than their progress
    if (learnt && m_pending->topic == Topic::New) {
        askNow({.topic = Topic::Newest, .limit = 0});
        return true;
    }
    // A parameter or route that this version should know: it is another version now.
    if (isMissingRoute(error) || (error.kind == Error::Kind::BadRequest && !unknownParameter(error).isEmpty()))
        m_detectAgain = true;
    return false;
}

} // namespace taskglass::meilisearch
