// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/tablescan.h"

#include <utility>
#include <vector>

namespace taskglass {

/// How a list of rows becomes another one.
struct RowChange
{
    std::vector<int> leaving;   ///< Row numbers in the old list, ascending.
    std::vector<int> arriving;  ///< Row numbers in \a next, ascending.
    std::vector<Slot> next;     ///< The new list; meaningless when nothing leaves, arrives or moves.
    bool reordered = false;     ///< Rows that stay stand in another order.
    [[nodiscard]] bool isEmpty() const { return leaving.empty() && arriving.empty() && !reordered; }
};

/// First and last of a run of consecutive rows.
using RowSpan = std::pair<int, int>;
[[nodiscard]] std::vector<RowSpan> spansOf(const std::vector<int> &rows);

/// The change from \a rows, whose slots are marked visible in \a before, to \a next, marked in \a after. O(n).
[[nodiscard]] RowChange compareRows(const std::vector<Slot> &rows, const std::vector<RowMark> &before, std::vector<Slot> next,
                                    const std::vector<RowMark> &after);

/// Merges touched rows into their new places among the untouched, which are in order: O(n) copying and O(k log n)
/// comparing, where sorting anew would be O(n log n).
/// \a touched: rows whose task changed, ascending; \a leaves: whether each of them goes; \a incoming: slots that enter.
/// \a memory: its contents are dropped, its memory holds the new list.
[[nodiscard]] RowChange mergeRows(const std::vector<Slot> &rows, const std::vector<int> &touched, const std::vector<bool> &leaves,
                                  const std::vector<Slot> &incoming, const RowOrder &order, std::vector<Slot> &&memory = {});

} // namespace taskglass
