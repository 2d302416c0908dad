// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/filterparser.h"

#include "app/localqueue/engine/filtertokens.h"
#include "app/localqueue/engine/json.h"
#include "app/localqueue/engine/refusal.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

using Node = DocumentFilter::Node;
using Token = FilterToken;

Error invalidFilter(const QString &message)
{
    return refusal(400, u"invalid_document_filter"_s, message);
}

/// Recursive descent over one text. After a fault nothing more is read.
class Parser
{
public:
    explicit Parser(const QString &text) : m_text(text), m_tokens(text) { next(); }

    Result<Node> parse()
    {
        Node node = anyOf();
        if (!m_error && m_token.type != Token::Type::End)
            fault(u"Found unexpected characters at the end of the filter: `%1`. You probably forgot an `OR` or an `AND` rule."_s
                      .arg(m_text.sliced(m_token.at)));
        if (m_error)
            return *m_error;
        return node;
    }

private:
    Node anyOf()
    {
        std::vector<Node> parts {allOf()};
        while (!m_error && m_token.is("OR"_L1)) {
            next();
            parts.push_back(allOf());
        }
        return joined(Node::Op::Or, std::move(parts));
    }

    Node allOf()
    {
        std::vector<Node> parts {term()};
        while (!m_error && m_token.is("AND"_L1)) {
            next();
            parts.push_back(term());
        }
        return joined(Node::Op::And, std::move(parts));
    }

    static Node joined(Node::Op op, std::vector<Node> parts)
    {
        if (parts.size() == 1)
            return std::move(parts.front());
        Node node;
        node.op = op;
        node.children = std::move(parts);
        return node;
    }

    static Node negated(Node node)
    {
        Node outer;
        outer.op = Node::Op::Not;
        outer.children.push_back(std::move(node));
        return outer;
    }

    Node term()
    {
        if (++m_depth > 200)
            return fault(u"The filter exceeded the maximum depth limit. Try rewriting the filter so that it contains fewer nested conditions."_s);
        Node node;
        if (m_token.is("NOT"_L1)) {
            next();
            node = negated(term());
        } else if (m_token.isSymbol("("_L1)) {
            next();
            node = anyOf();
            if (!m_error && !m_token.isSymbol(")"_L1))
                fault(u"Expression `%1` is missing the following closing delimiter: `)`."_s.arg(m_text));
            next();
        } else {
            node = condition();
        }
        --m_depth;
        return node;
    }

    Node condition()
    {
        if (!m_token.isValue())
            return operationExpected(m_token);
        Node node;
        node.attribute = m_token.text;
        node.source = m_text;
        node.position = m_token.at;
        const Token attribute = m_token;
        next();
        if (m_token.type == Token::Type::Symbol)
            return comparison(std::move(node), attribute);
        bool negate = false;
        if (m_token.is("NOT"_L1)) {
            negate = true;
            next();
        }
        if (m_token.is("EXISTS"_L1)) {
            node.op = Node::Op::Exists;
            next();
        } else if (m_token.is("IN"_L1)) {
            node.op = Node::Op::In;
            next();
            list(node);
        } else if (m_token.is("CONTAINS"_L1)) {
            node.op = Node::Op::Contains;
            next();
            operand(node);
        } else if (m_token.is("STARTS"_L1)) {
            next();
            if (!m_token.is("WITH"_L1))
                return operationExpected(attribute);
            node.op = Node::Op::StartsWith;
            next();
            operand(node);
        } else if (m_token.is("IS"_L1) && !negate) {
            next();
            if (m_token.is("NOT"_L1)) {
                negate = true;
                next();
            }
            if (!m_token.is("NULL"_L1) && !m_token.is("EMPTY"_L1))
                return operationExpected(attribute);
            node.op = m_token.is("NULL"_L1) ? Node::Op::IsNull : Node::Op::IsEmpty;
            next();
        } else if (m_token.isValue() && !negate) {
            operand(node);
            if (!m_error && !m_token.is("TO"_L1))
                return operationExpected(attribute);
            next();
            operand(node);
            node.op = Node::Op::Between;
        } else {
            return operationExpected(attribute);
        }
        return negate ? negated(std::move(node)) : node;
    }

    Node comparison(Node node, const Token &attribute)
    {
        const QString symbol = m_token.text;
        static const QHash<QString, Node::Op> ops {
            {u"="_s, Node::Op::Equal}, {u"!="_s, Node::Op::Equal}, {u"<"_s, Node::Op::Less},
            {u"<="_s, Node::Op::LessOrEqual}, {u">"_s, Node::Op::Greater}, {u">="_s, Node::Op::GreaterOrEqual}};
        const auto op = ops.constFind(symbol);
        if (op == ops.constEnd())
            return operationExpected(attribute);
        node.op = *op;
        next();
        operand(node);
        return symbol == "!="_L1 ? negated(std::move(node)) : node;
    }

    void operand(Node &node)
    {
        if (m_error)
            return;
        if (!m_token.isValue()) {
            fault(u"Was expecting a value but instead got %1."_s.arg(
                m_token.type == Token::Type::End ? u"nothing"_s : u'`' + m_token.text + u'`'));
            return;
        }
        node.operands.append(m_token.text);
        next();
    }

    void list(Node &node)
    {
        if (!m_token.isSymbol("["_L1)) {
            fault(u"Expected `[` after `IN` keyword."_s);
            return;
        }
        next();
        while (!m_error && !m_token.isSymbol("]"_L1)) {
            operand(node);
            if (m_token.isSymbol(","_L1))
                next();
            else if (!m_error && !m_token.isSymbol("]"_L1))
                fault(u"Expected only comma-separated field names inside `IN[..]` but instead found `%1`."_s.arg(m_token.text));
        }
        next();
    }

    Node operationExpected(const Token &at)
    {
        m_token = at;
        return fault(u"Was expecting an operation `=`, `!=`, `>=`, `>`, `<=`, `<`, `IN`, `NOT IN`, `TO`, `EXISTS`, "
                     "`NOT EXISTS`, `IS NULL`, `IS NOT NULL`, `IS EMPTY`, `IS NOT EMPTY`, `CONTAINS`, `NOT CONTAINS`, "
                     "`STARTS WITH`, `NOT STARTS WITH`, `_geoRadius`, `_geoBoundingBox` or `_geoPolygon` at `%1`."_s.arg(
                         m_text.sliced(at.at)));
    }

    Node fault(const QString &message)
    {
        if (!m_error) {
            m_error = invalidFilter(u"%1\n%2:%3 %4"_s.arg(message)
                                        .arg(m_token.at + 1)
                                        .arg(m_text.size() + 1)
                                        .arg(m_text));
        }
        return {};
    }

    void next()
    {
        m_token = m_tokens.next();
        if (!m_token.unclosed.isNull())
            fault(u"Expression `%1` is missing the following closing delimiter: `%2`."_s.arg(
                m_text.sliced(m_token.at), QString(m_token.unclosed)));
    }

    QString m_text;
    FilterTokens m_tokens;
    Token m_token;
    int m_depth = 0;
    std::optional<Error> m_error;
};

Result<Node> parseAny(QByteArrayView json, Node::Op listMeans)
{
    if (json.startsWith('"'))
        return Parser(textOf(json)).parse();
    if (!json.startsWith('[')) {
        return invalidFilter(u"Invalid type for filter subexpression: expected: String, Array, found: %1."_s.arg(
            QString::fromUtf8(compact(json))));
    }
    Node node;
    node.op = listMeans;
    for (const QByteArrayView element : elementsOf(json)) {
        Result<Node> child = parseAny(element, listMeans == Node::Op::And ? Node::Op::Or : Node::Op::And);
        if (!child)
            return child;
        node.children.push_back(child.take());
    }
    return node;
}

} // namespace

Result<Node> parseFilterValue(const QByteArray &json)
{
    const QByteArray value = json.trimmed();
    JsonScanner scanner(value);
    if (!scanner.value())
        return refusal(400, u"malformed_payload"_s,
                       u"The `json` payload provided is malformed. `%1`."_s.arg(scanner.fault()));
    return parseAny(value, Node::Op::And);
}

} // namespace taskglass::localqueue
