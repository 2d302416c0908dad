// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/json.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

constexpr int kMaxDepth = 127; // serde_json's recursion limit

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

bool JsonScanner::isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

void JsonScanner::skipSpace()
{
    while (!atEnd() && isSpace(m_text[m_at]))
        ++m_at;
}

bool JsonScanner::fail(const QString &what)
{
    const QByteArrayView before = m_text.first(qMin(m_at, m_text.size()));
    const qsizetype line = before.count('\n') + 1;
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    const qsizetype column = m_at - lineStart + (atEnd() ? 0 : 1);
    m_fault = u"%1 at line %2 column %3"_s.arg(what).arg(line).arg(column);
    return false;
}

bool JsonScanner::value()
{
    skipSpace();
    return scan(0);
}

bool JsonScanner::scan(int depth)
{
    if (atEnd())
        return fail(u"EOF while parsing a value"_s);
    if (depth > kMaxDepth)
        return fail(u"recursion limit exceeded"_s);
    const char c = peek();
    if (c == '{')
        return object(depth);
    if (c == '[')
        return array(depth);
    if (c == '"')
        return string();
    if (c == '-' || isDigit(c))
        return number();
    if (c == 't')
        return word("true");
    if (c == 'f')
        return word("false");
    if (c == 'n')
        return word("null");
    return fail(u"expected value"_s);
}

bool JsonScanner::object(int depth)
{
    advance();
    skipSpace();
    if (peek() == '}') {
        advance();
        return true;
    }
    while (true) {
        if (atEnd())
            return fail(u"EOF while parsing an object"_s);
        if (peek() != '"')
            return fail(u"key must be a string"_s);
        if (!string())
            return false;
        skipSpace();
        if (atEnd())
            return fail(u"EOF while parsing an object"_s);
        if (peek() != ':')
            return fail(u"expected `:`"_s);
        advance();
        skipSpace();
        if (!scan(depth + 1))
            return false;
        skipSpace();
        if (atEnd())
            return fail(u"EOF while parsing an object"_s);
        if (peek() == '}')
            break;
        if (peek() != ',')
            return fail(u"expected `,` or `}`"_s);
        advance();
        skipSpace();
    }
    advance();
    return true;
}

bool JsonScanner::array(int depth)
{
    advance();
    skipSpace();
    if (peek() == ']') {
        advance();
        return true;
    }
    while (true) {
        if (atEnd())
            return fail(u"EOF while parsing a list"_s);
        if (peek() == ']')
            return fail(u"trailing comma"_s);
        if (!scan(depth + 1))
            return false;
        skipSpace();
        if (atEnd())
            return fail(u"EOF while parsing a list"_s);
        if (peek() == ']')
            break;
        if (peek() != ',')
            return fail(u"expected `,` or `]`"_s);
        advance();
        skipSpace();
    }
    advance();
    return true;
}

bool JsonScanner::string()
{
    advance();
    while (!atEnd()) {
        const char c = peek();
        if (c == '"') {
            advance();
            return true;
        }
        if (c == '\\') {
            advance();
            if (!escape())
                return false;
            continue;
        }
        if (static_cast<unsigned char>(c) < 0x20)
            return fail(u"control character (\\u0000-\\u001F) found while parsing a string"_s);
        advance();
    }
    return fail(u"EOF while parsing a string"_s);
}

bool JsonScanner::escape()
{
    if (atEnd())
        return fail(u"EOF while parsing a string"_s);
    const char c = peek();
    if (QByteArrayView("\"\\/bfnrt").contains(c)) {
        advance();
        return true;
    }
    if (c != 'u')
        return fail(u"invalid escape"_s);
    advance();
    for (int i = 0; i < 4; ++i) {
        if (atEnd())
            return fail(u"EOF while parsing a string"_s);
        const char digit = peek();
        if (!isDigit(digit) && !(digit >= 'a' && digit <= 'f') && !(digit >= 'A' && digit <= 'F'))
            return fail(u"invalid escape"_s);
        advance();
    }
    return true;
}

bool JsonScanner::number()
{
    if (peek() == '-')
        advance();
    if (peek() == '0') {
        advance();
        if (isDigit(peek()))
            return fail(u"invalid number"_s);
    } else if (isDigit(peek())) {
        while (isDigit(peek()))
            advance();
    } else {
        return fail(u"invalid number"_s);
    }
    if (peek() == '.') {
        advance();
        if (!isDigit(peek()))
            return fail(u"invalid number"_s);
        while (isDigit(peek()))
            advance();
    }
    if (peek() == 'e' || peek() == 'E') {
        advance();
        if (peek() == '+' || peek() == '-')
            advance();
        if (!isDigit(peek()))
            return fail(u"invalid number"_s);
        while (isDigit(peek()))
            advance();
    }
    return true;
}

bool JsonScanner::word(QByteArrayView word)
{
    for (const char c : word) {
        if (atEnd())
            return fail(u"EOF while parsing a value"_s);
        if (peek() != c)
            return fail(u"expected ident"_s);
        advance();
    }
    return true;
}

} // namespace taskglass::localqueue
