// SPDX-License-Identifier: GPL-3.0-or-later
// The half of FilterParser that knows the grammar: what is joined by OR, AND, "-" and parentheses.
#include "models/domain/filterparser.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FilterParser)
};

/// Deeper nesting than any person writes; keeps a pasted "((((…" from exhausting the stack.
constexpr int kDeepest = 64;

QString knownFields()
{
    QStringList words;
    for (int field = 0; field < kFilterFieldCount; ++field) {
        if (FilterField(field) != FilterField::Text)
            words.append(wordFor(FilterField(field)));
    }
    return words.join(", "_L1);
}

} // namespace

bool FilterParser::endsWord(QChar c)
{
    return c.isSpace() || c == u'(' || c == u')';
}

void FilterParser::adopt(FilterNode &parent, FilterNode child)
{
    if (child.kind == parent.kind)
        std::move(child.children.begin(), child.children.end(), std::back_inserter(parent.children));
    else
        parent.children.push_back(std::move(child));
}

FilterNode FilterParser::simplified(FilterNode node)
{
    return node.children.size() == 1 ? std::move(node.children.front()) : node;
}

FilterNode FilterParser::clauseNode(FilterClause clause)
{
    FilterNode node;
    node.kind = FilterNode::Kind::Clause;
    node.clause = std::move(clause);
    return node;
}

FilterNode FilterParser::fail(const QString &message, int position, int length)
{
    if (!m_error)
        m_error = FilterError {message, position, std::max(length, 1)};
    m_at = int(m_text.size());
    return {};
}

void FilterParser::skipBlanks()
{
    while (!atEnd() && peek().isSpace())
        ++m_at;
}

bool FilterParser::atWord(QLatin1StringView word) const
{
    if (!QStringView(m_text).sliced(m_at).startsWith(word))
        return false;
    const QChar next = peek(int(word.size()));
    return next.isNull() || endsWord(next);
}

FilterNode FilterParser::parse()
{
    skipBlanks();
    if (atEnd())
        return {};
    FilterNode root = parseOr();
    if (!m_error && !atEnd())
        return fail(Words::tr("This parenthesis closes nothing."), m_at, 1);
    return root;
}

FilterNode FilterParser::parseOr()
{
    FilterNode any;
    any.kind = FilterNode::Kind::Or;
    adopt(any, parseAnd());
    while (!m_error) {
        skipBlanks();
        if (!atWord("OR"_L1))
            break;
        const int word = m_at;
        m_at += 2;
        skipBlanks();
        if (atEnd() || peek() == u')')
            return fail(Words::tr("“OR” needs a condition on both sides."), word, 2);
        adopt(any, parseAnd());
    }
    return simplified(std::move(any));
}

FilterNode FilterParser::parseAnd()
{
    FilterNode all;
    all.kind = FilterNode::Kind::And;
    while (!m_error) {
        skipBlanks();
        if (atEnd() || peek() == u')' || (atWord("OR"_L1) && !all.children.empty()))
            break;
        if (atWord("OR"_L1))
            return fail(Words::tr("“OR” needs a condition on both sides. Write it in quotes to search for the word."), m_at, 2);
        if (atWord("AND"_L1)) {
            const int word = m_at;
            m_at += 3;
            skipBlanks();
            if (all.children.empty() || atEnd() || peek() == u')' || atWord("OR"_L1))
                return fail(Words::tr("“AND” needs a condition on both sides. Write it in quotes to search for the word."), word, 3);
        }
        adopt(all, parseTerm());
    }
    return simplified(std::move(all));
}

FilterNode FilterParser::parseTerm()
{
    const int start = m_at;
    if (m_depth >= kDeepest)
        return fail(Words::tr("This is nested too deeply."), start, 1);
    if (peek() == u'-' && m_at + 1 < m_text.size() && !peek(1).isSpace() && peek(1) != u')') {
        ++m_at;
        ++m_depth;
        FilterNode inner = parseTerm();
        --m_depth;
        if (m_error || inner.kind == FilterNode::Kind::Not)
            return m_error ? FilterNode() : std::move(inner.children.front());
        FilterNode negation;
        negation.kind = FilterNode::Kind::Not;
        negation.children.push_back(std::move(inner));
        return negation;
    }
    if (peek() != u'(')
        return parseClause();
    ++m_at;
    skipBlanks();
    if (peek() == u')')
        return fail(Words::tr("There is nothing between these parentheses."), start, m_at + 1 - start);
    ++m_depth;
    FilterNode inner = parseOr();
    --m_depth;
    if (!m_error && peek() != u')')
        return fail(Words::tr("This parenthesis is never closed."), start, 1);
    ++m_at;
    return inner;
}

FilterNode FilterParser::parseClause()
{
    const int start = m_at;
    FilterClause clause;
    if (peek() == u'"') {
        const Value quoted = readQuoted();
        clause.values = {quoted.text};
        return m_error ? FilterNode() : clauseNode(std::move(clause));
    }
    int end = m_at;
    while (end < m_text.size() && (m_text[end].isLetterOrNumber() || m_text[end] == u'_'))
        ++end;
    if (end > start && end < m_text.size() && (m_text[end] == u':' || m_text[end] == u'<' || m_text[end] == u'>')) {
        const QStringView word = QStringView(m_text).sliced(start, end - start);
        const auto field = filterFieldFromWord(word);
        if (!field)
            return fail(Words::tr("There is no field “%1”. There are %2. To search for this text, put it in quotes.").arg(word, knownFields()),
                        start, end - start);
        m_at = end;
        return parseFieldClause(*field, start);
    }
    while (!atEnd() && !endsWord(peek()))
        ++m_at;
    clause.values = {m_text.mid(start, m_at - start)};
    return clauseNode(std::move(clause));
}

FilterNode FilterParser::parseFieldClause(FilterField field, int start)
{
    if (peek() == u':') {
        ++m_at;
        return parseValues(field, start);
    }
    if (!hasBounds(field))
        return fail(Words::tr("“%1” cannot be compared with < or >. Write “%1:value”.").arg(wordFor(field)), m_at, 1);
    return parseComparison(field, start);
}

} // namespace taskglass
