// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/meilisearch/sync.h"

#include "app/client/meilisearch/errors.h"

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::meilisearch {

namespace {
/// Loaded without being asked: enough for days of most servers, a few seconds of loading, 10 MB of memory.
constexpr qint64 kLoadedByItself = 20'000;
/// The first older page; later ones grow as long as the server is quick.
constexpr qint64 kFirstPageSize = 1'000;
} // namespace

MeilisearchSync::MeilisearchSync(std::shared_ptr<Knowledge> knowledge, std::shared_ptr<const Decoder> decoder)
    : m_knowledge(std::move(knowledge))
    , m_decoder(std::move(decoder))
    , m_wanted(kLoadedByItself)
    , m_pageSize(kFirstPageSize)
{
}

void MeilisearchSync::beginRound(EpochNs now, bool afterGap)
{
    m_now = now;
    m_afterGap = m_afterGap || afterGap;
    if (!m_roundOver)
        return; // the round under way serves as well
    m_asks.clear();
    m_roundOver = false;
    m_openPlanned = false;
    m_endPlanned = false;
    m_moved = false;
    m_wholeRead = false;
    m_arrived = 0;
    planRound();
}

std::optional<HttpRequest> MeilisearchSync::next(EpochNs now)
{
    m_now = now;
    m_pending.reset();
    m_inBackground = m_roundOver;
    if (m_roundOver) {
        m_pending = nextBackground();
    } else {
        m_pending = std::move(m_asks.front());
        m_asks.pop_front();
    }
    if (!m_pending)
        return {};
    HttpRequest request = requestFor(*m_pending);
    request.lane = m_inBackground ? Lane::Background : Lane::Poll;
    request.serial = ++m_serial;
    return request;
}

void MeilisearchSync::absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome)
{
    if (!m_pending || request.serial != m_serial)
        return;
    m_update = TaskUpdate {};
    m_update->receivedAt = receivedAt;
    if (!outcome) {
        if (!cope(request, outcome.error())) {
            // Whatever the round still wanted, the next one will want again.
            m_error = outcome.error();
            m_asks.clear();
            m_roundOver = true;
            m_pending.reset();
            m_update.reset();
            return;
        }
    } else if (const auto *tasks = dynamic_cast<const TaskList *>(outcome.value().get())) {
        absorbTasks(*tasks);
    } else if (const auto *batches = dynamic_cast<const BatchList *>(outcome.value().get())) {
        absorbBatches(*batches);
    }
    m_pending.reset();
    if (m_replaced)
        reset();
    // Stages are planned when the one before has been answered, as they depend on it.
    if (!m_roundOver && m_asks.empty() && m_started && !m_openPlanned) {
        m_openPlanned = true;
        planOpen();
    }
    if (!m_roundOver && m_asks.empty() && !m_endPlanned && m_started) {
        m_endPlanned = true;
        planEnd();
    }
    m_roundOver = m_roundOver || m_asks.empty();
    const bool hasNews = m_update->reset || m_update->page || !m_update->gone.isEmpty() || !m_update->batches.isEmpty()
        || m_update->counts;
    if (!hasNews)
        m_update.reset();
}

SyncProgress MeilisearchSync::progress() const
{
    SyncProgress progress;
    progress.counts = m_counts;
    progress.loaded = m_known.count();
    progress.complete = m_started && m_olderFrom < 0;
    progress.backfilling = m_started && m_olderFrom >= 0 && m_wanted > 0;
    progress.wanted = m_wanted;
    progress.busy = !m_open.isEmpty() || m_openTotal > 0;
    return progress;
}

void MeilisearchSync::loadOlder(qint64 tasks)
{
    constexpr qint64 kAll = std::numeric_limits<qint64>::max();
    m_wanted = tasks == 0 || m_wanted > kAll - tasks ? kAll : m_wanted + tasks;
}

void MeilisearchSync::stopLoading()
{
    m_wanted = 0;
}

/// Another database answers: nothing that was known holds.
void MeilisearchSync::reset()
{
    const EpochNs receivedAt = m_update->receivedAt;
    m_known.clear();
    m_open.clear();
    m_running.clear();
    m_left.clear();
    m_anchors.clear();
    m_replaced = false;
    m_started = false;
    m_newest = m_newestDeletion = m_newestBatch = m_olderFrom = m_sweepFrom = m_openSweepFrom = -1;
    m_endedUntil = m_newestEnd = m_endedRun = kNoTime;
    m_runningBatch.clear();
    m_endedBatch.clear();
    m_total = m_totalAtNewest = m_openTotal = -1;
    m_counts = {};
    m_countedAt = m_identityAt = m_sweptAt = m_openSweptAt = m_wholeAt = kNoTime;
    m_sweepWanted = m_openSweepOn = false;
    m_pageSize = kFirstPageSize;
    m_windowCursor = 0;
    m_wanted = std::max(m_wanted, kLoadedByItself);
    m_update = TaskUpdate {};
    m_update->receivedAt = receivedAt;
    m_update->reset = true;
    m_asks.clear();
    m_openPlanned = false;
    m_endPlanned = false;
    // Goes on at once with what is there now; if this was found between rounds, the next one does.
    if (!m_roundOver)
        planRound();
}

} // namespace taskglass::meilisearch
