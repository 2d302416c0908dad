// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/routes.h"
#include "app/localqueue/dialects/opensearch/taskjson.h"
#include "app/localqueue/jsontext.h"

#include <algorithm>
#include <array>
#include <utility>

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

Grouping groupingOf(Call &call)
{
    if (!call.parameters.has("group_by"_ba))
        return Grouping::Nodes;
    const QString word = call.parameters.text("group_by"_ba);
    if (word == "nodes"_L1)
        return Grouping::Nodes;
    if (word == "parents"_L1)
        return Grouping::Parents;
    if (word != "none"_L1) {
        call.parameters.refuse(cluster::illegalArgument(
            u"[group_by] must be one of [nodes], [parents] or [none] but was [%1]"_s.arg(word)));
    }
    return Grouping::None;
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

// --- POST /_tasks/_cancel, POST /_tasks/{id}/_cancel ---

struct CancelWish
{
    TaskFilter filter;
    Grouping grouping = Grouping::Nodes;
    bool wait = false;
    bool filtersNodes = false;
};

/// Why a task that was named cannot be canceled; empty when it can.
std::optional<Fault> cancelObjection(const Call &call, const CancelWish &wish)
{
    const TaskId &id = wish.filter.task;
    if (call.cluster.tasks().nodeAt(id.node) < 0) {
        return Fault {"no_such_node_exception"_ba, u"No such node [%1]"_s.arg(QString::fromLatin1(id.node)), 500,
                      {{"node_id"_ba, jsonString(QByteArrayView(id.node))}}, {}, true};
    }
    const auto task = call.cluster.tasks().find(id);
    if (!task)
        return Fault {"resource_not_found_exception"_ba, u"task [%1] is not found"_s.arg(nameOf(id)), 404, {}, {}, true};
    if (!wish.filter.matches(*task))
        return cluster::illegalArgument(u"task [%1] doesn't support this operation"_s.arg(nameOf(id)));
    if (!task->cancellable)
        return cluster::illegalArgument(u"task [%1] doesn't support cancellation"_s.arg(nameOf(id)));
    return {};
}

void carryOutCancel(const CallPtr &call, const CancelWish &wish)
{
    const TaskForm form;
    addNodesTask(*call, "cluster:admin/tasks/cancel"_ba, wish.filter);
    std::vector<NodeFailure> failures;
    if (wish.filter.task.isSet()) {
        if (auto objection = cancelObjection(*call, wish))
            failures.push_back({wish.filter.task.node, std::move(*objection)});
    }
    const std::vector<TaskInfo> hit = failures.empty() ? call->cluster.cancel(wish.filter) : std::vector<TaskInfo>();
    const HttpResponse response =
        jsonAnswer(200, taskListJson(hit, call->cluster.nodes(), failures, wish.grouping, call->api(), form));
    if (!wish.wait) {
        call->answer(response);
        return;
    }
    std::set<TaskId> ids;
    for (const TaskInfo &task : hit)
        ids.insert(task.id);
    call->cluster.waitFor(ids, -1, [call, response](const std::map<TaskId, TaskInfo> &, bool) { call->answer(response); });
}

void cancel(const CallPtr &call, const TaskId &id)
{
    CancelWish wish;
    wish.filtersNodes = call->parameters.has("nodes"_ba);
    wish.filter = filterOf(*call);
    wish.filter.task = id;
    if (call->api().cancelWaits())
        wish.wait = call->parameters.flag("wait_for_completion"_ba);
    wish.grouping = groupingOf(*call);
    if (id.isSet() && wish.filtersNodes) {
        call->parameters.refuse({"action_request_validation_exception"_ba,
                                 u"Validation Failed: 1: task id cannot be used together with node ids;"_s, 400, {}, {}, false});
    }
    if (!call->refused())
        carryOutCancel(call, wish);
}

void cancelMany(const CallPtr &call)
{
    cancel(call, {});
}

void cancelOne(const CallPtr &call)
{
    const auto id = cluster::parseTaskId(call->arguments.first());
    if (!id)
        call->answer(id.fault());
    else
        cancel(call, id.value());
}

// --- POST /_reindex/{id}/_rethrottle and its like ---

float wantedRate(Call &call)
{
    const QByteArray name = "requests_per_second"_ba;
    if (!call.parameters.has(name)) {
        call.parameters.refuse(cluster::illegalArgument(u"requests_per_second is a required parameter"_s));
        return 0;
    }
    const QString text = call.parameters.text(name);
    bool ok = false;
    const float rate = text.toFloat(&ok);
    if (rate == -1.0F)
        return cluster::kUnthrottled;
    if (!ok || rate <= 0) {
        call.parameters.refuse(cluster::illegalArgument(
            u"[requests_per_second] must be a float greater than 0. Use -1 to disable throttling."_s));
    }
    return rate;
}

void rethrottle(const CallPtr &call)
{
    const float rate = wantedRate(*call);
    const Grouping grouping = groupingOf(*call);
    const auto id = cluster::parseTaskId(call->arguments.first());
    if (!id)
        call->parameters.refuse(id.fault());
    if (call->refused())
        return;
    call->addTask("cluster:admin/reindex/rethrottle"_ba, call->origin.node);
    const TaskId task = id.value();
    call->cluster.rethrottle(task, rate, [call, task, grouping](const cluster::Fallible<TaskInfo> &changed) {
        TaskForm form;
        form.detailed = true;
        std::vector<TaskInfo> tasks;
        std::vector<NodeFailure> failures;
        if (changed)
            tasks.push_back(changed.value());
        else
            failures.push_back({task.node, changed.fault()});
        call->answer(jsonAnswer(200, taskListJson(tasks, call->cluster.nodes(), failures, grouping, call->api(), form)));
    });
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
