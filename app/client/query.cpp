// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/query.h"

namespace taskglass {

Query &Query::add(const char *name, const QByteArray &value)
{
    m_text += m_text.isEmpty() ? '?' : '&';
    m_text += name;
    m_text += '=';
    m_text += value.toPercentEncoding(QByteArrayLiteral(",:"));
    return *this;
}

} // namespace taskglass
