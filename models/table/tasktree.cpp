// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/tasktree.h"

#include <span>

namespace taskglass {

namespace {

constexpr quint32 kNone = 0xffffffff;
/// Ancestors looked at above a row; deeper chains of hidden ones are a loop or as good as one.
constexpr int kMostHiddenAncestors = 64;

/// The children of each of n nodes, in the order of the nodes, without a list of its own for each.
class Children
{
public:
    /// \a parents: a node each, kNone at the top.
    explicit Children(const std::vector<quint32> &parents)
        : m_first(parents.size() + 2, 0)
        , m_nodes(parents.size())
    {
        for (const quint32 parent : parents)
            ++m_first[place(parent) + 1];
        for (std::size_t i = 1; i < m_first.size(); ++i)
            m_first[i] += m_first[i - 1];
        std::vector<quint32> next(m_first.begin(), m_first.end() - 1);
        for (quint32 node = 0; node < parents.size(); ++node)
            m_nodes[next[place(parents[node])]++] = node;
    }
    /// kNone: those at the top.
    [[nodiscard]] std::span<const quint32> of(quint32 parent) const
    {
        const std::size_t at = place(parent);
        return {m_nodes.data() + m_first[at], m_nodes.data() + m_first[at + 1]};
    }

private:
    [[nodiscard]] static std::size_t place(quint32 parent) { return parent == kNone ? 0 : std::size_t(parent) + 1; }

    std::vector<quint32> m_first; ///< Where each one's children begin; the top stands first.
    std::vector<quint32> m_nodes;
};

/// The parent's slot, whether it is a row or not; kNoSlot when there is none or the store does not have it.
Slot parentInStore(const TaskColumns &columns, Slot slot)
{
    const StringTable::Ref ref = columns.parent[slot];
    if (ref == 0)
        return kNoSlot;
    // Texts are pooled: the parent's id is the same reference there and here.
    const qint64 number = TaskColumns::plainNumber(columns.text(ref));
    return columns.find(number >= 0 ? number : -qint64(ref));
}

/// Of each of \a matching, as a node, the nearest ancestor among them; kNone when there is none.
std::vector<quint32> parentsAmong(const TaskColumns &columns, const std::vector<Slot> &matching)
{
    std::vector<quint32> nodeOf(columns.slotCount(), kNone);
    for (quint32 node = 0; node < matching.size(); ++node)
        nodeOf[matching[node]] = node;
    std::vector<quint32> parents(matching.size(), kNone);
    for (quint32 node = 0; node < matching.size(); ++node) {
        Slot above = parentInStore(columns, matching[node]);
        for (int i = 0; i < kMostHiddenAncestors && above != kNoSlot && nodeOf[above] == kNone; ++i)
            above = parentInStore(columns, above);
        if (above != kNoSlot && above != matching[node])
            parents[node] = nodeOf[above];
    }
    return parents;
}

/// Where a walk is.
struct Step
{
    quint32 node;
    quint32 above;
    int depth;
    bool hidden; ///< By something above.
};

/// Enters each of \a nodes once, parents first and siblings in their order. \a enter(step) answers whether what is below is
/// hidden.
template<typename Enter>
void walk(const Children &children, std::size_t nodes, Enter &&enter)
{
    std::vector<bool> visited(nodes, false);
    std::vector<Step> ahead;
    const auto follow = [&] {
        while (!ahead.empty()) {
            const Step step = ahead.back();
            ahead.pop_back();
            if (visited[step.node])
                continue;
            visited[step.node] = true;
            const bool hides = enter(step);
            const auto below = children.of(step.node);
            for (auto child = below.rbegin(); child != below.rend(); ++child)
                ahead.push_back({*child, step.node, step.depth + 1, hides});
        }
    };
    const auto top = children.of(kNone);
    for (auto node = top.rbegin(); node != top.rend(); ++node)
        ahead.push_back({*node, kNone, 0, false});
    follow();
    for (quint32 node = 0; node < nodes; ++node) { // loops hang together with nothing at the top
        if (!visited[node]) {
            ahead.push_back({node, kNone, 0, false});
            follow();
        }
    }
}

} // namespace

std::vector<bool> TaskTree::foldedSlots(const TaskColumns &columns)
{
    takeAwaited(columns);
    std::vector<bool> folded(columns.slotCount(), false);
    for (auto id = m_folded.begin(); id != m_folded.end();) {
        const Slot slot = columns.find(columns.idKey(*id));
        if (slot == kNoSlot) {
            id = m_folded.erase(id);
            continue;
        }
        folded[slot] = true;
        ++id;
    }
    return folded;
}

std::vector<Slot> TaskTree::arrange(const TaskColumns &columns, const std::vector<Slot> &matching, std::vector<Slot> &changed)
{
    const std::vector<bool> folded = foldedSlots(columns);
    std::vector<Mark> marks(columns.slotCount());
    std::vector<Slot> order; // all of them, parents first
    std::vector<Slot> rows;
    order.reserve(matching.size());
    rows.reserve(matching.size());
    walk(Children(parentsAmong(columns, matching)), matching.size(), [&](const Step &step) {
        const Slot slot = matching[step.node];
        order.push_back(slot);
        marks[slot] = {step.above == kNone ? kNoSlot : matching[step.above], step.depth, 0, folded[slot]};
        if (!step.hidden)
            rows.push_back(slot);
        return step.hidden || folded[slot];
    });
    for (auto slot = order.rbegin(); slot != order.rend(); ++slot) {
        const Mark &mark = marks[*slot];
        if (mark.parent != kNoSlot)
            marks[mark.parent].parts += mark.parts + 1;
    }
    for (const Slot slot : rows) {
        if (slot < m_marks.size() && m_marks[slot] != marks[slot])
            changed.push_back(slot);
    }
    m_marks = std::move(marks);
    return rows;
}

void TaskTree::clear()
{
    m_marks.clear();
    m_folded.clear();
    m_awaited.clear();
}

void TaskTree::foldWhenSeen(const QList<TaskId> &ids)
{
    m_awaited = QSet<TaskId>(ids.begin(), ids.end());
}

void TaskTree::takeAwaited(const TaskColumns &columns)
{
    for (auto id = m_awaited.begin(); id != m_awaited.end();) {
        if (columns.find(columns.idKey(*id)) == kNoSlot) {
            ++id;
            continue;
        }
        m_folded.insert(*id);
        id = m_awaited.erase(id);
    }
}

bool TaskTree::setFolded(const TaskId &id, bool folded)
{
    if (m_folded.contains(id) == folded)
        return false;
    if (folded)
        m_folded.insert(id);
    else
        m_folded.remove(id);
    return true;
}

} // namespace taskglass
