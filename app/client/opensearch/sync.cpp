// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/opensearch/sync.h"

#include "app/client/answererror.h"
#include "app/client/opensearch/errors.h"
#include "app/client/opensearch/requests.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::opensearch {

namespace {

/// More results than these wait for the time between rounds: the next list is due.
constexpr int kResultsInRound = 10;
/// From here on the cluster is asked no more often than its answers take, times kRestFactor.
constexpr DurationNs kSlow = 500 * kNsPerMs;
constexpr qint64 kLarge = 16 * 1024 * 1024;
constexpr int kRestFactor = 5;
constexpr int kLongestRestMs = 60'000;

} // namespace

OpenSearchSync::OpenSearchSync(std::shared_ptr<Knowledge> knowledge, std::shared_ptr<const Decoder> decoder)
    : m_knowledge(std::move(knowledge))
    , m_decoder(std::move(decoder))
    , m_ledger(std::make_shared<Ledger>())
{
}

std::shared_ptr<const Decoder> OpenSearchSync::decoder() const
{
    if (m_pending != Topic::List)
        return m_decoder;
    return std::make_shared<ComparingDecoder>(m_decoder, m_ledger, m_knowledge->canAskForResults());
}

void OpenSearchSync::beginRound(EpochNs, bool afterGap)
{
    // Another cluster may have taken the place of this one while nobody looked.
    m_clusterWanted = m_clusterWanted || (afterGap && !m_knowledge->clusterUuid().isEmpty());
    if (!m_roundOver)
        return; // the round under way serves as well
    m_roundOver = false;
    m_listWanted = true;
    m_resultsAsked = 0;
}

std::optional<HttpRequest> OpenSearchSync::next(EpochNs)
{
    m_pending.reset();
    const Lane lane = m_roundOver ? Lane::Background : Lane::Poll;
    HttpRequest request;
    if (!m_roundOver && m_clusterWanted) {
        m_pending = Topic::Cluster;
        request = getRoot(lane);
    } else if (!m_roundOver && m_listWanted) {
        m_pending = Topic::List;
        request = listTasks({}, m_detailed, *m_knowledge, lane);
    } else if (m_ledger->hasEnded()) {
        m_pending = Topic::Result;
        request = getTask(m_ledger->nextEnded(), lane);
    } else {
        return {};
    }
    request.serial = ++m_serial;
    return request;
}

void OpenSearchSync::absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome)
{
    if (!m_pending || request.serial != m_serial)
        return;
    m_update = TaskUpdate {};
    m_update->receivedAt = receivedAt;
    if (!outcome && m_knowledge->learn(request, outcome.error())) {
        // Asked in another way at once: the server did not know a parameter.
        m_pending.reset();
        m_update.reset();
        return;
    }
    switch (*m_pending) {
    case Topic::Cluster:
        absorbCluster(outcome);
        break;
    case Topic::List:
        absorbList(outcome);
        break;
    case Topic::Result:
        absorbResult(outcome);
        break;
    }
    m_pending.reset();
    const bool moreWanted = m_clusterWanted || m_listWanted || (m_ledger->hasEnded() && m_resultsAsked < kResultsInRound);
    m_roundOver = m_roundOver || !moreWanted;
    if (m_update && !m_update->page && m_update->gone.isEmpty() && m_update->forgotten.isEmpty() && !m_update->nodes)
        m_update.reset();
}

/// Whatever the round still wanted, the next one will want again.
void OpenSearchSync::failRound(const Error &error)
{
    m_error = error;
    m_listWanted = false;
    m_roundOver = true;
    m_update.reset();
}

void OpenSearchSync::absorbCluster(const Result<DecodedPtr> &outcome)
{
    if (!outcome) {
        failRound(outcome.error());
        return;
    }
    m_clusterWanted = false;
    const auto *root = dynamic_cast<const RootInfo *>(outcome.value().get());
    const bool isOther = root && !root->clusterUuid.isEmpty() && root->clusterUuid != "_na_"_L1
        && root->clusterUuid != m_knowledge->clusterUuid();
    if (!isOther)
        return;
    m_detectAgain = true;
    m_listWanted = false;
    m_ledger->forgetEnded();
}

void OpenSearchSync::absorbList(const Result<DecodedPtr> &outcome)
{
    if (!outcome) {
        if (outcome.error().kind == Error::Kind::TooLarge && m_detailed)
            m_detailed = false; // descriptions make the most of it
        const bool hasNoList = !m_started && isMissingRoute(outcome.error());
        failRound(hasNoList ? errorOf(Error::Kind::Unsupported, QCoreApplication::translate("OpenSearch", "This server does not list its tasks: perhaps it is a hosted one that keeps them to itself."))
                            : outcome.error());
        return;
    }
    m_listWanted = false;
    const auto *compared = dynamic_cast<const Compared *>(outcome.value().get());
    Q_ASSERT(compared);
    m_update = compared->update;
    m_knowledge->setNodes(m_ledger->nodes().nodes());
    m_started = true;
    m_progress.complete = true;
    m_progress.loaded = qint64(m_ledger->open());
    m_progress.busy = m_ledger->isBusy();
    noteCost(*compared->listing);
}

void OpenSearchSync::absorbResult(const Result<DecodedPtr> &outcome)
{
    ++m_resultsAsked;
    const EpochNs now = m_update->receivedAt;
    if (outcome) {
        m_update = m_ledger->absorbResult(dynamic_cast<const TaskResult *>(outcome.value().get()), now);
        if (m_update->page)
            m_update->page = withNode(*m_update->page, *m_knowledge);
        return;
    }
    const Error &error = outcome.error();
    const bool isAnswer = error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Auth || error.kind == Error::Kind::BadRequest
        || error.kind == Error::Kind::BadResponse || error.kind == Error::Kind::TooLarge;
    if (!isAnswer && m_ledger->askAgain())
        failRound(error);
    else
        m_update = m_ledger->absorbResult(nullptr, now);
}

void OpenSearchSync::noteCost(const Listing &listing)
{
    m_bytes = listing.bytes;
    // To wait for a node that does not answer is no work for the others.
    const bool isWork = listing.nodeFailures.isEmpty() && listing.sentAt != kNoTime && listing.receivedAt != kNoTime;
    m_took = isWork ? listing.receivedAt - listing.sentAt : 0;
    // These servers send no Date: but they began with our own request between its sending and the answer's end.
    if (listing.ownStartMillis >= 0)
        m_skew.learn(listing.ownStartMillis * kNsPerMs, kNsPerMs, listing.sentAt, listing.receivedAt);
}

std::pair<int, QString> OpenSearchSync::leastInterval() const
{
    if (m_took < kSlow && m_bytes < kLarge)
        return {};
    const qint64 rest = std::clamp<qint64>(m_took / kNsPerMs * kRestFactor, 1'000, kLongestRestMs);
    return {int(rest), QCoreApplication::translate("OpenSearch", "The list of tasks costs the cluster much: it is asked less often.")};
}

} // namespace taskglass::opensearch
