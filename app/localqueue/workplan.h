// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/work.h"

#include <QRandomGenerator>

#include <vector>

namespace taskglass::localqueue {

/// What the demo does, one step after the other: the same sequence for the same seed. Knows no clock and no engine.
class WorkPlan
{
public:
    explicit WorkPlan(quint32 seed);

    struct Step
    {
        int pauseMs = 0;                ///< Before the tasks, at the demo's pace.
        std::vector<NewTask> tasks;
    };

    /// What there is at once: indexes with their settings, a failure or two, a long import that will be running when
    /// somebody looks, and work waiting behind it.
    [[nodiscard]] std::vector<NewTask> opening();
    /// The next thing that happens. Never ends.
    [[nodiscard]] Step next();

    /// How many different reasons to fail there are, and one of them. Each fails for a reason that is in its own data.
    [[nodiscard]] static int failureKinds();
    [[nodiscard]] std::vector<NewTask> failure(int kind);

private:
    [[nodiscard]] NewTask smallImport();
    [[nodiscard]] NewTask longImport();
    [[nodiscard]] NewTask tidyUp();
    [[nodiscard]] NewTask settingsChange();
    [[nodiscard]] std::vector<NewTask> burst();
    [[nodiscard]] std::vector<NewTask> rebuild();
    [[nodiscard]] NewTask cancelation();
    int takeIds(int count);

    QRandomGenerator m_random;
    int m_nextId = 1;
    int m_rebuilds = 0;
    bool m_begun = false; ///< next() was called.
};

} // namespace taskglass::localqueue
