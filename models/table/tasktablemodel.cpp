// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/tasktablemodel.h"

#include "models/store/taskcolumns.h"
#include "models/store/watchedserver.h"
#include "models/table/cells.h"
#include "models/table/columns.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

struct TaskTableModel::Private
{
    WatchedServer *server = nullptr;
    TaskFilter filter;
    SortOrder order {u"id"_s, Qt::DescendingOrder};
    std::vector<Slot> rows;
};

TaskTableModel::TaskTableModel(QObject *parent)
    : QAbstractTableModel(parent)
    , d(std::make_unique<Private>())
{
}

TaskTableModel::~TaskTableModel() = default;

void TaskTableModel::setServer(WatchedServer *server)
{
    if (d->server)
        disconnect(&d->server->store(), nullptr, this, nullptr);
    d->server = server;
    const auto rebuild = [this] {
        beginResetModel();
        d->rows.clear();
        if (d->server) {
            const TaskColumns &columns = d->server->store().columns();
            for (Slot slot = 0; slot < columns.slotCount(); ++slot) {
                if (columns.isAlive(slot))
                    d->rows.push_back(slot);
            }
            std::sort(d->rows.begin(), d->rows.end(), [&columns](Slot a, Slot b) { return columns.id[a] > columns.id[b]; });
        }
        endResetModel();
        emit countsChanged();
    };
    if (server)
        connect(&server->store(), &TaskStore::diffApplied, this, rebuild);
    rebuild();
}

WatchedServer *TaskTableModel::server() const
{
    return d->server;
}

void TaskTableModel::setFilter(const TaskFilter &filter)
{
    d->filter = filter;
    emit filterChanged();
}

const TaskFilter &TaskTableModel::filter() const
{
    return d->filter;
}

void TaskTableModel::setSortOrder(const SortOrder &order)
{
    d->order = order;
}

const SortOrder &TaskTableModel::sortOrder() const
{
    return d->order;
}

bool TaskTableModel::isScanning() const
{
    return false;
}

void TaskTableModel::setHold(bool)
{
}

int TaskTableModel::held() const
{
    return 0;
}

Slot TaskTableModel::slotAt(int row) const
{
    return d->rows.at(std::size_t(row));
}

int TaskTableModel::rowOf(const TaskId &id) const
{
    const Slot slot = d->server ? d->server->store().find(id) : kNoSlot;
    const auto found = std::find(d->rows.begin(), d->rows.end(), slot);
    return found == d->rows.end() ? -1 : int(found - d->rows.begin());
}

TaskId TaskTableModel::idAt(int row) const
{
    return d->server->store().idAt(slotAt(row));
}

std::array<qint64, kTaskStateCount> TaskTableModel::chipCounts() const
{
    return d->server ? d->server->store().counts() : std::array<qint64, kTaskStateCount> {};
}

int TaskTableModel::nextRowInState(int row, TaskState state, bool backwards) const
{
    for (int next = row + (backwards ? -1 : 1); next >= 0 && next < rowCount(); next += backwards ? -1 : 1) {
        if (d->server->store().stateAt(slotAt(next)) == state)
            return next;
    }
    return -1;
}

int TaskTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(d->rows.size());
}

int TaskTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columns().size());
}

QVariant TaskTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !d->server)
        return {};
    const TaskColumns &c = d->server->store().columns();
    const Cells cells(c, d->server->serverNow());
    const Slot slot = slotAt(index.row());
    const Column column = columns()[std::size_t(index.column())].column;
    switch (role) {
    case Qt::DisplayRole: return cells.text(slot, column);
    case Qt::ToolTipRole: return cells.toolTip(slot, column);
    case Qt::AccessibleTextRole: return cells.spoken(slot, column);
    case Qt::TextAlignmentRole: return QVariant::fromValue(columnSpec(column).align);
    case TaskIdRole: return c.idText(slot);
    case StateRole: return int(c.shownState(slot));
    case SortValueRole: return cells.sortValue(slot, column);
    case DimmedRole: return (c.flags[slot] & TaskColumns::Gone) != 0;
    case ProgressPercentRole: {
        const double percent = c.percent(slot);
        return percent < 0 ? QVariant() : QVariant(percent);
    }
    case ElapsedFromRole: {
        const EpochNs from = cells.elapsedFrom(slot, column);
        return from == kNoTime ? QVariant() : QVariant::fromValue(from);
    }
    default: return {};
    }
}

QVariant TaskTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ColumnSpec &spec = columns()[std::size_t(section)];
    if (role == Qt::DisplayRole)
        return columnTitle(spec.column);
    return {};
}

void TaskTableModel::sort(int column, Qt::SortOrder order)
{
    if (column >= 0 && column < columnCount())
        setSortOrder({QString(columns()[std::size_t(column)].id), order});
}

} // namespace taskglass
