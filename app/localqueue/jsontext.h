// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <concepts>
#include <optional>

namespace taskglass::localqueue {

/// JSON text of a string, quotes included, escaping no more than JSON asks for: as the servers we imitate write it.
[[nodiscard]] QByteArray jsonString(QByteArrayView utf8);
[[nodiscard]] QByteArray jsonString(const QString &text);

/// "[a,b]" of elements that are JSON text already.
[[nodiscard]] QByteArray jsonArray(const QByteArrayList &elements);

/// Builds an object whose keys stay in the order they were added. QJsonObject sorts them, and people compare our answers
/// with a real server's byte for byte.
class JsonObjectText
{
public:
    JsonObjectText &raw(QByteArrayView key, QByteArrayView json);
    /// UTF-8 as a literal, an array or a view; a template, since QString's refused constructors would make it ambiguous.
    template<std::convertible_to<QByteArrayView> Bytes>
    JsonObjectText &string(QByteArrayView key, const Bytes &utf8)
    {
        return raw(key, jsonString(QByteArrayView(utf8)));
    }
    JsonObjectText &string(QByteArrayView key, const QString &text);
    JsonObjectText &integer(QByteArrayView key, qint64 value);
    JsonObjectText &boolean(QByteArrayView key, bool value);
    JsonObjectText &null(QByteArrayView key);
    /// null when empty.
    JsonObjectText &integer(QByteArrayView key, std::optional<qint64> value);

    /// The closed object.
    [[nodiscard]] QByteArray text() const { return m_text + '}'; }

private:
    void key(QByteArrayView key);
    QByteArray m_text = QByteArray("{");
};

} // namespace taskglass::localqueue
