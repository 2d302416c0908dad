// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/taskfilter.h"

#include "models/domain/filterparser.h"
#include "models/domain/filtertime.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

QString wordFor(FilterField field)
{
    switch (field) {
    case FilterField::Text: return u"text"_s;
    case FilterField::Status: return u"status"_s;
    case FilterField::Type: return u"type"_s;
    case FilterField::Index: return u"index"_s;
    case FilterField::Id: return u"id"_s;
    case FilterField::Enqueued: return u"enqueued"_s;
    case FilterField::Started: return u"started"_s;
    case FilterField::Finished: return u"finished"_s;
    case FilterField::Waited: return u"waited"_s;
    case FilterField::Ran: return u"ran"_s;
    case FilterField::Error: return u"error"_s;
    case FilterField::Label: return u"label"_s;
    case FilterField::Batch: return u"batch"_s;
    case FilterField::CanceledBy: return u"canceledBy"_s;
    case FilterField::Node: return u"node"_s;
    case FilterField::Parent: return u"parent"_s;
    case FilterField::Description: return u"description"_s;
    case FilterField::Subscription: return u"subscription"_s;
    case FilterField::Database: return u"database"_s;
    }
    Q_UNREACHABLE();
}

std::optional<FilterField> filterFieldFromWord(QStringView word)
{
    for (int field = 0; field < kFilterFieldCount; ++field) {
        if (word.compare(wordFor(FilterField(field)), Qt::CaseInsensitive) == 0)
            return FilterField(field);
    }
    static constexpr std::pair<QLatin1StringView, FilterField> kOthers[] {
        {"dur"_L1, FilterField::Ran}, {"state"_L1, FilterField::Status}, {"target"_L1, FilterField::Index}, {"uid"_L1, FilterField::Id},
        {"action"_L1, FilterField::Type}};
    for (const auto &[other, field] : kOthers) {
        if (word.compare(other, Qt::CaseInsensitive) == 0)
            return field;
    }
    return std::nullopt;
}

bool isTime(FilterField field)
{
    return field == FilterField::Enqueued || field == FilterField::Started || field == FilterField::Finished;
}

bool hasBounds(FilterField field)
{
    return isTime(field) || field == FilterField::Id || field == FilterField::Waited || field == FilterField::Ran;
}

bool looksForParts(FilterField field)
{
    return field == FilterField::Error || field == FilterField::Label || field == FilterField::Description;
}

bool isPattern(FilterField field, QStringView value)
{
    return field != FilterField::Text && (looksForParts(field) ? value == u"*" : value.endsWith(u'*'));
}

namespace {

bool needsQuotes(FilterField field, const QString &value)
{
    const auto special = [](QChar c) { return c.isSpace() || c == u'(' || c == u')' || c == u','; };
    if (value.isEmpty() || value.contains(u'"') || std::any_of(value.begin(), value.end(), special))
        return true;
    if (field == FilterField::Id)
        return value.contains(".."_L1);
    if (field != FilterField::Text)
        return false;
    // Read as something else than a word when it stands alone.
    return value.startsWith(u'-') || value == "OR"_L1 || value == "AND"_L1 || value.contains(u':') || value.contains(u'<') || value.contains(u'>');
}

QString quoted(FilterField field, const QString &value)
{
    if (!needsQuotes(field, value))
        return value;
    QString text = value;
    text.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1);
    return QString(u'"' + text + u'"');
}

QString boundText(const FilterClause &clause, qint64 bound)
{
    if (clause.field == FilterField::Id)
        return QString::number(bound);
    if (isTime(clause.field) && !clause.boundsAreAges)
        return QString::fromLatin1(formatRfc3339(bound));
    return formatFilterDuration(bound);
}

/// Text of one clause. Exclusive bounds on both sides have no text of their own: they are written as two clauses.
QString clauseText(const FilterClause &clause)
{
    QStringList parts;
    const QString word = wordFor(clause.field);
    const auto bound = [&clause](const std::optional<qint64> &value) { return value ? boundText(clause, *value) : QString(); };
    if (clause.boundsInclusive && (clause.low || clause.high)) {
        parts.append(QString(word + u':' + bound(clause.low) + ".."_L1 + bound(clause.high)));
    } else {
        if (clause.low)
            parts.append(QString(word + u'>' + bound(clause.low)));
        if (clause.high)
            parts.append(QString(word + u'<' + bound(clause.high)));
    }
    if (!clause.values.isEmpty()) {
        QStringList values;
        for (const QString &value : clause.values)
            values.append(quoted(clause.field, value));
        const bool bare = clause.field == FilterField::Text && values.size() == 1;
        parts.append(bare ? values.front() : QString(word + u':' + values.join(u',')));
    }
    return parts.join(u' ');
}

QString nodeText(const FilterNode &node, bool inside)
{
    switch (node.kind) {
    case FilterNode::Kind::All: return {};
    case FilterNode::Kind::Clause: return clauseText(node.clause);
    case FilterNode::Kind::Not: return QString(u'-' + nodeText(node.children.front(), true));
    case FilterNode::Kind::And:
    case FilterNode::Kind::Or: {
        QStringList parts;
        for (const FilterNode &child : node.children)
            parts.append(nodeText(child, true));
        const QString text = parts.join(node.kind == FilterNode::Kind::Or ? " OR "_L1 : " "_L1);
        return inside ? QString(u'(' + text + u')') : text;
    }
    }
    Q_UNREACHABLE();
}

/// A clause with an exclusive bound on both sides, as the two clauses that its text says.
std::vector<FilterNode> nodesOf(const FilterClause &clause)
{
    FilterNode node;
    node.kind = FilterNode::Kind::Clause;
    node.clause = clause;
    if (clause.boundsInclusive || !clause.low || !clause.high)
        return {node};
    FilterNode upper = node;
    node.clause.high.reset();
    upper.clause.low.reset();
    return {node, upper};
}

} // namespace

TaskFilter::Parsed TaskFilter::parse(const QString &text)
{
    Parsed parsed;
    FilterParser parser(text);
    FilterNode root = parser.parse();
    parsed.error = parser.error();
    if (!parsed.error) {
        parsed.filter.m_root = std::move(root);
        parsed.filter.m_text = text;
    }
    return parsed;
}

TaskFilter TaskFilter::fromClauses(const QList<FilterClause> &clauses)
{
    TaskFilter filter;
    FilterNode all;
    all.kind = FilterNode::Kind::And;
    for (const FilterClause &clause : clauses) {
        for (FilterNode &node : nodesOf(clause))
            all.children.push_back(std::move(node));
    }
    if (all.children.size() == 1)
        filter.m_root = std::move(all.children.front());
    else if (!all.children.empty())
        filter.m_root = std::move(all);
    filter.m_text = nodeText(filter.m_root, false);
    return filter;
}

std::optional<QList<FilterClause>> TaskFilter::conjunction() const
{
    switch (m_root.kind) {
    case FilterNode::Kind::All: return QList<FilterClause>();
    case FilterNode::Kind::Clause: return QList<FilterClause> {m_root.clause};
    case FilterNode::Kind::Or:
    case FilterNode::Kind::Not: return std::nullopt;
    case FilterNode::Kind::And: break;
    }
    QList<FilterClause> clauses;
    for (const FilterNode &child : m_root.children) {
        if (child.kind != FilterNode::Kind::Clause)
            return std::nullopt;
        clauses.append(child.clause);
    }
    return clauses;
}

TaskFilter TaskFilter::operator&(const TaskFilter &other) const
{
    if (isEmpty() || other.isEmpty())
        return isEmpty() ? other : *this;
    TaskFilter both;
    both.m_root.kind = FilterNode::Kind::And;
    for (const FilterNode *root : {&m_root, &other.m_root}) {
        if (root->kind == FilterNode::Kind::And)
            both.m_root.children.insert(both.m_root.children.end(), root->children.begin(), root->children.end());
        else
            both.m_root.children.push_back(*root);
    }
    both.m_text = nodeText(both.m_root, false);
    return both;
}

} // namespace taskglass
