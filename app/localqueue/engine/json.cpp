// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace taskglass::localqueue {

namespace {

QByteArrayView trimmed(QByteArrayView text)
{
    while (!text.isEmpty() && JsonScanner::isSpace(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && JsonScanner::isSpace(text.back()))
        text.chop(1);
    return text;
}

} // namespace

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
        if (!inString && JsonScanner::isSpace(c))
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
