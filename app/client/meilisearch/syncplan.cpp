// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/meilisearch/requests.h"
#include "app/client/meilisearch/sync.h"

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::meilisearch {

namespace {

/// The first rows should be on screen at once: some 30 KB.
constexpr qint64 kFirstLimit = 100;
constexpr qint64 kNewLimit = 200;
/// Up to here the open tasks are listed each round; beyond, only what runs and what ended is.
constexpr qint64 kOpenListed = 300;
constexpr qint64 kRunningLimit = 1'000;
constexpr DurationNs kCountEvery = 10 * kNsPerSecond;
constexpr DurationNs kIdentityEvery = 60 * kNsPerSecond;
/// Without a sign, in case one was missed: cheap enough at this pace.
constexpr DurationNs kOpenSweepEvery = 5 * 60 * kNsPerSecond;
constexpr DurationNs kSweepEvery = 30 * 60 * kNsPerSecond;
constexpr DurationNs kRestrictedSweepEvery = 5 * 60 * kNsPerSecond;
/// 0.25 to 0.27 list everything or nothing: below this size the whole list is read each round.
constexpr qint64 kSmallWhole = 64 * 1024;
constexpr DurationNs kWholeEvery = 30 * kNsPerSecond;
constexpr qint64 kSingleReads = 20;
constexpr qint64 kOtherWindow = 150;

bool isDue(EpochNs last, DurationNs every, EpochNs now)
{
    return last == kNoTime || now - last >= every || now < last;
}

} // namespace

bool MeilisearchSync::usesReverse() const
{
    return m_knowledge->dialect().hasBatches() && m_knowledge->accepts(u"reverse"_s);
}

bool MeilisearchSync::manyOpen() const
{
    return std::max(m_openTotal, m_open.count()) > kOpenListed;
}

/// A restricted key's page counts what it may not see: the page must be long enough to reach past other indexes' tasks.
qint64 MeilisearchSync::newLimit() const
{
    if (!m_knowledge->isRestricted() || m_total < 0 || m_totalAtNewest < 0)
        return kNewLimit;
    return std::max<qint64>(kNewLimit, m_total - m_totalAtNewest + kNewLimit);
}

void MeilisearchSync::planRound()
{
    const Generation generation = m_knowledge->dialect().generation();
    if (generation == Generation::Unpaged) {
        const DurationNs every = std::max(kWholeEvery, 20 * m_wholeTook);
        const bool isSmall = m_wholeBytes <= kSmallWhole;
        m_probes = 0;
        if (!m_started || isSmall || m_afterGap || isDue(m_wholeAt, every, m_now))
            ask({.topic = Topic::Whole});
        else
            ask({.topic = Topic::Probe, .from = m_newest + 1});
        return;
    }
    if (!m_started) {
        ask({.topic = Topic::First, .limit = kFirstLimit});
        return;
    }
    if (usesReverse())
        ask({.topic = Topic::New, .from = m_newest + 1, .limit = newLimit()});
    else
        ask({.topic = Topic::Newest, .limit = m_knowledge->dialect().hasTotals() ? 0 : 1});
    if (m_afterGap || isDue(m_identityAt, kIdentityEvery, m_now))
        planIdentity();
}

/// Is it still the same database? Newest uid, a few tasks that must not change, newest batch.
void MeilisearchSync::planIdentity()
{
    m_identityAt = m_now;
    m_afterGap = false;
    if (!m_knowledge->dialect().hasFilters())
        return; // Newest is part of each round there; anchors are compared whenever they come by
    if (usesReverse())
        ask({.topic = Topic::Newest, .limit = 0});
    Ask anchors {.topic = Topic::Anchors};
    for (const auto &[uid, anchor] : m_anchors)
        anchors.uids.push_back(uid);
    if (!anchors.uids.empty()) {
        anchors.limit = qint64(anchors.uids.size());
        ask(std::move(anchors));
    }
    if (m_knowledge->hasBatches())
        ask({.topic = Topic::NewestBatch});
}

void MeilisearchSync::planOpen()
{
    switch (m_knowledge->dialect().generation()) {
    case Generation::Unpaged:
        // Strictly in order there: when the oldest open task still waits, so do the others.
        if (!m_wholeRead && !m_open.isEmpty())
            ask({.topic = Topic::One, .from = m_open.firstFrom(0), .limit = kSingleReads});
        return;
    case Generation::Singular: {
        if (m_open.isEmpty())
            return;
        // The oldest open ones, as they end first; those that run; and in turn some others, as batches may take tasks out
        // of order.
        m_windowSize = std::max(m_windowSize, kSingleReads);
        const qint64 lowest = m_open.firstFrom(0);
        const qint64 covered = lowest + m_windowSize;
        ask({.topic = Topic::Window, .from = covered - 1, .limit = m_windowSize});
        const qint64 running = m_running.firstFrom(covered);
        if (running >= 0)
            ask({.topic = Topic::Window, .from = running + kOtherWindow - 1, .limit = kOtherWindow});
        qint64 other = m_open.firstFrom(std::max(m_windowCursor, covered));
        if (other < 0)
            other = m_open.firstFrom(covered);
        if (other >= 0)
            ask({.topic = Topic::Window, .from = other + kOtherWindow - 1, .limit = kOtherWindow});
        m_windowCursor = other + kOtherWindow;
        return;
    }
    case Generation::Plural:
    case Generation::Batched:
        break;
    }
    if (!manyOpen()) {
        ask({.topic = Topic::Open, .limit = kOpenListed + kNewLimit});
        return;
    }
    ask({.topic = Topic::Running, .limit = std::max(kRunningLimit, 2 * m_running.count())});
    if (!m_knowledge->dialect().hasTotals())
        m_openTotal = -1; // not told any more: what is known to be open decides next time
    m_endedRun = kNoTime;
    if (m_endedUntil != kNoTime) {
        // A cancelation's victims may show up an instant after the task with the same stamp: look twice.
        ask({.topic = Topic::Ended, .limit = m_pageSize, .after = m_endedUntil - (m_overlap ? 1 : 0)});
        m_overlap = false;
    }
    if (m_knowledge->dialect().hasTotals())
        ask({.topic = Topic::OpenCount});
}

void MeilisearchSync::planEnd()
{
    // One request for up to 500 of them; more in the next turn of absorb(), as planned below.
    if (!m_left.isEmpty() && m_knowledge->dialect().hasFilters()) {
        const qint64 all = m_left.count();
        const std::vector<qint64> uids = m_left.between(0, std::numeric_limits<qint64>::max(), all);
        for (std::size_t begin = 0; begin < uids.size(); begin += std::size_t(kUidsPerRequest)) {
            const std::size_t end = std::min(uids.size(), begin + std::size_t(kUidsPerRequest));
            ask({.topic = Topic::Left,
                 .limit = qint64(end - begin),
                 .uids = std::vector<qint64>(uids.begin() + qint64(begin), uids.begin() + qint64(end))});
        }
    }
    if (m_knowledge->hasBatches() && !m_running.isEmpty())
        ask({.topic = Topic::RunningBatch});
    else if (!m_runningBatch.isEmpty())
        m_endedBatch = std::exchange(m_runningBatch, QByteArray());
    if (!m_endedBatch.isEmpty())
        ask({.topic = Topic::EndedBatch});
    // All open ones were listed, and those that left are known: what ends from now on ends later.
    if (!manyOpen() && m_left.isEmpty())
        m_endedUntil = std::max(m_endedUntil, m_newestEnd);
    planCounts();
}

void MeilisearchSync::planCounts()
{
    if (!m_knowledge->dialect().hasTotals() || !(m_moved || !m_left.isEmpty() || isDue(m_countedAt, kCountEvery, m_now)))
        return;
    m_countedAt = m_now;
    m_countsComing = {};
    for (const TaskState state : {TaskState::Queued, TaskState::Running, TaskState::Succeeded, TaskState::Failed,
                                  TaskState::Canceled})
        ask({.topic = Topic::Count, .state = state});
}

std::optional<MeilisearchSync::Ask> MeilisearchSync::nextBackground()
{
    const Generation generation = m_knowledge->dialect().generation();
    if (!m_started || generation == Generation::Unpaged)
        return {};
    if (m_olderFrom >= 0 && m_wanted > 0)
        return Ask {.topic = Topic::Older, .from = m_olderFrom, .limit = std::min(m_pageSize, m_wanted)};
    if (!m_knowledge->dialect().hasFilters())
        return {}; // tasks are neither deleted nor renamed before 0.30
    if (m_openSweptAt == kNoTime)
        m_openSweptAt = m_now;
    if (!m_openSweepOn && manyOpen() && isDue(m_openSweptAt, kOpenSweepEvery, m_now)) {
        m_openSweepOn = true;
        m_openSweepFrom = m_newest;
    }
    if (m_openSweepOn)
        return Ask {.topic = Topic::OpenSweep, .from = m_openSweepFrom, .limit = m_pageSize};
    if (m_sweptAt == kNoTime)
        m_sweptAt = m_now;
    const DurationNs every = m_knowledge->isRestricted() ? kRestrictedSweepEvery : kSweepEvery;
    if (m_sweepFrom < 0 && !m_known.isEmpty() && (m_sweepWanted || isDue(m_sweptAt, every, m_now))) {
        m_sweepFrom = m_newest;
        m_sweepWanted = false;
        m_sweptAt = m_now;
    }
    if (m_sweepFrom >= 0)
        return Ask {.topic = Topic::Sweep, .from = m_sweepFrom, .limit = m_pageSize};
    return {};
}

HttpRequest MeilisearchSync::requestFor(const Ask &ask) const
{
    const auto list = [](const Query &query) { return listTasks(query, Lane::Poll); };
    const auto open = QByteArrayLiteral("enqueued,processing");
    const auto ended = QByteArrayLiteral("succeeded,failed,canceled");
    Query query;
    switch (ask.topic) {
    case Topic::First:
    case Topic::Newest:
        return list(query.add("limit", ask.limit));
    case Topic::New:
        return list(query.add("from", ask.from).add("reverse", "true").add("limit", ask.limit));
    case Topic::Newer:
    case Topic::Window:
    case Topic::Older:
    case Topic::Sweep:
        if (ask.from >= 0)
            query.add("from", ask.from);
        return list(query.add("limit", ask.limit));
    case Topic::Open:
        return list(query.add("statuses", open).add("limit", ask.limit));
    case Topic::OpenCount:
        return list(query.add("statuses", open).add("limit", 0));
    case Topic::OpenSweep:
        return list(query.add("statuses", open).add("from", ask.from).add("limit", ask.limit));
    case Topic::Running:
        return list(query.add("statuses", "processing").add("limit", ask.limit));
    case Topic::Ended:
        query.add("statuses", ended).add("afterFinishedAt", formatRfc3339(ask.after));
        if (ask.from >= 0)
            query.add("from", ask.from);
        return list(query.add("limit", ask.limit));
    case Topic::Left:
    case Topic::Anchors:
        return list(query.add("uids", joined(ask.uids)).add("limit", ask.limit));
    case Topic::Count: {
        const char *const word = ask.state == TaskState::Queued ? "enqueued"
            : ask.state == TaskState::Running                   ? "processing"
            : ask.state == TaskState::Succeeded                 ? "succeeded"
            : ask.state == TaskState::Failed                    ? "failed"
                                                                : "canceled";
        return list(query.add("statuses", word).add("limit", 0));
    }
    case Topic::One:
    case Topic::Probe:
        return getTask(ask.from, Lane::Poll);
    case Topic::Whole:
        return list({});
    case Topic::RunningBatch:
        return listBatches(query.add("statuses", "processing").add("limit", 1), Lane::Poll);
    case Topic::EndedBatch:
        return listBatches(query.add("batchUids", m_endedBatch).add("limit", 1), Lane::Poll);
    case Topic::NewestBatch:
        return listBatches(query.add("limit", 0), Lane::Poll);
    }
    Q_UNREACHABLE();
}

} // namespace taskglass::meilisearch
