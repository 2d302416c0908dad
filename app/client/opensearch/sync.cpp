// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/opensearch/sync.h"

#include "app/client/answererror.h"
#include "app/client/opensearch/actions.h"
#include "app/client/opensearch/errors.h"
#include "app/client/opensearch/lookup.h"
#include "app/client/opensearch/requests.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::opensearch {

namespace {

/// More results than these wait for the time between rounds: the next list is due.
constexpr int kResultsInRound = 10;
/// A result that the server cannot read now is asked for again that often.
constexpr int kMostTries = 3;
/// From here on the cluster is asked no more often than its answers take, times kRestFactor.
constexpr DurationNs kSlow = 500 * kNsPerMs;
constexpr qint64 kLarge = 16 * 1024 * 1024;
constexpr int kRestFactor = 5;
constexpr int kLongestRestMs = 60'000;

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

OpenSearchSync::OpenSearchSync(std::shared_ptr<Knowledge> knowledge, std::shared_ptr<const Decoder> decoder)
    : m_knowledge(std::move(knowledge))
    , m_decoder(std::move(decoder))
{
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
    } else if (!m_ended.empty()) {
        m_pending = Topic::Result;
        request = getTask(textOf(m_ended.front().id), lane);
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
    const bool moreWanted = m_clusterWanted || m_listWanted || (!m_ended.empty() && m_resultsAsked < kResultsInRound);
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
    m_ended.clear();
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
    if (const auto *listing = dynamic_cast<const Listing *>(outcome.value().get()))
        takeListing(*listing);
}

void OpenSearchSync::takeListing(const Listing &listing)
{
    ++m_round;
    m_busy = false;
    m_nodes.take(listing, m_update->receivedAt);
    m_knowledge->setNodes(m_nodes.nodes());
    m_update->nodes = m_nodes.takeNews();
    m_listed = 0;
    m_open.reserve(listing.page->rows.size());
    for (std::size_t i = 0; i < listing.page->rows.size(); ++i)
        takeRow(*listing.page, listing.page->rows[i], listing.facts[i]);
    findEnded();
    m_update->page = listing.page;
    m_started = true;
    noteCost(listing);
}

void OpenSearchSync::takeRow(const TaskPage &page, const TaskRow &row, const TaskFacts &facts)
{
    const std::string_view id = page.strings.at(row.id);
    auto place = m_open.find(id);
    if (place == m_open.end()) {
        makeRoomFor(id, facts.startMillis);
        place = m_open.emplace(std::string(id), Known {}).first;
    } else if (place->second.startMillis != facts.startMillis && !place->second.housekeeping) {
        const TaskId kept = keptId(textOf(id), place->second.startMillis);
        m_update->renamed.append({textOf(id), kept});
        setGone(kept.toStdString(), place->second);
    }
    m_listed += place->second.round == m_round ? 0U : 1U;
    place->second = {facts.startMillis, m_update->receivedAt, m_round, facts.mayHaveResult, row.housekeeping};
    m_busy = m_busy || !row.housekeeping;
}

/// The store may still have an ended task under the id of one that has just begun.
void OpenSearchSync::makeRoomFor(std::string_view id, qint64 startMillis)
{
    const auto asked = std::find_if(m_ended.begin(), m_ended.end(), [id](const Ended &ended) { return ended.id == id; });
    if (asked != m_ended.end()) { // its result cannot be had any more: the server gives it for the other
        const Known task = asked->task;
        m_ended.erase(asked);
        if (task.startMillis == startMillis)
            return;
        const TaskId kept = keptId(textOf(id), task.startMillis);
        m_update->renamed.append({textOf(id), kept});
        setGone(kept.toStdString(), task);
        return;
    }
    const auto past = m_past.find(id);
    if (past == m_past.end())
        return;
    const qint64 start = past->second;
    m_past.erase(past);
    if (start == startMillis)
        return; // it is listed again: its node had only been away
    const TaskId kept = keptId(textOf(id), start);
    m_update->renamed.append({textOf(id), kept});
    keepForLater(kept.toStdString(), start);
}

void OpenSearchSync::keepForLater(const std::string &id, qint64 startMillis)
{
    m_past.insert_or_assign(id, startMillis);
    m_pastOrder.push_back(id);
    while (m_past.size() > kPastKept) {
        if (m_past.erase(m_pastOrder.front()) > 0)
            m_update->forgotten << QString::fromStdString(m_pastOrder.front());
        m_pastOrder.pop_front();
    }
}

void OpenSearchSync::findEnded()
{
    if (m_listed == m_open.size())
        return; // a walk over tens of thousands for nothing
    for (auto task = m_open.begin(); task != m_open.end();) {
        const bool isListed = task->second.round == m_round;
        if (isListed || (m_nodes.hasSilent() && m_nodes.isSilent(textOf(nodeOf(task->first))))) {
            ++task;
            continue;
        }
        if (task->second.mayHaveResult && m_knowledge->canAskForResults())
            m_ended.push_back({task->first, task->second, 0});
        else
            setGone(task->first, task->second);
        task = m_open.erase(task);
    }
}

void OpenSearchSync::setGone(const std::string &id, const Known &task)
{
    if (task.housekeeping) {
        m_update->forgotten << QString::fromStdString(id);
        return;
    }
    keepForLater(id, task.startMillis);
    m_update->gone << QString::fromStdString(id);
    m_update->goneSeenAt = m_update->goneSeenAt == kNoTime ? task.seenAt : std::min(m_update->goneSeenAt, task.seenAt);
}

void OpenSearchSync::absorbResult(const Result<DecodedPtr> &outcome)
{
    Ended ended = std::move(m_ended.front());
    m_ended.pop_front();
    ++m_resultsAsked;
    if (!outcome) {
        const Error &error = outcome.error();
        const bool isAnswer = error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Auth
            || error.kind == Error::Kind::BadRequest || error.kind == Error::Kind::BadResponse || error.kind == Error::Kind::TooLarge;
        if (isAnswer || ++ended.tries >= kMostTries) {
            setGone(ended.id, ended.task);
            return;
        }
        m_ended.push_back(std::move(ended));
        failRound(error);
        return;
    }
    const auto *result = dynamic_cast<const TaskResult *>(outcome.value().get());
    // An old result can stand under a number that a restarted node gave to another task.
    const bool isSame = result && result->startMillis == ended.task.startMillis;
    if (isSame && !result->completed) {
        m_open.emplace(ended.id, ended.task); // it had only been left out of the list
        return;
    }
    if (!isSame || !result->hasOutcome) {
        setGone(ended.id, ended.task);
        return;
    }
    m_update->page = withNode(*result->page, *m_knowledge);
    keepForLater(ended.id, ended.task.startMillis);
}

void OpenSearchSync::noteCost(const Listing &listing)
{
    m_bytes = listing.bytes;
    m_took = listing.sentAt == kNoTime || listing.receivedAt == kNoTime ? 0 : listing.receivedAt - listing.sentAt;
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

SyncProgress OpenSearchSync::progress() const
{
    SyncProgress progress;
    progress.loaded = qint64(m_open.size());
    progress.complete = m_started;
    progress.busy = m_busy;
    return progress;
}

} // namespace taskglass::opensearch
