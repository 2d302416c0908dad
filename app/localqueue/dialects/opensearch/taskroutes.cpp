// SPDX-License-Identifier: GPL-3.0-or-later
// What tasks are asked for: lists and single ones, at once or when they have ended.
#include "app/localqueue/dialects/opensearch/routes.h"
#include "app/localqueue/dialects/opensearch/taskjson.h"
#include "app/localqueue/jsontext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::opensearch {

using cluster::Fault;
using cluster::TaskFilter;
using cluster::TaskId;
using cluster::TaskInfo;

namespace {

/// How long a wait for tasks lasts when nobody says.
constexpr qint64 kDefaultWaitNs = 30'000'000'000;
const QByteArray kListAction = "cluster:monitor/tasks/lists"_ba;

QString nameOf(const TaskId &id)
{
    return QString::fromLatin1(id.text());
}

Fault lateNode(const Call &call, int node, const QByteArray &action, qint64 afterNs)
{
    const cluster::Node &late = call.cluster.nodes()[std::size_t(node)];
    return {"receive_timeout_transport_exception"_ba,
            u"[%1][%2][%3] request_id [%4] timed out after [%5ms]"_s.arg(
                QString::fromLatin1(late.name), QString::fromLatin1(late.address()), QString::fromLatin1(action),
                QString::number(call.tasks.empty() ? 1 : call.tasks.front()->id().number), QString::number(afterNs / 1'000'000)),
            500, {}, {}, true};
}

// --- GET /_tasks ---

struct ListWish
{
    TaskFilter filter;
    Grouping grouping = Grouping::Nodes;
    TaskForm form;
    bool wait = false;
    qint64 waitNs = kDefaultWaitNs;
};

void answerList(Call &call, const ListWish &wish, const std::vector<TaskInfo> &tasks, const std::vector<NodeFailure> &failures)
{
    call.answer(jsonAnswer(200, taskListJson(tasks, call.cluster.nodes(), failures, wish.grouping, call.api(), wish.form)));
}

/// The tasks as they were at their end; a node whose tasks did not end in time says nothing about any of its own.
void answerWaitedFor(Call &call, const ListWish &wish, const std::set<TaskId> &awaited,
                     const std::map<TaskId, TaskInfo> &last)
{
    std::set<int> late;
    for (const TaskId &id : awaited) {
        if (!last.contains(id))
            late.insert(call.cluster.tasks().nodeAt(id.node));
    }
    std::vector<TaskInfo> tasks;
    for (const auto &[id, task] : last) {
        if (!late.contains(task.node))
            tasks.push_back(task);
    }
    std::vector<NodeFailure> failures;
    for (const int node : late)
        failures.push_back({call.cluster.nodes()[std::size_t(node)].id, lateNode(call, node, kListAction + "[n]"_ba, wish.waitNs)});
    answerList(call, wish, tasks, failures);
}

void listTasks(const CallPtr &call)
{
    ListWish wish;
    wish.filter = filterOf(*call);
    wish.form.detailed = call->parameters.flag("detailed"_ba);
    wish.form.resources = wish.form.detailed;
    wish.form.human = call->parameters.human();
    wish.wait = call->parameters.flag("wait_for_completion"_ba);
    wish.waitNs = std::max<qint64>(0, call->parameters.time("timeout"_ba).value_or(kDefaultWaitNs));
    wish.grouping = groupingOf(*call);
    if (call->refused())
        return;
    addNodesTask(*call, kListAction, wish.filter);
    const std::vector<TaskInfo> tasks = call->cluster.tasks().list(wish.filter);
    if (!wish.wait) {
        answerList(*call, wish, tasks, {});
        return;
    }
    std::set<TaskId> awaited;
    for (const TaskInfo &task : tasks) {
        if (!task.action.startsWith(kListAction)) // or each would wait for the other, and for itself
            awaited.insert(task.id);
    }
    call->cluster.waitFor(awaited, wish.waitNs, [call, wish, awaited](const std::map<TaskId, TaskInfo> &last, bool) {
        answerWaitedFor(*call, wish, awaited, last);
    });
}

// --- GET /_tasks/{id} ---

QByteArray runningJson(const Call &call, const TaskInfo &task, bool completed)
{
    TaskForm form;
    form.detailed = true;
    form.resources = true;
    form.human = call.parameters.human();
    return JsonObjectText().boolean("completed", completed).raw("task", taskJson(task, call.api(), form)).text();
}

Fault unknownTask(const Call &call, const TaskId &id)
{
    const Fault plain {"resource_not_found_exception"_ba,
                       u"task [%1] isn't running and hasn't stored its results"_s.arg(nameOf(id)), 404, {}, {}, true};
    if (call.cluster.tasks().nodeAt(id.node) >= 0)
        return plain;
    return Fault {"resource_not_found_exception"_ba,
                  u"task [%1] belongs to the node [%2] which isn't part of the cluster and there is no record of the task"_s.arg(
                      nameOf(id), QString::fromLatin1(id.node)),
                  404, {}, {}, true}
        .causedBy(plain);
}

/// The stored result; without one, \a last as a task that ended in our sight, or 404.
void answerEnded(const CallPtr &call, const TaskId &id, const std::optional<TaskInfo> &last)
{
    call->cluster.run([call, id, last](cluster::ClusterStore &store) {
        if (cluster::Index *results = store.find(cluster::ClusterStore::kResultsIndex)) {
            const auto stored = store.document(*results, nameOf(id));
            if (stored && stored.value()) {
                call->answer(jsonAnswer(200, stored.value()->body));
                return;
            }
        }
        if (last)
            call->answer(jsonAnswer(200, runningJson(*call, *last, true)));
        else
            call->answer(unknownTask(*call, id));
    });
}

void waitForTask(const CallPtr &call, const TaskId &id, qint64 timeoutNs)
{
    call->cluster.waitFor({id}, timeoutNs, [call, id, timeoutNs](const std::map<TaskId, TaskInfo> &last, bool inTime) {
        if (inTime) {
            answerEnded(call, id, last.contains(id) ? std::optional(last.at(id)) : std::nullopt);
            return;
        }
        const int node = call->cluster.tasks().nodeAt(id.node);
        if (node != call->origin.node) {
            call->answer(lateNode(*call, node, "cluster:monitor/task/get"_ba, timeoutNs));
            return;
        }
        const Fault late {"timeout_exception"_ba, u"Timed out waiting for completion of [%1]"_s.arg(nameOf(id)),
                          call->api().expiredWaitStatus(), {}, {}, true};
        call->answer(late);
    });
}

void getTask(const CallPtr &call)
{
    const bool wait = call->parameters.flag("wait_for_completion"_ba);
    const auto timeout = call->parameters.time("timeout"_ba);
    const auto id = cluster::parseTaskId(call->arguments.first());
    if (!id)
        call->parameters.refuse(id.fault());
    if (call->refused())
        return;
    const int node = call->cluster.tasks().nodeAt(id.value().node);
    const TaskId own = call->addTask("cluster:monitor/task/get"_ba, call->origin.node);
    if (node >= 0 && node != call->origin.node)
        call->addTask("cluster:monitor/task/get"_ba, node, own);
    const auto running = call->cluster.tasks().find(id.value());
    if (!running)
        answerEnded(call, id.value(), {});
    else if (wait)
        waitForTask(call, id.value(), std::max<qint64>(0, timeout.value_or(kDefaultWaitNs)));
    else
        call->answer(jsonAnswer(200, runningJson(*call, *running, false)));
}

constexpr std::array kRoutes {
    Route {"GET", "/_tasks", listTasks},
    Route {"POST", "/_tasks/_cancel", cancelMany},
    Route {"GET", "/_tasks/:task", getTask},
    Route {"POST", "/_tasks/:task/_cancel", cancelOne},
    Route {"GET", "/_cat/tasks", catTasks},
    Route {"POST", "/_reindex/:task/_rethrottle", rethrottle},
    Route {"POST", "/_update_by_query/:task/_rethrottle", rethrottle},
    Route {"POST", "/_delete_by_query/:task/_rethrottle", rethrottle},
};

} // namespace

std::span<const Route> taskRoutes()
{
    return kRoutes;
}

} // namespace taskglass::localqueue::opensearch
