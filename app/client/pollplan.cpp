// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/pollplan.h"

#include <QCoreApplication>

#include <algorithm>

namespace taskglass {

namespace {

constexpr qint64 kShortestMs = 100;
constexpr qint64 kLongestMs = 15 * 60'000;
constexpr qint64 kFirstBackOffMs = 1000;
constexpr qint64 kIdleCapMs = 10'000;
constexpr qint64 kHiddenLeastMs = 10'000;
constexpr int kQuietRoundsBeforeIdle = 10; // an operator who watches a burst end still sees the next task soon
constexpr int kGoodRoundsBeforeFaster = 20;

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PollPlan)
};

qint64 wished(const PollWish &wish)
{
    return std::clamp<qint64>(wish.intervalMs, kShortestMs, kLongestMs);
}

/// Doubles with each failure from one second (or the interval, if longer) to \a longestMs (likewise), then ±25 %.
qint64 backOff(int failures, qint64 intervalMs, qint64 longestMs, double random)
{
    const qint64 cap = std::max(longestMs, intervalMs);
    const qint64 first = std::max(kFirstBackOffMs, intervalMs);
    const qint64 doubled = std::min(cap, first << std::min(failures - 1, 20));
    return static_cast<qint64>(static_cast<double>(doubled) * (0.75 + 0.5 * random));
}

PollState afterAnswer(PollState state, bool busy)
{
    state.failures = 0;
    state.backOffMs = 0;
    state.notBefore = kNoTime;
    state.quietRounds = busy ? 0 : std::min(state.quietRounds + 1, kQuietRoundsBeforeIdle);
    if (state.raisedMs > 0 && ++state.goodRounds >= kGoodRoundsBeforeFaster) {
        state.raisedMs = state.raisedMs / 2 < kShortestMs ? 0 : state.raisedMs / 2;
        state.goodRounds = 0;
    }
    return state;
}

} // namespace

bool isRefusal(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Tls:
    case Error::Kind::Auth:
    case Error::Kind::ReadOnly:
    case Error::Kind::Unsupported:
    case Error::Kind::Local: return true;
    case Error::Kind::Network:
    case Error::Kind::Timeout:
    case Error::Kind::NotFound:
    case Error::Kind::Conflict:
    case Error::Kind::TooLarge:
    case Error::Kind::RateLimited:
    case Error::Kind::Server:
    case Error::Kind::BadRequest:
    case Error::Kind::BadResponse:
    case Error::Kind::Redirected: return false;
    }
    Q_UNREACHABLE();
}

PollState after(const PollState &before, const PollWish &wish, const PollOutcome &outcome, EpochNs now, double random)
{
    PollState state = before;
    state.lastEnd = now;
    state.askedNow = false;
    state.refused = false;
    if (!outcome.error)
        return afterAnswer(state, outcome.busy);

    state.refused = isRefusal(*outcome.error);
    state.failures = std::min(state.failures + 1, 1000);
    const qint64 interval = std::max(wished(wish), state.raisedMs);
    if (outcome.error->kind == Error::Kind::RateLimited) {
        state.raisedMs = std::clamp<qint64>(interval * 2, kFirstBackOffMs, std::max(kLongestBackOffMs, wished(wish)));
        state.goodRounds = 0;
    }
    state.backOffMs = backOff(state.failures, std::max(interval, state.raisedMs), wish.longestBackOffMs, random);
    const qint64 retryAfter = std::min(outcome.error->retryAfterMs, kLongestRetryAfterMs);
    state.notBefore = retryAfter < 0 ? kNoTime : now + retryAfter * kNsPerMs;
    return state;
}

PollState askedNow(const PollState &before)
{
    PollState state = before;
    state.refused = false;
    state.askedNow = true;
    return state;
}

PollPlan planFor(const PollState &state, const PollWish &wish)
{
    PollPlan plan;
    qint64 interval = wished(wish);
    const auto raiseTo = [&](qint64 ms, const char *why) {
        if (ms <= interval)
            return;
        interval = ms;
        plan.reason = Words::tr(why);
    };
    if (state.quietRounds >= kQuietRoundsBeforeIdle)
        raiseTo(std::min(wished(wish) * 2, kIdleCapMs), QT_TRANSLATE_NOOP("PollPlan", "Nothing runs or waits, so the server is asked less often."));
    if (wish.hidden)
        raiseTo(std::min(std::max(wished(wish) * 5, kHiddenLeastMs), kLongestMs), QT_TRANSLATE_NOOP("PollPlan", "The window is hidden, so the server is asked less often."));
    if (wish.leastMs > interval) {
        interval = wish.leastMs;
        plan.reason = wish.leastReason;
    }
    raiseTo(state.raisedMs, QT_TRANSLATE_NOOP("PollPlan", "The server asked for fewer requests, so it is asked less often."));
    plan.intervalMs = static_cast<int>(interval);

    if (wish.paused || state.refused)
        return plan;
    if (state.lastEnd == kNoTime || state.askedNow) {
        plan.nextAt = state.lastEnd == kNoTime ? 0 : state.lastEnd;
        return plan;
    }
    plan.nextAt = state.lastEnd + std::max(state.failures > 0 ? state.backOffMs : 0, interval) * kNsPerMs;
    if (state.notBefore != kNoTime)
        plan.nextAt = std::max(plan.nextAt, state.notBefore);
    return plan;
}

} // namespace taskglass
