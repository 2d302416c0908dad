// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/previewmodel.h"

#include "models/table/columns.h"
#include "models/table/format.h"
#include "views/style/statusglyph.h"
#include "views/style/statuswords.h"

namespace taskglass {

namespace {

enum PreviewColumn { State, Id, Type, Index, Enqueued, Count };

/// Of a column's values and its title alike.
QVariant alignmentOf(int column) { return {(column == Id ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter}; }

} // namespace

void PreviewModel::setTasks(const QList<Task> &tasks, EpochNs now)
{
    beginResetModel();
    m_tasks = tasks;
    m_now = now;
    endResetModel();
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tasks.size());
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Count;
}

QString PreviewModel::text(const Task &task, int column) const
{
    switch (column) {
    case State:
        return stateText(task.state, task.serverState);
    case Id:
        return task.id;
    case Type:
        return task.type;
    case Index:
        return task.target;
    case Enqueued:
        return task.enqueuedAt ? formatWhen(*task.enqueuedAt, m_now) : QString();
    default:
        return {};
    }
}

QVariant PreviewModel::sortValue(const Task &task, int column) const
{
    bool number = false;
    const qlonglong id = task.id.toLongLong(&number);
    if (column == Id && number)
        return id;
    if (column == Enqueued)
        return static_cast<qlonglong>(task.enqueuedAt.value_or(kNoTime));
    return text(task, column);
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_tasks.size())
        return {};
    const Task &task = m_tasks.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return oneLine(text(task, index.column()));
    case Qt::ToolTipRole:
        return plainToolTip(text(task, index.column()));
    case Qt::DecorationRole:
        return index.column() == State ? QVariant(statusIcon(task.state)) : QVariant();
    case Qt::TextAlignmentRole:
        return alignmentOf(index.column());
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column, value").arg(headerData(index.column(), Qt::Horizontal).toString(), text(task, index.column()));
    case kSortRole:
        return sortValue(task, index.column());
    default:
        return {};
    }
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    static constexpr taskglass::Column kShown[] = {taskglass::Column::State, taskglass::Column::Id, taskglass::Column::Type,
                                                   taskglass::Column::Index, taskglass::Column::Enqueued};
    static_assert(std::size(kShown) == Count);
    return section >= 0 && section < Count ? columnTitle(kShown[section], m_titles) : QVariant();
}

} // namespace taskglass
