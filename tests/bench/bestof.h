// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figures.h"

#include <QElapsedTimer>

#include <algorithm>
#include <limits>

namespace taskglass {

/// What \a work takes at best.
struct BestTimes
{
    double wallMs = std::numeric_limits<double>::max();
    double cpuMs = wallMs; ///< Processor time of the calling thread: what other programs take away is not counted.
};

template<typename Work>
[[nodiscard]] BestTimes bestOf(int runs, Work work)
{
    BestTimes best;
    for (int run = 0; run < runs; ++run) {
        const double cpuBefore = bench::threadCpuMs();
        QElapsedTimer timer;
        timer.start();
        work();
        best.wallMs = std::min(best.wallMs, double(timer.nsecsElapsed()) / 1e6);
        best.cpuMs = std::min(best.cpuMs, bench::threadCpuMs() - cpuBefore);
    }
    return best;
}

} // namespace taskglass
