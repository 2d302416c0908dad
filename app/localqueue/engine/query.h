// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/vocabulary.h"
#include "models/domain/time.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace taskglass::localqueue {

/// Bounds on one of a task's times. Both are exclusive, to the nanosecond; a task without that time never matches.
struct TimeBounds
{
    std::optional<EpochNs> after;
    std::optional<EpochNs> before;
    [[nodiscard]] bool isEmpty() const { return !after && !before; }
    bool operator==(const TimeBounds &) const = default;
};

/// Which tasks. Values of one member are OR, members are AND. An absent member filters nothing (also how `*` is said);
/// a present but empty list matches nothing, as Meilisearch has it.
struct TaskQuery
{
    std::optional<QList<quint32>> uids;
    std::optional<QList<quint32>> batchUids;
    std::optional<QList<quint32>> canceledBy;   ///< Uids of taskCancelation tasks.
    /// Exact index uids. A rename is found under its old and its new name; tasks of no index never match.
    std::optional<QStringList> indexUids;
    std::optional<QList<TaskStatus>> statuses;
    std::optional<QList<TaskKind>> kinds;
    TimeBounds enqueuedAt;
    TimeBounds startedAt;
    TimeBounds finishedAt;
    /// What an API key may see: index uids or prefixes ending in `*`. Tasks of no index, and renames from or to a foreign
    /// index, are hidden then.
    std::optional<QStringList> visibleIndexes;
    bool operator==(const TaskQuery &) const = default;
};

/// One page of a list, in uid order.
struct PageRequest
{
    quint32 limit = 20;
    std::optional<quint32> from;  ///< Inclusive start: uid ≤ from, or ≥ from with reverse.
    bool reverse = false;         ///< Oldest first; default is newest first.
};

} // namespace taskglass::localqueue
