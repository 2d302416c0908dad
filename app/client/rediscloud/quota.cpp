// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/rediscloud/quota.h"

#include <algorithm>

namespace taskglass::rediscloud {

qint64 Quota::sentSince(EpochNs since) const
{
    return m_sent.end() - std::upper_bound(m_sent.begin(), m_sent.end(), since);
}

bool Quota::isFresh(EpochNs now) const
{
    return m_toldAt != kNoTime && now >= m_toldAt && now < m_toldAt + kWindow;
}

EpochNs Quota::freeAt(EpochNs now, Lane lane) const
{
    EpochNs at = now;
    const qint64 share = lane == Lane::Background ? kForBackground : kOurs;
    if (sentSince(now - kWindow) >= share)
        at = std::min(m_sent[m_sent.size() - std::size_t(share)], now) + kWindow;
    // The list itself is spaced by its interval, and goes at once when the user wants it; the rest has time.
    if (lane != Lane::Poll && m_closedUntil != kNoTime && now >= m_toldAt) // not after the clock was set back
        at = std::max(at, m_closedUntil);
    if (lane == Lane::Background && strain(now) != Strain::None)
        at = std::max(at, m_toldAt + kWindow);
    return at;
}

void Quota::spend(EpochNs now)
{
    // A clock that was set back must not keep old requests new for longer than a minute.
    for (EpochNs &sent : m_sent)
        sent = std::min(sent, now);
    while (!m_sent.empty() && m_sent.front() <= now - kWindow)
        m_sent.pop_front();
    m_sent.push_back(now);
}

void Quota::learn(qint64 remaining, EpochNs at)
{
    m_refusals = 0;
    m_closedUntil = kNoTime;
    if (remaining < 0)
        return;
    m_remaining = remaining;
    m_toldAt = at;
}

qint64 Quota::refused(qint64 retryAfterMs, EpochNs at)
{
    constexpr qint64 kFirstMs = 30'000;
    constexpr qint64 kLongestMs = 300'000;
    const qint64 doubled = std::min(kLongestMs, kFirstMs << std::min(m_refusals, 10));
    const qint64 jitter = doubled / 10 * (at / 1000 % 1000) / 1000; // when an answer arrives, to the microsecond, is chance
    m_refusals = std::min(m_refusals + 1, 1000);
    const qint64 wait = retryAfterMs < 0 ? std::min(kLongestMs, doubled + jitter) : retryAfterMs;
    m_remaining = 0;
    m_toldAt = at;
    m_closedUntil = at + wait * kNsPerMs;
    return wait;
}

Quota::Strain Quota::strain(EpochNs now) const
{
    if (!isFresh(now))
        return Strain::None;
    if (m_remaining * 20 < kOfAccount)
        return Strain::Spent;
    return m_remaining * 4 < kOfAccount ? Strain::Low : Strain::None;
}

RequestBudget Quota::budget(EpochNs now) const
{
    if (!isFresh(now))
        return {kOurs, std::max<qint64>(0, kOurs - sentSince(now - kWindow)), kWindow / kNsPerMs};
    return {std::max(kOfAccount, m_remaining), std::max<qint64>(0, m_remaining - sentSince(m_toldAt)), kWindow / kNsPerMs};
}

} // namespace taskglass::rediscloud
