// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/taskstore.h"

#include <QList>

#include <optional>

namespace taskglass {

/// A task as the Related tab names it.
struct RelatedTask
{
    TaskId id;
    TaskState state = TaskState::Unknown;
    QString serverState;
    QString type;
    QString target;
    EpochNs enqueuedAt = kNoTime;
    bool operator==(const RelatedTask &) const = default;
};

/// Some tasks of a group, newest first, and how many there are in all.
struct RelatedGroup
{
    QList<RelatedTask> tasks;
    qint64 count = 0;
    bool operator==(const RelatedGroup &) const = default;
};

/// What of the loaded tasks has to do with one of them.
struct Relations
{
    RelatedGroup sameBatch;                 ///< Without the task itself.
    std::optional<RelatedTask> canceledBy;  ///< Also when not loaded: then it has an id only.
    RelatedGroup canceled;                  ///< What this task canceled.
    std::optional<RelatedTask> parent;
    RelatedGroup children;
    std::optional<RelatedTask> previous;    ///< On the same index, by the time of enqueueing.
    std::optional<RelatedTask> next;
    RelatedGroup sameFailure;
    bool operator==(const Relations &) const = default;
};

/// How often a failure like this one (same code, same failurePattern()) was seen among the loaded tasks, the task itself included;
/// among housekeeping only for a task of that sort, since the list hides it otherwise.
struct FailureHistory
{
    qint64 count = 0;
    TaskId first;
    EpochNs firstAt = kNoTime;  ///< Of the first one: when it ended, or came if that is not known.
    bool operator==(const FailureHistory &) const = default;
};

/// Groups name that many tasks; more are counted.
inline constexpr int kRelatedShown = 200;

/// One pass over the columns: about 10 ms for a million tasks. Call it for what is shown, debounced.
[[nodiscard]] Relations relationsOf(const TaskStore &store, const Task &task);
[[nodiscard]] FailureHistory failureHistory(const TaskStore &store, const Task &task);

} // namespace taskglass
