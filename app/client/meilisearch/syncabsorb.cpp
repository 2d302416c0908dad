// SPDX-License-Identifier: GPL-3.0-or-later
// What any answer means: its rows, counts and batches, and the errors that say something.
#include "app/client/meilisearch/errors.h"
#include "app/client/meilisearch/sync.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::meilisearch {

namespace {

constexpr std::size_t kAnchors = 4;

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
        absorbOpenCount(list);
        return;
    case Topic::Running:
        absorbRunning(list, seen);
        return;
    case Topic::Ended:
        absorbEnded(list);
        return;
    case Topic::OpenSweep:
        absorbOpenSweep(list, seen);
        return;
    case Topic::Left:
        absorbLeft(seen);
        return;
    case Topic::Window:
        absorbWindow(seen);
        return;
    case Topic::One:
        absorbOne();
        return;
    case Topic::Probe:
        absorbProbe();
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
    }
    if (!seen.uids.empty()) {
        std::sort(seen.uids.begin(), seen.uids.end());
        seen.lowest = seen.uids.front();
        seen.highest = seen.uids.back();
        m_update->page = list.page;
    }
    return seen;
}

bool MeilisearchSync::Seen::has(qint64 uid) const
{
    return std::binary_search(uids.begin(), uids.end(), uid);
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

void MeilisearchSync::dropMissing(const Seen &seen, qint64 low, qint64 high)
{
    for (const qint64 uid : m_known.between(low, high)) {
        if (!seen.has(uid))
            drop(uid);
    }
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
