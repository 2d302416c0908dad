// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/cluster/taskinfo.h"

#include "app/localqueue/cluster/node.h"

#include <algorithm>

namespace taskglass::localqueue::cluster {

ScrollStatus mergedStatus(const ScrollStatus &parent, std::vector<std::shared_ptr<const SliceEnd>> slices)
{
    ScrollStatus sum;
    sum.sliceId = parent.sliceId;
    sum.canceled = parent.canceled;
    qint64 leastLeft = std::numeric_limits<qint64>::max();
    for (const auto &slice : slices) {
        if (!slice || slice->fault)
            continue;
        const ScrollStatus &one = slice->status;
        sum.total += one.total;
        sum.updated += one.updated;
        sum.created += one.created;
        sum.deleted += one.deleted;
        sum.batches += one.batches;
        sum.versionConflicts += one.versionConflicts;
        sum.noops += one.noops;
        sum.throttledNs += one.throttledNs;
        sum.requestsPerSecond += one.requestsPerSecond;
        leastLeft = std::min(leastLeft, one.throttledUntilNs);
    }
    sum.throttledUntilNs = leastLeft == std::numeric_limits<qint64>::max() ? 0 : leastLeft;
    sum.slices = std::move(slices);
    return sum;
}

bool TaskFilter::matches(const TaskInfo &info) const
{
    if (nodes && std::find(nodes->begin(), nodes->end(), info.node) == nodes->end())
        return false;
    if (task.isSet() && task != info.id)
        return false;
    if (parent.isSet() && parent != info.parent)
        return false;
    return actions.isEmpty()
        || std::any_of(actions.begin(), actions.end(),
                       [&](const QByteArray &pattern) { return matchesPattern(pattern, info.action); });
}

} // namespace taskglass::localqueue::cluster
