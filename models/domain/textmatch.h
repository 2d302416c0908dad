// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <string>
#include <string_view>
#include <variant>

namespace taskglass {

/// Finds a text in UTF-8 strings without regard to case. Needles of plain ASCII are looked for byte by byte, others by
/// Unicode's case folding. Immutable, so it may be shared between threads.
class Needle
{
public:
    explicit Needle(const QString &text);
    [[nodiscard]] bool isIn(std::string_view utf8) const;
    /// Only decimal digits: the only needles that can be part of a numeric id.
    [[nodiscard]] bool isNumber() const { return m_isNumber; }

private:
    QString m_text;
    std::string m_folded;              ///< Lower-case ASCII; empty when the needle is not ASCII.
    std::array<quint8, 256> m_skip {}; ///< Horspool's table, by folded last byte.
    bool m_isNumber = false;
};

/// Compares whole values with one that a filter names: exactly, or by its beginning when it ends with "*".
class ValuePattern
{
public:
    ValuePattern(const QString &value, Qt::CaseSensitivity cases);
    /// An empty text is no value and never matches.
    [[nodiscard]] bool matches(std::string_view utf8) const;

private:
    std::string m_text;
    bool m_isPrefix = false;
    Qt::CaseSensitivity m_cases;
};

/// Looks in texts for what a filter names: for a part of them, or after "=" for the whole, as ValuePattern does.
class PartPattern
{
public:
    explicit PartPattern(const QString &value);
    [[nodiscard]] bool matches(std::string_view utf8) const;

private:
    using What = std::variant<Needle, ValuePattern>;
    What m_what;
};

} // namespace taskglass
