// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace taskglass {

/// What packing needs each time anew: a compressor and two buffers. For one thread.
class RawBlockPacker
{
public:
    RawBlockPacker();
    ~RawBlockPacker();
    Q_DISABLE_COPY_MOVE(RawBlockPacker)

private:
    friend class RawBlock;
    struct Private;
    std::unique_ptr<Private> d;
};

/// The exact bytes that a server sent for some tasks, compressed together (zstd): a million tasks' answers would fill
/// 300 MB otherwise. Immutable, so it may be read from any thread.
class RawBlock
{
public:
    /// How many tasks share a block: large enough to compress well, small enough that one look-up costs microseconds.
    static constexpr std::size_t kTasksPerBlock = 256;

    /// Compresses \a pieces in order. Costs about 2 ms a megabyte: call it on a worker for whole pages.
    [[nodiscard]] static std::shared_ptr<const RawBlock> pack(std::span<const std::string_view> pieces);

    /// The same, with the compressor and buffers of \a packer, for one who packs many.
    [[nodiscard]] static std::shared_ptr<const RawBlock> pack(std::span<const std::string_view> pieces, RawBlockPacker &packer);

    /// The bytes of piece \a index exactly as given to pack(); empty when out of range.
    [[nodiscard]] QByteArray at(std::size_t index) const;
    [[nodiscard]] std::size_t count() const { return m_ends.size(); }
    /// Heap bytes in use, for memory figures.
    [[nodiscard]] std::size_t bytes() const;

private:
    QByteArray m_compressed;
    std::vector<quint32> m_ends; // of each piece within the uncompressed text
};

} // namespace taskglass
