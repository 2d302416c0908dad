// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/task.h"
#include "models/table/columns.h"

#include <optional>

namespace taskglass {

/// The clause that the cell of \a column stands for in the filter language ("index:books"); empty when the column is not
/// a value that tasks share (times, progress) or the task has none.
[[nodiscard]] std::optional<QString> clauseOfCell(const Task &task, Column column);

} // namespace taskglass
