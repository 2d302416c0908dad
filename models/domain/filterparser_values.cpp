// SPDX-License-Identifier: GPL-3.0-or-later
// The half of FilterParser that reads what a field is compared with: values, bounds and ranges.
#include "models/domain/filterparser.h"

#include "models/domain/filtertime.h"

#include <QCoreApplication>

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FilterParser)
};

} // namespace

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
