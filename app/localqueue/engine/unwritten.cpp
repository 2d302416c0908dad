// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/unwritten.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

Result<Unwritten> unwritten(Database &database)
{
    Statement statement(database, u"SELECT tasks, batches, horizon FROM unwritten"_s);
    if (const Failure failure = statement.run())
        return *failure;
    if (!statement.next())
        return Unwritten();
    return Unwritten {static_cast<quint32>(statement.integer(0)), static_cast<quint32>(statement.integer(1)),
                      statement.integer(2)};
}

bool mayBeUnwritten(const TaskQuery &query, const Unwritten &rest)
{
    const auto allFrom = [](const std::optional<QList<quint32>> &uids, quint32 first) {
        return uids && std::all_of(uids->begin(), uids->end(), [first](quint32 uid) { return uid >= first; });
    };
    const auto isLater = [&rest](const TimeBounds &bounds) { return bounds.after && *bounds.after >= rest.horizon; };
    const bool asksForOpen = query.statuses && std::none_of(query.statuses->begin(), query.statuses->end(), isFinished);
    return rest.tasks > 0 && !asksForOpen && !allFrom(query.uids, rest.tasks) && !allFrom(query.batchUids, rest.batches)
        && !allFrom(query.canceledBy, rest.tasks) // a cancelation is of the same part as its victims
        && !isLater(query.enqueuedAt) && !isLater(query.startedAt) && !isLater(query.finishedAt);
}

} // namespace taskglass::localqueue
