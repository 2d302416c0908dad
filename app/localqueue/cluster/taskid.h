// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/fault.h"

#include <QByteArray>
#include <QByteArrayView>

#include <compare>

namespace taskglass::localqueue::cluster {

/// "oTUltX4IQMOUUVeiohTt8A:124": a node and its own count. The count begins again at 1 with each start of a node.
struct TaskId
{
    QByteArray node;        ///< Empty: no task.
    qint64 number = 0;

    [[nodiscard]] bool isSet() const { return !node.isEmpty(); }
    [[nodiscard]] QByteArray text() const { return node + ':' + QByteArray::number(number); }
    bool operator==(const TaskId &) const = default;
    friend std::strong_ordering operator<=>(const TaskId &lhs, const TaskId &rhs)
    {
        if (const int nodes = lhs.node.compare(rhs.node); nodes != 0)
            return nodes <=> 0;
        return lhs.number <=> rhs.number;
    }
};

/// Empty text, "unset" and any node with -1 are no task. Fault: "malformed task id …".
[[nodiscard]] Fallible<TaskId> parseTaskId(QByteArrayView text);

} // namespace taskglass::localqueue::cluster
