// SPDX-License-Identifier: GPL-3.0-or-later
// The half of PollingClient that lives: connects, polls when the plan says so, takes in how a round ended.
#include "app/client/pollingclient_p.h"

#include <algorithm>

namespace taskglass {

using Phase = ConnectionStatus::Phase;

namespace {

/// Later than planned by this much: the machine slept.
constexpr qint64 kSleepMs = 30'000;

} // namespace

void PollingClient::Private::connectAnew()
{
    state = PollState();
    afterGap = false;
    resetWanted = resetWanted || rowsTold;
    status.error.reset();
    status.connectingSince = clock.now();
    status.lastAnswerAt = kNoTime;
    setPhase(wish.paused ? Phase::Paused : Phase::Connecting);
    arm();
}

void PollingClient::Private::dropConnection()
{
    orders.abandon();
    // Its answers have nowhere to go from here: requests are aborted, what is being decoded is dropped.
    connection.reset();
    feed.clear();
    pace.stop();
    status.loadingLeft.reset();
    pollTimer.stop();
    refreshWanted = false;
    skew = ClockSkew();
    status.clockSkew.reset();
}

void PollingClient::Private::tick()
{
    const EpochNs now = clock.now();
    if (plannedAt != kNoTime && now - plannedAt > kSleepMs * kNsPerMs)
        afterGap = true;
    if (!connection || (!connection->detected() && !connection->inRound())) {
        connection = std::make_unique<Connection>(detector(kindToAskFor(profile, credentials)), credentials,
                                                  [this](Conversation &conversation, ConversationDriver::Signer signer) {
                                                      return drive(conversation, std::move(signer));
                                                  },
                                                  clock, nullptr);
        wireConnection();
    }
    connection->beginRound(std::exchange(afterGap, false));
}

void PollingClient::Private::arm()
{
    const PollPlan plan = planFor(state, wish);
    status.intervalMs = plan.intervalMs;
    status.intervalReason = plan.reason;
    const bool underWay = connection && connection->inRound();
    const bool waits = started && plan.nextAt != kNoTime && !underWay;
    status.nextTryAt = waits ? plan.nextAt : kNoTime;
    statusTouched();
    pollTimer.stop();
    if (!waits)
        return;
    // A delay from now on the steady clock: the machine's own may be set back meanwhile.
    const qint64 ms = state.askedNow || state.lastEnd == kNoTime ? 0 : std::max<qint64>(0, (plan.nextAt - clock.now()) / kNsPerMs);
    plannedAt = state.askedNow || state.lastEnd == kNoTime ? kNoTime : plan.nextAt;
    pollTimer.start(static_cast<int>(std::min<qint64>(ms, 24 * 3'600'000)));
}

void PollingClient::Private::roundEnded(const std::optional<Error> &error)
{
    const EpochNs now = clock.now();
    const bool busy = connection && connection->sync() && connection->sync()->progress().busy;
    const bool raised = state.raisedMs > 0;
    state = after(state, wish, {error, busy}, now, random.generateDouble());
    if (state.raisedMs > 0 && !raised)
        emit q.logged(planFor(state, wish).reason);
    if (error) {
        afterGap = true;
        refreshWanted = false;
        status.error = error;
        if (!wish.paused)
            setPhase(state.refused ? Phase::Refused : Phase::Failing);
    } else {
        status.error.reset();
        status.lastAnswerAt = now;
        if (!wish.paused)
            setPhase(Phase::Live);
    }
    if (std::exchange(refreshWanted, false))
        state = askedNow(state);
    noteProgress(); // before arm(): the protocol's own least interval may be another one now
    arm();
}

void PollingClient::Private::setPhase(Phase phase)
{
    status.phase = phase;
    statusTouched();
}

} // namespace taskglass
