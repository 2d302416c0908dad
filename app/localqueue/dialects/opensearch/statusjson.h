// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/taskinfo.h"
#include "app/localqueue/jsontext.h"

namespace taskglass::localqueue::opensearch {

/// Which members of a job's status are told.
struct StatusForm
{
    bool texts = false;         ///< throttled and throttled_until beside their milliseconds.
    bool created = true;
    bool updated = true;
};

/// Adds a job's counters to \a object, members in the real server's order, with those of its slices.
void addStatus(JsonObjectText &object, const cluster::ScrollStatus &status, const StatusForm &form);

} // namespace taskglass::localqueue::opensearch
