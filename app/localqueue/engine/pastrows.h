// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/database.h"
#include "app/localqueue/engine/pastplan.h"

#include <mutex>

namespace taskglass::localqueue::pastrows {

/// Counts all of \a plan, writes what waits and the newest part, and notes what is unwritten. In a write transaction on an
/// empty task store.
[[nodiscard]] Failure begin(Database &database, const PastPlan &plan);

/// Writes the newest part that is unwritten, in a transaction of its own under \a writeMutex. Answers the uid below which
/// tasks are unwritten then.
[[nodiscard]] Result<quint32> writeNext(Database &database, std::mutex &writeMutex);

} // namespace taskglass::localqueue::pastrows
