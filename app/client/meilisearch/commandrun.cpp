// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/meilisearch/commandrun.h"

#include "app/client/answererror.h"
#include "app/client/meilisearch/errors.h"
#include "app/client/meilisearch/requests.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <span>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::meilisearch {

namespace {

constexpr DurationNs kFirstPause = 150 * kNsPerMs;
constexpr DurationNs kLongestPause = 2 * kNsPerSecond;
constexpr qint64 kShown = 1'000;
constexpr int kMostTries = 5;

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Meilisearch)
};

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

void MeilisearchCommandRun::planFollow(EpochNs now)
{
    m_pause = std::clamp(m_pause, kFirstPause, kLongestPause);
    m_asks.waitUntil(now + m_pause);
    m_pause *= 2;
    m_asks.add({Topic::Follow, getTask(m_waitingFor.first(), Lane::Demand), {}, m_waitingFor.first()});
}

void MeilisearchCommandRun::absorbFollow(const Ask &ask, const Result<DecodedPtr> &outcome)
{
    if (!outcome) {
        if (outcome.error().kind == Error::Kind::NotFound || outcome.error().kind == Error::Kind::Auth)
            m_waitingFor.removeOne(ask.uid); // hidden from a key of some indexes: the members will tell
        return; // anything else is asked again after a pause
    }
    const auto *list = dynamic_cast<const TaskList *>(outcome.value().get());
    if (!list || list->page->rows.empty() || !isFinal(list->page->rows.front().state))
        return;
    const TaskRow &row = list->page->rows.front();
    const bool isCancel = m_report.command.kind == CommandKind::Cancel;
    const QByteArray details = detailsOf(rawOf(*list->page, row));
    if (const auto matched = countIn(details, "matchedTasks"))
        m_report.matched = m_report.matched.value_or(0) + *matched;
    if (const auto affected = countIn(details, isCancel ? "canceledTasks" : "deletedTasks"))
        m_report.affected = m_report.affected.value_or(0) + *affected;
    if (row.state == TaskState::Failed) {
        const std::string_view message = list->page->strings.at(row.errorMessage);
        Error error = errorOf(Error::Kind::Server, Words::tr("The server accepted the command, but its task failed."));
        error.serverMessage = QString::fromUtf8(message.data(), qsizetype(message.size()));
        m_report.error = error;
    }
    m_waitingFor.removeOne(ask.uid);
}

void MeilisearchCommandRun::planMembers()
{
    m_membersPlanned = true;
    const std::vector<qint64> uids = uidsOf(m_report.command.ids);
    const std::span<const qint64> all(uids);
    for (std::size_t begin = 0; begin < all.size(); begin += std::size_t(kUidsPerRequest)) {
        const auto chunk = all.subspan(begin, std::min(std::size_t(kUidsPerRequest), all.size() - begin));
        Ask ask {Topic::Members,
                 listTasks(Query().add("uids", joined(chunk)).add("limit", qint64(chunk.size())), Lane::Demand)};
        for (const qint64 uid : chunk)
            ask.ids << QString::number(uid);
        m_asks.add(ask);
    }
    const bool isByFilter = uids.empty() && m_report.command.kind == CommandKind::Cancel && !m_report.serverTasks.isEmpty();
    if (isByFilter)
        m_asks.add({Topic::Members,
                    listTasks(Query().add("canceledBy", m_report.serverTasks.first().toLatin1()).add("limit", kShown),
                              Lane::Demand)});
}

void MeilisearchCommandRun::absorbMembers(const Ask &ask, const Result<DecodedPtr> &outcome)
{
    const bool isCancel = m_report.command.kind == CommandKind::Cancel;
    const auto *list = outcome ? dynamic_cast<const TaskList *>(outcome.value().get()) : nullptr;
    if (!list) {
        for (const TaskId &id : ask.ids)
            setOutcome(id, CommandOutcome::Kind::NotConfirmed);
        return;
    }
    QList<TaskId> absent = ask.ids;
    for (const TaskRow &row : list->page->rows) {
        const TaskId id = QString::number(row.idNumber);
        absent.removeOne(id);
        const auto line = m_line.find(id);
        if (line != m_line.end() && m_report.outcomes[line->second].kind == CommandOutcome::Kind::Refused)
            continue;
        const std::string_view by = list->page->strings.at(row.canceledBy);
        const bool isOurs = m_report.serverTasks.contains(QString::fromUtf8(by.data(), qsizetype(by.size())));
        if (isCancel && row.state == TaskState::Canceled && isOurs)
            setOutcome(id, CommandOutcome::Kind::Canceled);
        else if (isCancel && isFinal(row.state))
            setOutcome(id, CommandOutcome::Kind::AlreadyFinished);
        else
            setOutcome(id, CommandOutcome::Kind::NotConfirmed);
        if (isCancel && !isFinal(row.state))
            m_notTaken << id;
    }
    for (const TaskId &id : std::as_const(absent))
        setOutcome(id, isCancel ? CommandOutcome::Kind::NotConfirmed : CommandOutcome::Kind::Deleted);
    if (m_update)
        m_update->gone << absent;
}

void MeilisearchCommandRun::finish(EpochNs now)
{
    m_report.doneAt = now;
    m_report.difference = differenceInWords();
    m_report.phase = m_report.serverTasks.isEmpty() ? CommandReport::Phase::Failed : CommandReport::Phase::Done;
    if (m_report.phase == CommandReport::Phase::Failed && m_report.command.kind == CommandKind::Cancel)
        m_notTaken << m_accepted;
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

QString MeilisearchCommandRun::differenceInWords() const
{
    const qint64 previewed = m_report.command.previewed;
    if (!m_report.matched || !m_report.affected)
        return {};
    if (*m_report.matched > previewed)
        return Words::tr("The server matched %1 tasks, more than the %2 that were shown: check which ones.")
            .arg(*m_report.matched)
            .arg(previewed);
    if (*m_report.affected == previewed)
        return {};
    if (m_report.command.kind == CommandKind::Delete)
        return Words::tr("%1 of the %2 tasks were deleted; the others were gone or not finished.").arg(*m_report.affected).arg(previewed);
    return Words::tr("%1 of the %2 tasks were canceled; the others had ended or started to end before the server got to them.")
        .arg(*m_report.affected)
        .arg(previewed);
}

} // namespace taskglass::meilisearch
