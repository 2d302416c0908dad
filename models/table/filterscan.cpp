// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/filterscan.h"

#include "models/domain/filtermatch.h"
#include "models/table/cellvalues.h"

#include <algorithm>
#include <utility>

namespace taskglass {

namespace {

bool isStatusNode(const FilterNode::Kind kind, const FilterClause &clause)
{
    return kind == FilterNode::Kind::Clause && clause.field == FilterField::Status;
}

} // namespace

CompiledFilter::CompiledFilter(const TaskFilter &filter)
{
    Node root = compile(filter.root());
    m_dependsOnTime = findsTime(root);
    splitStatus(std::move(root));
    m_statusByState = !needsServerWord(m_status);
    for (const TaskState state : kAllTaskStates)
        m_stateShown[indexOf(state)] = m_statusByState && showsState(m_status, indexOf(state));
    m_restIsAll = m_rest.kind == FilterNode::Kind::All;
}

CompiledFilter::Node CompiledFilter::compile(const FilterNode &from)
{
    Node node;
    node.kind = from.kind;
    node.clause = from.clause;
    for (const FilterNode &child : from.children)
        node.children.push_back(compile(child));
    if (node.kind == FilterNode::Kind::Clause)
        compileClause(node);
    return node;
}

void CompiledFilter::compileClause(Node &node)
{
    const FilterField field = node.clause.field;
    for (const QString &value : node.clause.values) {
        if (field == FilterField::Status) {
            if (const auto state = taskStateFromWord(value))
                node.stateMatches[indexOf(*state)] = true;
            else
                node.patterns.emplace_back(value, Qt::CaseInsensitive);
        } else if (looksForParts(field)) {
            if (isPattern(field, value))
                node.anyValue = true;
            else
                node.parts.emplace_back(value);
        } else if (field == FilterField::Text) {
            node.needles.emplace_back(value);
            for (const TaskState state : kAllTaskStates)
                node.stateMatches[indexOf(state)] |= node.needles.back().isIn(wordFor(state).toStdString());
        } else {
            node.patterns.emplace_back(value, field == FilterField::Type ? Qt::CaseInsensitive : Qt::CaseSensitive);
        }
    }
}

bool CompiledFilter::findsTime(const Node &node)
{
    if (node.kind == FilterNode::Kind::Clause) {
        return node.clause.boundsAreAges || node.clause.field == FilterField::Waited || node.clause.field == FilterField::Ran;
    }
    return std::any_of(node.children.begin(), node.children.end(), findsTime);
}

void CompiledFilter::splitStatus(Node root)
{
    const auto concernsStatus = [](const Node &node) {
        if (node.kind == FilterNode::Kind::Not)
            return isStatusNode(node.children.front().kind, node.children.front().clause);
        return isStatusNode(node.kind, node.clause);
    };
    if (concernsStatus(root)) {
        m_status = std::move(root);
        return;
    }
    if (root.kind != FilterNode::Kind::And) {
        m_rest = std::move(root);
        return;
    }
    m_status.kind = m_rest.kind = FilterNode::Kind::And;
    for (Node &child : root.children)
        (concernsStatus(child) ? m_status : m_rest).children.push_back(std::move(child));
    for (Node *part : {&m_status, &m_rest}) {
        if (part->children.empty())
            *part = Node();
    }
}

bool CompiledFilter::needsServerWord(const Node &node)
{
    return !node.patterns.empty() || std::any_of(node.children.begin(), node.children.end(), needsServerWord);
}

bool CompiledFilter::showsState(const Node &node, std::size_t state)
{
    const auto shows = [state](const Node &child) { return showsState(child, state); };
    switch (node.kind) {
    case FilterNode::Kind::All: return true;
    case FilterNode::Kind::Clause: return node.stateMatches[state];
    case FilterNode::Kind::And: return std::all_of(node.children.begin(), node.children.end(), shows);
    case FilterNode::Kind::Or: return std::any_of(node.children.begin(), node.children.end(), shows);
    case FilterNode::Kind::Not: return !shows(node.children.front());
    }
    Q_UNREACHABLE();
}

void CompiledFilter::prepare(const TaskColumns &columns, EpochNs now)
{
    m_now = now;
    const Generations current {columns.strings.generation(), columns.errors.generation()};
    const bool forget = std::exchange(m_generations, current) != current;
    prepareNode(m_status, columns, forget);
    prepareNode(m_rest, columns, forget);
}

void CompiledFilter::prepareNode(Node &node, const TaskColumns &columns, bool forget)
{
    if (forget) {
        node.strings.forget();
        node.errors.forget();
    }
    if (!node.patterns.empty() || !node.needles.empty() || !node.parts.empty())
        node.strings.grow(columns.strings.size());
    if (!node.needles.empty() || !node.parts.empty())
        node.errors.grow(columns.errors.size());
    for (Node &child : node.children)
        prepareNode(child, columns, forget);
}

bool CompiledFilter::test(Node &node, const TaskColumns &columns, Slot slot)
{
    const auto testChild = [&](Node &child) { return test(child, columns, slot); };
    switch (node.kind) {
    case FilterNode::Kind::All: return true;
    case FilterNode::Kind::Clause: return testClause(node, columns, slot);
    case FilterNode::Kind::And: return std::all_of(node.children.begin(), node.children.end(), testChild);
    case FilterNode::Kind::Or: return std::any_of(node.children.begin(), node.children.end(), testChild);
    case FilterNode::Kind::Not: return !testChild(node.children.front());
    }
    Q_UNREACHABLE();
}

bool CompiledFilter::testClause(Node &node, const TaskColumns &c, Slot slot)
{
    switch (node.clause.field) {
    case FilterField::Text: return testText(node, c, slot);
    case FilterField::Status:
        return node.stateMatches[c.state[slot]] || (!node.patterns.empty() && testPattern(node, c, c.serverState[slot]));
    case FilterField::Type: return testPattern(node, c, c.type[slot]);
    case FilterField::Index: return testPattern(node, c, c.target[slot]);
    case FilterField::Id: return testId(node, c, slot);
    case FilterField::Enqueued: return testBounds(node, c.enqueuedAt[slot]);
    case FilterField::Started: return testBounds(node, c.startedAt[slot]);
    case FilterField::Finished: return testBounds(node, c.finishedAt[slot]);
    case FilterField::Waited: {
        const EpochNs since = waitingSince(c, slot);
        return testBounds(node, since == kNoTime ? endedWait(c, slot) : std::max<qint64>(m_now - since, 0));
    }
    case FilterField::Ran: {
        const EpochNs since = runningSince(c, slot);
        return testBounds(node, since == kNoTime ? endedRun(c, slot) : std::max<qint64>(m_now - since, 0));
    }
    case FilterField::Error: return testError(node, c, slot);
    case FilterField::Label: return c.labelText[slot] != 0 && (node.anyValue || testNeedle(node, c, c.labelText[slot]));
    case FilterField::Batch: return testPattern(node, c, c.batch[slot]);
    case FilterField::CanceledBy: return testPattern(node, c, c.canceledBy[slot]);
    case FilterField::Node: return testPattern(node, c, c.node[slot]);
    case FilterField::Parent: return testPattern(node, c, c.parent[slot]);
    case FilterField::Description: return c.description[slot] != 0 && (node.anyValue || testNeedle(node, c, c.description[slot]));
    case FilterField::Subscription: return testPattern(node, c, c.subscription[slot]);
    case FilterField::Database: return testPattern(node, c, c.database[slot]);
    }
    Q_UNREACHABLE();
}

bool CompiledFilter::testPattern(Node &node, const TaskColumns &columns, StringTable::Ref ref)
{
    if (ref == 0 || node.patterns.empty())
        return false;
    return node.strings.answer(ref, [&] {
        const std::string_view text = columns.text(ref);
        return std::any_of(node.patterns.begin(), node.patterns.end(), [text](const ValuePattern &p) { return p.matches(text); });
    });
}

bool CompiledFilter::testNeedle(Node &node, const TaskColumns &columns, StringTable::Ref ref)
{
    if (ref == 0 || (node.needles.empty() && node.parts.empty()))
        return false;
    return node.strings.answer(ref, [&] {
        const std::string_view text = columns.text(ref);
        return std::any_of(node.needles.begin(), node.needles.end(), [text](const Needle &n) { return n.isIn(text); })
            || std::any_of(node.parts.begin(), node.parts.end(), [text](const PartPattern &p) { return p.matches(text); });
    });
}

bool CompiledFilter::testError(Node &node, const TaskColumns &columns, Slot slot)
{
    const quint32 index = columns.error[slot];
    if (index == 0)
        return false;
    if (node.anyValue)
        return true;
    return (!node.needles.empty() || !node.parts.empty()) && node.errors.answer(index, [&] {
        const auto &error = columns.errors[index];
        return testNeedle(node, columns, error.message) || testNeedle(node, columns, error.code) || testNeedle(node, columns, error.type);
    });
}

bool CompiledFilter::testText(Node &node, const TaskColumns &c, Slot slot)
{
    if (node.stateMatches[c.state[slot]])
        return true;
    for (const StringTable::Ref ref : {c.type[slot], c.target[slot], c.serverState[slot], c.batch[slot]}) {
        if (testNeedle(node, c, ref))
            return true;
    }
    if (testError(node, c, slot))
        return true;
    for (const SparseRefs *column : {&c.labelText, &c.canceledBy, &c.node, &c.parent, &c.title, &c.description, &c.subscription, &c.database}) {
        if (!column->isEmpty() && testNeedle(node, c, (*column)[slot]))
            return true;
    }
    if (c.id[slot] < 0)
        return testNeedle(node, c, StringTable::Ref(-c.id[slot]));
    std::array<char, 20> buffer;
    return std::any_of(node.needles.begin(), node.needles.end(), [&](const Needle &needle) {
        return needle.isNumber() && needle.isIn(c.idView(slot, buffer));
    });
}

bool CompiledFilter::testId(const Node &node, const TaskColumns &columns, Slot slot) const
{
    if (node.clause.low || node.clause.high)
        return columns.id[slot] >= 0 && isWithin(node.clause, columns.id[slot], m_now);
    std::array<char, 20> buffer;
    const std::string_view id = columns.idView(slot, buffer);
    return std::any_of(node.patterns.begin(), node.patterns.end(), [id](const ValuePattern &p) { return p.matches(id); });
}

bool CompiledFilter::testBounds(const Node &node, qint64 value) const
{
    return value != kNoTime && (node.clause.low || node.clause.high) && isWithin(node.clause, value, m_now);
}

} // namespace taskglass
