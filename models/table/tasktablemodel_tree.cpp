// SPDX-License-Identifier: GPL-3.0-or-later
// The rows as a tree: the sorted matches stay as they are beside them, and the rows are arranged anew from those.
#include "models/table/tasktablemodel_p.h"

#include <algorithm>

namespace taskglass {

void TaskTableModel::Private::takeMatches(RowChange &&change)
{
    if (!tree) {
        become(std::move(change));
        return;
    }
    if (!change.isEmpty())
        matching = std::move(change.next);
    arrange(); // even so: a task may have another parent now
}

void TaskTableModel::Private::arrange()
{
    std::vector<Slot> changed;
    becomeList(branches.arrange(columns(), matching, changed));
    announceData(changed.empty() ? std::vector<int>() : placesOf(changed, rows));
}

void TaskTableModel::Private::becomeList(std::vector<Slot> &&next)
{
    const auto marked = [this](const std::vector<Slot> &list) {
        std::vector<RowMark> result(marks.size());
        for (const Slot slot : list)
            result[slot].visible = 1;
        return result;
    };
    const std::vector<RowMark> before = marked(rows);
    const std::vector<RowMark> after = marked(next);
    become(compareRows(rows, before, std::move(next), after));
}

void TaskTableModel::setTree(bool tree)
{
    if (d->tree == tree)
        return;
    d->tree = tree;
    if (d->server && d->compiled) {
        if (tree) {
            d->matching = d->rows;
            d->arrange();
        } else {
            d->becomeList(std::exchange(d->matching, {}));
        }
        d->announceCounts();
    }
    emit treeChanged(tree);
}

bool TaskTableModel::isTree() const
{
    return d->tree;
}

TaskTableModel::Fold TaskTableModel::foldAt(Slot slot) const
{
    if (!d->tree || d->branches.parts(slot) == 0)
        return Fold::None;
    return d->branches.isFolded(slot) ? Fold::Folded : Fold::Open;
}

void TaskTableModel::setFolded(int row, bool folded)
{
    const Slot slot = slotAt(row);
    if (slot == kNoSlot || foldAt(slot) == Fold::None || !d->branches.setFolded(d->server->store().idAt(slot), folded))
        return;
    d->arrange();
    d->announceCounts();
}

void TaskTableModel::setAllFolded(bool folded)
{
    if (!d->tree)
        return;
    bool anyChanged = false;
    for (const Slot slot : d->matching) {
        if (d->branches.parts(slot) > 0)
            anyChanged = d->branches.setFolded(d->server->store().idAt(slot), folded) || anyChanged;
    }
    if (!anyChanged)
        return;
    d->arrange();
    d->announceCounts();
}

QList<TaskId> TaskTableModel::folded() const
{
    return d->branches.folded();
}

void TaskTableModel::foldWhenSeen(const QList<TaskId> &ids)
{
    d->branches.foldWhenSeen(ids);
    if (!d->tree || !d->compiled)
        return;
    d->arrange();
    d->announceCounts();
}

int TaskTableModel::parentRow(int row) const
{
    const Slot slot = slotAt(row);
    const Slot parent = d->tree && slot != kNoSlot ? d->branches.parentOf(slot) : kNoSlot;
    if (parent == kNoSlot)
        return -1;
    for (int above = row - 1; above >= 0; --above) {
        if (d->rows[std::size_t(above)] == parent)
            return above;
    }
    return -1;
}

int TaskTableModel::reveal(const TaskId &id)
{
    const int row = rowOf(id);
    if (row >= 0 || !d->tree || !d->server)
        return row;
    const TaskStore &store = d->server->store();
    const Slot slot = store.find(id);
    if (slot == kNoSlot)
        return -1;
    bool anyOpened = false;
    for (Slot above = d->branches.parentOf(slot); above != kNoSlot; above = d->branches.parentOf(above))
        anyOpened = d->branches.setFolded(store.idAt(above), false) || anyOpened;
    if (!anyOpened)
        return -1;
    d->arrange();
    d->announceCounts();
    return rowOf(id);
}

qint64 TaskTableModel::matchCount() const
{
    return qint64(d->matches().size());
}

void TaskTableModel::setHousekeepingShown(bool shown)
{
    if (d->housekeeping == shown)
        return;
    d->housekeeping = shown;
    d->startScan();
}

bool TaskTableModel::isHousekeepingShown() const
{
    return d->housekeeping;
}

qint64 TaskTableModel::housekeepingHidden() const
{
    return d->internal;
}

QString TaskTableModel::inTreeWords(const QString &sentence, Slot slot) const
{
    if (!d->tree)
        return sentence;
    //: %1 a sentence about a task, %2 how deep it stands in the tree, from 1
    const QString placed = tr("%1, level %2").arg(sentence).arg(d->branches.depth(slot) + 1);
    switch (foldAt(slot)) {
    case Fold::None: return placed;
    case Fold::Open: return tr("%1, %Ln part(s) below", nullptr, d->branches.parts(slot)).arg(placed);
    case Fold::Folded: return tr("%1, %Ln part(s) hidden", nullptr, d->branches.parts(slot)).arg(placed);
    }
    Q_UNREACHABLE();
}

} // namespace taskglass
