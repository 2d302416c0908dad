// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/opensearch/nodewatch.h"

#include <QCoreApplication>

#include <algorithm>

namespace taskglass::opensearch {

void NodeWatch::take(const Listing &listing, EpochNs now)
{
    QSet<QString> present;
    for (const NodeInfo &node : listing.nodes) {
        // Without a name the node is leaving the cluster: what was known of it says more.
        const auto known = m_nodes.find(node.id);
        const bool isNameless = node.label == node.id && known != m_nodes.end();
        Node &place = m_nodes[node.id];
        if (!isNameless)
            place.info = node;
        place.info.failure.clear();
        present.insert(node.id);
    }
    m_silent.clear();
    for (const ServerFailure &failure : listing.nodeFailures) {
        if (failure.node.isEmpty())
            continue;
        Node &place = m_nodes[failure.node];
        if (place.info.id.isEmpty())
            place.info.id = place.info.label = failure.node;
        place.info.failure = failure.reason.isEmpty() ? failure.type : failure.reason;
        present.insert(failure.node);
        m_silent.insert(failure.node);
    }
    for (auto node = m_nodes.begin(); node != m_nodes.end();) {
        Node &place = node->second;
        place.absences = present.contains(node->first) ? 0 : place.absences + 1;
        if (place.absences == 0)
            place.leftAt = kNoTime;
        if (place.absences == kLeftAfter) {
            place.leftAt = now;
            place.info.failure = QCoreApplication::translate("OpenSearch", "The node is no longer part of the cluster.");
        }
        const bool isForgotten = place.leftAt != kNoTime && now - place.leftAt > kLeftShown;
        node = isForgotten ? m_nodes.erase(node) : std::next(node);
    }
}

QList<NodeInfo> NodeWatch::nodes() const
{
    QList<NodeInfo> all;
    for (const auto &[id, node] : m_nodes)
        all << node.info;
    std::stable_sort(all.begin(), all.end(), [](const NodeInfo &a, const NodeInfo &b) { return a.label < b.label; });
    return all;
}

std::optional<QList<NodeInfo>> NodeWatch::takeNews()
{
    const QList<NodeInfo> now = nodes();
    if (m_told == now)
        return {};
    m_told = now;
    return now;
}

} // namespace taskglass::opensearch
