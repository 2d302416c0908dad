// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/opensearch/filterscope.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::opensearch {

namespace {

/// A comma would begin another value, and blanks, `?` and `-` mean other things in these lists.
bool isPlain(const QString &value)
{
    return !value.isEmpty() && std::all_of(value.begin(), value.end(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || u"_-:/[].*"_s.contains(c));
    });
}

/// Node ids for the labels that people see; names could be shared.
std::optional<QList<QByteArray>> nodeIds(const QList<QString> &labels, const QList<NodeInfo> &nodes)
{
    QList<QByteArray> ids;
    for (const QString &label : labels) {
        const auto found = std::find_if(nodes.begin(), nodes.end(), [&label](const NodeInfo &node) { return node.label == label; });
        if (found == nodes.end() || !isPlain(found->id))
            return {};
        ids << found->id.toLatin1();
    }
    return ids;
}

bool add(const FilterClause &clause, const QList<NodeInfo> &nodes, ListScope &scope)
{
    if (clause.values.isEmpty() || clause.low || clause.high)
        return false;
    const QList<QString> &values = clause.values;
    if (clause.field == FilterField::Node && scope.nodes.isEmpty()) {
        const auto ids = nodeIds(values, nodes);
        scope.nodes = ids.value_or(QList<QByteArray>());
        return ids.has_value();
    }
    if (clause.field == FilterField::Type && scope.actions.isEmpty() && std::all_of(values.begin(), values.end(), isPlain)) {
        for (const QString &action : values)
            scope.actions << action.toLatin1();
        return true;
    }
    if (clause.field == FilterField::Parent && scope.parent.isEmpty() && values.size() == 1 && isPlain(values.first())
        && values.first().contains(u':') && !isPattern(FilterField::Parent, values.first())) {
        scope.parent = values.first().toLatin1();
        return true;
    }
    return false; // everything else is looked at here
}

} // namespace

std::optional<ListScope> scopeOf(const TaskFilter &filter, const QList<NodeInfo> &nodes)
{
    const std::optional<QList<FilterClause>> clauses = filter.conjunction();
    if (!clauses || clauses->isEmpty())
        return {};
    ListScope scope;
    for (const FilterClause &clause : *clauses) {
        if (!add(clause, nodes, scope))
            return {};
    }
    return scope;
}

} // namespace taskglass::opensearch
