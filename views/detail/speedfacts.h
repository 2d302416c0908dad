// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/task.h"

#include <optional>

namespace taskglass {

/// What the details of a bulk-by-scroll task (reindex, update or delete by query) say about its pace. Empty members: not told.
struct SpeedFacts
{
    std::optional<double> requestsPerSecond; ///< -1: no limit. Servers say -1 for canceled tasks as well, and 0 before the first batch: both count as not told.
    std::optional<DurationNs> throttled;     ///< Slept so far to keep to the limit; of all slices together.
    std::optional<DurationNs> pause;         ///< Still to sleep when the server answered.
    bool operator==(const SpeedFacts &) const = default;
};
[[nodiscard]] SpeedFacts speedFacts(const Task &task);

/// How fast a running task got on since it started, and how long the rest takes at that pace. Only where the server counts
/// documents and some are done.
struct Pace
{
    double perSecond = 0;
    DurationNs left = 0;
};
/// \a now by the server's clock.
[[nodiscard]] std::optional<Pace> paceOf(const Task &task, EpochNs now);

} // namespace taskglass
