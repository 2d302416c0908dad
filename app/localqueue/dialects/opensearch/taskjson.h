// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/node.h"
#include "app/localqueue/cluster/taskinfo.h"
#include "app/localqueue/dialects/opensearch/apiprofile.h"

#include <QByteArray>
#include <QByteArrayList>

#include <vector>

namespace taskglass::localqueue::opensearch {

/// How much of a task is told.
struct TaskForm
{
    bool detailed = false;      ///< With status and description.
    bool resources = false;     ///< With resource_stats, where the release has them.
    bool human = false;         ///< With times for people beside the numbers.
};

/// A task as a JSON object, members in the real server's order. \a children is the text of their array, empty for none.
[[nodiscard]] QByteArray taskJson(const cluster::TaskInfo &task, const ApiProfile &api, const TaskForm &form,
                                  const QByteArray &children = {});

/// Groups a list of tasks as asked for; "nodes", "parents" or "none".
enum class Grouping { Nodes, Parents, None };

/// What a node could not say, beside what the others did.
struct NodeFailure
{
    QByteArray nodeId;
    cluster::Fault cause;
};

/// The whole answer of list, cancel and rethrottle.
[[nodiscard]] QByteArray taskListJson(const std::vector<cluster::TaskInfo> &tasks, const std::vector<cluster::Node> &nodes,
                                      const std::vector<NodeFailure> &failures, Grouping grouping, const ApiProfile &api,
                                      const TaskForm &form);

/// "cluster_manager" was "master", and came under that name in the order of the alphabet.
[[nodiscard]] QByteArrayList rolesOf(const cluster::Node &node, const ApiProfile &api);

} // namespace taskglass::localqueue::opensearch
