// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace taskglass::localqueue {

/// A word, value or sign of a filter's text.
struct FilterToken
{
    enum class Type { Word, Quoted, Symbol, End };
    Type type = Type::End;
    QString text;                   ///< Without quotation marks.
    qsizetype at = 0;               ///< Where it begins.
    QChar unclosed;                 ///< The quotation mark that never comes; null when nothing is missing.
    [[nodiscard]] bool is(QLatin1StringView keyword) const { return type == Type::Word && text == keyword; }
    [[nodiscard]] bool isSymbol(QLatin1StringView symbol) const { return type == Type::Symbol && text == symbol; }
    [[nodiscard]] bool isValue() const { return type == Type::Word || type == Type::Quoted; }
};

/// Cuts a filter's text into tokens.
class FilterTokens
{
public:
    explicit FilterTokens(const QString &text) : m_text(text) { }

    /// The next one; of the type End from the end on.
    [[nodiscard]] FilterToken next();

private:
    QString m_text;
    qsizetype m_at = 0;
};

} // namespace taskglass::localqueue
