// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/clusterstore.h"
#include "app/localqueue/cluster/job.h"
#include "app/localqueue/cluster/taskregistry.h"
#include "app/localqueue/cluster/worker.h"
#include "app/localqueue/engine/engine.h"

namespace taskglass::localqueue::cluster {

/// What jobs work with. All of it outlives them; the store is touched on the worker's thread only.
struct Workplace
{
    ClusterStore &store;
    TaskRegistry &tasks;
    Worker &worker;
    Jobs &jobs;
    Pace pace = Pace::Instant;

    /// What \a documents cost beside the real work, so that a person can watch: nothing, 0.5 ms or 0.02 ms each.
    [[nodiscard]] qint64 costNs(qint64 documents) const
    {
        switch (pace) {
        case Pace::Instant: return 0;
        case Pace::Demo: return documents * 500'000;
        case Pace::Real: return documents * 20'000;
        }
        return 0;
    }
    /// The node that holds the primary of a shard.
    [[nodiscard]] int nodeOf(const Index &index, int shard) const
    {
        return int((index.row + shard) % qint64(tasks.nodes().size()));
    }
};

} // namespace taskglass::localqueue::cluster
