// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/capabilities.h"
#include "models/domain/command.h"

#include <QHash>

namespace taskglass::opensearch {

/// A CommandReport under construction: a line per task, and the phases that follow from them.
class ReportLines
{
public:
    ReportLines(const Command &command, EpochNs now);

    [[nodiscard]] const CommandReport &report() const { return m_report; }
    [[nodiscard]] bool isOver() const;
    [[nodiscard]] CommandOutcome::Kind kindOf(const TaskId &id) const;

    /// Nothing was sent, or nothing came of it.
    void fail(const Error &error, EpochNs now);
    void setError(const Error &error) { m_report.error = error; }
    void setDifference(const QString &sentence) { m_report.difference = sentence; }
    /// The server took it: the report is Accepted from here on.
    void setAccepted(qint64 tasks);
    void set(const TaskId &id, CommandOutcome::Kind kind, const QString &reason = {});
    /// True when no line is Pending any more.
    [[nodiscard]] bool isSettled() const { return m_pending == 0; }
    /// Done, or Failed when the server took nothing and an error is known.
    void finish(EpochNs now);

private:
    CommandReport m_report;
    QHash<TaskId, qsizetype> m_line;
    qsizetype m_pending = 0;
};

/// An error for a command that names no tasks or was never previewed, or that \a ability denies; empty when it may be sent.
[[nodiscard]] std::optional<Error> refusalOf(const Command &command, const Ability &ability);

} // namespace taskglass::opensearch
