// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/jsonscanner.h"

namespace taskglass {

namespace {

using Kind = JsonToken::Kind;

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isHex(char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

} // namespace

JsonScanner::JsonScanner(QByteArrayView text, qsizetype from, bool wholeText)
    : m_text(text)
    , m_at(from)
    , m_wholeText(wholeText)
{
}

JsonToken JsonScanner::next()
{
    if (m_expect == Expect::Broken)
        return fault();
    if (m_expect == Expect::Nothing) {
        if (m_wholeText) {
            skipSpace();
            if (m_at != m_text.size())
                return fault();
        }
        return {Kind::End, m_at, m_at, 0};
    }
    skipSpace();
    if (m_at >= m_text.size())
        return fault();
    if (m_expect == Expect::CommaOrEnd) {
        const bool inObject = m_objects.back();
        if (m_text[m_at] != ',')
            return close(inObject ? '}' : ']');
        ++m_at;
        skipSpace();
        if (m_at >= m_text.size())
            return fault();
        return inObject ? key(false) : value(false);
    }
    if (m_expect == Expect::KeyOrEnd || m_expect == Expect::Key)
        return key(m_expect == Expect::KeyOrEnd);
    return value(m_expect == Expect::ValueOrEnd);
}

JsonToken JsonScanner::value(bool closingAllowed)
{
    const auto word = [this](QByteArrayView literal) { return m_text.sliced(m_at).startsWith(literal); };
    const char c = m_text[m_at];
    if (c == '{' || c == '[')
        return open(c == '{' ? Kind::BeginObject : Kind::BeginArray);
    if (c == ']' && closingAllowed)
        return close(']');
    if (c == '"')
        return scalar(Kind::String, stringEnd(m_at));
    if (c == '-' || isDigit(c))
        return scalar(Kind::Number, numberEnd(m_at));
    if (word("true"))
        return scalar(Kind::True, m_at + 4);
    if (word("false"))
        return scalar(Kind::False, m_at + 5);
    if (word("null"))
        return scalar(Kind::Null, m_at + 4);
    return fault();
}

JsonToken JsonScanner::key(bool closingAllowed)
{
    if (m_text[m_at] == '}' && closingAllowed)
        return close('}');
    if (m_text[m_at] != '"')
        return fault();
    const qsizetype begin = m_at;
    const qsizetype end = stringEnd(m_at);
    if (end < 0)
        return fault();
    m_at = end;
    skipSpace();
    if (m_at >= m_text.size() || m_text[m_at] != ':')
        return fault();
    ++m_at;
    m_expect = Expect::Value;
    return {Kind::Key, begin, end, static_cast<int>(m_objects.size())};
}

JsonToken JsonScanner::open(JsonToken::Kind kind)
{
    const int depth = static_cast<int>(m_objects.size());
    m_objects.push_back(kind == Kind::BeginObject);
    m_expect = kind == Kind::BeginObject ? Expect::KeyOrEnd : Expect::ValueOrEnd;
    ++m_at;
    return {kind, m_at - 1, m_at, depth};
}

JsonToken JsonScanner::close(char bracket)
{
    if (m_text[m_at] != bracket)
        return fault();
    ++m_at;
    m_objects.pop_back();
    afterValue();
    return {bracket == '}' ? Kind::EndObject : Kind::EndArray, m_at - 1, m_at, static_cast<int>(m_objects.size())};
}

JsonToken JsonScanner::scalar(JsonToken::Kind kind, qsizetype end)
{
    if (end < 0)
        return fault();
    const qsizetype begin = m_at;
    m_at = end;
    afterValue();
    return {kind, begin, end, static_cast<int>(m_objects.size())};
}

JsonToken JsonScanner::fault()
{
    m_expect = Expect::Broken;
    return {Kind::Fault, m_at, m_at, static_cast<int>(m_objects.size())};
}

void JsonScanner::afterValue()
{
    m_expect = m_objects.empty() ? Expect::Nothing : Expect::CommaOrEnd;
}

void JsonScanner::skipSpace()
{
    while (m_at < m_text.size() && isSpace(m_text[m_at]))
        ++m_at;
}

qsizetype JsonScanner::stringEnd(qsizetype from) const
{
    for (qsizetype i = from + 1; i < m_text.size(); ++i) {
        const char c = m_text[i];
        if (c == '"')
            return i + 1;
        if (static_cast<unsigned char>(c) < 0x20)
            return -1;
        if (c != '\\')
            continue;
        ++i;
        if (i >= m_text.size())
            return -1;
        if (m_text[i] == 'u') {
            if (i + 4 >= m_text.size())
                return -1;
            for (qsizetype digit = i + 1; digit <= i + 4; ++digit) {
                if (!isHex(m_text[digit]))
                    return -1;
            }
            i += 4;
        } else if (!QByteArrayView("\"\\/bfnrt").contains(m_text[i])) {
            return -1;
        }
    }
    return -1;
}

qsizetype JsonScanner::numberEnd(qsizetype from) const
{
    qsizetype i = from;
    const auto digits = [this, &i] {
        const qsizetype first = i;
        while (i < m_text.size() && isDigit(m_text[i]))
            ++i;
        return i - first;
    };
    if (m_text[i] == '-')
        ++i;
    const qsizetype whole = i;
    const qsizetype count = digits();
    if (count == 0 || (count > 1 && m_text[whole] == '0'))
        return -1;
    if (i < m_text.size() && m_text[i] == '.') {
        ++i;
        if (digits() == 0)
            return -1;
    }
    if (i < m_text.size() && (m_text[i] == 'e' || m_text[i] == 'E')) {
        ++i;
        if (i < m_text.size() && (m_text[i] == '+' || m_text[i] == '-'))
            ++i;
        if (digits() == 0)
            return -1;
    }
    return i;
}

} // namespace taskglass
