// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/listcommand.h"

#include <QTimer>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// How many tasks are written before the event loop gets a turn, so that Ctrl-C works in a million.
constexpr int kRowsAtOnce = 512;

qint64 limitOf(const Invocation &invocation)
{
    return invocation.limit.value_or(invocation.all ? std::numeric_limits<int>::max() : ListCommand::kUsualLimit);
}

} // namespace

std::optional<SortOrder> ListCommand::orderFor(const QString &sort)
{
    if (sort.isEmpty())
        return {};
    const bool descending = sort.startsWith(u'-');
    return SortOrder {descending ? sort.mid(1) : sort, descending ? Qt::DescendingOrder : Qt::AscendingOrder};
}

ListCommand::ListCommand(const Invocation &invocation, Console &console, ServerSession &session, const TaskFilter &filter)
    : TextCommand(invocation, console, session)
    , m_limit(limitOf(invocation))
    , m_tasks(session, filter, orderFor(invocation.sort), m_limit, invocation.all)
{
    connect(&m_tasks, &NewestTasks::ready, this, &ListCommand::print);
}

void ListCommand::begin()
{
    m_tasks.begin();
}

void ListCommand::statusChanged(const ConnectionStatus &status)
{
    m_tasks.statusChanged(status);
}

void ListCommand::print()
{
    server().setPaused(true); // what is printed is one look, not a mixture of two
    m_writer = makeTaskWriter(writerOptions(false));
    m_end = int(std::min<qint64>(m_limit, m_tasks.model().rowCount()));
    if (write(m_writer->begin()))
        printSome();
}

void ListCommand::printSome()
{
    const EpochNs now = server().serverNow();
    QByteArray text;
    for (const int stop = std::min(m_row + kRowsAtOnce, m_end); m_row < stop; ++m_row)
        text += m_writer->task(server().store().task(m_tasks.model().slotAt(m_row)), TaskEvent::None, now);
    const bool more = m_row < m_end;
    if (!more)
        text += m_writer->end();
    if (!write(text))
        return;
    if (more) {
        QTimer::singleShot(0, this, [this] {
            if (!isFinished())
                printSome();
        });
        return;
    }
    sayWhatIsMissing();
    finish(exitcode::kDone);
}

void ListCommand::sayWhatIsMissing()
{
    if (m_end == 0 && console().outputIsTerminal())
        console().say(m_tasks.model().filter().isEmpty() ? tr("There are no tasks on %1.").arg(server().profile().name)
                                                         : tr("No task on %1 matches.").arg(server().profile().name));
    const qint64 left = m_tasks.leftOff();
    if (left > 0)
        console().say(tr("%n older task(s) were left off; --all fetches every page, --limit changes how many are printed.", nullptr, int(left)));
    else if (left < 0)
        console().say(tr("Only the newest %n matching task(s) are printed; --all fetches every page.", nullptr, m_end));
    if (const QList<QString> columns = m_writer->leftOff(); !columns.isEmpty())
        console().say(tr("These columns did not fit the terminal: %1. Choose some with --columns.").arg(columns.join(", "_L1)));
}

} // namespace taskglass
