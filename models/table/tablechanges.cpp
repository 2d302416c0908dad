// SPDX-License-Identifier: GPL-3.0-or-later
// How the rows follow the store: scans when filter or order change, merges when tasks do.
#include "models/store/taskcolumns.h"
#include "models/table/tasktablemodel_p.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace taskglass {

TableScan TaskTableModel::Private::scan() const
{
    return {filter, order, housekeeping, server->serverNow()};
}

void TaskTableModel::Private::startScan()
{
    if (!server)
        return;
    if (!reader)
        reader = std::make_unique<StoreReader>(server->store());
    reader->setThreshold(threshold);
    const bool wasScanning = std::exchange(scanning, isLarge());
    reader->read([this, scan = scan()](const TaskColumns &columns, const std::atomic<bool> &canceled) -> StoreReader::Then {
        const auto result = std::make_shared<TableScanResult>(carryOut(scan, columns, &canceled));
        return [this, result] { finishScan(*result); };
    });
    if (scanning != wasScanning)
        emit q->scanningChanged(scanning);
}

void TaskTableModel::Private::finishScan(TableScanResult &result)
{
    scannedAt = server->serverNow();
    std::vector<RowMark> before = std::move(marks);
    RowChange change;
    if (tree)
        matching = std::move(result.rows);
    else
        change = compareRows(rows, before, std::move(result.rows), result.marks);
    marks = std::move(result.marks);
    chips = result.chips;
    internal = result.internal;
    compiled = std::move(result.filter);
    shownOrder = order;
    heldBack.clear(); // whatever waited is shown now: it was the user who asked
    takeMatches(std::move(change));
    setHeldCount(0);
    announceCounts();
    if (scanning) {
        scanning = false;
        emit q->scanningChanged(false);
    }
}

void TaskTableModel::Private::stopScan()
{
    if (!scanning)
        return;
    scanning = false;
    emit q->scanningChanged(false);
    reader->abort();
}

void TaskTableModel::Private::fillAtOnce()
{
    TableScanResult result = carryOut(scan(), columns());
    marks = std::move(result.marks);
    chips = result.chips;
    internal = result.internal;
    matching.clear();
    rows = std::move(result.rows);
    if (tree) {
        std::vector<Slot> changed; // all of them: this happens within a reset
        matching = std::move(rows);
        rows = branches.arrange(columns(), matching, changed);
    }
    compiled = std::move(result.filter);
    shownOrder = order;
    scannedAt = server->serverNow();
    heldBack.clear();
}

void TaskTableModel::Private::onDiff(const StoreDiff &diff)
{
    if (diff.reset) {
        q->beginResetModel();
        fillAtOnce();
        q->endResetModel();
        setHeldCount(0);
        announceCounts();
        return;
    }
    if (!diff.removed.empty())
        dropRemoved(diff.removed);
    std::vector<Slot> touched;
    touched.reserve(diff.added.size() + diff.changed.size());
    std::merge(diff.added.begin(), diff.added.end(), diff.changed.begin(), diff.changed.end(), std::back_inserter(touched));
    mergeTouched(touched);
    announceCounts();
}

void TaskTableModel::Private::count(Slot slot, bool matchesRest)
{
    RowMark &mark = marks[slot];
    if (mark.counted)
        --chips[mark.chip];
    mark.counted = matchesRest;
    mark.chip = columns().state[slot] & 7;
    if (mark.counted)
        ++chips[mark.chip];
}

void TaskTableModel::Private::countInternal(Slot slot, bool isInternal)
{
    internal += int(isInternal) - int(marks[slot].internal);
    marks[slot].internal = isInternal;
}

void TaskTableModel::Private::dropRemoved(const std::vector<Slot> &removed)
{
    int stillHeld = heldCount;
    std::vector<Slot> visible;
    for (const Slot slot : removed) {
        RowMark &mark = marks[slot];
        if (mark.counted)
            --chips[mark.chip];
        stillHeld -= mark.held;
        internal -= mark.internal;
        if (mark.visible)
            visible.push_back(slot);
        mark = {};
    }
    std::erase_if(heldBack, [&removed](Slot slot) { return std::binary_search(removed.begin(), removed.end(), slot); });
    setHeldCount(stillHeld);
    if (visible.empty())
        return;
    RowChange change;
    const std::vector<Slot> &list = matches();
    change.leaving = placesOf(visible, list);
    change.next.reserve(list.size() - change.leaving.size());
    std::size_t next = 0;
    for (std::size_t row = 0; row < list.size(); ++row) {
        if (next < change.leaving.size() && std::size_t(change.leaving[next]) == row)
            ++next;
        else
            change.next.push_back(list[row]);
    }
    takeMatches(std::move(change));
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

void TaskTableModel::Private::mergeTouched(const std::vector<Slot> &touched)
{
    const TaskColumns &c = columns();
    compiled->prepare(c, server->serverNow());
    marks.resize(c.slotCount());
    const RowOrder ranking(c, shownOrder);
    std::vector<Slot> incoming;
    std::vector<Slot> visible;
    int nowHeld = heldCount;
    for (const Slot slot : touched) {
        const bool isHidden = !housekeeping && (c.flags[slot] & TaskColumns::Housekeeping);
        const bool fits = compiled->matchesRest(c, slot);
        const bool matchesRest = fits && !isHidden;
        const bool isShown = matchesRest && compiled->matchesStatus(c, slot);
        countInternal(slot, isHidden && fits && compiled->matchesStatus(c, slot));
        count(slot, matchesRest);
        RowMark &mark = marks[slot];
        if (mark.visible) {
            visible.push_back(slot);
        } else if (hold) {
            // Behind the last row it moves nothing: older pages go on loading under a selection.
            const bool enters = isShown && !tree && (rows.empty() || ranking.less(rows.back(), slot));
            nowHeld += int(isShown && !enters) - int(mark.held);
            mark.held = isShown && !enters;
            if (enters)
                incoming.push_back(slot);
        } else if (isShown) {
            incoming.push_back(slot);
        }
    }
    if (hold)
        holdBack(touched);
    announceData(visible.empty() ? std::vector<int>() : placesOf(visible, rows));
    if (hold) {
        append(std::move(incoming), ranking);
        setHeldCount(nowHeld);
        return;
    }
    // Older pages mostly come behind the last row: then the others need not be looked at.
    const auto isBehind = [&](Slot slot) { return rows.empty() || ranking.less(rows.back(), slot); };
    if (!tree && visible.empty() && std::all_of(incoming.begin(), incoming.end(), isBehind)) {
        append(std::move(incoming), ranking);
        return;
    }
    const std::vector<Slot> &list = matches();
    const std::vector<int> places = visible.empty() ? std::vector<int>() : placesOf(visible, list);
    std::vector<bool> leaves;
    leaves.reserve(places.size());
    for (const int place : places) {
        const Slot slot = list[std::size_t(place)];
        leaves.push_back(!marks[slot].counted || !compiled->matchesStatus(c, slot));
        marks[slot].visible = !leaves.back();
    }
    for (const Slot slot : incoming)
        marks[slot].visible = 1;
    takeMatches(mergeRows(list, places, leaves, incoming, ranking, std::move(spare)));
}

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

void TaskTableModel::Private::holdBack(const std::vector<Slot> &touched)
{
    heldBack.insert(heldBack.end(), touched.begin(), touched.end());
    // A hold may last for hours of polls that touch the same tasks.
    if (heldBack.size() > 2 * marks.size()) {
        std::sort(heldBack.begin(), heldBack.end());
        heldBack.erase(std::unique(heldBack.begin(), heldBack.end()), heldBack.end());
    }
}

void TaskTableModel::Private::releaseHold()
{
    std::vector<Slot> touched = std::move(heldBack);
    heldBack.clear();
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    for (const Slot slot : touched)
        marks[slot].held = 0;
    mergeTouched(touched);
    setHeldCount(0);
    announceCounts();
}

} // namespace taskglass
