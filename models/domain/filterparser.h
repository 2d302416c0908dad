// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/taskfilter.h"

namespace taskglass {

/// Reads one filter text by recursive descent; made for one parse() and thrown away.
///   or := and ("OR" and)*     and := term (["AND"] term)*     term := "-" term | "(" or ")" | clause
///   clause := field (":" values | "<" | ">" | "<=" | ">=" value) | word | "quoted text"
class FilterParser
{
public:
    explicit FilterParser(const QString &text) : m_text(text) { }

    /// The tree, flattened; All for a blank text. Meaningless when error() is set.
    [[nodiscard]] FilterNode parse();
    [[nodiscard]] const std::optional<FilterError> &error() const { return m_error; }

private:
    struct Value
    {
        QString text;
        bool quoted = false;
        int position = 0;
        int length = 0;
    };

    FilterNode parseOr();
    FilterNode parseAnd();
    FilterNode parseTerm();
    FilterNode parseClause();
    FilterNode parseFieldClause(FilterField field, int start);
    FilterNode parseComparison(FilterField field, int start);
    FilterNode parseValues(FilterField field, int start);
    FilterNode rangeClause(FilterField field, const Value &value);
    bool readBound(FilterField field, const Value &whole, QStringView text, bool upper, FilterClause &clause);
    Value readValue();
    Value readQuoted();

    /// Adds \a child to an And or Or, dissolving one of the same kind.
    static void adopt(FilterNode &parent, FilterNode child);
    /// The child of an And or Or that has only one; \a node itself otherwise.
    [[nodiscard]] static FilterNode simplified(FilterNode node);
    [[nodiscard]] static FilterNode clauseNode(FilterClause clause);

    FilterNode fail(const QString &message, int position, int length);
    void skipBlanks();
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar peek(int ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(); }
    [[nodiscard]] bool atWord(QLatin1StringView word) const;
    [[nodiscard]] static bool endsWord(QChar c);

    const QString &m_text;
    int m_at = 0;
    int m_depth = 0;
    std::optional<FilterError> m_error;
};

} // namespace taskglass
