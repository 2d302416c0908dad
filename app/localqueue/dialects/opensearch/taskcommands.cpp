// SPDX-License-Identifier: GPL-3.0-or-later
// What tasks are told: to stop, and to go at another pace.
#include "app/localqueue/dialects/opensearch/routes.h"
#include "app/localqueue/dialects/opensearch/taskjson.h"
#include "app/localqueue/jsontext.h"

#include <optional>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::opensearch {

using cluster::Fault;
using cluster::TaskFilter;
using cluster::TaskId;
using cluster::TaskInfo;

namespace {

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
    const QString name = QString::fromLatin1(id.text());
    if (call.cluster.tasks().nodeAt(id.node) < 0) {
        return Fault {"no_such_node_exception"_ba, u"No such node [%1]"_s.arg(QString::fromLatin1(id.node)), 500,
                      {{"node_id"_ba, jsonString(QByteArrayView(id.node))}}, {}, true};
    }
    const auto task = call.cluster.tasks().find(id);
    if (!task)
        return Fault {"resource_not_found_exception"_ba, u"task [%1] is not found"_s.arg(name), 404, {}, {}, true};
    if (!wish.filter.matches(*task))
        return cluster::illegalArgument(u"task [%1] doesn't support this operation"_s.arg(name));
    if (!task->cancellable)
        return cluster::illegalArgument(u"task [%1] doesn't support cancellation"_s.arg(name));
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

// --- POST /_reindex/{id}/_rethrottle and its like ---

float wantedRate(Call &call)
{
    const std::optional<float> rate = rateOf(call);
    if (!rate)
        call.parameters.refuse(cluster::illegalArgument(u"requests_per_second is a required parameter"_s));
    return rate.value_or(0);
}

} // namespace

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

} // namespace taskglass::localqueue::opensearch
