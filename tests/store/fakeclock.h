// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"

namespace taskglass {

/// A clock that stands until told otherwise.
class FakeClock final : public Clock
{
public:
    EpochNs time = 1'800'000'000 * kNsPerSecond;
    [[nodiscard]] EpochNs now() const override { return time; }
};

} // namespace taskglass
