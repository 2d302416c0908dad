// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/watchcommand.h"

#include "app/terminal/listcommand.h"
#include "models/domain/filtermatch.h"
#include "models/store/taskcolumns.h"

#include <QTimer>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

bool isOpen(TaskState state)
{
    return state == TaskState::Queued || state == TaskState::Running || state == TaskState::CancelRequested;
}

/// "id:123": such a task is meant whatever happened to it before.
bool namesIds(const TaskFilter &filter)
{
    const auto clauses = filter.conjunction();
    return clauses && std::any_of(clauses->begin(), clauses->end(), [](const FilterClause &clause) { return clause.field == FilterField::Id; });
}

} // namespace

WatchCommand::WatchCommand(const Invocation &invocation, Console &console, ServerSession &session, const TaskFilter &filter)
    : TextCommand(invocation, console, session)
    , m_filter(filter)
    , m_limit(invocation.limit.value_or(invocation.all ? std::numeric_limits<int>::max() : ListCommand::kUsualLimit))
    , m_tasks(session, filter, std::nullopt, m_limit, invocation.all)
{
    connect(&m_tasks, &NewestTasks::ready, this, &WatchCommand::printFirst);
    if (invocation.timeoutSeconds)
        QTimer::singleShot(std::chrono::seconds(*invocation.timeoutSeconds), this, &WatchCommand::timeOut);
}

void WatchCommand::begin()
{
    m_tasks.begin();
}

void WatchCommand::statusChanged(const ConnectionStatus &status)
{
    if (status.phase == ConnectionStatus::Phase::Live && !m_trouble.isEmpty()) {
        m_trouble.clear();
        console().say(tr("%1 answers again.").arg(server().profile().name));
    }
    m_tasks.statusChanged(status);
    checkIdle();
}

bool WatchCommand::survives(const Error &error)
{
    if (server().status().phase == ConnectionStatus::Phase::Refused)
        return false;
    if (const QString sentence = sentenceFor(error); sentence != m_trouble) { // told once, not at each attempt
        m_trouble = sentence;
        console().say(tr("%1 Trying again.").arg(sentence));
    }
    return true;
}

void WatchCommand::printFirst()
{
    m_writer = makeTaskWriter(writerOptions(true));
    const bool meant = namesIds(m_filter);
    std::vector<Slot> first;
    for (int row = 0; row < m_tasks.model().rowCount(); ++row) {
        const Slot slot = m_tasks.model().slotAt(row);
        if (row < m_limit || isOpen(server().store().stateAt(slot))) // an old task that still runs is what one watches for
            first.push_back(slot);
    }
    if (!write(m_writer->begin()))
        return;
    for (auto slot = first.rbegin(); slot != first.rend(); ++slot) { // newest last, where the changes will follow
        const Task task = server().store().task(*slot);
        Shown shown = shownOf(task);
        shown.counts = meant || isOpen(task.state);
        m_failure |= shown.counts && task.state == TaskState::Failed;
        m_shown.insert(task.id, shown);
        printTask(task, TaskEvent::Added);
    }
    const TaskColumns &all = server().store().columns();
    for (Slot slot = 0; slot < all.slotCount(); ++slot)
        m_newest = std::max(m_newest, all.isAlive(slot) ? all.enqueuedAt[slot] : kNoTime);
    write(m_writer->settle());
    if (const QList<QString> columns = m_writer->leftOff(); !columns.isEmpty())
        console().say(tr("These columns did not fit the terminal: %1. Choose some with --columns.").arg(columns.join(", "_L1)));
    m_following = true;
    connect(&server().store(), &TaskStore::diffApplied, this, &WatchCommand::takeDiff);
    checkIdle();
}

void WatchCommand::takeDiff(const StoreDiff &diff)
{
    if (diff.reset) {
        console().say(tr("The server was wiped or replaced; starting over."));
        m_shown.clear();
        m_newest = kNoTime;
    }
    for (const Slot slot : diff.added)
        takeTask(slot, true);
    for (const Slot slot : diff.changed)
        takeTask(slot, false);
    write(m_writer->settle());
    checkIdle();
}

void WatchCommand::takeTask(Slot slot, bool arrived)
{
    if (isFinished())
        return;
    const TaskId id = server().store().idAt(slot);
    const auto known = m_shown.find(id);
    const Task task = server().store().task(slot);
    if (known == m_shown.end() && !matches(m_filter, task, server().serverNow()))
        return;
    const bool older = arrived && task.enqueuedAt && *task.enqueuedAt <= m_newest;
    if (known == m_shown.end() && older && !isOpen(task.state))
        return;
    Shown now = shownOf(task);
    // A task that begins to match, or arrives already ended (it was quick), counts; one from an older page does not.
    now.counts = known != m_shown.end() ? known->counts : arrived || isOpen(task.state);
    if (known != m_shown.end() && !task.gone && !isNews(*known, now))
        return;
    m_failure |= now.counts && task.state == TaskState::Failed;
    printTask(task, task.gone ? TaskEvent::Gone : known == m_shown.end() ? TaskEvent::Added : TaskEvent::Changed);
    if (task.gone)
        m_shown.remove(id);
    else
        m_shown.insert(id, now);
}

WatchCommand::Shown WatchCommand::shownOf(const Task &task) const
{
    Shown shown;
    shown.state = task.state;
    if (task.progress) {
        shown.phase = task.progress->phase;
        shown.tenth = task.progress->percent ? int(*task.progress->percent / 10) : -1;
    }
    const bool json = format() == TextFormat::Json || format() == TextFormat::NdJson;
    shown.fingerprint = json ? qHash(taskToJson(task, {})) : 0;
    return shown;
}

bool WatchCommand::isNews(const Shown &before, const Shown &now) const
{
    return before.state != now.state || before.phase != now.phase || before.tenth != now.tenth || before.fingerprint != now.fingerprint;
}

void WatchCommand::printTask(const Task &task, TaskEvent event)
{
    write(m_writer->task(task, event, server().serverNow()));
}

int WatchCommand::openCount() const
{
    return int(std::count_if(m_shown.begin(), m_shown.end(), [](const Shown &shown) { return isOpen(shown.state); }));
}

void WatchCommand::checkIdle()
{
    if (m_following && invocation().untilIdle && server().status().phase == ConnectionStatus::Phase::Live && openCount() == 0)
        end(exitcode::kDone);
}

void WatchCommand::timeOut()
{
    if (invocation().untilIdle && !isFinished()) {
        console().say(tr("After %1 s %n task(s) are still queued or running.", nullptr, openCount()).arg(*invocation().timeoutSeconds));
        end(exitcode::kFailed);
    } else {
        end(exitcode::kDone);
    }
}

void WatchCommand::interrupt()
{
    end(exitcode::kInterrupted);
}

void WatchCommand::end(int exitStatus)
{
    if (isFinished())
        return;
    if (m_writer && !write(m_writer->end()))
        return;
    finish(m_failure && invocation().exitStatus && exitStatus != exitcode::kInterrupted ? exitcode::kTaskFailed : exitStatus);
}

} // namespace taskglass
