// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/json.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

constexpr int kMaxDepth = 127; // serde_json's recursion limit

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

QByteArrayView trimmed(QByteArrayView text)
{
    while (!text.isEmpty() && isSpace(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isSpace(text.back()))
        text.chop(1);
    return text;
}

} // namespace

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

std::vector<JsonMember> membersOf(QByteArrayView object)
{
    std::vector<JsonMember> members;
    object = trimmed(object);
    if (object.isEmpty() || object.front() != '{')
        return members;
    JsonScanner scanner(object);
    scanner.advance();
    scanner.skipSpace();
    while (!scanner.atEnd() && scanner.peek() == '"') {
        const qsizetype keyStart = scanner.position();
        if (!scanner.value())
            return members;
        const QByteArrayView key = object.sliced(keyStart, scanner.position() - keyStart);
        scanner.skipSpace();
        scanner.advance(); // the colon
        scanner.skipSpace();
        const qsizetype valueStart = scanner.position();
        if (!scanner.value())
            return members;
        members.push_back({textOf(key), object.sliced(valueStart, scanner.position() - valueStart)});
        scanner.skipSpace();
        scanner.advance(); // comma or brace
        scanner.skipSpace();
    }
    return members;
}

std::vector<QByteArrayView> elementsOf(QByteArrayView array)
{
    std::vector<QByteArrayView> elements;
    array = trimmed(array);
    if (array.isEmpty() || array.front() != '[')
        return elements;
    JsonScanner scanner(array);
    scanner.advance();
    scanner.skipSpace();
    while (!scanner.atEnd() && scanner.peek() != ']') {
        const qsizetype start = scanner.position();
        if (!scanner.value())
            return elements;
        elements.push_back(array.sliced(start, scanner.position() - start));
        scanner.skipSpace();
        scanner.advance(); // comma or bracket
        scanner.skipSpace();
    }
    return elements;
}

QByteArray compact(QByteArrayView value)
{
    QByteArray out;
    out.reserve(value.size());
    bool inString = false;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const char c = value[i];
        if (!inString && isSpace(c))
            continue;
        out.append(c);
        if (c == '\\' && inString && i + 1 < value.size())
            out.append(value[++i]);
        else if (c == '"')
            inString = !inString;
    }
    return out;
}

QString textOf(QByteArrayView literal)
{
    if (literal.size() < 2 || literal.front() != '"')
        return {};
    if (!literal.contains('\\'))
        return QString::fromUtf8(literal.sliced(1, literal.size() - 2));
    const QByteArray array = "[" + literal.toByteArray() + "]";
    return QJsonDocument::fromJson(array).array().at(0).toString();
}

QByteArray quoted(QStringView text)
{
    QByteArray out;
    out.reserve(text.size() + 2);
    out.append('"');
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        switch (c) {
        case '"': out.append("\\\""); break;
        case '\\': out.append("\\\\"); break;
        case '\n': out.append("\\n"); break;
        case '\r': out.append("\\r"); break;
        case '\t': out.append("\\t"); break;
        case '\b': out.append("\\b"); break;
        case '\f': out.append("\\f"); break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                out.append("\\u00" + QByteArray(1, c).toHex());
            else
                out.append(c);
        }
    }
    out.append('"');
    return out;
}

QByteArrayView memberOf(QByteArrayView object, QStringView key)
{
    QByteArrayView found;
    for (const JsonMember &member : membersOf(object)) {
        if (member.key == key)
            found = member.value;
    }
    return found;
}

JsonObjectWriter &JsonObjectWriter::add(QByteArrayView key, QByteArrayView value)
{
    if (!m_members.isEmpty())
        m_members.append(',');
    m_members.append('"').append(key).append("\":").append(value);
    return *this;
}

JsonObjectWriter &JsonObjectWriter::add(QByteArrayView key, qint64 value)
{
    return add(key, QByteArray::number(value));
}

JsonObjectWriter &JsonObjectWriter::addText(QByteArrayView key, QStringView text)
{
    return add(key, quoted(text));
}

} // namespace taskglass::localqueue
