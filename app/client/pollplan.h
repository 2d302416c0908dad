// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/time.h"

#include <QString>

#include <optional>

namespace taskglass {

inline constexpr qint64 kLongestBackOffMs = 60'000; ///< Unless the server's makers ask for more.

/// What the user, the window and the protocol want of polling.
struct PollWish
{
    int intervalMs = 1000;  ///< Between the end of one answer and the next request.
    bool paused = false;    ///< Nothing is sent.
    bool hidden = false;    ///< Nobody can see the window.
    int leastMs = 0;        ///< Below which the protocol does not want to be asked at the moment; 0: it does not mind.
    QString leastReason {}; ///< Why, one translated sentence.
    qint64 longestBackOffMs = kLongestBackOffMs; ///< After failures in a row.
    bool operator==(const PollWish &) const = default;
};

/// How one round ended.
struct PollOutcome
{
    std::optional<Error> error; ///< Empty: answered.
    bool busy = false;          ///< Answered, and something runs or waits.
};

/// What the next time to poll depends on besides the wish. A value: the functions below make the next one from it.
struct PollState
{
    int failures = 0;               ///< In a row.
    int quietRounds = 0;            ///< Answered rounds in a row in which nothing ran or waited.
    int goodRounds = 0;             ///< Answered rounds since the last 429.
    qint64 raisedMs = 0;            ///< The least interval since the server said 429; 0 when it did not.
    qint64 backOffMs = 0;           ///< Jittered pause after the last failure; 0 when it was none.
    EpochNs lastEnd = kNoTime;      ///< When the last round ended; kNoTime: never asked, so at once.
    EpochNs notBefore = kNoTime;    ///< As Retry-After said.
    bool refused = false;           ///< 401, 403, TLS, unsupported: wait for the user.
    bool askedNow = false;          ///< Refresh or retry: at once, whatever else holds, but not while paused.
    bool operator==(const PollState &) const = default;
};

/// When to poll next, and why not sooner.
struct PollPlan
{
    EpochNs nextAt = kNoTime;  ///< kNoTime: not by itself. May be in the past: then at once.
    int intervalMs = 1000;     ///< In force while answers come.
    QString reason;            ///< Why intervalMs is longer than wished, one translated sentence; empty when it is not.
    bool operator==(const PollPlan &) const = default;
};

inline constexpr qint64 kLongestRetryAfterMs = 3'600'000; ///< Longer ones are cut, so that a mistaken header heals.

/// The state after a round ended at \a now as \a outcome says. \a random is uniform in [0, 1): the jitter that keeps many
/// clients from coming back together.
[[nodiscard]] PollState after(const PollState &state, const PollWish &wish, const PollOutcome &outcome, EpochNs now, double random);
/// The state after "refresh now" or "retry": forgets refusal, back-off and Retry-After for one attempt.
[[nodiscard]] PollState askedNow(const PollState &state);
/// When to poll. Pure: the same arguments give the same plan, and no time is read.
[[nodiscard]] PollPlan planFor(const PollState &state, const PollWish &wish);
/// Whether this error ends polling until the user edits, trusts or retries.
[[nodiscard]] bool isRefusal(const Error &error);

} // namespace taskglass
