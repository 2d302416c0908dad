// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/task.h"
#include "models/domain/taskfilter.h"

namespace taskglass {

/// Whether \a filter shows \a task at \a now (the server's time, for ages and running clocks). Looks at each string anew:
/// for single tasks and short lists; the table scans columns instead, and means the same.
[[nodiscard]] bool matches(const TaskFilter &filter, const Task &task, EpochNs now);

/// Whether a value lies within the clause's bounds; \a now turns times into ages where the clause wants ages.
[[nodiscard]] bool isWithin(const FilterClause &clause, qint64 value, EpochNs now);

/// \a value as a clause on \a field says it to mean that very text, not every one that it is a part of.
[[nodiscard]] QString wholly(FilterField field, const QString &value);

} // namespace taskglass
