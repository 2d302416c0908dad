// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/cellvalues.h"

#include "models/store/taskcolumns.h"

namespace taskglass {

namespace {

bool isOpen(const TaskColumns &c, Slot slot)
{
    return !isFinal(TaskState(c.serverKind[slot])) && !(c.flags[slot] & TaskColumns::Gone);
}

} // namespace

EpochNs waitingSince(const TaskColumns &c, Slot slot)
{
    return c.startedAt[slot] == kNoTime && isOpen(c, slot) ? c.enqueuedAt[slot] : kNoTime;
}

EpochNs runningSince(const TaskColumns &c, Slot slot)
{
    return isOpen(c, slot) && c.finishedAt[slot] == kNoTime ? c.startedAt[slot] : kNoTime;
}

DurationNs endedWait(const TaskColumns &c, Slot slot)
{
    const EpochNs from = c.enqueuedAt[slot];
    const EpochNs to = c.startedAt[slot];
    return from == kNoTime || to == kNoTime || to < from ? kNoTime : to - from;
}

DurationNs endedRun(const TaskColumns &c, Slot slot)
{
    if (c.ran[slot] != kNoTime && isFinal(TaskState(c.serverKind[slot]))) // almost all of a large table
        return c.ran[slot];
    if (runningSince(c, slot) != kNoTime || c.ran[slot] != kNoTime)
        return runningSince(c, slot) != kNoTime ? kNoTime : c.ran[slot];
    const EpochNs from = c.startedAt[slot];
    const EpochNs to = c.finishedAt[slot];
    return from == kNoTime || to == kNoTime || to < from ? kNoTime : to - from;
}

StringTable::Ref textRef(const TaskColumns &c, Slot slot, Column column)
{
    switch (column) {
    case Column::Index: return c.target[slot];
    case Column::Type: return c.type[slot];
    case Column::Batch: return c.batch[slot];
    case Column::CanceledBy: return c.canceledBy[slot];
    case Column::Label: return c.labelText[slot];
    case Column::Node: return c.node[slot];
    case Column::Parent: return c.parent[slot];
    case Column::Description: return c.description[slot];
    case Column::Subscription: return c.subscription[slot];
    case Column::Database: return c.database[slot];
    case Column::State:
    case Column::Id:
    case Column::Waited:
    case Column::Ran:
    case Column::Progress:
    case Column::Enqueued:
    case Column::Started:
    case Column::Finished:
    case Column::Error:
    case Column::Cpu:
    case Column::Memory: break;
    }
    return 0;
}

} // namespace taskglass
