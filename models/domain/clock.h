// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

namespace taskglass {

/// Where "now" comes from, so that tests decide it. Implementations are safe to call from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual EpochNs now() const = 0;
};

/// The machine's own clock (std::chrono::system_clock).
class SystemClock final : public Clock
{
public:
    [[nodiscard]] EpochNs now() const override;
};

} // namespace taskglass
