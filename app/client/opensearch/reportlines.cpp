// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/opensearch/reportlines.h"

#include "app/client/answererror.h"
#include "app/client/opensearch/errors.h"

#include <QCoreApplication>

#include <algorithm>

namespace taskglass::opensearch {

ReportLines::ReportLines(const Command &command, EpochNs now)
{
    m_report.command = command;
    m_report.sentAt = now;
    for (const TaskId &id : command.ids)
        set(id, CommandOutcome::Kind::Pending);
}

bool ReportLines::isOver() const
{
    return m_report.phase == CommandReport::Phase::Done || m_report.phase == CommandReport::Phase::Failed;
}

CommandOutcome::Kind ReportLines::kindOf(const TaskId &id) const
{
    const auto line = m_line.constFind(id);
    return line == m_line.cend() ? CommandOutcome::Kind::NotConfirmed : m_report.outcomes[*line].kind;
}

void ReportLines::set(const TaskId &id, CommandOutcome::Kind kind, const QString &reason)
{
    const auto line = m_line.constFind(id);
    if (line == m_line.cend()) {
        m_line.insert(id, m_report.outcomes.size());
        m_report.outcomes.append({id, kind, reason});
    } else {
        m_pending -= m_report.outcomes[*line].kind == CommandOutcome::Kind::Pending ? 1 : 0;
        m_report.outcomes[*line] = {id, kind, reason};
    }
    m_pending += kind == CommandOutcome::Kind::Pending ? 1 : 0;
}

void ReportLines::setAccepted(qint64 tasks)
{
    m_report.matched = m_report.matched.value_or(0) + tasks;
    m_report.phase = CommandReport::Phase::Accepted;
}

void ReportLines::finish(EpochNs now)
{
    const auto done = std::count_if(m_report.outcomes.begin(), m_report.outcomes.end(), [](const CommandOutcome &line) {
        return line.kind == CommandOutcome::Kind::Canceled || line.kind == CommandOutcome::Kind::Rethrottled;
    });
    m_report.affected = done;
    m_report.doneAt = now;
    const bool nothingTaken = m_report.phase == CommandReport::Phase::Sending && m_report.error;
    m_report.phase = nothingTaken ? CommandReport::Phase::Failed : CommandReport::Phase::Done;
}

void ReportLines::fail(const Error &error, EpochNs now)
{
    m_report.error = error;
    m_report.doneAt = now;
    m_report.phase = CommandReport::Phase::Failed;
}

std::optional<Error> refusalOf(const Command &command, const Ability &ability)
{
    if (!ability)
        return errorOf(Error::Kind::Unsupported, ability.reason);
    if (command.ids.isEmpty())
        return errorOf(Error::Kind::ReadOnly, QCoreApplication::translate("OpenSearch", "The command does not say which tasks it means; nothing was sent."));
    return {};
}

} // namespace taskglass::opensearch
