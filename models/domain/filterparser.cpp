// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filterparser.h"

#include "models/domain/filtertime.h"

#include <QCoreApplication>
#include <QStringList>

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

bool endsWord(QChar c)
{
    return c.isSpace() || c == u'(' || c == u')';
}

QString knownFields()
{
    QStringList words;
    for (int field = 0; field < kFilterFieldCount; ++field) {
        if (FilterField(field) != FilterField::Text)
            words.append(wordFor(FilterField(field)));
    }
    return words.join(", "_L1);
}

/// Adds \a child to an And or Or, dissolving one of the same kind.
void adopt(FilterNode &parent, FilterNode child)
{
    if (child.kind == parent.kind)
        std::move(child.children.begin(), child.children.end(), std::back_inserter(parent.children));
    else
        parent.children.push_back(std::move(child));
}

FilterNode simplified(FilterNode node)
{
    return node.children.size() == 1 ? std::move(node.children.front()) : node;
}

FilterNode clauseNode(FilterClause clause)
{
    FilterNode node;
    node.kind = FilterNode::Kind::Clause;
    node.clause = std::move(clause);
    return node;
}

} // namespace

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

FilterParser::Value FilterParser::readQuoted()
{
    Value value;
    value.position = m_at;
    value.quoted = true;
    ++m_at;
    while (!atEnd() && peek() != u'"') {
        if (peek() == u'\\' && (peek(1) == u'"' || peek(1) == u'\\'))
            ++m_at;
        value.text += peek();
        ++m_at;
    }
    if (atEnd()) {
        fail(Words::tr("This quote is never closed."), value.position, 1);
        return value;
    }
    ++m_at;
    value.length = m_at - value.position;
    if (value.text.isEmpty())
        fail(Words::tr("There is nothing between these quotes."), value.position, value.length);
    return value;
}

FilterParser::Value FilterParser::readValue()
{
    if (peek() == u'"')
        return readQuoted();
    Value value;
    value.position = m_at;
    while (!atEnd() && !endsWord(peek()) && peek() != u',')
        value.text += m_text[m_at++];
    value.length = m_at - value.position;
    return value;
}

FilterNode FilterParser::parseComparison(FilterField field, int start)
{
    const bool upper = peek() == u'<';
    ++m_at;
    const bool orEqual = peek() == u'=';
    m_at += orEqual ? 1 : 0;
    const Value value = readValue();
    if (m_error)
        return {};
    if (value.text.isEmpty())
        return fail(Words::tr("A value is missing after “%1”.").arg(QStringView(m_text).sliced(start, value.position - start)), start, value.position - start);
    FilterClause clause;
    clause.field = field;
    if (!readBound(field, value, value.text, upper, clause))
        return {};
    // Whole numbers: "at least 5" is "more than 4".
    if (orEqual && upper)
        ++*clause.high;
    else if (orEqual)
        --*clause.low;
    return clauseNode(std::move(clause));
}

bool FilterParser::readBound(FilterField field, const Value &whole, QStringView text, bool upper, FilterClause &clause)
{
    std::optional<qint64> &bound = upper ? clause.high : clause.low;
    if (field == FilterField::Id) {
        bool ok = false;
        const qint64 number = text.toLongLong(&ok);
        if (!ok || number < 0 || number == std::numeric_limits<qint64>::max()) {
            fail(Words::tr("“%1” is not a number. Ids are compared by number.").arg(text), whole.position, whole.length);
            return false;
        }
        bound = number;
        return true;
    }
    const bool wasAge = clause.boundsAreAges;
    const bool isOther = clause.low || clause.high;
    if (const auto stamp = isTime(field) ? parseFilterStamp(text) : std::nullopt) {
        // A range includes the whole day or minute that its end names; "<" and ">" compare with its first moment.
        bound = upper && clause.boundsInclusive ? stamp->last : stamp->first;
        clause.boundsAreAges = false;
    } else if (const auto duration = parseFilterDuration(text)) {
        bound = *duration;
        clause.boundsAreAges = isTime(field);
    } else {
        fail(isTime(field)
                 ? Words::tr("“%1” is neither an age such as 30s, 5m, 2h, 1d nor a time such as 2026-11-22T10:00.").arg(text)
                 : Words::tr("“%1” is not a duration. Write a number with a unit, such as 500ms, 30s, 5m or 2h.").arg(text),
             whole.position, whole.length);
        return false;
    }
    if (isOther && wasAge != clause.boundsAreAges) {
        fail(Words::tr("A range goes from age to age or from time to time."), whole.position, whole.length);
        return false;
    }
    return true;
}

FilterNode FilterParser::rangeClause(FilterField field, const Value &value)
{
    const auto dots = value.text.indexOf(".."_L1);
    FilterClause clause;
    clause.field = field;
    clause.boundsInclusive = true;
    if (dots < 0) { // a whole day or minute: what one stamp covers
        const auto stamp = parseFilterStamp(value.text);
        if (!stamp)
            return fail(Words::tr("Compare “%1” with < or >, or give a range: %2.")
                            .arg(wordFor(field), isTime(field) ? u"2h..1h, 2026-11-22"_s : u"10s..2m"_s), value.position, value.length);
        clause.low = stamp->first;
        clause.high = stamp->last;
        return clauseNode(std::move(clause));
    }
    const QStringView low = QStringView(value.text).first(dots);
    const QStringView high = QStringView(value.text).sliced(dots + 2);
    if (low.isEmpty() && high.isEmpty())
        return fail(Words::tr("A range needs a beginning, an end, or both."), value.position, value.length);
    if (!low.isEmpty() && !readBound(field, value, low, false, clause))
        return {};
    if (!high.isEmpty() && !readBound(field, value, high, true, clause))
        return {};
    if (clause.low && clause.high && *clause.low > *clause.high) {
        if (!clause.boundsAreAges)
            return fail(Words::tr("This range ends before it begins."), value.position, value.length);
        std::swap(clause.low, clause.high); // "2h..1h" reads forward in time: from two hours ago to one hour ago
    }
    return clauseNode(std::move(clause));
}

FilterNode FilterParser::parseValues(FilterField field, int start)
{
    FilterNode any;
    any.kind = FilterNode::Kind::Or;
    FilterClause list;
    list.field = field;
    while (!m_error) {
        const Value value = readValue();
        if (m_error)
            return {};
        if (value.text.isEmpty())
            return fail(Words::tr("A value is missing after “%1”.").arg(QStringView(m_text).sliced(start, value.position - start)), start, value.position - start);
        const bool isRange = hasBounds(field) && (field != FilterField::Id || (!value.quoted && value.text.contains(".."_L1)));
        if (isRange)
            adopt(any, rangeClause(field, value));
        else
            list.values.append(value.text);
        if (peek() != u',')
            break;
        ++m_at;
    }
    if (m_error)
        return {};
    if (!atEnd() && !endsWord(peek()))
        return fail(Words::tr("A blank or a comma is missing here."), m_at, 1);
    if (!list.values.isEmpty())
        any.children.insert(any.children.begin(), clauseNode(std::move(list)));
    return simplified(std::move(any));
}

} // namespace taskglass
