// SPDX-License-Identifier: GPL-3.0-or-later
// The half of MeilisearchCommandRun that sends: each request once, and the search for those whose answer was lost.
#include "app/client/meilisearch/commandrun.h"

#include "app/client/answererror.h"
#include "app/client/meilisearch/requests.h"
#include "app/client/pagetask.h"

#include <QUrl>

#include <algorithm>
#include <utility>

namespace taskglass::meilisearch {

namespace {

constexpr int kMostTries = 5;

QByteArray queryOf(const HttpRequest &request)
{
    return request.target.mid(request.target.indexOf('?'));
}

} // namespace

MeilisearchCommandRun::MeilisearchCommandRun(std::shared_ptr<Knowledge> knowledge, std::shared_ptr<const Decoder> decoder,
                                             const Command &command, EpochNs now)
    : m_knowledge(std::move(knowledge))
    , m_decoder(std::move(decoder))
    , m_now(now)
{
    m_report.command = command;
    m_report.sentAt = now;
    const Capabilities can = m_knowledge->capabilities();
    const Ability &ability = command.kind == CommandKind::Cancel ? can.cancel : can.deleteTasks;
    if (!ability) {
        fail(errorOf(Error::Kind::Unsupported, ability.reason));
        return;
    }
    const Result<QList<HttpRequest>> requests = commandRequests(command, m_knowledge->dialect());
    if (!requests) {
        fail(requests.error());
        return;
    }
    for (const TaskId &id : command.ids)
        setOutcome(id, CommandOutcome::Kind::Pending);
    const std::vector<qint64> uids = uidsOf(command.ids);
    std::size_t at = 0;
    for (const HttpRequest &request : requests.value()) {
        Ask ask {Topic::Send, request};
        for (const std::size_t end = std::min(uids.size(), at + std::size_t(kUidsPerRequest)); at < end; ++at)
            ask.ids << QString::number(uids[at]);
        m_asks.add(ask);
    }
}

bool MeilisearchCommandRun::isOver() const
{
    return m_report.phase == CommandReport::Phase::Done || m_report.phase == CommandReport::Phase::Failed;
}

std::optional<HttpRequest> MeilisearchCommandRun::next(EpochNs now)
{
    m_now = now;
    return isOver() ? std::nullopt : m_asks.next(now, [](const Ask &ask) { return ask.request; });
}

void MeilisearchCommandRun::absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome)
{
    const std::optional<Ask> ask = m_asks.takeAnswered(request);
    if (!ask)
        return;
    m_now = receivedAt;
    m_update.reset();
    if (outcome) {
        if (const auto *list = dynamic_cast<const TaskList *>(outcome.value().get())) {
            m_update = TaskUpdate {};
            m_update->page = list->page;
            m_update->receivedAt = receivedAt;
        }
    }
    switch (ask->topic) {
    case Topic::Send:
        absorbSend(*ask, outcome);
        break;
    case Topic::FindLost:
        absorbFindLost(*ask, outcome);
        break;
    case Topic::Follow:
        absorbFollow(*ask, outcome);
        break;
    case Topic::Members:
        absorbMembers(*ask, outcome);
        break;
    }
    if (isOver() || !m_asks.isEmpty())
        return;
    if (!m_waitingFor.isEmpty())
        planFollow(receivedAt);
    else if (!m_membersPlanned)
        planMembers();
    if (m_asks.isEmpty())
        finish(receivedAt);
}

void MeilisearchCommandRun::absorbSend(const Ask &ask, const Result<DecodedPtr> &outcome)
{
    if (outcome) {
        const auto *summary = dynamic_cast<const Summary *>(outcome.value().get());
        if (summary)
            followed(ask, summary->taskUid);
        return;
    }
    const Error &error = outcome.error();
    m_knowledge->learn(ask.request, error);
    const bool isRefused = error.httpStatus >= 400 && error.httpStatus < 500 && error.httpStatus != 408;
    if (isRefused || error.kind == Error::Kind::Tls || error.kind == Error::Kind::ReadOnly) {
        m_report.error = error;
        for (const TaskId &id : ask.ids)
            setOutcome(id, CommandOutcome::Kind::Refused, error.message);
        if (m_report.serverTasks.isEmpty() && m_asks.isEmpty())
            fail(error);
        return;
    }
    // Nobody knows whether it arrived. The command's own task would stand among the newest, with this very filter.
    m_report.error = error;
    const bool isCancel = m_report.command.kind == CommandKind::Cancel;
    Ask find {Topic::FindLost,
              listTasks(Query().add("types", isCancel ? "taskCancelation" : "taskDeletion").add("limit", 20), Lane::Demand)};
    find.ids = ask.ids;
    m_asks.addFirst(find);
    m_lostQuery = queryOf(ask.request);
    m_asks.waitUntil(m_now + kFirstPause);
}

void MeilisearchCommandRun::followed(const Ask &ask, qint64 uid)
{
    m_report.serverTasks << QString::number(uid);
    m_report.phase = CommandReport::Phase::Accepted;
    m_waitingFor << uid;
    m_pause = kFirstPause;
    if (m_report.command.kind == CommandKind::Cancel)
        m_accepted << ask.ids;
}

void MeilisearchCommandRun::absorbFindLost(const Ask &ask, const Result<DecodedPtr> &outcome)
{
    if (!outcome) {
        if (++m_lost < kMostTries) {
            m_asks.addFirst(ask);
            m_asks.waitUntil(m_now + m_lost * kNsPerSecond);
        }
        return;
    }
    const auto *list = dynamic_cast<const TaskList *>(outcome.value().get());
    if (!list)
        return;
    const QString sent = QUrl::fromPercentEncoding(m_lostQuery);
    for (const TaskRow &row : list->page->rows) {
        const QString filter = originalFilterIn(detailsOf(rawOf(*list->page, row)));
        const bool isOurs = QUrl::fromPercentEncoding(filter.toUtf8()) == sent
            && !m_report.serverTasks.contains(QString::number(row.idNumber));
        if (isOurs) {
            m_report.error.reset();
            followed(ask, row.idNumber);
            return;
        }
    }
    // It did not arrive, or this key cannot see it: the members will tell.
}

void MeilisearchCommandRun::fail(const Error &error)
{
    m_report.error = error;
    m_report.phase = CommandReport::Phase::Failed;
    m_report.doneAt = m_now;
}

void MeilisearchCommandRun::setOutcome(const TaskId &id, CommandOutcome::Kind kind, const QString &reason)
{
    const auto [line, isNew] = m_line.try_emplace(id, m_report.outcomes.size());
    if (isNew)
        m_report.outcomes.append({id, kind, reason});
    else
        m_report.outcomes[line->second] = {id, kind, reason};
}

} // namespace taskglass::meilisearch
