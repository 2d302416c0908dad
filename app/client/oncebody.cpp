// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/oncebody.h"

#include <algorithm>
#include <cstring>

namespace taskglass {

OnceBody::OnceBody(const QByteArray &bytes, QObject *parent) : QIODevice(parent), m_rest(bytes)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OnceBody::bytesAvailable() const
{
    return m_rest.size() + QIODevice::bytesAvailable();
}

qint64 OnceBody::readData(char *data, qint64 maxSize)
{
    if (m_rest.isEmpty())
        return -1;
    const qint64 count = std::min<qint64>(maxSize, m_rest.size());
    std::memcpy(data, m_rest.constData(), static_cast<std::size_t>(count));
    m_rest.remove(0, count);
    return count;
}

} // namespace taskglass
