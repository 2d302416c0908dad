// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/tablescan.h"

namespace taskglass {

namespace {

constexpr Slot kRowsBetweenLooks = 8192;

} // namespace

TableScanResult carryOut(const TableScan &scan, const TaskColumns &columns, const std::atomic<bool> *canceled)
{
    TableScanResult result;
    result.filter = std::make_unique<CompiledFilter>(scan.filter);
    result.filter->prepare(columns, scan.now);
    result.marks.resize(columns.slotCount());
    for (Slot slot = 0; slot < columns.slotCount(); ++slot) {
        if (slot % kRowsBetweenLooks == 0 && canceled && canceled->load(std::memory_order_relaxed))
            return result;
        if (!columns.isAlive(slot) || !result.filter->matchesRest(columns, slot))
            continue;
        RowMark &mark = result.marks[slot];
        if (!scan.housekeeping && (columns.flags[slot] & TaskColumns::Housekeeping)) {
            mark.internal = result.filter->matchesStatus(columns, slot);
            result.internal += mark.internal;
            continue;
        }
        mark.counted = 1;
        mark.chip = columns.state[slot] & 7;
        ++result.chips[columns.state[slot]];
        if (result.filter->matchesStatus(columns, slot)) {
            mark.visible = 1;
            result.rows.push_back(slot);
        }
    }
    RowOrder(columns, scan.order).sort(result.rows, canceled);
    return result;
}

} // namespace taskglass
