// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/taskcolumns.h"

#include <deque>

namespace taskglass {

/// Gives the strings that no task uses any more back to the pool, a step after each change of the store. A step takes
/// some 0.3 ms, and there is none until the pool has doubled.
class StringSweep
{
public:
    /// \a batches: references that the caller holds beside the columns.
    void step(TaskColumns &columns, const std::deque<StringPool::Ref> &batches);

private:
    /// Marks what some more slots use, then some more errors; true when all were seen.
    [[nodiscard]] bool mark(TaskColumns &columns);

    Slot m_slot = 0;
    std::size_t m_error = 0;
};

} // namespace taskglass
