// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/detailsslice.h"

namespace taskglass {

namespace {

/// Walks over JSON text without building anything. Positions never pass the end, whatever the text is.
class Walker
{
public:
    explicit Walker(std::string_view text) : m_text(text) { }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    [[nodiscard]] std::size_t at() const { return m_at; }

    void skipBlanks()
    {
        while (!atEnd() && (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r'))
            ++m_at;
    }

    bool skip(char wanted)
    {
        skipBlanks();
        if (peek() != wanted || atEnd())
            return false;
        ++m_at;
        return true;
    }

    /// A string with its quotes; empty when there is none.
    std::string_view string()
    {
        const std::size_t start = m_at;
        if (!skip('"'))
            return {};
        while (!atEnd() && peek() != '"')
            m_at += peek() == '\\' ? 2u : 1u;
        if (atEnd())
            return {};
        ++m_at;
        return m_text.substr(start, m_at - start);
    }

    /// Any value; empty when the text ends inside it.
    std::string_view value()
    {
        skipBlanks();
        const std::size_t start = m_at;
        int depth = 0;
        while (!atEnd()) {
            const char c = peek();
            if (c == '"') {
                if (string().empty())
                    return {};
                if (depth == 0)
                    return m_text.substr(start, m_at - start);
                continue;
            }
            if (c == '{' || c == '[') {
                ++depth;
            } else if (c == '}' || c == ']') {
                if (depth == 0)
                    break;
                if (--depth == 0) {
                    ++m_at;
                    break;
                }
            } else if (depth == 0 && (c == ',' || c == ' ' || c == '\n' || c == '\r' || c == '\t')) {
                break;
            }
            ++m_at;
        }
        return depth == 0 ? m_text.substr(start, m_at - start) : std::string_view();
    }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

std::string_view memberOf(std::string_view json, std::string_view key)
{
    Walker walk(json);
    if (!walk.skip('{'))
        return {};
    while (true) {
        walk.skipBlanks();
        const std::string_view name = walk.string();
        if (name.size() < 2 || !walk.skip(':'))
            return {};
        const std::string_view value = walk.value();
        if (name.substr(1, name.size() - 2) == key)
            return value == "null" ? std::string_view() : value;
        if (value.empty() || !walk.skip(','))
            return {};
    }
}

} // namespace taskglass
