// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/tablewriter.h"

#include "app/terminal/safetext.h"
#include "app/terminal/taskcells.h"
#include "models/table/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr std::size_t kRowsToMeasure = 1000; ///< Enough to fit widths; more would only hold back output.
constexpr int kGap = 2;
constexpr int kNarrowest = 8;  ///< To which columns of free text may shrink.
constexpr int kWidest = 60;    ///< Of a column when there is no terminal's edge to stop it.

bool shrinks(Column column)
{
    switch (column) {
    case Column::Index: case Column::Type: case Column::Error: case Column::Label: case Column::Progress: case Column::Id:
    case Column::Batch: case Column::CanceledBy: case Column::Node: case Column::Parent: case Column::Description:
    case Column::Subscription: case Column::Database:
        return true;
    case Column::State: case Column::Waited: case Column::Ran: case Column::Enqueued: case Column::Started: case Column::Finished:
    case Column::Cpu: case Column::Memory:
        return false;
    }
    Q_UNREACHABLE();
}

int totalOf(const QList<int> &widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0) + kGap * std::max(0, int(widths.size()) - 1);
}

} // namespace

TableTaskWriter::TableTaskWriter(const WriterOptions &options)
    : m_options(options)
{
}

QByteArray TableTaskWriter::task(const Task &task, TaskEvent event, EpochNs now)
{
    Row row;
    row.state = task.state;
    for (const PrintedColumn &column : m_options.columns) {
        QString text = oneSafeLine(cellText(task, column.column, CellStyle::People, now));
        if (column.column == Column::State && m_options.events && event == TaskEvent::Gone)
            text = QCoreApplication::translate("Terminal", "gone from the server");
        row.cells.append(text);
    }
    if (!m_widths.isEmpty())
        return line(row, false);
    m_waiting.push_back(std::move(row));
    return m_waiting.size() < kRowsToMeasure ? QByteArray() : settle();
}

QByteArray TableTaskWriter::settle()
{
    if (!m_widths.isEmpty() || m_waiting.empty())
        return {};
    chooseWidths();
    Row titles;
    for (const PrintedColumn &column : m_options.columns)
        titles.cells.append(column.title);
    QByteArray text = line(titles, true);
    for (const Row &row : m_waiting)
        text += line(row, false);
    m_waiting.clear();
    return text;
}

void TableTaskWriter::chooseWidths()
{
    const QList<PrintedColumn> &columns = m_options.columns;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        int width = displayWidth(columns.at(i).title);
        for (const Row &row : m_waiting)
            width = std::max(width, displayWidth(row.cells.at(i)));
        if (columns.at(i).column == Column::State)
            width = std::max(width, 2 + displayWidth(stateTitle(TaskState::CancelRequested))); // it will come in `watch`
        m_widths.append(m_options.width > 0 && shrinks(columns.at(i).column) ? std::min(width, kWidest) : width);
    }
    if (m_options.width <= 0)
        return;
    while (totalOf(m_widths) > m_options.width) {
        qsizetype widest = -1;
        for (qsizetype i = 0; i < m_widths.size(); ++i) {
            const bool candidate = shrinks(columns.at(i).column) && m_widths.at(i) > kNarrowest;
            if (candidate && (widest < 0 || m_widths.at(i) > m_widths.at(widest)))
                widest = i;
        }
        if (widest >= 0) {
            --m_widths[widest];
        } else if (m_widths.size() > 1) {
            m_widths.removeLast();
            m_leftOff.prepend(columns.at(m_widths.size()).title);
        } else {
            return;
        }
    }
}

QByteArray TableTaskWriter::line(const Row &row, bool header) const
{
    QByteArray text;
    for (qsizetype i = 0; i < m_widths.size(); ++i) {
        const PrintedColumn &column = m_options.columns.at(i);
        const bool last = i + 1 == m_widths.size();
        const bool isId = column.column == Column::Id || column.column == Column::Batch || column.column == Column::CanceledBy;
        QString cell = m_options.width > 0 ? elided(row.cells.at(i), m_widths.at(i), isId ? Elide::Middle : Elide::Right) : row.cells.at(i);
        if (!last || column.alignRight)
            cell = padded(cell, m_widths.at(i), column.alignRight);
        const QByteArray color = m_options.color && !header && column.column == Column::State ? colorOf(row.state)
            : m_options.color && header                                                        ? "\033[1m"_ba
                                                                                               : QByteArray();
        text += color.isEmpty() ? cell.toUtf8() : color + cell.toUtf8() + kPlain;
        if (!last)
            text += QByteArray(kGap, ' ');
    }
    while (text.endsWith(' ')) // of empty last cells: not in anybody's copy
        text.chop(1);
    return text + '\n';
}

} // namespace taskglass
