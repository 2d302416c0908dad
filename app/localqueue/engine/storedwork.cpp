// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/storedwork.h"

#include <QDataStream>
#include <QIODevice>

namespace taskglass::localqueue {

namespace {

QDataStream &operator<<(QDataStream &stream, const std::optional<QString> &text)
{
    stream << text.has_value();
    if (text)
        stream << *text;
    return stream;
}

QDataStream &operator>>(QDataStream &stream, std::optional<QString> &text)
{
    bool present = false;
    stream >> present;
    text.reset();
    if (present) {
        QString value;
        stream >> value;
        text = value;
    }
    return stream;
}

} // namespace

QByteArray StoredWork::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << static_cast<quint8>(type) << static_cast<quint8>(method) << primaryKey << newUid << ids << json << resetAll
           << isDeletion << count << uids;
    return bytes;
}

StoredWork StoredWork::fromBytes(const QByteArray &bytes)
{
    StoredWork work;
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    quint8 type = 0;
    quint8 method = 0;
    stream >> type >> method >> work.primaryKey >> work.newUid >> work.ids >> work.json >> work.resetAll
        >> work.isDeletion >> work.count >> work.uids;
    work.type = static_cast<Type>(type);
    work.method = static_cast<ImportMethod>(method);
    return work;
}

} // namespace taskglass::localqueue
