// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/taskcolumns.h"

#include <deque>

namespace taskglass {

/// Gives the errors and strings that no task uses any more back to their pools, a step after each change of the store. A
/// step takes some 0.3 ms, and there is none until the strings have doubled.
class StringSweep
{
public:
    /// \a batches: references that the caller holds beside the columns.
    void step(TaskColumns &columns, const std::deque<StringPool::Ref> &batches);

private:
    /// Marks what some more slots use; true when all were seen.
    [[nodiscard]] bool markSlots(TaskColumns &columns);

    Slot m_slot = 0;
};

} // namespace taskglass
