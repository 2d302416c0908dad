// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace taskglass {

/// A query string under construction. Values are percent-encoded (a raw '+' would be a blank); commas and colons stay.
class Query
{
public:
    Query &add(const char *name, const QByteArray &value);
    Query &add(const char *name, qint64 value) { return add(name, QByteArray::number(value)); }
    Query &add(const char *name, const QList<QByteArray> &values) { return add(name, values.join(',')); }
    /// "?a=1&b=2", or empty.
    [[nodiscard]] QByteArray text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

private:
    QByteArray m_text;
};

} // namespace taskglass
