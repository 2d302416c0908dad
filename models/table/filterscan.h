// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/taskfilter.h"
#include "models/domain/textmatch.h"
#include "models/store/taskcolumns.h"

#include <utility>
#include <vector>

namespace taskglass {

/// A TaskFilter made ready to test slots of one store, meaning exactly what matches(filter, task, now) means. Each pooled
/// string is looked at once at most, so that a scan of a million rows is a few array look-ups a row. Belongs to one
/// thread at a time. The store may grow between tests; after its reset a new one is needed.
class CompiledFilter
{
public:
    explicit CompiledFilter(const TaskFilter &filter);

    /// To be called before tests whenever columns or time may have changed.
    void prepare(const TaskColumns &columns, EpochNs now);
    /// All but the status clauses at the top: what the chips count.
    [[nodiscard]] bool matchesRest(const TaskColumns &columns, Slot slot) { return m_restIsAll || test(m_rest, columns, slot); }
    /// The status clauses at the top.
    [[nodiscard]] bool matchesStatus(const TaskColumns &columns, Slot slot)
    {
        return m_statusByState ? m_stateShown[columns.state[slot]] : test(m_status, columns, slot);
    }
    [[nodiscard]] bool matches(const TaskColumns &columns, Slot slot) { return matchesStatus(columns, slot) && matchesRest(columns, slot); }
    /// Ages, waits and runs: a task can begin or cease to match with no change but time's.
    [[nodiscard]] bool dependsOnTime() const { return m_dependsOnTime; }

private:
    /// Answers by number (string reference or error index), each worked out once.
    class Memo
    {
    public:
        void grow(std::size_t size) { m_answers.resize(std::max(size, m_answers.size()), 0); }
        void forget() { m_answers.clear(); }
        template<typename Work>
        [[nodiscard]] bool answer(quint32 number, const Work &work)
        {
            quint8 &known = m_answers[number];
            if (known == 0)
                known = work() ? 2 : 1;
            return known == 2;
        }

    private:
        std::vector<quint8> m_answers; // 0 unknown, 1 no, 2 yes
    };

    using Generations = std::pair<quint64, quint64>; ///< Of the store's strings and of its errors.

    struct Node
    {
        FilterNode::Kind kind = FilterNode::Kind::All;
        FilterClause clause;
        std::vector<Node> children;
        std::vector<Needle> needles;     ///< Of free text.
        std::vector<PartPattern> parts;  ///< Of fields that look for parts.
        std::vector<ValuePattern> patterns;
        bool anyValue = false;          ///< "*" of a substring field.
        bool stateMatches[kTaskStateCount] {};
        Memo strings;
        Memo errors;
    };

    [[nodiscard]] static Node compile(const FilterNode &node);
    static void compileClause(Node &node);
    void splitStatus(Node root);
    [[nodiscard]] static bool needsServerWord(const Node &node);
    [[nodiscard]] static bool showsState(const Node &node, std::size_t state);
    [[nodiscard]] static bool findsTime(const Node &node);
    void prepareNode(Node &node, const TaskColumns &columns, bool forget);

    [[nodiscard]] bool test(Node &node, const TaskColumns &columns, Slot slot);
    [[nodiscard]] bool testClause(Node &node, const TaskColumns &columns, Slot slot);
    [[nodiscard]] static bool testPattern(Node &node, const TaskColumns &columns, StringTable::Ref ref);
    [[nodiscard]] static bool testNeedle(Node &node, const TaskColumns &columns, StringTable::Ref ref);
    [[nodiscard]] static bool testError(Node &node, const TaskColumns &columns, Slot slot);
    [[nodiscard]] static bool testText(Node &node, const TaskColumns &columns, Slot slot);
    [[nodiscard]] bool testId(const Node &node, const TaskColumns &columns, Slot slot) const;
    [[nodiscard]] bool testBounds(const Node &node, qint64 value) const;

    Node m_status;
    Node m_rest;
    bool m_statusByState = true;            ///< No server's word in it: m_stateShown says it all.
    bool m_stateShown[kTaskStateCount] {};
    bool m_restIsAll = true;
    bool m_dependsOnTime = false;
    EpochNs m_now = 0;
    Generations m_generations;              ///< That the memos are about.
};

} // namespace taskglass
