// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/tasktablemodel.h"

#include "models/store/taskcolumns.h"
#include "models/table/cells.h"
#include "models/table/columns.h"
#include "models/table/tasktablemodel_p.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// What is shown may be out of date, because the server does not answer.
bool isStale(const ConnectionStatus &status)
{
    return status.phase == ConnectionStatus::Phase::Failing || status.phase == ConnectionStatus::Phase::Refused;
}

} // namespace

TaskTableModel::TaskTableModel(QObject *parent)
    : QAbstractTableModel(parent)
    , d(std::make_unique<Private>(this))
{
}

TaskTableModel::~TaskTableModel()
{
    if (d->scanning) { // quietly: receivers of signals may be gone
        disconnect(&d->server->store(), nullptr, this, nullptr);
        d->reader->abort();
    }
}

void TaskTableModel::setServer(WatchedServer *server)
{
    if (server == d->server)
        return;
    beginResetModel();
    if (d->server) {
        disconnect(&d->server->store(), nullptr, this, nullptr);
        disconnect(d->server, nullptr, this, nullptr);
        d->stopScan();
    }
    d->reader.reset();
    d->server = server;
    d->rows.clear();
    d->matching.clear();
    d->branches.clear();
    d->internal = 0;
    d->spare = {};
    d->marks.clear();
    d->heldBack.clear();
    d->chips.fill(0);
    d->compiled.reset();
    d->stale = server && isStale(server->status());
    if (server && !d->orderChosen)
        d->order = server->status().capabilities.firstOrder;
    if (server) {
        connect(&server->store(), &TaskStore::diffApplied, this, [this](const StoreDiff &diff) { d->onDiff(diff); });
        connect(server, &WatchedServer::statusChanged, this, [this](const ConnectionStatus &status) { followStatus(status); });
        if (!d->isLarge())
            d->fillAtOnce();
    }
    endResetModel();
    d->setHeldCount(0);
    d->announceCounts();
    emit sortOrderChanged();
    if (server && d->isLarge())
        d->startScan();
}

void TaskTableModel::followStatus(const ConnectionStatus &status)
{
    setStale(isStale(status));
    if (!d->orderChosen)
        takeOrder(status.capabilities.firstOrder);
}

void TaskTableModel::setStale(bool stale)
{
    if (d->stale == stale)
        return;
    d->stale = stale;
    if (!d->rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {DimmedRole});
}

WatchedServer *TaskTableModel::server() const
{
    return d->server;
}

void TaskTableModel::setFilter(const TaskFilter &filter)
{
    const bool isSame = filter == d->filter;
    if (isSame && filter.text() == d->filter.text())
        return;
    d->filter = filter;
    if (!isSame)
        d->startScan();
    emit filterChanged();
}

const TaskFilter &TaskTableModel::filter() const
{
    return d->filter;
}

void TaskTableModel::setSortOrder(const SortOrder &order)
{
    d->orderChosen = true;
    takeOrder(order);
}

void TaskTableModel::takeOrder(const SortOrder &order)
{
    if (order == d->order)
        return;
    d->order = order;
    d->startScan();
    emit sortOrderChanged();
}

const SortOrder &TaskTableModel::sortOrder() const
{
    return d->order;
}

bool TaskTableModel::isScanning() const
{
    return d->scanning;
}

void TaskTableModel::setScanThreshold(int tasks)
{
    d->threshold = tasks;
}

void TaskTableModel::setHold(bool hold)
{
    if (d->hold == hold)
        return;
    d->hold = hold;
    const auto release = [this] {
        // A scan under way shows what waited anyway.
        if (!d->hold && d->server && !d->scanning)
            d->releaseHold();
    };
    // The selection may have gone with a row that is being removed: rows cannot come in the middle of that.
    if (!hold && d->changing)
        QMetaObject::invokeMethod(this, release, Qt::QueuedConnection);
    else if (!hold)
        release();
}

int TaskTableModel::held() const
{
    return d->heldCount;
}

void TaskTableModel::tick(int firstRow, int lastRow)
{
    if (!d->server)
        return;
    const Cells cells(d->columns(), d->server->serverNow());
    const int last = std::min(lastRow, rowCount() - 1);
    for (int row = std::max(firstRow, 0); row <= last; ++row) {
        const Slot slot = slotAt(row);
        for (const Column column : {Column::Waited, Column::Ran}) {
            if (cells.elapsedFrom(slot, column) == kNoTime)
                continue;
            const QModelIndex cell = index(row, int(column));
            emit dataChanged(cell, cell, {Qt::DisplayRole, Qt::AccessibleTextRole, SortValueRole});
        }
    }
    rescanIfLate();
}

void TaskTableModel::rescanIfLate()
{
    if (d->scanning || d->hold || !d->compiled || !d->compiled->dependsOnTime())
        return;
    const DurationNs late = d->isLarge() ? Private::kLargeStale : Private::kSmallStale;
    if (d->server->serverNow() - d->scannedAt >= late)
        d->startScan();
}

Slot TaskTableModel::slotAt(int row) const
{
    return row >= 0 && row < rowCount() ? d->rows[std::size_t(row)] : kNoSlot;
}

int TaskTableModel::rowOf(const TaskId &id) const
{
    const Slot slot = d->server ? d->server->store().find(id) : kNoSlot;
    if (slot >= d->marks.size() || !d->marks[slot].visible)
        return -1;
    const auto found = std::find(d->rows.begin(), d->rows.end(), slot);
    return found == d->rows.end() ? -1 : int(found - d->rows.begin());
}

TaskId TaskTableModel::idAt(int row) const
{
    const Slot slot = slotAt(row);
    return slot == kNoSlot ? TaskId() : d->server->store().idAt(slot);
}

std::array<qint64, kTaskStateCount> TaskTableModel::chipCounts() const
{
    return d->chips;
}

int TaskTableModel::nextRowInState(int row, TaskState state, bool backwards) const
{
    const int step = backwards ? -1 : 1;
    for (int next = row + step; next >= 0 && next < rowCount(); next += step) {
        if (d->columns().shownState(slotAt(next)) == state)
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
    const TaskColumns &c = d->columns();
    const Cells cells(c, d->server->serverNow());
    const Slot slot = slotAt(index.row());
    const Column column = columns()[std::size_t(index.column())].column;
    switch (role) {
    case Qt::DisplayRole: return cells.text(slot, column);
    case Qt::ToolTipRole: return cells.toolTip(slot, column);
    case Qt::AccessibleTextRole: return column == Column::State ? inTreeWords(cells.sentence(slot), slot) : cells.spoken(slot, column);
    case Qt::TextAlignmentRole: return QVariant::fromValue(columnSpec(column).align);
    case TaskIdRole: return c.idText(slot);
    case StateRole: return int(c.shownState(slot));
    case DepthRole: return d->tree ? d->branches.depth(slot) : 0;
    case FoldRole: return int(foldAt(slot));
    case SortValueRole: return cells.sortValue(slot, column);
    case DimmedRole: return d->stale || (c.flags[slot] & TaskColumns::Gone) != 0 || c.isOnSilentNode(slot);
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
    switch (role) {
    case Qt::DisplayRole:
        return columnTitle(spec.column, server() ? server()->status().capabilities.columnTitles : QList<std::pair<QString, QString>>());
    case Qt::ToolTipRole: return QCoreApplication::translate("Columns", spec.help);
    case Qt::TextAlignmentRole: return QVariant::fromValue(spec.align);
    default: return {};
    }
}

void TaskTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount())
        return;
    // A header that was told of the order asks for just that: nobody has chosen it.
    const SortOrder asked {QString(columns()[std::size_t(column)].id), order};
    if (asked != d->order)
        setSortOrder(asked);
}

} // namespace taskglass
