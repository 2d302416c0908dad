// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/terminal/taskjson.h"
#include "models/domain/task.h"
#include "models/domain/taskfilter.h"
#include "models/store/taskstore.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace taskglass {

/// What `watch` tells, and what it keeps to itself: tasks that match, then every change to them. A task once shown is
/// followed to its end, also when it no longer matches (it was queued, now it runs), and under whatever id it is kept; that
/// it has gone is told once. Pure: time is told.
class TaskNews
{
public:
    /// Its end is still to come, and will be told.
    [[nodiscard]] static bool isOpen(TaskState state);

    /// \a everyDifference: in the JSON of a task; else those that a person looks for.
    TaskNews(TaskFilter filter, bool everyDifference);

    /// A task of the first print.
    void show(Slot slot, const Task &task);
    /// After the first print: of tasks that come later, those that were enqueued no later than \a newest are of older pages.
    void follow(EpochNs newest) { m_newest = newest; }
    /// What to tell of a task that has changed or (\a arrived) is new in the store; empty: nothing.
    [[nodiscard]] std::optional<TaskEvent> take(Slot slot, const Task &task, bool arrived, EpochNs now);
    /// These have left the store.
    void forget(const std::vector<Slot> &removed);
    /// The server begins anew.
    void reset();

    /// Tasks shown that are queued or running.
    [[nodiscard]] int openCount() const;
    /// A task has failed that was open when first seen, or came later, or was meant by its id.
    [[nodiscard]] bool sawFailure() const { return m_failure; }

private:
    /// What was last told of a task.
    struct Told
    {
        TaskState state = TaskState::Unknown;
        QString phase;
        int tenth = -1;         ///< Of its progress: each is news, each percent is not.
        size_t fingerprint = 0; ///< Of its JSON, where every difference is news.
        bool gone = false;
        bool operator==(const Told &) const = default;
    };
    struct Shown
    {
        Told told;
        bool counts = false;    ///< Its failure is one.
    };

    [[nodiscard]] Told toldOf(const Task &task) const;
    void keep(Slot slot, Shown shown);

    TaskFilter m_filter;
    bool m_everyDifference;
    bool m_meant;                ///< The filter names ids: such a task is meant whatever happened to it before.
    std::unordered_map<Slot, Shown> m_shown;
    EpochNs m_newest = kNoTime;
    bool m_failure = false;
};

} // namespace taskglass
