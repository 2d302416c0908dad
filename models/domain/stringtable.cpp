// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/stringtable.h"

#include <algorithm>
#include <cstring>
#include <functional>

namespace taskglass {

namespace {
constexpr std::size_t kFirstSlots = 64;
constexpr std::size_t kFirstBlock = 4 * 1024;
constexpr std::size_t kLargestBlock = 1024 * 1024;
} // namespace

StringTable::StringTable()
    : m_texts(1)
    , m_slots(kFirstSlots, 0)
{
}

std::size_t StringTable::slotFor(std::string_view text) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = std::hash<std::string_view> {}(text) & mask;
    while (m_slots[slot] != 0 && m_texts[m_slots[slot]] != text)
        slot = (slot + 1) & mask;
    return slot;
}

StringTable::Ref StringTable::add(std::string_view text)
{
    if (text.empty())
        return 0;
    const std::size_t slot = slotFor(text);
    if (m_slots[slot] != 0)
        return m_slots[slot];
    const Ref ref = Ref(m_texts.size());
    m_texts.push_back(keep(text));
    m_slots[slot] = ref;
    if (m_texts.size() * 2 > m_slots.size())
        grow();
    return ref;
}

StringTable::Ref StringTable::find(std::string_view text) const
{
    return text.empty() ? 0 : m_slots[slotFor(text)];
}

void StringTable::grow()
{
    m_slots.assign(m_slots.size() * 2, 0);
    for (Ref ref = 1; ref < m_texts.size(); ++ref)
        m_slots[slotFor(m_texts[ref])] = ref;
}

std::string_view StringTable::keep(std::string_view text)
{
    if (m_blockSize - m_blockUsed < text.size()) {
        m_blockSize = std::max(text.size(), std::clamp(m_blockSize * 2, kFirstBlock, kLargestBlock));
        m_blockUsed = 0;
        m_blockBytes += m_blockSize;
        m_blocks.push_back(std::make_unique<char[]>(m_blockSize));
    }
    char *const place = m_blocks.back().get() + m_blockUsed;
    std::memcpy(place, text.data(), text.size());
    m_blockUsed += text.size();
    return {place, text.size()};
}

std::size_t StringTable::bytes() const
{
    return m_blockBytes + m_texts.capacity() * sizeof(std::string_view) + m_slots.capacity() * sizeof(Ref);
}

} // namespace taskglass
