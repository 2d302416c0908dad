// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/cancelcommand.h"

#include "app/terminal/canceltext.h"
#include "app/terminal/safetext.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr int kToken = 1;            ///< There is one preview only.
constexpr int kTasksListed = 20;
constexpr qint64 kTypedFrom = 100;   ///< From so many tasks on "y" is too easily typed.
constexpr std::chrono::seconds kFollowFor {60};

} // namespace

CancelCommand::CancelCommand(const Invocation &invocation, Console &console, ServerSession &session, const CommandDraft &draft)
    : TextCommand(invocation, console, session)
    , m_draft(draft)
{
    connect(&server(), &WatchedServer::previewReady, this, [this](int, const CommandPreview &preview) { takePreview(preview); });
    connect(&server(), &WatchedServer::previewFailed, this, [this](int, const Error &error) { finishWith(error); });
    connect(&server(), &WatchedServer::reportChanged, this, &CancelCommand::takeReport);
    connect(&console, &Console::answered, this, &CancelCommand::takeAnswer);
}

void CancelCommand::begin()
{
    const Capabilities &can = server().status().capabilities;
    const Ability &ability = m_draft.ids.isEmpty() ? can.cancelByFilter : can.cancel;
    if (!ability) {
        console().say(ability.reason);
        return finish(exitcode::kNotAllowed);
    }
    server().preview(kToken, m_draft);
}

bool CancelCommand::survives(const Error &)
{
    return m_step == Step::Following; // polling may stumble; the command's own report tells how it ends
}

void CancelCommand::takePreview(const CommandPreview &preview)
{
    if (isFinished() || m_step != Step::Previewing)
        return;
    m_preview = preview;
    m_preview.command.reason = invocation().reason;
    const QString text = previewText(preview, server().profile(), kTasksListed);
    if (invocation().dryRun) {
        if (write((text + u'\n' + safeLines(preview.curl).trimmed() + u'\n').toUtf8())) {
            console().say(tr("Nothing was sent."));
            finish(exitcode::kDone);
        }
        return;
    }
    console().tell(text);
    if (preview.count == 0) {
        console().say(tr("There is nothing to cancel, and nothing was sent."));
        return finish(m_draft.ids.isEmpty() ? exitcode::kDone : exitcode::kTaskFailed);
    }
    if (invocation().yes)
        send();
    else
        ask();
}

bool CancelCommand::mustTypeNumber() const
{
    const bool production = server().profile().environment == Environment::Production;
    return m_preview.count >= kTypedFrom || (production && m_draft.ids.isEmpty());
}

void CancelCommand::ask()
{
    m_step = Step::Asking;
    const int count = int(m_preview.count);
    console().ask(mustTypeNumber() ? tr("Type %1 to cancel these tasks, anything else to keep them running: ").arg(m_preview.count)
                                   : tr("Cancel %n task(s)? [y/N] ", nullptr, count));
}

void CancelCommand::takeAnswer(const QString &answer)
{
    if (isFinished() || m_step != Step::Asking)
        return;
    const QString yes = tr("y", "the letter that means yes");
    const bool agreed = mustTypeNumber() ? answer == QString::number(m_preview.count)
                                         : answer.compare(yes, Qt::CaseInsensitive) == 0 || answer.compare(tr("yes", "the word that means yes"), Qt::CaseInsensitive) == 0;
    if (agreed)
        return send();
    console().say(tr("Nothing was sent."));
    finish(exitcode::kFailed);
}

void CancelCommand::send()
{
    m_step = Step::Following;
    if (invocation().timeoutSeconds)
        QTimer::singleShot(std::chrono::seconds(*invocation().timeoutSeconds), this, &CancelCommand::giveUp);
    else if (!invocation().wait)
        QTimer::singleShot(kFollowFor, this, &CancelCommand::giveUp);
    server().send(m_preview.command);
}

void CancelCommand::takeReport(const CommandReport &report)
{
    if (isFinished() || m_step != Step::Following || report.command.id != m_preview.command.id)
        return;
    m_report = report;
    switch (report.phase) {
    case CommandReport::Phase::Sending:
    case CommandReport::Phase::Accepted:
        return;
    case CommandReport::Phase::Done: return end(report);
    case CommandReport::Phase::Failed:
        if (!report.outcomes.isEmpty() && !write(reportText(report).toUtf8()))
            return;
        if (report.error)
            finishWith(*report.error);
        else
            finish(exitcode::kFailed);
        return;
    }
}

void CancelCommand::giveUp()
{
    if (isFinished())
        return;
    for (CommandOutcome &outcome : m_report.outcomes) {
        if (outcome.kind == CommandOutcome::Kind::Pending)
            outcome.kind = CommandOutcome::Kind::NotConfirmed;
    }
    console().say(tr("The server accepted the cancel, but has not said that every task ended. Watch on with: taskglass watch"));
    end(m_report);
}

void CancelCommand::end(const CommandReport &report)
{
    if (!write(reportText(report).toUtf8()))
        return;
    if (!report.difference.isEmpty())
        console().say(report.difference);
    finish(tookForEveryTask(report) ? exitcode::kDone : exitcode::kTaskFailed);
}

void CancelCommand::interrupt()
{
    if (m_step == Step::Following)
        console().say(tr("The cancel was sent; it goes on, but is no longer followed."));
    else
        console().say(tr("Nothing was sent."));
    finish(exitcode::kInterrupted);
}

} // namespace taskglass
