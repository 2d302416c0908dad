// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <optional>
#include <vector>

namespace taskglass::localqueue::cluster {

/// One imitated node. All of them live in this process; only what they say about themselves differs.
struct Node
{
    QByteArray id;              ///< 22 base64url characters, the same after a restart.
    QByteArray name;            ///< "node-1"
    QByteArray host;
    quint16 transportPort = 9300;
    QByteArrayList roles;       ///< Of a modern release: "cluster_manager", "data", "ingest".

    [[nodiscard]] QByteArray address() const { return host + ':' + QByteArray::number(transportPort); }
    [[nodiscard]] bool hasRole(QByteArrayView role) const { return roles.contains(role.toByteArray()); }
};

/// The positions in \a nodes that \a filter names, ascending: the grammar of the servers' node filters. Parts are added
/// from left to right; "role:false" takes away again. \a local is the position of the node that was asked.
[[nodiscard]] std::vector<int> selectNodes(const std::vector<Node> &nodes, const QByteArrayList &filter, int local);

/// `*` matches any run of characters, everything else itself.
[[nodiscard]] bool matchesPattern(QByteArrayView pattern, QByteArrayView text);

} // namespace taskglass::localqueue::cluster
