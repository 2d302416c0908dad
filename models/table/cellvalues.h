// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/stringtable.h"
#include "models/domain/time.h"
#include "models/store/taskstore.h"
#include "models/table/columns.h"

/// \file
/// The values behind the cells, before they become text: what filters, orders and groups look at in every task.

namespace taskglass {

class TaskColumns;

/// The pooled text behind a column that isText(), 0 for none and for Error, whose texts are shared between tasks.
[[nodiscard]] StringTable::Ref textRef(const TaskColumns &columns, Slot slot, Column column);

/// \name Waits and runs, ticking ones included
/// @{
/// enqueuedAt from which an open, not yet started task waits; kNoTime when it does not wait (any more).
[[nodiscard]] EpochNs waitingSince(const TaskColumns &columns, Slot slot);
/// startedAt from which a task runs; kNoTime when it does not run (any more).
[[nodiscard]] EpochNs runningSince(const TaskColumns &columns, Slot slot);
/// Ended waits and runs; kNoTime when unknown or still going on.
[[nodiscard]] DurationNs endedWait(const TaskColumns &columns, Slot slot);
[[nodiscard]] DurationNs endedRun(const TaskColumns &columns, Slot slot);
/// @}

} // namespace taskglass
