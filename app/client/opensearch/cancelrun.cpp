// SPDX-License-Identifier: GPL-3.0-or-later
// The half of CancelRun that asks tasks to stop, and takes in what the server says to that.
#include "app/client/opensearch/cancelrun.h"

#include "app/client/opensearch/filterscope.h"
#include "app/client/pagetask.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::opensearch {

namespace {

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OpenSearch)
};

} // namespace

bool CancelRun::isLost(const Error &error)
{
    return error.httpStatus == 0 || error.kind == Error::Kind::Server || error.kind == Error::Kind::RateLimited;
}

CancelRun::CancelRun(std::shared_ptr<Knowledge> knowledge, std::shared_ptr<const Decoder> decoder, const Command &command, EpochNs now)
    : m_knowledge(std::move(knowledge))
    , m_decoder(std::move(decoder))
    , m_lines(command, now)
    , m_now(now)
{
    const Capabilities can = m_knowledge->capabilities();
    if (const auto refused = refusalOf(command, abilityFor(can, command.kind, command.ids.isEmpty()))) {
        m_lines.fail(*refused, now);
        return;
    }
    if (command.ids.size() >= kWorthAFilter && !command.filter.isEmpty())
        m_scope = scopeOf(command.filter, m_knowledge->nodes()).value_or(ListScope {});
    if (m_scope.isEmpty())
        askOneByOne();
    else
        m_asks.add({Topic::Recheck});
}

void CancelRun::askOneByOne()
{
    for (const TaskId &id : m_lines.report().command.ids)
        m_asks.add({Topic::CancelOne, id});
}

std::optional<HttpRequest> CancelRun::next(EpochNs now)
{
    m_now = now;
    if (isOver())
        return {};
    return m_asks.next(now, [this](const Ask &ask) { return requestFor(ask); }, std::size_t(mostInFlight()));
}

HttpRequest CancelRun::requestFor(const Ask &ask) const
{
    const bool waits = m_lines.report().command.waitForEnd;
    switch (ask.topic) {
    case Topic::Recheck:
        return listTasks(m_scope, false, *m_knowledge, Lane::Demand);
    case Topic::CancelAll:
        return cancelTasks(m_scope, waits, *m_knowledge);
    case Topic::CancelOne:
        return cancelTask(ask.id, waits, *m_knowledge);
    case Topic::Follow:
        return listTasks(followScope(), false, *m_knowledge, Lane::Demand);
    case Topic::Result:
        return getTask(ask.id, Lane::Demand);
    }
    Q_UNREACHABLE();
}

void CancelRun::absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome)
{
    const std::optional<Ask> answered = m_asks.takeAnswered(request);
    if (!answered)
        return;
    const Ask &ask = *answered;
    m_now = receivedAt;
    m_update.reset();
    if (!outcome && m_knowledge->learn(request, outcome.error())) {
        m_asks.addFirst(ask); // the server did not know a parameter
        return;
    }
    m_answered = m_answered || outcome;
    switch (ask.topic) {
    case Topic::Recheck:
        absorbRecheck(outcome);
        break;
    case Topic::CancelAll:
    case Topic::CancelOne:
        absorbCancel(ask, request, outcome);
        break;
    case Topic::Follow:
        absorbFollow(outcome);
        break;
    case Topic::Result:
        absorbResult(ask, outcome);
        break;
    }
    if (!isOver() && m_asks.isEmpty() && m_asks.isAnswered())
        plan();
}

/// The filter must hit what was shown and nothing else: what started since is not to be stopped.
void CancelRun::absorbRecheck(const Result<DecodedPtr> &outcome)
{
    const auto *listing = outcome ? dynamic_cast<const Listing *>(outcome.value().get()) : nullptr;
    const QList<TaskId> &ids = m_lines.report().command.ids;
    QSet<TaskId> hit;
    if (listing) {
        for (const TaskRow &row : listing->page->rows) {
            if (row.cancellable != 0)
                hit.insert(idOf(*listing->page, row));
        }
    }
    if (listing && hit == QSet<TaskId>(ids.begin(), ids.end()))
        m_asks.add({Topic::CancelAll});
    else
        askOneByOne();
}

void CancelRun::absorbCancel(const Ask &ask, const HttpRequest &request, const Result<DecodedPtr> &outcome)
{
    const bool isAll = ask.topic == Topic::CancelAll;
    const QList<TaskId> asked = isAll ? m_lines.report().command.ids : QList<TaskId> {ask.id};
    if (outcome) {
        const auto *listing = dynamic_cast<const Listing *>(outcome.value().get());
        if (!listing)
            return;
        takeAnswer(*listing);
        for (const TaskId &id : asked) {
            if (!m_taken.contains(id))
                judgeMissing(id, *listing, !isAll);
        }
        return;
    }
    const Error &error = outcome.error();
    if (error.kind == Error::Kind::Auth) {
        refuseAll(ask, error);
    } else if (error.kind == Error::Kind::Timeout && request.target.contains("wait_for_completion")) {
        // It was asked to stop, and has not within the time that we wait.
        for (const TaskId &id : asked)
            m_following.insert(id);
        m_lines.setAccepted(0);
    } else if (isLost(error) && ask.tries + 1 < kMostTries) {
        m_lines.setError(error);
        m_asks.addFirst({ask.topic, ask.id, ask.tries + 1});
        m_asks.waitUntil(m_now + std::max<qint64>(error.retryAfterMs * kNsPerMs, (ask.tries + 1) * kNsPerSecond));
    } else if (isAll) {
        m_lines.setError(error);
        askOneByOne();
    } else if (isLost(error)) {
        m_lines.setError(error);
        m_lines.set(ask.id, CommandOutcome::Kind::NotConfirmed);
    } else {
        refuse(ask.id, error.serverMessage.isEmpty() ? error.message : error.serverMessage);
    }
}

/// What the answer lists was asked to stop; nothing else was, whatever the status says.
void CancelRun::takeAnswer(const Listing &listing)
{
    const QList<TaskId> &ids = m_lines.report().command.ids;
    const QSet<TaskId> meant(ids.begin(), ids.end());
    qint64 others = 0;
    qint64 taken = 0;
    for (std::size_t i = 0; i < listing.page->rows.size(); ++i) {
        const TaskId id = idOf(*listing.page, listing.page->rows[i]);
        if (!meant.contains(id)) {
            ++others;
            continue;
        }
        m_mayHaveResult.insert(id, listing.facts[i].mayHaveResult);
        if (m_taken.contains(id))
            continue;
        m_taken.insert(id);
        m_following.insert(id);
        m_accepted << id;
        ++taken;
    }
    if (taken > 0)
        m_lines.setAccepted(taken);
    if (others > 0)
        m_lines.setDifference(QCoreApplication::translate("OpenSearch", "%n task(s) that had just started matched the filter, too, and were asked to stop with the others: check which ones.", nullptr, int(others)));
}

void CancelRun::judgeMissing(const TaskId &id, const Listing &listing, bool isByOne)
{
    const QString node = id.section(u':', 0, 0);
    const auto isAbout = [&](const ServerFailure &failure) { return failure.task == id || (failure.task.isEmpty() && failure.node == node); };
    const QList<ServerFailure> failures = listing.taskFailures + listing.nodeFailures;
    const auto failure = std::find_if(failures.begin(), failures.end(), isAbout);
    if (failure == failures.end() || (!isByOne && failure->task.isEmpty())) {
        ended(id);
        return;
    }
    const bool cannot = failure->reason.contains("doesn't support"_L1);
    if (failure->type == "illegal_state_exception"_L1) { // before 7.8: somebody has asked it already
        m_following.insert(id);
        m_lines.setAccepted(0);
    } else if (cannot) {
        refuse(id, Words::tr("This task cannot be canceled: the server does not offer it."));
    } else if (failure->type == "resource_not_found_exception"_L1) {
        ended(id);
    } else if (failure->type == "no_such_node_exception"_L1) {
        refuse(id, Words::tr("Its node is no longer part of the cluster."));
    } else {
        refuse(id, failure->reason.isEmpty() ? failure->type : failure->reason);
    }
}

void CancelRun::refuse(const TaskId &id, const QString &reason)
{
    m_lines.set(id, CommandOutcome::Kind::Refused, reason);
    m_notTaken << id;
}

/// A missing right is missing for all that have not been asked yet; what becomes of the others is still seen to.
void CancelRun::refuseAll(const Ask &ask, const Error &error)
{
    m_lines.setError(error);
    for (const TaskId &id : ask.topic == Topic::CancelAll ? m_lines.report().command.ids : QList<TaskId> {ask.id})
        refuse(id, error.message);
    for (const Ask &other : m_asks.takeWaiting([](const Ask &waiting) { return waiting.topic == Topic::CancelOne; }))
        refuse(other.id, error.message);
}

} // namespace taskglass::opensearch
