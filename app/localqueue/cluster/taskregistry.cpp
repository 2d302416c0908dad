// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/cluster/taskregistry.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>
#include <utility>

namespace taskglass::localqueue::cluster {

qint64 monotonicNs()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

namespace {

/// A cancel shows in the status at once, and lifts the throttle.
void markCanceled(TaskInfo &info)
{
    if (auto *scroll = std::get_if<ScrollStatus>(&info.status)) {
        scroll->canceled = QStringLiteral("by user request");
        scroll->requestsPerSecond = kUnthrottled;
    }
}

} // namespace

TaskRegistry::TaskRegistry(std::vector<Node> nodes) : m_nodes(std::move(nodes)), m_counters(m_nodes.size(), 0) { }

int TaskRegistry::nodeAt(QByteArrayView id) const
{
    const auto found = std::find_if(m_nodes.begin(), m_nodes.end(), [&](const Node &node) { return node.id == id; });
    return found == m_nodes.end() ? -1 : int(found - m_nodes.begin());
}

TaskId TaskRegistry::add(TaskInfo info)
{
    const std::lock_guard lock(m_mutex);
    const auto node = std::size_t(info.node);
    info.id = {m_nodes[node].id, ++m_counters[node]};
    info.startMs = QDateTime::currentMSecsSinceEpoch();
    if (const Running *parent = running(info.parent); parent && parent->info.cancelled && info.cancellable) {
        info.cancelled = true;
        info.cancelledAtMs = info.startMs;
    }
    const TaskId id = info.id;
    m_running.emplace(id, Running {std::move(info), monotonicNs(), 0});
    return id;
}

void TaskRegistry::remove(const TaskId &id)
{
    std::vector<std::pair<Gone, std::map<TaskId, TaskInfo>>> ready;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_running.find(id);
        if (found == m_running.end())
            return;
        const TaskInfo last = snapshot(found->second);
        m_running.erase(found);
        for (auto it = m_waiting.begin(); it != m_waiting.end();) {
            Waiting &waiting = it->second;
            if (waiting.open.erase(id) > 0)
                waiting.last.emplace(id, last);
            if (!waiting.open.empty()) {
                ++it;
                continue;
            }
            ready.emplace_back(std::move(waiting.done), std::move(waiting.last));
            it = m_waiting.erase(it);
        }
    }
    for (const auto &[done, tasks] : ready)
        done(tasks, true);
}

TaskRegistry::Running *TaskRegistry::running(const TaskId &id)
{
    const auto found = m_running.find(id);
    return found == m_running.end() ? nullptr : &found->second;
}

void TaskRegistry::setStatus(const TaskId &id, const ScrollStatus &status)
{
    const std::lock_guard lock(m_mutex);
    if (Running *task = running(id)) {
        task->info.status = status;
        task->wakesAtNs = 0;
        if (task->info.cancelled)
            markCanceled(task->info);
    }
}

void TaskRegistry::setAsleep(const TaskId &id, qint64 wakesInNs)
{
    const std::lock_guard lock(m_mutex);
    if (Running *task = running(id))
        task->wakesAtNs = monotonicNs() + wakesInNs;
}

void TaskRegistry::setPhase(const TaskId &id, const QByteArray &phase)
{
    const std::lock_guard lock(m_mutex);
    if (Running *task = running(id))
        task->info.status = WritePhase {phase};
}

void TaskRegistry::setResources(const TaskId &id, const ResourceUse &resources)
{
    const std::lock_guard lock(m_mutex);
    if (Running *task = running(id))
        task->info.resources = resources;
}

TaskInfo TaskRegistry::snapshot(const Running &running)
{
    TaskInfo info = running.info;
    const qint64 now = monotonicNs();
    info.runningNs = now - running.startedNs;
    if (auto *scroll = std::get_if<ScrollStatus>(&info.status); scroll && running.wakesAtNs > 0)
        scroll->throttledUntilNs = std::max<qint64>(0, running.wakesAtNs - now);
    return info;
}

std::vector<TaskInfo> TaskRegistry::list(const TaskFilter &filter) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<TaskInfo> tasks;
    for (const auto &[id, running] : m_running) {
        if (filter.matches(running.info))
            tasks.push_back(snapshot(running));
    }
    return tasks;
}

std::optional<TaskInfo> TaskRegistry::find(const TaskId &id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_running.find(id);
    return found == m_running.end() ? std::nullopt : std::optional(snapshot(found->second));
}

bool TaskRegistry::isCancelled(const TaskId &id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_running.find(id);
    return found != m_running.end() && found->second.info.cancelled;
}

void TaskRegistry::flag(Running &task, std::vector<TaskId> &reached)
{
    if (!task.info.cancelled && task.info.cancellable) {
        task.info.cancelled = true;
        task.info.cancelledAtMs = QDateTime::currentMSecsSinceEpoch();
        markCanceled(task.info);
    }
    reached.push_back(task.info.id);
    for (auto &[id, child] : m_running) {
        if (child.info.parent == task.info.id && std::find(reached.begin(), reached.end(), id) == reached.end())
            flag(child, reached);
    }
}

std::vector<TaskInfo> TaskRegistry::cancel(const TaskFilter &filter, std::vector<TaskId> &reached)
{
    const std::lock_guard lock(m_mutex);
    std::vector<TaskInfo> hit;
    for (auto &[id, task] : m_running) {
        if (!task.info.cancellable || !filter.matches(task.info))
            continue;
        flag(task, reached);
        hit.push_back(snapshot(task));
    }
    return hit;
}

quint64 TaskRegistry::whenGone(const std::set<TaskId> &ids, Gone done)
{
    {
        const std::lock_guard lock(m_mutex);
        Waiting waiting;
        for (const TaskId &id : ids) {
            if (m_running.contains(id))
                waiting.open.insert(id);
        }
        if (!waiting.open.empty()) {
            waiting.done = std::move(done);
            m_waiting.emplace(++m_lastWaiting, std::move(waiting));
            return m_lastWaiting;
        }
    }
    done({}, true);
    return 0;
}

void TaskRegistry::giveUp(quint64 number)
{
    Waiting waiting;
    {
        const std::lock_guard lock(m_mutex);
        auto node = m_waiting.extract(number);
        if (node.empty())
            return;
        waiting = std::move(node.mapped());
    }
    waiting.done(waiting.last, false);
}

} // namespace taskglass::localqueue::cluster
