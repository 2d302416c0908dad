// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace taskglass::localqueue {

/// Walks over JSON values in a text, checking the grammar and keeping the bytes: documents keep their key order and their
/// numbers exactly, which QJsonDocument would not. The text must outlive it.
class JsonScanner
{
public:
    explicit JsonScanner(QByteArrayView text) : m_text(text) { }

    [[nodiscard]] static bool isSpace(char c);
    void skipSpace();
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    /// The next byte, or '\0' at the end.
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    void advance() { ++m_at; }
    [[nodiscard]] qsizetype position() const { return m_at; }
    /// Skips one value, and spaces before it. False when it is not one; then fault() says why.
    [[nodiscard]] bool value();
    /// Records \a what as the fault at the current byte, with serde's "at line 1 column 10"; answers false.
    bool fail(const QString &what);
    [[nodiscard]] const QString &fault() const { return m_fault; }

private:
    bool scan(int depth);
    bool object(int depth);
    bool array(int depth);
    bool string();
    bool escape();
    bool number();
    bool word(QByteArrayView word);

    QByteArrayView m_text;
    qsizetype m_at = 0;
    QString m_fault;
};

struct JsonMember
{
    QString key;
    QByteArrayView value; ///< Without spaces around it.
};

/// The members of a valid object, in their order; empty for anything else. Views into \a object.
[[nodiscard]] std::vector<JsonMember> membersOf(QByteArrayView object);
/// The elements of a valid array; empty for anything else. Views into \a array.
[[nodiscard]] std::vector<QByteArrayView> elementsOf(QByteArrayView array);
/// A valid value without the spaces between its tokens.
[[nodiscard]] QByteArray compact(QByteArrayView value);
/// The text of a valid string literal, quotes included in \a literal; empty for anything else.
[[nodiscard]] QString textOf(QByteArrayView literal);
/// \a text as a JSON string literal.
[[nodiscard]] QByteArray quoted(QStringView text);
/// The value of member \a key of a valid object; empty when it has none. The last one wins.
[[nodiscard]] QByteArrayView memberOf(QByteArrayView object, QStringView key);

/// Builds an object member by member, keeping the order.
class JsonObjectWriter
{
public:
    JsonObjectWriter &add(QByteArrayView key, QByteArrayView value);
    JsonObjectWriter &add(QByteArrayView key, qint64 value);
    JsonObjectWriter &addText(QByteArrayView key, QStringView text);
    [[nodiscard]] QByteArray object() const { return "{" + m_members + "}"; }

private:
    QByteArray m_members;
};

} // namespace taskglass::localqueue
