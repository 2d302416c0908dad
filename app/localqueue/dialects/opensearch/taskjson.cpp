// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/taskjson.h"

#include "app/localqueue/dialects/opensearch/statusjson.h"
#include "app/localqueue/dialects/opensearch/timetext.h"
#include "app/localqueue/jsontext.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::opensearch {

using cluster::ScrollStatus;
using cluster::TaskInfo;

namespace {

QByteArray headersJson(const TaskInfo &task)
{
    JsonObjectText object;
    for (const auto &[name, value] : task.headers)
        object.string(name, value);
    return object.text();
}

QByteArray useJson(qint64 cpuNs, qint64 memoryBytes)
{
    return JsonObjectText().integer("cpu_time_in_nanos", cpuNs).integer("memory_in_bytes", memoryBytes).text();
}

QByteArray resourcesJson(const cluster::ResourceUse &use)
{
    // One thread a task, so that average, least and most are the total.
    const QByteArray all = useJson(use.cpuNs, use.memoryBytes);
    return JsonObjectText()
        .raw("average", all)
        .raw("total", all)
        .raw("min", all)
        .raw("max", all)
        .raw("thread_info",
             JsonObjectText().integer("thread_executions", use.threads).integer("active_threads", use.threads).text())
        .text();
}

void addDetails(JsonObjectText &object, const TaskInfo &task, const TaskForm &form)
{
    if (const ScrollStatus *scroll = task.scroll()) {
        JsonObjectText status;
        StatusForm statusForm;
        statusForm.texts = form.human;
        addStatus(status, *scroll, statusForm);
        object.raw("status", status.text());
    } else if (const auto *phase = std::get_if<cluster::WritePhase>(&task.status)) {
        object.raw("status", JsonObjectText().string("phase", phase->phase).text());
    }
    object.string("description", task.description);
}

QByteArray nodeJson(const cluster::Node &node, const QByteArray &tasks, const ApiProfile &api)
{
    QByteArrayList roles;
    for (const QByteArray &role : rolesOf(node, api))
        roles.append(jsonString(QByteArrayView(role)));
    JsonObjectText object;
    object.string("name", node.name)
        .string("transport_address", node.address())
        .string("host", node.host)
        .string("ip", node.address())
        .raw("roles", jsonArray(roles));
    if (api.hasNodeAttributes())
        object.raw("attributes", R"({"shard_indexing_pressure_enabled":"true"})");
    return object.raw("tasks", tasks).text();
}

QByteArray byNodes(const std::vector<TaskInfo> &tasks, const std::vector<cluster::Node> &nodes, const ApiProfile &api,
                   const TaskForm &form)
{
    JsonObjectText all;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        JsonObjectText own;
        bool any = false;
        for (const TaskInfo &task : tasks) {
            if (task.node != int(i))
                continue;
            own.raw(task.id.text(), taskJson(task, api, form));
            any = true;
        }
        if (any)
            all.raw(nodes[i].id, nodeJson(nodes[i], own.text(), api));
    }
    return all.text();
}

QByteArray withChildren(const TaskInfo &task, const std::vector<TaskInfo> &all, const ApiProfile &api, const TaskForm &form)
{
    QByteArrayList children;
    for (const TaskInfo &child : all) {
        if (child.parent == task.id)
            children.append(withChildren(child, all, api, form));
    }
    return taskJson(task, api, form, children.isEmpty() ? QByteArray() : jsonArray(children));
}

QByteArray byParents(const std::vector<TaskInfo> &tasks, const ApiProfile &api, const TaskForm &form)
{
    JsonObjectText roots;
    for (const TaskInfo &task : tasks) {
        const bool listed = std::any_of(tasks.begin(), tasks.end(), [&](const TaskInfo &other) { return other.id == task.parent; });
        if (!listed)
            roots.raw(task.id.text(), withChildren(task, tasks, api, form));
    }
    return roots.text();
}

} // namespace

QByteArrayList rolesOf(const cluster::Node &node, const ApiProfile &api)
{
    QByteArrayList roles = node.roles;
    const qsizetype manager = roles.indexOf("cluster_manager"_ba);
    if (manager >= 0 && !api.saysClusterManager())
        roles[manager] = "master"_ba;
    std::sort(roles.begin(), roles.end());
    return roles;
}

QByteArray taskJson(const TaskInfo &task, const ApiProfile &api, const TaskForm &form, const QByteArray &children)
{
    JsonObjectText object;
    object.string("node", task.id.node)
        .integer("id", task.id.number)
        .string("type", task.type)
        .string("action", task.action);
    if (form.detailed)
        addDetails(object, task, form);
    if (form.human) {
        const QDateTime start = QDateTime::fromMSecsSinceEpoch(task.startMs, QTimeZone::utc());
        object.string("start_time", start.toString(Qt::ISODateWithMs));
    }
    object.integer("start_time_in_millis", task.startMs);
    if (form.human)
        object.string("running_time", timeText(task.runningNs));
    object.integer("running_time_in_nanos", task.runningNs).boolean("cancellable", task.cancellable);
    if (api.hasCancelledFlag() && (api.isOpenSearch() || task.cancellable))
        object.boolean("cancelled", task.cancelled);
    if (task.parent.isSet())
        object.string("parent_task_id", task.parent.text());
    object.raw("headers", headersJson(task));
    if (form.resources && api.hasResourceStats())
        object.raw("resource_stats", resourcesJson(task.resources));
    if (task.cancelled && api.hasCancellationTime())
        object.integer("cancellation_time_millis", task.cancelledAtMs);
    if (!children.isEmpty())
        object.raw("children", children);
    return object.text();
}

QByteArray taskListJson(const std::vector<TaskInfo> &tasks, const std::vector<cluster::Node> &nodes,
                        const std::vector<NodeFailure> &failures, Grouping grouping, const ApiProfile &api, const TaskForm &form)
{
    JsonObjectText object;
    QByteArrayList failed;
    for (const NodeFailure &failure : failures) {
        const cluster::Fault fault {"failed_node_exception"_ba,
                                    u"Failed node [%1]"_s.arg(QString::fromLatin1(failure.nodeId)),
                                    500,
                                    {{"node_id"_ba, jsonString(QByteArrayView(failure.nodeId))}},
                                    std::make_shared<const cluster::Fault>(failure.cause),
                                    true};
        failed.append(fault.json());
    }
    if (!failed.isEmpty())
        object.raw("node_failures", jsonArray(failed));
    switch (grouping) {
    case Grouping::Nodes:
        object.raw("nodes", byNodes(tasks, nodes, api, form));
        break;
    case Grouping::Parents:
        object.raw("tasks", byParents(tasks, api, form));
        break;
    case Grouping::None: {
        QByteArrayList flat;
        for (const TaskInfo &task : tasks)
            flat.append(taskJson(task, api, form));
        object.raw("tasks", jsonArray(flat));
        break;
    }
    }
    return object.text();
}

} // namespace taskglass::localqueue::opensearch
