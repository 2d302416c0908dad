// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/database.h"
#include "app/localqueue/engine/query.h"

namespace taskglass::localqueue {

/// The end of a seeded past that is still to be written. Everything before is, in each number and each time.
struct Unwritten
{
    quint32 tasks = 0;        ///< Tasks below this uid; 0: the past is whole.
    quint32 batches = 0;      ///< Batches below this uid.
    EpochNs horizon = kNoTime; ///< All of their times are earlier.
};

/// As of the caller's transaction.
[[nodiscard]] Result<Unwritten> unwritten(Database &database);

/// Whether a task, or the batch of one, that is not written yet can match: what waits or runs is always written.
[[nodiscard]] bool mayBeUnwritten(const TaskQuery &query, const Unwritten &rest);

} // namespace taskglass::localqueue
