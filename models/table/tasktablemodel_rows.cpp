// SPDX-License-Identifier: GPL-3.0-or-later
// How rows become other rows, so that views, selections and persistent indices follow.
#include "models/table/tasktablemodel_p.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <unordered_map>

namespace taskglass {

void TaskTableModel::Private::append(std::vector<Slot> &&arrivals, const RowOrder &ranking)
{
    if (arrivals.empty())
        return;
    ranking.sort(arrivals);
    q->beginInsertRows({}, int(rows.size()), int(rows.size() + arrivals.size()) - 1);
    for (const Slot slot : arrivals)
        marks[slot].visible = 1;
    rows.insert(rows.end(), arrivals.begin(), arrivals.end());
    q->endInsertRows();
}

void TaskTableModel::Private::announceData(const std::vector<int> &changedRows)
{
    if (changedRows.empty())
        return;
    const int lastColumn = q->columnCount() - 1;
    std::vector<RowSpan> spans = spansOf(changedRows);
    if (spans.size() > kMostSpans)
        spans = {{changedRows.front(), changedRows.back()}};
    for (const auto &[first, last] : spans)
        emit q->dataChanged(q->index(first, 0), q->index(last, lastColumn));
}

void TaskTableModel::Private::become(RowChange &&change)
{
    if (change.isEmpty()) {
        spare = std::move(change.next);
        return;
    }
    const QScopedValueRollback guard(changing, true);
    const auto remove = [this](int first, int last) {
        q->beginRemoveRows({}, first, last);
        rows.erase(rows.begin() + first, rows.begin() + last + 1);
        q->endRemoveRows();
    };
    const std::vector<RowSpan> leaving = spansOf(change.leaving);
    const std::vector<RowSpan> arriving = spansOf(change.arriving);
    if (leaving.size() > kMostSpans) { // to the end first, where they go in one piece
        std::vector<Slot> gathered;
        gathered.reserve(rows.size());
        std::size_t from = 0;
        for (const auto &[first, last] : leaving) {
            gathered.insert(gathered.end(), rows.begin() + std::ptrdiff_t(from), rows.begin() + first);
            from = std::size_t(last) + 1;
        }
        gathered.insert(gathered.end(), rows.begin() + std::ptrdiff_t(from), rows.end());
        const int remain = int(gathered.size());
        for (const int row : change.leaving)
            gathered.push_back(rows[std::size_t(row)]);
        relayout(std::move(gathered));
        remove(remain, int(rows.size()) - 1);
    } else {
        for (auto span = leaving.rbegin(); span != leaving.rend(); ++span)
            remove(span->first, span->second);
    }
    if (change.reordered || arriving.size() > kMostSpans) { // new ones at the end first, then everything in order
        if (!arriving.empty()) {
            q->beginInsertRows({}, int(rows.size()), int(change.next.size()) - 1);
            for (const int row : change.arriving)
                rows.push_back(change.next[std::size_t(row)]);
            q->endInsertRows();
        }
        relayout(std::move(change.next));
    } else {
        for (const auto &[first, last] : arriving) {
            q->beginInsertRows({}, first, last);
            rows.insert(rows.begin() + first, change.next.begin() + first, change.next.begin() + last + 1);
            q->endInsertRows();
        }
    }
    spare = std::move(change.next);
}

void TaskTableModel::Private::relayout(std::vector<Slot> &&next)
{
    emit q->layoutAboutToBeChanged();
    const QModelIndexList from = q->persistentIndexList(); // only now: views make theirs when they hear the signal
    if (from.isEmpty()) {
        rows.swap(next);
        emit q->layoutChanged();
        return;
    }
    std::vector<Slot> slotOf; // of each index
    slotOf.reserve(std::size_t(from.size()));
    for (const QModelIndex &index : from)
        slotOf.push_back(rows[std::size_t(index.row())]);
    rows.swap(next);
    std::vector<Slot> wanted = slotOf;
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    std::unordered_map<Slot, int> rowOfSlot;
    for (const int row : placesOf(wanted, rows))
        rowOfSlot.emplace(rows[std::size_t(row)], row);
    QModelIndexList to;
    to.reserve(from.size());
    for (qsizetype i = 0; i < from.size(); ++i)
        to.append(q->index(rowOfSlot[slotOf[std::size_t(i)]], from[i].column()));
    q->changePersistentIndexList(from, to);
    emit q->layoutChanged();
}

void TaskTableModel::Private::setHeldCount(int newCount)
{
    if (heldCount == newCount)
        return;
    heldCount = newCount;
    emit q->heldChanged(heldCount);
}

void TaskTableModel::Private::announceCounts()
{
    const std::tuple now {chips, int(rows.size()), internal};
    if (announced == now)
        return;
    announced = now;
    emit q->countsChanged();
}

std::vector<int> TaskTableModel::Private::placesOf(const std::vector<Slot> &wanted, const std::vector<Slot> &list) const
{
    // One bit a slot stays in the processor's cache, where a million rows in any order are looked up in a millisecond.
    std::vector<quint64> bits(marks.size() / 64 + 1, 0);
    for (const Slot slot : wanted)
        bits[slot / 64] |= quint64(1) << (slot % 64);
    std::vector<int> found;
    found.reserve(wanted.size());
    for (std::size_t row = 0; row < list.size() && found.size() < wanted.size(); ++row) {
        const Slot slot = list[row];
        if ((bits[slot / 64] >> (slot % 64)) & 1)
            found.push_back(int(row));
    }
    return found;
}

} // namespace taskglass
