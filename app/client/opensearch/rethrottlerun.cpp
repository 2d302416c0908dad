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
        m_asks.push_back({id});
}

std::optional<HttpRequest> RethrottleRun::next(EpochNs now)
{
    m_now = now;
    if (isOver() || m_pending || m_asks.empty() || (m_notBefore != kNoTime && now < m_notBefore))
        return {};
    m_notBefore = kNoTime;
    m_pending = std::move(m_asks.front());
    m_asks.pop_front();
    HttpRequest request = m_pending->name.empty()
        ? getTask(m_pending->id, Lane::Demand)
        : rethrottleTask(m_pending->name, m_pending->id, m_lines.report().command.requestsPerSecond);
    request.serial = ++m_serial;
    return request;
}

void RethrottleRun::absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome)
{
    if (!m_pending || request.serial != m_serial)
        return;
    m_now = receivedAt;
    if (!outcome)
        m_knowledge->learn(request, outcome.error());
    if (m_pending->name.empty())
        absorbTask(outcome);
    else
        absorbChange(outcome);
    m_pending.reset();
    if (m_asks.empty())
        m_lines.finish(m_now);
}

void RethrottleRun::absorbTask(const Result<DecodedPtr> &outcome)
{
    using Kind = CommandOutcome::Kind;
    const TaskId id = m_pending->id;
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
        m_asks.push_front({id, std::string(name)});
}

void RethrottleRun::absorbChange(const Result<DecodedPtr> &outcome)
{
    using Kind = CommandOutcome::Kind;
    const TaskId id = m_pending->id;
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
        tryAgain(listing->taskFailures.first().reason);
    } else if (!listing->nodeFailures.isEmpty() && listing->nodeFailures.first().type != "resource_not_found_exception"_L1) {
        m_lines.set(id, Kind::Refused, listing->nodeFailures.first().reason);
    } else {
        m_lines.set(id, Kind::AlreadyFinished);
    }
}

void RethrottleRun::tryAgain(const QString &reason)
{
    if (m_pending->tries + 1 >= kMostTries) {
        m_lines.set(m_pending->id, CommandOutcome::Kind::Refused, reason);
        return;
    }
    m_asks.push_front({m_pending->id, m_pending->name, m_pending->tries + 1});
    m_notBefore = m_now + kNsPerSecond;
}

} // namespace taskglass::opensearch
