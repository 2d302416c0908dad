// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/engine.h"
#include "app/localqueue/account/records.h"

namespace taskglass::localqueue::account {

/// How long things take: drawn from what was seen of the real service, scaled by the pace. The same for the same seed, task
/// and question, so that an account's history follows from its orders and the clock alone.
class Timing
{
public:
    Timing(Pace pace, quint32 seed) : m_pace(pace), m_seed(seed) { }

    /// From acceptance until a free worker looks at it.
    [[nodiscard]] DurationNs dispatch(qint64 task) const;
    /// How long the task stays `initialized`; 0 for most, which skip it.
    [[nodiscard]] DurationNs initialization(qint64 task) const;
    [[nodiscard]] DurationNs processing(qint64 task, Command command) const;
    /// What comes after a completed task: making, changing or deleting its resource.
    [[nodiscard]] DurationNs provisioning(qint64 task, Command command) const;
    /// Reading \a bytes from elsewhere.
    [[nodiscard]] DurationNs importing(qint64 bytes) const;
    /// How many digits of a second the service writes in this task's stamp for \a stage: 0 to 9.
    [[nodiscard]] int stampDigits(qint64 task, Stage stage) const;
    /// A UUID for the task.
    [[nodiscard]] QString taskId(qint64 task) const;

private:
    struct Range
    {
        int minMs;
        int maxMs;
    };
    [[nodiscard]] quint64 draw(qint64 task, int question) const;
    [[nodiscard]] DurationNs within(Range range, qint64 task, int question) const;
    [[nodiscard]] DurationNs processed(DurationNs real) const;
    [[nodiscard]] DurationNs provisioned(DurationNs real) const;

    Pace m_pace;
    quint32 m_seed;
};

} // namespace taskglass::localqueue::account
