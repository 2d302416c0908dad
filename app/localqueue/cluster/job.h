// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/taskinfo.h"

#include <map>
#include <memory>

namespace taskglass::localqueue::cluster {

/// Something that runs under a task and can be told to change its ways. Used on the worker's thread; it
/// lives as long as one of its steps waits or runs.
class Job
{
public:
    Job() = default;
    virtual ~Job() = default;
    Job(const Job &) = delete;
    Job &operator=(const Job &) = delete;

    /// Its task, or one of its ancestors, was canceled.
    virtual void canceled() = 0;
    /// \a requestsPerSecond for the whole of it. Faster takes effect at once, slower after the current batch. Answers
    /// the status with what all slices say right now; a fault when it has not begun or cannot be slowed down.
    [[nodiscard]] virtual Fallible<ScrollStatus> rethrottle(float requestsPerSecond) = 0;
};

/// The jobs that run, for whoever wants to tell one something. The worker's thread only.
using Jobs = std::map<TaskId, std::weak_ptr<Job>>;

} // namespace taskglass::localqueue::cluster
