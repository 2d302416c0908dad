// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/showcommand.h"

#include "app/terminal/showtext.h"

namespace taskglass {

ShowCommand::ShowCommand(const Invocation &invocation, Console &console, ServerSession &session, const QList<TaskId> &ids)
    : TextCommand(invocation, console, session)
    , m_ids(ids)
{
    connect(&session, &ServerSession::taskFetched, this, &ShowCommand::takeFetched);
}

void ShowCommand::begin()
{
    if (format() != TextFormat::Table) {
        m_writer = makeTaskWriter(writerOptions(false));
        if (!write(m_writer->begin()))
            return;
    }
    fetchNext();
}

void ShowCommand::fetchNext()
{
    if (m_next < m_ids.size()) {
        server().fetchTask(m_ids.at(m_next));
        return;
    }
    if (m_writer && !write(m_writer->end()))
        return;
    finish(m_exitStatus);
}

void ShowCommand::takeFetched(const TaskId &id, const std::optional<Error> &error)
{
    if (isFinished() || m_next >= m_ids.size() || id != m_ids.at(m_next))
        return;
    ++m_next;
    const Slot slot = server().store().find(id);
    if (error || slot == kNoSlot) {
        if (error && error->kind != Error::Kind::NotFound && error->kind != Error::Kind::BadRequest)
            return finishWith(*error);
        console().say(error && error->kind == Error::Kind::BadRequest ? sentenceFor(*error)
                                                                     : tr("There is no task %1 on %2.").arg(id, server().profile().name));
        m_exitStatus = exitcode::kFailed;
    } else {
        print(server().store().task(slot));
    }
    if (!isFinished())
        fetchNext();
}

void ShowCommand::print(const Task &task)
{
    const EpochNs now = server().serverNow();
    if (m_writer) {
        write(m_writer->task(task, TaskEvent::None, now));
        return;
    }
    const QByteArray gap = m_next > 1 ? QByteArray("\n") : QByteArray();
    write(gap + showText(task, server().profile().name, now, console().outputIsTerminal()).toUtf8());
}

} // namespace taskglass
