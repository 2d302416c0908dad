// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QStringView>

#include <optional>

namespace taskglass::localqueue::meilisearch {

enum class BoundSide { After, Before };

/// The exclusive bound that a date parameter means: a full RFC 3339 stamp, or YYYY-MM-DD, whose whole day never matches
/// ("after" it means from the next midnight UTC on, "before" it until its own). Empty for anything between.
[[nodiscard]] std::optional<EpochNs> parseDateBound(QStringView text, BoundSide side);

} // namespace taskglass::localqueue::meilisearch
