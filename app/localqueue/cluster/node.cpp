// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/cluster/node.h"

#include <set>

namespace taskglass::localqueue::cluster {

namespace {

/// "master" is what releases before OpenSearch 2 call the cluster manager.
bool playsRole(const Node &node, QByteArrayView role)
{
    if (role == "master")
        return node.hasRole("cluster_manager");
    if (role == "coordinating_only")
        return node.roles.isEmpty();
    return node.hasRole(role);
}

bool isNamed(const Node &node, QByteArrayView pattern)
{
    return pattern == node.id || matchesPattern(pattern, node.name) || matchesPattern(pattern, node.host)
        || matchesPattern(pattern, node.address());
}

} // namespace

bool matchesPattern(QByteArrayView pattern, QByteArrayView text)
{
    // Greedy with one point to return to: linear but for the last star.
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype star = -1;
    qsizetype resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

std::vector<int> selectNodes(const std::vector<Node> &nodes, const QByteArrayList &filter, int local)
{
    std::set<int> chosen;
    const int count = int(nodes.size());
    const auto each = [&](const auto &matches, bool add) {
        for (int i = 0; i < count; ++i) {
            if (!matches(nodes[std::size_t(i)]))
                continue;
            if (add)
                chosen.insert(i);
            else
                chosen.erase(i);
        }
    };
    const QByteArrayList parts = filter.isEmpty() ? QByteArrayList {QByteArray("_all")} : filter;
    for (const QByteArray &part : parts) {
        const qsizetype colon = part.indexOf(':');
        const QByteArray word = part.mid(colon + 1);
        if (part == "_all") {
            each([](const Node &) { return true; }, true);
        } else if (part == "_local") {
            chosen.insert(local);
        } else if (part == "_master" || part == "_cluster_manager") {
            chosen.insert(0); // the first node is the elected one
        } else if (colon > 0 && (word == "true" || word == "false")) {
            each([&](const Node &node) { return playsRole(node, part.left(colon)); }, word == "true");
        } else {
            each([&](const Node &node) { return isNamed(node, part); }, true);
        }
    }
    return {chosen.begin(), chosen.end()};
}

} // namespace taskglass::localqueue::cluster
