// SPDX-License-Identifier: GPL-3.0-or-later
// How the rows follow the store: what changed there is counted, merged or held back.
#include "models/store/taskcolumns.h"
#include "models/table/tasktablemodel_p.h"

#include <algorithm>
#include <utility>

namespace taskglass {

namespace {

/// More tasks that changed during a hold are found by a scan on its own thread: merging them would cost some frames.
constexpr std::size_t kManyHeldBack = 20'000;

} // namespace

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

void TaskTableModel::Private::mergeTouched(const std::vector<Slot> &touched)
{
    compiled->prepare(columns(), server->serverNow());
    marks.resize(columns().slotCount());
    const RowOrder ranking(columns(), shownOrder);
    Touched found = sortOut(touched, ranking);
    if (hold)
        holdBack(touched);
    announceData(found.visible.empty() ? std::vector<int>() : placesOf(found.visible, rows));
    // Older pages mostly come behind the last row: then the others need not be looked at.
    const bool onlyBehind = !tree && found.visible.empty()
        && std::all_of(found.incoming.begin(), found.incoming.end(), [&](Slot slot) { return isBehind(slot, ranking); });
    if (hold || onlyBehind)
        append(std::move(found.incoming), ranking);
    else
        rearrange(found, ranking);
    if (hold)
        setHeldCount(found.held);
}

TaskTableModel::Private::Touched TaskTableModel::Private::sortOut(const std::vector<Slot> &touched, const RowOrder &ranking)
{
    const TaskColumns &c = columns();
    Touched found {{}, {}, heldCount};
    for (const Slot slot : touched) {
        const bool isHidden = !housekeeping && (c.flags[slot] & TaskColumns::Housekeeping);
        const bool fits = compiled->matchesRest(c, slot);
        const bool matchesRest = fits && !isHidden;
        const bool isShown = matchesRest && compiled->matchesStatus(c, slot);
        countInternal(slot, isHidden && fits && compiled->matchesStatus(c, slot));
        count(slot, matchesRest);
        RowMark &mark = marks[slot];
        if (mark.visible) {
            found.visible.push_back(slot);
        } else if (hold) {
            // Behind the last row it moves nothing: older pages go on loading under a selection.
            const bool enters = isShown && !tree && isBehind(slot, ranking);
            found.held += int(isShown && !enters) - int(mark.held);
            mark.held = isShown && !enters;
            if (enters)
                found.incoming.push_back(slot);
        } else if (isShown) {
            found.incoming.push_back(slot);
        }
    }
    return found;
}

bool TaskTableModel::Private::isBehind(Slot slot, const RowOrder &ranking) const
{
    return rows.empty() || ranking.less(rows.back(), slot);
}

void TaskTableModel::Private::rearrange(const Touched &found, const RowOrder &ranking)
{
    const std::vector<Slot> &list = matches();
    const std::vector<int> places = found.visible.empty() ? std::vector<int>() : placesOf(found.visible, list);
    std::vector<bool> leaves;
    leaves.reserve(places.size());
    for (const int place : places) {
        const Slot slot = list[std::size_t(place)];
        leaves.push_back(!marks[slot].counted || !compiled->matchesStatus(columns(), slot));
        marks[slot].visible = !leaves.back();
    }
    for (const Slot slot : found.incoming)
        marks[slot].visible = 1;
    takeMatches(mergeRows(list, places, leaves, found.incoming, ranking, std::move(spare)));
}

/// Each once: a hold may last for hours of polls that touch the same tasks.
void TaskTableModel::Private::holdBack(const std::vector<Slot> &touched)
{
    for (const Slot slot : touched) {
        RowMark &mark = marks[slot];
        if (!mark.touched)
            heldBack.push_back(slot);
        mark.touched = 1;
    }
}

void TaskTableModel::Private::releaseHold()
{
    if (heldBack.size() > kManyHeldBack) {
        startScan(); // shows what waited, and nobody waits for it
        return;
    }
    std::vector<Slot> touched = std::exchange(heldBack, {});
    // Tasks that were removed meanwhile have no marks, and their slots may be listed again for others.
    std::erase_if(touched, [this](Slot slot) {
        RowMark &mark = marks[slot];
        const bool isDone = !mark.touched;
        mark.touched = 0;
        mark.held = 0;
        return isDone;
    });
    std::sort(touched.begin(), touched.end());
    mergeTouched(touched);
    setHeldCount(0);
    announceCounts();
}

} // namespace taskglass
