// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QRandomGenerator>
#include <QStringList>

#include <optional>
#include <vector>

namespace taskglass::localqueue {

/// A deliberate misbehaviour of the server, for trying how a client takes it.
struct FaultRule
{
    enum class Kind {
        Delay,      ///< Every answer comes `amount` ms late.
        Status,     ///< `percent` of the answers are the bare status `amount`; 429 and 503 carry Retry-After.
        Reset,      ///< `percent` of the connections are reset in place of an answer.
        Truncate,   ///< `percent` of the answers end in the middle of what Content-Length promised.
        Malformed,  ///< `percent` of the answers are complete HTTP around JSON that is not.
        Quota,      ///< `amount` requests a minute and account, where the imitated server has a quota; 0: no bound.
        Odd,        ///< The imitated server's rarer shape number `amount`: a rediscloud::Oddity.
        Down        ///< For `amount` ms out of every `period` ms, connections are reset.
    };
    Kind kind = Kind::Delay;
    int amount = 0;
    int period = 0;
    double percent = 100;

    bool operator==(const FaultRule &) const = default;
};

/// Reads `delay=MS`, `rate=STATUS:N%`, `reset=N%`, `truncate=N%`, `malformed=N%`, `down=5s/60s`, `quota=N`,
/// `odd=WORD`. The error's message
/// is one sentence for a command line.
[[nodiscard]] Result<FaultRule> parseFault(const QString &text);

/// What is to happen to one answer.
struct FaultDecision
{
    int delayMs = 0;
    std::optional<FaultRule::Kind> kind; ///< Status, Reset, Truncate or Malformed; Down is told as Reset.
    int status = 0;                      ///< Only for Status.
};

/// Throws the dice for each answer. Not thread-safe: lives where the answers are written.
class FaultPlan
{
public:
    explicit FaultPlan(std::vector<FaultRule> rules = {}, quint32 seed = 1);
    /// \a uptimeMs is how long the server has been up; `down` phases are counted from it, ending each period.
    [[nodiscard]] FaultDecision next(qint64 uptimeMs);

private:
    std::vector<FaultRule> m_rules;
    QRandomGenerator m_random;
};

} // namespace taskglass::localqueue
