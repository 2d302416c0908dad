// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/faults.h"

#include "app/localqueue/dialects/rediscloud/oddity.h"
#include "app/localqueue/trouble.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

Error wrong(const QString &text)
{
    return trouble(Error::Kind::BadRequest,
                   QCoreApplication::translate("LocalQueue",
                                               "“%1” is no fault: use delay=MS, rate=429:10%, reset=1%, truncate=1%, "
                                               "malformed=1%, down=5s/60s, quota=400 or odd= with one of %2.")
                       .arg(text, rediscloud::oddityWords().join(u", "_s)));
}

std::optional<double> percentOf(QStringView text)
{
    if (!text.endsWith(u'%'))
        return std::nullopt;
    bool ok = false;
    const double value = text.chopped(1).toDouble(&ok);
    return ok && value >= 0 && value <= 100 ? std::optional(value) : std::nullopt;
}

/// "5s" or "250ms", in milliseconds.
std::optional<int> spanOf(QStringView text)
{
    const bool ms = text.endsWith("ms"_L1);
    if (!ms && !text.endsWith(u's'))
        return std::nullopt;
    bool ok = false;
    const int value = text.chopped(ms ? 2 : 1).toInt(&ok);
    if (!ok || value < 0 || value > 86'400)
        return std::nullopt;
    return ms ? value : value * 1000;
}

std::optional<FaultRule> readRule(QStringView name, QStringView value)
{
    if (name == "delay"_L1) {
        bool ok = false;
        const int ms = value.toInt(&ok);
        return ok && ms >= 0 ? std::optional(FaultRule {FaultRule::Kind::Delay, ms}) : std::nullopt;
    }
    if (name == "rate"_L1) {
        const qsizetype colon = value.indexOf(u':');
        bool ok = false;
        const int status = value.left(colon).toInt(&ok);
        const auto percent = percentOf(value.mid(colon + 1));
        if (colon < 0 || !ok || status < 400 || status > 599 || !percent)
            return std::nullopt;
        return FaultRule {FaultRule::Kind::Status, status, 0, *percent};
    }
    if (name == "down"_L1) {
        const qsizetype slash = value.indexOf(u'/');
        const auto down = spanOf(value.left(slash));
        const auto period = spanOf(value.mid(slash + 1));
        if (slash < 0 || !down || !period || *down >= *period)
            return std::nullopt;
        return FaultRule {FaultRule::Kind::Down, *down, *period};
    }
    if (name == "quota"_L1) {
        bool ok = false;
        const int perMinute = value.toInt(&ok);
        return ok && perMinute >= 0 ? std::optional(FaultRule {FaultRule::Kind::Quota, perMinute}) : std::nullopt;
    }
    if (name == "odd"_L1) {
        const auto oddity = rediscloud::oddityFor(value);
        return oddity ? std::optional(FaultRule {FaultRule::Kind::Odd, static_cast<int>(*oddity)}) : std::nullopt;
    }
    const auto percent = percentOf(value);
    if (!percent)
        return std::nullopt;
    if (name == "reset"_L1)
        return FaultRule {FaultRule::Kind::Reset, 0, 0, *percent};
    if (name == "truncate"_L1)
        return FaultRule {FaultRule::Kind::Truncate, 0, 0, *percent};
    if (name == "malformed"_L1)
        return FaultRule {FaultRule::Kind::Malformed, 0, 0, *percent};
    return std::nullopt;
}

} // namespace

Result<FaultRule> parseFault(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 0)
        return wrong(text);
    const QStringView view(text);
    if (const auto rule = readRule(view.left(equals), view.mid(equals + 1)))
        return *rule;
    return wrong(text);
}

FaultPlan::FaultPlan(std::vector<FaultRule> rules, quint32 seed)
    : m_rules(std::move(rules))
    , m_random(seed)
{
}

FaultDecision FaultPlan::next(qint64 uptimeMs)
{
    FaultDecision decision;
    for (const FaultRule &rule : m_rules) {
        const bool hit = m_random.bounded(100.0) < rule.percent;
        switch (rule.kind) {
        case FaultRule::Kind::Delay:
            decision.delayMs += rule.amount;
            break;
        case FaultRule::Kind::Quota:
        case FaultRule::Kind::Odd:
            break; // the imitated server's own matter
        case FaultRule::Kind::Down:
            // The outage ends each period, so that a client can connect first and then lose the server.
            if (uptimeMs % rule.period >= rule.period - rule.amount)
                decision.kind = FaultRule::Kind::Reset;
            break;
        case FaultRule::Kind::Status:
            if (hit && !decision.kind) {
                decision.kind = rule.kind;
                decision.status = rule.amount;
            }
            break;
        case FaultRule::Kind::Reset:
        case FaultRule::Kind::Truncate:
        case FaultRule::Kind::Malformed:
            if (hit && !decision.kind)
                decision.kind = rule.kind;
            break;
        }
    }
    return decision;
}

} // namespace taskglass::localqueue
