// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"

#include <atomic>

namespace taskglass::test {

/// A clock that stands until told otherwise. May be read on any thread, as servers of a test do.
class SetClock final : public Clock
{
public:
    [[nodiscard]] EpochNs now() const override { return m_now; }
    void advance(DurationNs by) { m_now += by; }

private:
    std::atomic<EpochNs> m_now {1'800'000'000 * kNsPerSecond};
};

} // namespace taskglass::test
