// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/loadpace.h"

#include <algorithm>

namespace taskglass {

std::optional<DurationNs> LoadPace::timeLeft(EpochNs now, qint64 loaded, qint64 left)
{
    if (m_since == kNoTime) {
        m_since = now;
        m_loadedBefore = loaded;
    }
    const DurationNs elapsed = now - m_since;
    const qint64 came = loaded - m_loadedBefore;
    if (elapsed < kNsPerSecond || came <= 0)
        return {};
    constexpr double kLongest = 30.0 * 24 * 3600; // seconds: a pace that foretells more foretells nothing
    const double seconds = double(left) * double(elapsed) / double(came) / double(kNsPerSecond);
    return qint64(std::min(seconds, kLongest) + 0.5) * kNsPerSecond;
}

} // namespace taskglass
