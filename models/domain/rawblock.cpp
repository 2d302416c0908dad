// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/rawblock.h"

#include <zstd.h>

namespace taskglass {

std::shared_ptr<const RawBlock> RawBlock::pack(std::span<const std::string_view> pieces)
{
    auto block = std::make_shared<RawBlock>();
    std::size_t total = 0;
    for (const std::string_view piece : pieces)
        total += piece.size();
    QByteArray plain;
    plain.reserve(qsizetype(total));
    block->m_ends.reserve(pieces.size());
    for (const std::string_view piece : pieces) {
        plain.append(piece.data(), qsizetype(piece.size()));
        block->m_ends.push_back(quint32(plain.size()));
    }
    const std::size_t bound = ZSTD_compressBound(total);
    QByteArray compressed(qsizetype(bound), Qt::Uninitialized);
    const std::size_t written = ZSTD_compress(compressed.data(), bound, plain.constData(), total, 1);
    Q_ASSERT(!ZSTD_isError(written)); // only a too small destination can fail here
    compressed.truncate(qsizetype(written));
    compressed.squeeze();
    block->m_compressed = compressed;
    return block;
}

QByteArray RawBlock::at(std::size_t index) const
{
    if (index >= m_ends.size())
        return {};
    const quint32 begin = index == 0 ? 0 : m_ends[index - 1];
    QByteArray plain(qsizetype(m_ends.back()), Qt::Uninitialized);
    const std::size_t got = ZSTD_decompress(plain.data(), std::size_t(plain.size()), m_compressed.constData(),
                                            std::size_t(m_compressed.size()));
    if (ZSTD_isError(got))
        return {};
    return plain.mid(qsizetype(begin), qsizetype(m_ends[index] - begin));
}

std::size_t RawBlock::bytes() const
{
    return sizeof(RawBlock) + std::size_t(m_compressed.capacity()) + m_ends.capacity() * sizeof(quint32);
}

} // namespace taskglass
