// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/node.h"
#include "app/localqueue/cluster/taskinfo.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>

namespace taskglass::localqueue::cluster {

/// What runs on the imitated nodes, and nothing else: a task is here from its beginning to its end. Every function may be
/// called from any thread; none blocks for longer than a copy.
class TaskRegistry
{
public:
    explicit TaskRegistry(std::vector<Node> nodes);

    [[nodiscard]] const std::vector<Node> &nodes() const { return m_nodes; }
    /// Position of the node with that id, or -1.
    [[nodiscard]] int nodeAt(QByteArrayView id) const;

    /// Registers \a info under the next number of its node and answers the id; start time and id are filled in here. A
    /// child of a cancelled task begins as cancelled.
    TaskId add(TaskInfo info);
    /// Ends a task: it is listed no more, and who waited for it hears of it, on this thread.
    void remove(const TaskId &id);

    void setStatus(const TaskId &id, const ScrollStatus &status);
    /// \a wakesInNs is how long the task will sleep from now on: its status tells what is left of it.
    void setAsleep(const TaskId &id, qint64 wakesInNs);
    void setPhase(const TaskId &id, const QByteArray &phase);
    void setResources(const TaskId &id, const ResourceUse &resources);

    [[nodiscard]] std::vector<TaskInfo> list(const TaskFilter &filter) const;
    [[nodiscard]] std::optional<TaskInfo> find(const TaskId &id) const;
    [[nodiscard]] bool isCancelled(const TaskId &id) const;

    /// Flags the tasks that match and can be cancelled, and their descendants on all nodes. Answers those that matched,
    /// without the descendants that went with them, and in \a reached every task that is flagged now.
    std::vector<TaskInfo> cancel(const TaskFilter &filter, std::vector<TaskId> &reached);

    /// Tells \a done, once, when none of \a ids runs any more, with their last state; at once when that is so already.
    /// The number is for giveUp(); 0 when there is nothing to give up.
    using Gone = std::function<void(const std::map<TaskId, TaskInfo> &last, bool inTime)>;
    quint64 whenGone(const std::set<TaskId> &ids, Gone done);
    /// Tells a waiting one that its time is over. Harmless when it was told already.
    void giveUp(quint64 waiting);

private:
    struct Running
    {
        TaskInfo info;
        qint64 startedNs = 0;   ///< Monotonic.
        qint64 wakesAtNs = 0;   ///< Monotonic; 0 while awake.
    };
    struct Waiting
    {
        std::set<TaskId> open;
        std::map<TaskId, TaskInfo> last;
        Gone done;
    };
    [[nodiscard]] static TaskInfo snapshot(const Running &running);
    [[nodiscard]] Running *running(const TaskId &id);
    void flag(Running &running, std::vector<TaskId> &reached);

    const std::vector<Node> m_nodes;
    mutable std::mutex m_mutex;
    std::vector<qint64> m_counters;
    std::map<TaskId, Running> m_running;
    std::map<quint64, Waiting> m_waiting;
    quint64 m_lastWaiting = 0;
};

/// A task for as long as this lives.
class ScopedTask
{
public:
    ScopedTask(TaskRegistry &registry, TaskInfo info) : m_registry(registry), m_id(registry.add(std::move(info))) { }
    ~ScopedTask() { m_registry.remove(m_id); }
    ScopedTask(const ScopedTask &) = delete;
    ScopedTask &operator=(const ScopedTask &) = delete;
    [[nodiscard]] const TaskId &id() const { return m_id; }

private:
    TaskRegistry &m_registry;
    TaskId m_id;
};

/// Nanoseconds of the machine's monotonic clock.
[[nodiscard]] qint64 monotonicNs();

} // namespace taskglass::localqueue::cluster
