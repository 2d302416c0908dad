// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/archive.h"

#include "app/localqueue/engine/refusal.h"

#include <QDateTime>
#include <QFile>

#include <array>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

constexpr qsizetype kChunk = 1 << 20;
constexpr qsizetype kTarBlock = 512;

quint32 crc32(const QByteArray &bytes)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> values {};
        for (quint32 i = 0; i < 256; ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = (value & 1U) != 0 ? 0xEDB88320U ^ (value >> 1) : value >> 1;
            values[i] = value;
        }
        return values;
    }();
    quint32 crc = 0xFFFFFFFFU;
    for (const char c : bytes)
        crc = table[(crc ^ static_cast<unsigned char>(c)) & 0xFFU] ^ (crc >> 8);
    return crc ^ 0xFFFFFFFFU;
}

QByteArray littleEndian(quint32 value)
{
    QByteArray bytes;
    for (int shift = 0; shift < 32; shift += 8)
        bytes.append(static_cast<char>((value >> shift) & 0xFFU));
    return bytes;
}

/// One gzip member; members may follow each other. qCompress() answers a length, a zlib header, deflate, a checksum.
QByteArray gzipMember(const QByteArray &bytes)
{
    const QByteArray zlib = qCompress(bytes);
    QByteArray member("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10);
    member += zlib.sliced(6, zlib.size() - 10);
    return member + littleEndian(crc32(bytes)) + littleEndian(static_cast<quint32>(bytes.size()));
}

QByteArray octal(qint64 value, int width)
{
    return QByteArray::number(value, 8).rightJustified(width - 1, '0') + '\0';
}

} // namespace

Archive::Archive(const QString &file) : m_file(file) { }

Failure Archive::open()
{
    if (m_file.open(QIODevice::WriteOnly))
        return {};
    return refusal(422, u"io_error"_s, m_file.errorString());
}

QByteArray Archive::header(const QString &path, qint64 size) const
{
    QByteArray block = path.toUtf8().left(100).leftJustified(100, '\0');
    block += octal(0644, 8) + octal(0, 8) + octal(0, 8);
    block += octal(size, 12) + octal(QDateTime::currentSecsSinceEpoch(), 12);
    block += QByteArray(8, ' ') + '0' + QByteArray(100, '\0') + QByteArray("ustar\0" "00", 8);
    block = block.leftJustified(kTarBlock, '\0');
    qint64 sum = 0;
    for (const char c : block)
        sum += static_cast<unsigned char>(c);
    const QByteArray checksum = QByteArray::number(sum, 8).rightJustified(6, '0') + QByteArray("\0 ", 2);
    return block.replace(148, 8, checksum);
}

Failure Archive::write(const QByteArray &bytes)
{
    m_pending += bytes;
    return m_pending.size() >= kChunk ? flush() : Failure();
}

Failure Archive::flush()
{
    if (m_pending.isEmpty())
        return {};
    const QByteArray member = gzipMember(m_pending);
    m_pending.clear();
    if (m_file.write(member) == member.size())
        return {};
    return noSpaceLeft(u"There is no more space left on the device. Consider increasing the size of the disk/partition."_s);
}

Failure Archive::add(const QString &path, const QByteArray &content)
{
    if (const Failure failure = write(header(path, content.size())))
        return failure;
    if (const Failure failure = write(content))
        return failure;
    return write(QByteArray((kTarBlock - content.size() % kTarBlock) % kTarBlock, '\0'));
}

Failure Archive::addFile(const QString &path, const QString &source)
{
    QFile file(source);
    if (!file.open(QIODevice::ReadOnly))
        return refusal(422, u"io_error"_s, file.errorString());
    const qint64 size = file.size();
    if (const Failure failure = write(header(path, size)))
        return failure;
    for (qint64 left = size; left > 0;) {
        const QByteArray chunk = file.read(qMin<qint64>(left, kChunk));
        if (chunk.isEmpty())
            return refusal(422, u"io_error"_s, file.errorString());
        left -= chunk.size();
        if (const Failure failure = write(chunk))
            return failure;
    }
    return write(QByteArray(static_cast<qsizetype>((kTarBlock - size % kTarBlock) % kTarBlock), '\0'));
}

Failure Archive::finish()
{
    if (const Failure failure = write(QByteArray(2 * kTarBlock, '\0')))
        return failure;
    if (const Failure failure = flush())
        return failure;
    if (m_file.commit())
        return {};
    return noSpaceLeft(m_file.errorString());
}

} // namespace taskglass::localqueue
