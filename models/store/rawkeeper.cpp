// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rawkeeper.h"

namespace taskglass {

RawKeeper::Ref RawKeeper::add(std::shared_ptr<const RawBlock> block)
{
    m_blockBytes += block->bytes();
    if (m_free.empty()) {
        m_entries.push_back({std::move(block), 0});
        return Ref(m_entries.size() - 1);
    }
    const Ref ref = m_free.back();
    m_free.pop_back();
    m_entries[ref] = {std::move(block), 0};
    return ref;
}

void RawKeeper::release(Ref ref)
{
    --m_entries[ref].users;
    dropUnused(ref);
}

void RawKeeper::dropUnused(Ref ref)
{
    Entry &entry = m_entries[ref];
    if (entry.users > 0 || !entry.block)
        return;
    m_blockBytes -= entry.block->bytes();
    entry.block.reset();
    m_free.push_back(ref);
}

std::size_t RawKeeper::bytes() const
{
    return m_blockBytes + m_entries.capacity() * sizeof(Entry) + m_free.capacity() * sizeof(Ref);
}

void RawKeeper::clear()
{
    m_entries.clear();
    m_free.clear();
    m_blockBytes = 0;
}

} // namespace taskglass
