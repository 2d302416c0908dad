// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace taskglass {

/// One token of a JSON text: where it stands, nothing else. The bytes are never turned into numbers, so that integers
/// beyond 64 bits and long decimals stay as they were sent.
struct JsonToken
{
    enum class Kind : quint8 { BeginObject, EndObject, BeginArray, EndArray, Key, String, Number, True, False, Null, End, Fault };
    Kind kind = Kind::End;
    qsizetype begin = 0; ///< Of the literal, quotes included; Fault: where it is.
    qsizetype end = 0;
    int depth = 0;       ///< Containers around it; both brackets of a container have the depth outside it.
};

/// Walks RFC 8259 text token by token, checking the grammar as it goes. No recursion, so no depth is too deep; commas and
/// colons are checked and skipped. The text must outlive the scanner.
class JsonScanner
{
public:
    /// Starts at \a from, which must be the beginning of a value; the walk then ends behind that value without looking at
    /// what follows, unless \a wholeText, when only white space may follow.
    explicit JsonScanner(QByteArrayView text, qsizetype from = 0, bool wholeText = true);

    /// The next token; End or Fault for ever once one was given.
    [[nodiscard]] JsonToken next();

private:
    enum class Expect : quint8 { Value, ValueOrEnd, KeyOrEnd, Key, CommaOrEnd, Nothing, Broken };

    [[nodiscard]] JsonToken value(bool closingAllowed);
    [[nodiscard]] JsonToken key(bool closingAllowed);
    [[nodiscard]] JsonToken close(char bracket);
    [[nodiscard]] JsonToken fault();
    [[nodiscard]] JsonToken scalar(JsonToken::Kind kind, qsizetype end);
    [[nodiscard]] JsonToken open(JsonToken::Kind kind);
    [[nodiscard]] qsizetype stringEnd(qsizetype from) const;
    [[nodiscard]] qsizetype numberEnd(qsizetype from) const;
    void skipSpace();
    void afterValue();

    QByteArrayView m_text;
    qsizetype m_at;
    bool m_wholeText;
    Expect m_expect = Expect::Value;
    std::vector<bool> m_objects; // one per open container: is it an object?
};

/// Where \a text stops being JSON; empty when it is JSON.
[[nodiscard]] std::optional<qsizetype> jsonFault(QByteArrayView text);

/// \a text indented by two spaces a level. Every literal stays byte for byte; text that is not JSON is returned as it is.
[[nodiscard]] QByteArray prettyJson(const QByteArray &text);

/// \a text without any white space between tokens; text that is not JSON is returned as it is.
[[nodiscard]] QByteArray compactJson(const QByteArray &text);

/// The text of a string literal (with its quotes). Lone surrogates and broken UTF-8 become replacement characters.
[[nodiscard]] QString decodeJsonString(QByteArrayView literal);

/// The members of the object \a object in order: names decoded, values as sent. Empty when it is anything else.
[[nodiscard]] QList<std::pair<QString, QByteArray>> jsonMembers(const QByteArray &object);

/// The literal of the member \a key of the object \a object, at its top level only; the last one when it is there twice.
[[nodiscard]] std::optional<QByteArray> jsonMember(const QByteArray &object, const QString &key);

} // namespace taskglass
