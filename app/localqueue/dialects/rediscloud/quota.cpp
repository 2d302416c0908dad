// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/rediscloud/quota.h"

#include <limits>

namespace taskglass::localqueue::rediscloud {

namespace {

constexpr DurationNs kWindow = 60 * kNsPerSecond;
/// Keys that are remembered; made-up ones must not fill the memory.
constexpr qsizetype kMostKeys = 1000;

} // namespace

Quota::Decision Quota::take(const QByteArray &key, EpochNs now)
{
    if (m_perMinute <= 0)
        return {true, std::numeric_limits<int>::max(), 0};
    if (!m_windows.contains(key) && m_windows.size() >= kMostKeys)
        m_windows.clear();
    Window &window = m_windows[key];
    if (now - window.since >= kWindow || now < window.since)
        window = {now, 0};
    if (window.used >= m_perMinute) {
        const DurationNs left = window.since + kWindow - now;
        return {false, 0, static_cast<int>((left + kNsPerSecond - 1) / kNsPerSecond)};
    }
    ++window.used;
    return {true, m_perMinute - window.used, 0};
}

} // namespace taskglass::localqueue::rediscloud
