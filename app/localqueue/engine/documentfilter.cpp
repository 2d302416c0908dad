// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/documentfilter.h"

#include "app/localqueue/engine/filterparser.h"
#include "app/localqueue/engine/json.h"
#include "app/localqueue/engine/refusal.h"
#include "app/localqueue/engine/settings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

using Node = DocumentFilter::Node;

/// A scalar as the filter language compares it: texts without regard to case, numbers and booleans by their JSON text.
QString comparable(QByteArrayView value)
{
    return value.startsWith('"') ? textOf(value).toLower() : QString::fromUtf8(value).toLower();
}

std::optional<double> numberIn(QByteArrayView value)
{
    bool ok = false;
    const double number = (value.startsWith('"') ? QByteArray() : value.toByteArray()).toDouble(&ok);
    return ok ? std::optional<double>(number) : std::nullopt;
}

/// Values at a dotted path; arrays on the way and at the end count each element.
void collect(QByteArrayView value, QStringView path, std::vector<QByteArrayView> &found)
{
    if (value.startsWith('[')) {
        for (const QByteArrayView element : elementsOf(value))
            collect(element, path, found);
        return;
    }
    if (path.isEmpty()) {
        found.push_back(value);
        return;
    }
    if (!value.startsWith('{'))
        return;
    for (const JsonMember &member : membersOf(value)) {
        if (path == member.key)
            collect(member.value, {}, found);
        else if (path.startsWith(member.key) && path.size() > member.key.size() && path[member.key.size()] == u'.')
            collect(member.value, path.sliced(member.key.size() + 1), found);
    }
}

/// True when there is something at the path, null and empty lists included.
bool exists(QByteArrayView object, QStringView path, QByteArrayView *value)
{
    for (const JsonMember &member : membersOf(object)) {
        if (path == member.key) {
            *value = member.value;
            return true;
        }
        if (path.startsWith(member.key) && path.size() > member.key.size() && path[member.key.size()] == u'.'
            && exists(member.value, path.sliced(member.key.size() + 1), value))
            return true;
    }
    return false;
}

bool equals(QByteArrayView value, const QString &operand)
{
    const std::optional<double> number = numberIn(value);
    bool ok = false;
    const double wanted = operand.toDouble(&ok);
    if (number && ok)
        return *number == wanted;
    return comparable(value) == operand.toLower();
}

bool testValue(const Node &node, QByteArrayView value)
{
    switch (node.op) {
    case Node::Op::Equal:
        return equals(value, node.operands.first());
    case Node::Op::In:
        return std::any_of(node.operands.begin(), node.operands.end(),
                           [value](const QString &operand) { return equals(value, operand); });
    case Node::Op::Contains:
        return comparable(value).contains(node.operands.first().toLower());
    case Node::Op::StartsWith:
        return comparable(value).startsWith(node.operands.first().toLower());
    case Node::Op::Less:
    case Node::Op::LessOrEqual:
    case Node::Op::Greater:
    case Node::Op::GreaterOrEqual:
    case Node::Op::Between: {
        const std::optional<double> number = numberIn(value);
        if (!number)
            return false;
        const double low = node.operands.first().toDouble();
        if (node.op == Node::Op::Less)
            return *number < low;
        if (node.op == Node::Op::LessOrEqual)
            return *number <= low;
        if (node.op == Node::Op::Greater)
            return *number > low;
        if (node.op == Node::Op::GreaterOrEqual)
            return *number >= low;
        return *number >= low && *number <= node.operands.last().toDouble();
    }
    case Node::Op::And:
    case Node::Op::Or:
    case Node::Op::Not:
    case Node::Op::Exists:
    case Node::Op::IsNull:
    case Node::Op::IsEmpty:
        break;
    }
    return false;
}

bool matchesNode(const Node &node, QByteArrayView document)
{
    switch (node.op) {
    case Node::Op::And:
        return std::all_of(node.children.begin(), node.children.end(),
                           [document](const Node &child) { return matchesNode(child, document); });
    case Node::Op::Or:
        return std::any_of(node.children.begin(), node.children.end(),
                           [document](const Node &child) { return matchesNode(child, document); });
    case Node::Op::Not:
        return !matchesNode(node.children.front(), document);
    case Node::Op::Exists:
    case Node::Op::IsNull:
    case Node::Op::IsEmpty: {
        QByteArrayView value;
        if (!exists(document, node.attribute, &value))
            return false;
        if (node.op == Node::Op::IsNull)
            return value == "null";
        const QByteArray bare = compact(value);
        return node.op == Node::Op::Exists || bare == "\"\"" || bare == "[]" || bare == "{}";
    }
    case Node::Op::Equal:
    case Node::Op::In:
    case Node::Op::Contains:
    case Node::Op::StartsWith:
    case Node::Op::Less:
    case Node::Op::LessOrEqual:
    case Node::Op::Greater:
    case Node::Op::GreaterOrEqual:
    case Node::Op::Between:
        break;
    }
    std::vector<QByteArrayView> values;
    collect(document, node.attribute, values);
    return std::any_of(values.begin(), values.end(), [&node](QByteArrayView value) { return testValue(node, value); });
}

const Node *firstUnfilterable(const Node &node, const IndexRow &index)
{
    if (!node.attribute.isEmpty()) {
        return isFilterable(index.settings, node.attribute) ? nullptr : &node;
    }
    for (const Node &child : node.children) {
        if (const Node *found = firstUnfilterable(child, index))
            return found;
    }
    return nullptr;
}

} // namespace

std::optional<Error> DocumentFilter::checkFilterable(const IndexRow &index) const
{
    const Node *node = firstUnfilterable(*m_root, index);
    if (node == nullptr)
        return std::nullopt;
    QStringList patterns;
    for (const QString &pattern : filterableAttributes(index.settings))
        patterns.append(u'`' + pattern + u'`');
    const QString available = patterns.isEmpty()
        ? u"This index does not have configured filterable attributes."_s
        : u"Available filterable attribute patterns are: %1."_s.arg(patterns.join(u", "_s));
    return refusal(400, u"invalid_document_filter"_s,
                   u"Index `%1`: Attribute `%2` is not filterable. %3\n%4:%5 %6"_s
                       .arg(index.uid, node->attribute, available)
                       .arg(node->position + 1)
                       .arg(node->position + node->attribute.size() + 1)
                       .arg(node->source));
}

bool DocumentFilter::matches(QByteArrayView document) const
{
    return matchesNode(*m_root, document);
}

Result<DocumentFilter> DocumentFilter::parse(const QByteArray &json)
{
    Result<Node> root = parseFilterValue(json);
    if (!root)
        return root.error();
    DocumentFilter filter;
    filter.m_root = std::make_shared<const Node>(root.take());
    return filter;
}

} // namespace taskglass::localqueue
