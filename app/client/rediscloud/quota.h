// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/http.h"
#include "models/domain/connectionstatus.h"
#include "models/domain/time.h"

#include <deque>

namespace taskglass::rediscloud {

/// The account's requests: 400 a minute for all its programs, colleagues and pipelines together, so that a monitor must
/// take a small share and give way when others need the rest. Counts what was sent here and learns from
/// X-Rate-Limit-Remaining what is left. Shared by all conversations with a server. No time is read: now is told.
class Quota
{
public:
    static constexpr qint64 kOfAccount = 400;
    static constexpr qint64 kOurs = 60;          ///< In any minute, whatever asks.
    static constexpr qint64 kForBackground = 30; ///< Of ours: while that many were sent, details nobody waits for wait.
    static constexpr EpochNs kWindow = 60 * kNsPerSecond;

    /// How much the account has left, as it said less than a minute ago.
    enum class Strain {
        None,    ///< A quarter or more, or it did not say.
        Low,     ///< Less than a quarter.
        Spent    ///< Less than a twentieth, or it refused a request.
    };

    /// When a request in \a lane may go: \a now or earlier when at once.
    [[nodiscard]] EpochNs freeAt(EpochNs now, Lane lane) const;
    void spend(EpochNs now);
    /// A request was answered. \a remaining: what the account said is left; negative when it said nothing.
    void learn(qint64 remaining, EpochNs at);
    /// 429. Returns how long to wait, ms: \a retryAfterMs, or when the server did not say (negative) half a minute that
    /// doubles with each refusal in a row, up to five minutes, with some jitter so that programs don't come back together.
    [[nodiscard]] qint64 refused(qint64 retryAfterMs, EpochNs at);
    [[nodiscard]] Strain strain(EpochNs now) const;
    /// The account's figures when it told them lately, else our own share.
    [[nodiscard]] RequestBudget budget(EpochNs now) const;

private:
    [[nodiscard]] qint64 sentSince(EpochNs since) const;
    /// What the account said is less than a minute old.
    [[nodiscard]] bool isFresh(EpochNs now) const;

    std::deque<EpochNs> m_sent;       ///< Ascending; of the last minute, as far as it was cleaned up.
    qint64 m_remaining = -1;          ///< As told at \a m_toldAt.
    EpochNs m_toldAt = kNoTime;
    EpochNs m_closedUntil = kNoTime;  ///< After a refusal.
    int m_refusals = 0;               ///< In a row.
};

} // namespace taskglass::rediscloud
