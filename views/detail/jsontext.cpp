// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with whole texts, on top of the scanner.
#include "views/detail/jsonscanner.h"

#include <algorithm>

namespace taskglass {

namespace {

using Kind = JsonToken::Kind;

bool opens(Kind kind) { return kind == Kind::BeginObject || kind == Kind::BeginArray; }
bool closes(Kind kind) { return kind == Kind::EndObject || kind == Kind::EndArray; }

// One writer for both layouts, so that they can differ in white space only.
QByteArray rewritten(const QByteArray &text, bool indented)
{
    JsonScanner scanner(text);
    QByteArray out;
    out.reserve(text.size() + (indented ? text.size() / 2 : 0));
    Kind before = Kind::End;
    const auto newLine = [&out, indented](int depth) {
        if (indented)
            out.append('\n').append(QByteArray(2 * qsizetype(depth), ' '));
    };
    for (;;) {
        const JsonToken token = scanner.next();
        if (token.kind == Kind::Fault)
            return text;
        if (token.kind == Kind::End)
            return out;
        if (closes(token.kind)) {
            if (!opens(before))
                newLine(token.depth);
        } else if (before != Kind::Key && before != Kind::End) {
            if (!opens(before))
                out.append(',');
            newLine(token.depth);
        }
        out.append(text.constData() + token.begin, token.end - token.begin);
        if (token.kind == Kind::Key)
            out.append(indented ? ": " : ":");
        before = token.kind;
    }
}

char16_t hexUnit(QByteArrayView four)
{
    return static_cast<char16_t>(four.toByteArray().toUInt(nullptr, 16));
}

QString replacingLoneSurrogates(const QString &text)
{
    QString out = text;
    for (qsizetype i = 0; i < out.size(); ++i) {
        if (out.at(i).isHighSurrogate() && i + 1 < out.size() && out.at(i + 1).isLowSurrogate())
            ++i;
        else if (out.at(i).isSurrogate())
            out[i] = QChar::ReplacementCharacter;
    }
    return out;
}

} // namespace

std::optional<qsizetype> jsonFault(QByteArrayView text)
{
    JsonScanner scanner(text);
    for (;;) {
        const JsonToken token = scanner.next();
        if (token.kind == Kind::Fault)
            return token.begin;
        if (token.kind == Kind::End)
            return std::nullopt;
    }
}

QByteArray prettyJson(const QByteArray &text)
{
    return rewritten(text, true);
}

QByteArray compactJson(const QByteArray &text)
{
    return rewritten(text, false);
}

QString decodeJsonString(QByteArrayView literal)
{
    if (literal.size() < 2)
        return {};
    const QByteArrayView inner = literal.sliced(1, literal.size() - 2);
    if (!inner.contains('\\'))
        return QString::fromUtf8(inner);
    QString out;
    qsizetype plain = 0;
    for (qsizetype i = inner.indexOf('\\'); i >= 0 && i + 1 < inner.size(); i = inner.indexOf('\\', plain)) {
        out.append(QString::fromUtf8(inner.sliced(plain, i - plain)));
        const char c = inner[i + 1];
        plain = i + 2;
        switch (c) {
        case 'b': out.append(u'\b'); break;
        case 'f': out.append(u'\f'); break;
        case 'n': out.append(u'\n'); break;
        case 'r': out.append(u'\r'); break;
        case 't': out.append(u'\t'); break;
        case 'u':
            if (plain + 4 <= inner.size())
                out.append(QChar(hexUnit(inner.sliced(plain, 4))));
            plain = std::min(plain + 4, inner.size());
            break;
        default: out.append(QLatin1Char(c)); break;
        }
    }
    if (plain < inner.size())
        out.append(QString::fromUtf8(inner.sliced(plain)));
    return replacingLoneSurrogates(out);
}

QList<std::pair<QString, QByteArray>> jsonMembers(const QByteArray &object)
{
    JsonScanner scanner(object);
    QList<std::pair<QString, QByteArray>> members;
    qsizetype begin = 0;
    QString name;
    bool inObject = false;
    for (;;) {
        const JsonToken token = scanner.next();
        if (token.kind == Kind::Fault)
            return {};
        if (token.kind == Kind::End)
            return members;
        if (token.depth == 0 && token.kind == Kind::BeginObject)
            inObject = true;
        if (!inObject || token.depth != 1)
            continue;
        if (token.kind == Kind::Key) {
            name = decodeJsonString(QByteArrayView(object).sliced(token.begin, token.end - token.begin));
        } else if (opens(token.kind)) {
            begin = token.begin;
        } else {
            const qsizetype from = closes(token.kind) ? begin : token.begin;
            members.append({name, object.mid(from, token.end - from)});
        }
    }
}

std::optional<QByteArray> jsonMember(const QByteArray &object, const QString &key)
{
    std::optional<QByteArray> found;
    for (const auto &[name, value] : jsonMembers(object)) {
        if (name == key)
            found = value;
    }
    return found;
}

} // namespace taskglass
