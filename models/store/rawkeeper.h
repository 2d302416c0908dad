// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rawblock.h"

#include <QtGlobal>

#include <memory>
#include <vector>

namespace taskglass {

/// Keeps the compressed blocks that tasks point into, each for as long as one task does.
class RawKeeper
{
public:
    using Ref = quint32;

    /// Takes a block in that nobody uses yet; drop it with release() of a use, or by dropUnused() when none was made.
    Ref add(std::shared_ptr<const RawBlock> block);
    void use(Ref ref) { ++m_entries[ref].users; }
    void release(Ref ref);
    void dropUnused(Ref ref);
    [[nodiscard]] QByteArray bytesOf(Ref ref, quint32 index) const { return m_entries[ref].block->at(index); }
    [[nodiscard]] std::size_t bytes() const;
    /// Blocks kept now.
    [[nodiscard]] std::size_t blockCount() const { return m_entries.size() - m_free.size(); }
    void clear();

private:
    struct Entry
    {
        std::shared_ptr<const RawBlock> block;
        quint32 users = 0;
    };
    std::vector<Entry> m_entries;
    std::vector<Ref> m_free;
    std::size_t m_blockBytes = 0;
};

} // namespace taskglass
