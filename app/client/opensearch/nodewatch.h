// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/opensearch/wire.h"
#include "models/domain/taskpage.h"

#include <QList>
#include <QSet>
#include <QString>

#include <map>
#include <optional>

namespace taskglass::opensearch {

/// Which machines the cluster has, and which of them did not answer the last list. One that left is told as failed for a
/// while, so that somebody who looks away for a moment still learns of it.
class NodeWatch
{
public:
    /// Takes in who answered \a listing, which must be one of all tasks: then each node shows at least the part of the
    /// request that it worked on itself.
    void take(const Listing &listing, EpochNs now);
    /// All nodes that are known, by label; only when something about them changed since the last call.
    [[nodiscard]] std::optional<QList<NodeInfo>> takeNews();
    [[nodiscard]] QList<NodeInfo> nodes() const;
    /// True when this node's tasks are missing from the last list without having ended.
    [[nodiscard]] bool isSilent(const QString &nodeId) const { return m_silent.contains(nodeId); }
    [[nodiscard]] bool hasSilent() const { return !m_silent.isEmpty(); }

    static constexpr DurationNs kLeftShown = 300 * kNsPerSecond;
    /// So many lists without it, and without a word why, mean that it left.
    static constexpr int kLeftAfter = 2;

private:
    struct Node
    {
        NodeInfo info;
        int absences = 0;          ///< In a row.
        EpochNs leftAt = kNoTime;
    };
    std::map<QString, Node> m_nodes;
    QSet<QString> m_silent;
    std::optional<QList<NodeInfo>> m_told;
};

} // namespace taskglass::opensearch
