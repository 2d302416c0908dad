// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/jsontext.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

QByteArray jsonString(QByteArrayView utf8)
{
    static constexpr char kHex[] = "0123456789abcdef";
    QByteArray out;
    out.reserve(utf8.size() + 2);
    out += '"';
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
        case '"': out += "\\\""_ba; break;
        case '\\': out += "\\\\"_ba; break;
        case '\b': out += "\\b"_ba; break;
        case '\f': out += "\\f"_ba; break;
        case '\n': out += "\\n"_ba; break;
        case '\r': out += "\\r"_ba; break;
        case '\t': out += "\\t"_ba; break;
        default:
            if (byte < 0x20) {
                out += "\\u00"_ba;
                out += kHex[byte >> 4];
                out += kHex[byte & 15];
            } else {
                out += c;
            }
        }
    }
    out += '"';
    return out;
}

QByteArray jsonString(const QString &text)
{
    return jsonString(QByteArrayView(text.toUtf8()));
}

QByteArray jsonArray(const QByteArrayList &elements)
{
    return '[' + elements.join(',') + ']';
}

void JsonObjectText::key(QByteArrayView key)
{
    if (m_text.size() > 1)
        m_text += ',';
    m_text += jsonString(key);
    m_text += ':';
}

JsonObjectText &JsonObjectText::raw(QByteArrayView name, QByteArrayView json)
{
    key(name);
    m_text.append(json.data(), json.size());
    return *this;
}

JsonObjectText &JsonObjectText::string(QByteArrayView name, const QString &text)
{
    return raw(name, jsonString(text));
}

JsonObjectText &JsonObjectText::integer(QByteArrayView name, qint64 value)
{
    return raw(name, QByteArray::number(value));
}

JsonObjectText &JsonObjectText::boolean(QByteArrayView name, bool value)
{
    return raw(name, value ? QByteArrayView("true") : QByteArrayView("false"));
}

JsonObjectText &JsonObjectText::null(QByteArrayView name)
{
    return raw(name, "null");
}

JsonObjectText &JsonObjectText::integer(QByteArrayView name, std::optional<qint64> value)
{
    return value ? integer(name, *value) : null(name);
}

} // namespace taskglass::localqueue
