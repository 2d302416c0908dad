// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/rawblock.h"

#include <zstd.h>

namespace taskglass {

namespace {
/// The fastest of zstd's that still finds what tasks have in common (9 : 1); the "negative" ones save a quarter of the
/// time and take twice the memory.
constexpr int kLevel = 1;
} // namespace

struct RawBlockPacker::Private
{
    ZSTD_CCtx *context = ZSTD_createCCtx();
    std::vector<char> plain;
    std::vector<char> compressed;
};

RawBlockPacker::RawBlockPacker() : d(std::make_unique<Private>()) { }

RawBlockPacker::~RawBlockPacker()
{
    ZSTD_freeCCtx(d->context);
}

std::shared_ptr<const RawBlock> RawBlock::pack(std::span<const std::string_view> pieces)
{
    RawBlockPacker packer;
    return pack(pieces, packer);
}

std::shared_ptr<const RawBlock> RawBlock::pack(std::span<const std::string_view> pieces, RawBlockPacker &packer)
{
    auto block = std::make_shared<RawBlock>();
    std::vector<char> &plain = packer.d->plain;
    std::vector<char> &compressed = packer.d->compressed;
    plain.clear();
    block->m_ends.reserve(pieces.size());
    for (const std::string_view piece : pieces) {
        plain.insert(plain.end(), piece.begin(), piece.end());
        block->m_ends.push_back(quint32(plain.size()));
    }
    const std::size_t bound = ZSTD_compressBound(plain.size());
    if (compressed.size() < bound)
        compressed.resize(bound);
    const std::size_t written =
        ZSTD_compressCCtx(packer.d->context, compressed.data(), compressed.size(), plain.data(), plain.size(), kLevel);
    Q_ASSERT(!ZSTD_isError(written)); // only a too small destination can fail here
    block->m_compressed = QByteArray(compressed.data(), qsizetype(written));
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
