// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/watchcommand.h"

#include "app/terminal/listcommand.h"
#include "models/store/taskcolumns.h"

#include <QTimer>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace taskglass {

WatchCommand::WatchCommand(const Invocation &invocation, Console &console, ServerSession &session, const TaskFilter &filter)
    : TextCommand(invocation, console, session)
    , m_limit(invocation.limit.value_or(invocation.all ? std::numeric_limits<int>::max() : ListCommand::kUsualLimit))
    , m_tasks(session, filter, std::nullopt, m_limit, invocation.all)
    , m_news(filter, format() == TextFormat::Json || format() == TextFormat::NdJson)
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
    std::vector<Slot> first;
    for (int row = 0; row < m_tasks.model().rowCount(); ++row) {
        const Slot slot = m_tasks.model().slotAt(row);
        if (row < m_limit || TaskNews::isOpen(server().store().stateAt(slot))) // an old task that still runs is what one watches for
            first.push_back(slot);
    }
    if (!write(m_writer->begin()))
        return;
    for (auto slot = first.rbegin(); slot != first.rend(); ++slot) { // newest last, where the changes will follow
        const Task task = server().store().task(*slot);
        m_news.show(*slot, task);
        printTask(task, TaskEvent::Added);
    }
    const TaskColumns &all = server().store().columns();
    EpochNs newest = kNoTime;
    for (Slot slot = 0; slot < all.slotCount(); ++slot)
        newest = std::max(newest, all.isAlive(slot) ? all.enqueuedAt[slot] : kNoTime);
    m_news.follow(newest);
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
        m_news.reset();
    }
    m_news.forget(diff.removed);
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
    const Task task = server().store().task(slot);
    if (const auto event = m_news.take(slot, task, arrived, server().serverNow()))
        printTask(task, *event);
}

void WatchCommand::printTask(const Task &task, TaskEvent event)
{
    write(m_writer->task(task, event, server().serverNow()));
}

void WatchCommand::checkIdle()
{
    if (m_following && invocation().untilIdle && server().status().phase == ConnectionStatus::Phase::Live && m_news.openCount() == 0)
        end(exitcode::kDone);
}

void WatchCommand::timeOut()
{
    if (invocation().untilIdle && !isFinished()) {
        console().say(tr("After %1 s %n task(s) are still queued or running.", nullptr, m_news.openCount()).arg(*invocation().timeoutSeconds));
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
    finish(m_news.sawFailure() && invocation().exitStatus && exitStatus != exitcode::kInterrupted ? exitcode::kTaskFailed : exitStatus);
}

} // namespace taskglass
