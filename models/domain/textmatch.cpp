// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/textmatch.h"

#include <algorithm>

namespace taskglass {

namespace {

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

bool equalFolded(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lowered(x) == lowered(y); });
}

} // namespace

Needle::Needle(const QString &text)
    : m_text(text)
{
    const auto isAscii = [](QChar c) { return c.unicode() < 0x80; };
    if (text.isEmpty() || !std::all_of(text.begin(), text.end(), isAscii))
        return;
    m_folded = text.toLatin1().toStdString();
    std::transform(m_folded.begin(), m_folded.end(), m_folded.begin(), lowered);
    m_isNumber = std::all_of(m_folded.begin(), m_folded.end(), [](char c) { return c >= '0' && c <= '9'; });
    const std::size_t longest = std::min<std::size_t>(m_folded.size(), 255);
    m_skip.fill(quint8(longest));
    for (std::size_t i = 0; i + 1 < m_folded.size(); ++i)
        m_skip[quint8(m_folded[i])] = quint8(std::min<std::size_t>(m_folded.size() - 1 - i, 255));
}

bool Needle::isIn(std::string_view utf8) const
{
    if (m_folded.empty())
        return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())).contains(m_text, Qt::CaseInsensitive);
    const std::size_t size = m_folded.size();
    std::size_t at = 0;
    while (at + size <= utf8.size()) {
        const char last = lowered(utf8[at + size - 1]);
        if (last == m_folded[size - 1] && equalFolded(utf8.substr(at, size - 1), std::string_view(m_folded).substr(0, size - 1)))
            return true;
        at += m_skip[quint8(last)];
    }
    return false;
}

ValuePattern::ValuePattern(const QString &value, Qt::CaseSensitivity cases)
    : m_text(value.toUtf8().toStdString())
    , m_cases(cases)
{
    if (!m_text.empty() && m_text.back() == '*') {
        m_text.pop_back();
        m_isPrefix = true;
    }
}

bool ValuePattern::matches(std::string_view utf8) const
{
    if (utf8.empty())
        return false;
    const std::string_view part = m_isPrefix ? utf8.substr(0, m_text.size()) : utf8;
    return m_cases == Qt::CaseSensitive ? part == m_text : equalFolded(part, m_text);
}

PartPattern::PartPattern(const QString &value)
    : m_what(value.startsWith(u'=') && value.size() > 1 ? What(ValuePattern(value.sliced(1), Qt::CaseSensitive)) : What(Needle(value)))
{
}

bool PartPattern::matches(std::string_view utf8) const
{
    if (const auto *const whole = std::get_if<ValuePattern>(&m_what))
        return whole->matches(utf8);
    return std::get<Needle>(m_what).isIn(utf8);
}

} // namespace taskglass
