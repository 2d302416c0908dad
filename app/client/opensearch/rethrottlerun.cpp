// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/opensearch/rethrottlerun.h"

#include "app/client/opensearch/actions.h"
#include "app/client/opensearch/errors.h"
#include "app/client/opensearch/requests.h"
#include "app/client/pagetask.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::opensearch {

namespace {

/// A task that has just begun has no speed yet; one that moves to another node is busy for a moment.
constexpr int kMostTries = 4;

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OpenSearch)
};

QString reasonOf(const Error &error)
{
    return error.kind == Error::Kind::Auth || error.serverMessage.isEmpty() ? error.message : error.serverMessage;
}

} // namespace

RethrottleRun::RethrottleRun(std::shared_ptr<Knowledge> knowledge, std::shared_ptr<const Decoder> decoder, const Command &command,
                             EpochNs now)
    : m_knowledge(std::move(knowledge))
    , m_decoder(std::move(decoder))
    , m_lines(command, now)
    , m_now(now)
{
    if (const auto refused = refusalOf(command, m_knowledge->capabilities().rethrottle)) {
        m_lines.fail(*refused, now);
        return;
    }
    for (const TaskId &id : command.ids)
        m_asks.add({id});
}

std::optional<HttpRequest> RethrottleRun::next(EpochNs now)
{
    m_now = now;
    return isOver() ? std::nullopt : m_asks.next(now, [this](const Ask &ask) { return requestFor(ask); });
}

HttpRequest RethrottleRun::requestFor(const Ask &ask) const
{
    return ask.name.empty() ? getTask(ask.id, Lane::Demand)
                            : rethrottleTask(ask.name, ask.id, m_lines.report().command.requestsPerSecond);
}

void RethrottleRun::absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome)
{
    const std::optional<Ask> ask = m_asks.takeAnswered(request);
    if (!ask)
        return;
    m_now = receivedAt;
    if (!outcome)
        m_knowledge->learn(request, outcome.error());
    if (ask->name.empty())
        absorbTask(*ask, outcome);
    else
        absorbChange(*ask, outcome);
    if (m_asks.isEmpty())
        m_lines.finish(m_now);
}

void RethrottleRun::absorbTask(const Ask &ask, const Result<DecodedPtr> &outcome)
{
    using Kind = CommandOutcome::Kind;
    const TaskId &id = ask.id;
    if (!outcome) {
        const Error &error = outcome.error();
        if (error.kind == Error::Kind::NotFound) {
            m_lines.set(id, Kind::AlreadyFinished);
            return;
        }
        m_lines.setError(error);
        m_lines.set(id, Kind::Refused, reasonOf(error));
        return;
    }
    const auto *result = dynamic_cast<const TaskResult *>(outcome.value().get());
    if (!result)
        return;
    if (result->completed) {
        m_lines.set(id, Kind::AlreadyFinished);
        return;
    }
    const TaskPage &page = *result->page;
    const std::string_view name = rethrottleName(page.strings.at(page.rows.front().type));
    if (name.empty())
        m_lines.set(id, Kind::Refused, Words::tr("This task has no speed that could be changed."));
    else
        m_asks.addFirst({id, std::string(name)});
}

void RethrottleRun::absorbChange(const Ask &ask, const Result<DecodedPtr> &outcome)
{
    using Kind = CommandOutcome::Kind;
    const TaskId &id = ask.id;
    if (!outcome) {
        m_lines.setError(outcome.error());
        const bool isAnswer = outcome.error().httpStatus >= 400 && outcome.error().httpStatus < 500;
        m_lines.set(id, isAnswer ? Kind::Refused : Kind::NotConfirmed, isAnswer ? reasonOf(outcome.error()) : QString());
        return;
    }
    const auto *listing = dynamic_cast<const Listing *>(outcome.value().get());
    if (!listing)
        return;
    const auto &rows = listing->page->rows;
    const bool isChanged = std::any_of(rows.begin(), rows.end(), [&](const TaskRow &row) { return idOf(*listing->page, row) == id; });
    if (isChanged) {
        m_lines.set(id, Kind::Rethrottled);
        m_lines.setAccepted(1);
    } else if (!listing->taskFailures.isEmpty()) {
        tryAgain(ask, listing->taskFailures.first().reason);
    } else if (!listing->nodeFailures.isEmpty() && listing->nodeFailures.first().type != "resource_not_found_exception"_L1) {
        m_lines.set(id, Kind::Refused, listing->nodeFailures.first().reason);
    } else {
        m_lines.set(id, Kind::AlreadyFinished);
    }
}

void RethrottleRun::tryAgain(const Ask &ask, const QString &reason)
{
    if (ask.tries + 1 >= kMostTries) {
        m_lines.set(ask.id, CommandOutcome::Kind::Refused, reason);
        return;
    }
    m_asks.addFirst({ask.id, ask.name, ask.tries + 1});
    m_asks.waitUntil(m_now + kNsPerSecond);
}

} // namespace taskglass::opensearch
