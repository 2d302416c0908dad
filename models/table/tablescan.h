// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/filterscan.h"
#include "models/table/roworder.h"

#include <array>
#include <atomic>
#include <memory>
#include <vector>

namespace taskglass {

/// What the model remembers of each slot from the last time it looked, so that counts follow without a scan.
struct RowMark
{
    quint8 chip : 3 = 0;     ///< Index of the state that the chips count it as …
    quint8 counted : 1 = 0;  ///< … when they do.
    quint8 visible : 1 = 0;  ///< Is a row; in a tree, unless a folded parent hides it.
    quint8 held : 1 = 0;     ///< Matches, but waits for the hold to end.
    quint8 internal : 1 = 0; ///< Matches, but housekeeping is not shown.
    quint8 touched : 1 = 0;  ///< Changed since the hold began, so it is looked at again when that ends.
};
static_assert(sizeof(RowMark) == 1);

/// A filter and an order to be carried out over the whole store.
struct TableScan
{
    TaskFilter filter;
    SortOrder order;
    bool housekeeping = false; ///< Show Task::housekeeping ones too.
    EpochNs now = 0;
};

struct TableScanResult
{
    std::unique_ptr<CompiledFilter> filter; ///< Its memo is warm: polls go on with it.
    std::vector<Slot> rows;
    std::vector<RowMark> marks;
    std::array<qint64, kTaskStateCount> chips {};
    qint64 internal = 0; ///< Matches that are not shown because they are housekeeping.
};

/// Filters and sorts; on any thread. An incomplete result comes back when \a canceled becomes true.
[[nodiscard]] TableScanResult carryOut(const TableScan &scan, const TaskColumns &columns, const std::atomic<bool> *canceled = nullptr);

} // namespace taskglass
