// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/speedfacts.h"

#include "views/detail/jsonscanner.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// Canceled tasks report absurd pauses (9223372006812 ms was seen): beyond a day it is none.
constexpr qint64 kLongestPauseMs = 86'400'000;

std::optional<double> number(const QByteArray &object, const QString &key)
{
    const auto literal = jsonMember(object, key);
    if (!literal)
        return std::nullopt;
    bool isNumber = false;
    const double value = literal->toDouble(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

std::optional<DurationNs> milliseconds(const QByteArray &object, const QString &key, qint64 most)
{
    const std::optional<double> value = number(object, key);
    if (!value || *value <= 0 || *value > double(most))
        return std::nullopt;
    return DurationNs(*value) * kNsPerMs;
}

} // namespace

SpeedFacts speedFacts(const Task &task)
{
    SpeedFacts facts;
    if (task.details.isEmpty())
        return facts;
    const bool isOpen = task.state == TaskState::Running && !task.gone;
    facts.requestsPerSecond = number(task.details, u"requests_per_second"_s);
    if (facts.requestsPerSecond == 0 || !isOpen)
        facts.requestsPerSecond.reset();
    facts.throttled = milliseconds(task.details, u"throttled_millis"_s, std::numeric_limits<qint64>::max() / kNsPerMs);
    if (isOpen)
        facts.pause = milliseconds(task.details, u"throttled_until_millis"_s, kLongestPauseMs);
    return facts;
}

std::optional<Pace> paceOf(const Task &task, EpochNs now)
{
    if (task.state != TaskState::Running || task.gone || !task.startedAt || !task.progress || !task.progress->done || !task.progress->total)
        return std::nullopt;
    const qint64 done = *task.progress->done;
    const qint64 left = *task.progress->total - done;
    const DurationNs ran = now - *task.startedAt;
    if (done <= 0 || left < 0 || ran < kNsPerSecond)
        return std::nullopt;
    const double perSecond = double(done) * kNsPerSecond / double(ran);
    const double leftNs = double(left) / perSecond * kNsPerSecond;
    constexpr double kFarAway = 9e18;
    return Pace {perSecond, DurationNs(std::min(leftNs, kFarAway))};
}

} // namespace taskglass
