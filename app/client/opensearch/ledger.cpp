// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/opensearch/ledger.h"

#include "app/client/opensearch/actions.h"
#include "app/client/opensearch/lookup.h"

#include <algorithm>

namespace taskglass::opensearch {

namespace {

/// A result that the server cannot read now is asked for again that often.
constexpr int kMostTries = 3;

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

TaskUpdate Ledger::absorbList(const Listing &listing, EpochNs now, bool asksForResults)
{
    TaskUpdate update;
    update.receivedAt = now;
    update.page = listing.page;
    ++m_round;
    m_busy = false;
    m_nodes.take(listing, now);
    update.nodes = m_nodes.takeNews();
    m_listed = 0;
    m_open.reserve(listing.page->rows.size());
    for (std::size_t i = 0; i < listing.page->rows.size(); ++i)
        takeRow(*listing.page, listing.page->rows[i], listing.facts[i], update);
    findEnded(asksForResults, update);
    return update;
}

void Ledger::takeRow(const TaskPage &page, const TaskRow &row, const TaskFacts &facts, TaskUpdate &update)
{
    const std::string_view id = page.strings.at(row.id);
    auto place = m_open.find(id);
    if (place == m_open.end()) {
        makeRoomFor(id, facts.startMillis, update);
        place = m_open.emplace(std::string(id), Known {}).first;
    } else if (place->second.startMillis != facts.startMillis && !place->second.housekeeping) {
        setGone(keepUnderOtherName(id, place->second.startMillis, update), place->second, update);
    }
    m_listed += place->second.round == m_round ? 0U : 1U;
    place->second = {facts.startMillis, update.receivedAt, m_round, facts.mayHaveResult, row.housekeeping};
    m_busy = m_busy || !row.housekeeping;
}

std::string Ledger::keepUnderOtherName(std::string_view id, qint64 startMillis, TaskUpdate &update) const
{
    const TaskId kept = keptId(textOf(id), startMillis);
    update.renamed.append({textOf(id), kept});
    return kept.toStdString();
}

/// The store may still have an ended task under the id of one that has just begun.
void Ledger::makeRoomFor(std::string_view id, qint64 startMillis, TaskUpdate &update)
{
    const auto asked = std::find_if(m_ended.begin(), m_ended.end(), [id](const Ended &ended) { return ended.id == id; });
    if (asked != m_ended.end()) { // its result cannot be had any more: the server gives it for the other
        const Known task = asked->task;
        m_ended.erase(asked);
        if (task.startMillis != startMillis)
            setGone(keepUnderOtherName(id, task.startMillis, update), task, update);
        return;
    }
    const auto past = m_past.find(id);
    if (past == m_past.end())
        return;
    const qint64 start = past->second;
    m_past.erase(past);
    if (start != startMillis) // else it is listed again: its node had only been away
        keepForLater(keepUnderOtherName(id, start, update), start, update);
}

void Ledger::keepForLater(const std::string &id, qint64 startMillis, TaskUpdate &update)
{
    m_past.insert_or_assign(id, startMillis);
    m_pastOrder.push_back(id);
    while (m_past.size() > kPastKept) {
        if (m_past.erase(m_pastOrder.front()) > 0)
            update.forgotten << textOf(m_pastOrder.front());
        m_pastOrder.pop_front();
    }
}

void Ledger::findEnded(bool asksForResults, TaskUpdate &update)
{
    if (m_listed == m_open.size())
        return; // a walk over tens of thousands for nothing
    for (auto task = m_open.begin(); task != m_open.end();) {
        const bool isListed = task->second.round == m_round;
        if (isListed || (m_nodes.hasSilent() && m_nodes.isSilent(textOf(nodeOf(task->first))))) {
            ++task;
            continue;
        }
        if (task->second.mayHaveResult && asksForResults)
            m_ended.push_back({task->first, task->second, 0});
        else
            setGone(task->first, task->second, update);
        task = m_open.erase(task);
    }
}

void Ledger::setGone(const std::string &id, const Known &task, TaskUpdate &update)
{
    if (task.housekeeping) {
        update.forgotten << textOf(id);
        return;
    }
    keepForLater(id, task.startMillis, update);
    update.gone << textOf(id);
    update.goneSeenAt = update.goneSeenAt == kNoTime ? task.seenAt : std::min(update.goneSeenAt, task.seenAt);
}

TaskId Ledger::nextEnded() const
{
    return textOf(m_ended.front().id);
}

TaskUpdate Ledger::absorbResult(const TaskResult *result, EpochNs now)
{
    TaskUpdate update;
    update.receivedAt = now;
    const Ended ended = std::move(m_ended.front());
    m_ended.pop_front();
    // An old result can stand under a number that a restarted node gave to another task.
    const bool isSame = result && result->startMillis == ended.task.startMillis;
    if (isSame && !result->completed) {
        m_open.emplace(ended.id, ended.task); // it had only been left out of the list
    } else if (isSame && result->hasOutcome) {
        update.page = result->page;
        keepForLater(ended.id, ended.task.startMillis, update);
    } else {
        setGone(ended.id, ended.task, update);
    }
    return update;
}

bool Ledger::askAgain()
{
    if (m_ended.front().tries + 1 >= kMostTries)
        return false;
    Ended ended = std::move(m_ended.front());
    m_ended.pop_front();
    ++ended.tries;
    m_ended.push_back(std::move(ended));
    return true;
}

ComparingDecoder::ComparingDecoder(std::shared_ptr<const Decoder> plain, std::shared_ptr<Ledger> ledger, bool asksForResults)
    : m_plain(std::move(plain))
    , m_ledger(std::move(ledger))
    , m_asksForResults(asksForResults)
{
}

Result<DecodedPtr> ComparingDecoder::decode(const HttpAnswer &answer) const
{
    Result<DecodedPtr> plain = m_plain->decode(answer);
    auto listing = plain ? std::dynamic_pointer_cast<const Listing>(plain.value()) : nullptr;
    if (!listing)
        return plain;
    auto compared = std::make_shared<Compared>();
    compared->update = m_ledger->absorbList(*listing, answer.receivedAt, m_asksForResults);
    compared->listing = std::move(listing);
    return DecodedPtr(std::move(compared));
}

} // namespace taskglass::opensearch
