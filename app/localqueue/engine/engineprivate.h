// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/datadir.h"
#include "app/localqueue/engine/draft.h"
#include "app/localqueue/engine/engine.h"
#include "app/localqueue/engine/past.h"
#include "app/localqueue/engine/scheduler.h"

namespace taskglass::localqueue {

struct Engine::Private
{
    EngineOptions options;
    SystemClock systemClock;
    std::unique_ptr<DataDir> dir;
    std::unique_ptr<DatabasePool> tasks;
    std::unique_ptr<DatabasePool> indexes;
    Processing processing;
    Throttle throttle;
    std::mutex writeMutex;
    std::unique_ptr<Past> past;
    std::unique_ptr<Scheduler> scheduler; // last: its thread uses all of the above

    [[nodiscard]] const Clock &clock() const { return options.clock != nullptr ? *options.clock : systemClock; }
    /// In the write transaction: fixes what a cancelation or deletion matches.
    [[nodiscard]] Failure match(Database &database, const NewTask &task, CheckedTask &checked) const;
};

} // namespace taskglass::localqueue
