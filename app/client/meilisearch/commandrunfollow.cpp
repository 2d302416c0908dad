// SPDX-License-Identifier: GPL-3.0-or-later
// The half of MeilisearchCommandRun that follows the server's tasks for it, then reads what became of the members.
#include "app/client/meilisearch/commandrun.h"

#include "app/client/answererror.h"
#include "app/client/meilisearch/requests.h"
#include "app/client/pagetask.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>
#include <utility>

namespace taskglass::meilisearch {

namespace {

constexpr DurationNs kLongestPause = 2 * kNsPerSecond;
constexpr qint64 kShown = 1'000;

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Meilisearch)
};

} // namespace

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
