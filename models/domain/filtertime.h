// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QString>

#include <optional>

namespace taskglass {

/// "90s", "1h30m", "0.5h", "250ms", "2d": numbers with units w d h m s ms us ns, largest first or not.
/// Empty when it is something else, has no unit or does not fit 64 bits.
[[nodiscard]] std::optional<DurationNs> parseFilterDuration(QStringView text);
/// The shortest such text that reads back as exactly \a duration.
[[nodiscard]] QString formatFilterDuration(DurationNs duration);

/// What a stamp in a filter covers: one moment, or the whole day, minute or second that was written.
struct FilterStamp
{
    EpochNs first = 0;
    EpochNs last = 0; ///< Inclusive.
};
/// "2026-11-22", "2026-11-22T10:00", "2026-11-22T10:00:05.25Z"; local time unless it names its zone.
[[nodiscard]] std::optional<FilterStamp> parseFilterStamp(QStringView text);

} // namespace taskglass
