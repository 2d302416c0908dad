// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/stringtable.h"

#include <algorithm>
#include <cstring>
#include <functional>

namespace taskglass {

namespace {
constexpr std::size_t kFirstBlock = 4 * 1024;
constexpr std::size_t kLargestBlock = 1024 * 1024;

std::size_t hashOf(std::string_view text)
{
    return std::hash<std::string_view> {}(text);
}

} // namespace

StringTable::StringTable()
{
    m_texts.push_back({});
}

StringTable::Ref StringTable::find(std::string_view text, std::size_t hash) const
{
    const Ref ref = m_refs.find(hash, [&](Ref candidate) { return m_texts[candidate] == text; });
    return ref == HashIndex::kNone ? 0 : ref;
}

StringTable::Ref StringTable::find(std::string_view text) const
{
    return text.empty() ? 0 : find(text, hashOf(text));
}

StringTable::Ref StringTable::add(std::string_view text)
{
    if (text.empty())
        return 0;
    const std::size_t hash = hashOf(text);
    if (const Ref known = find(text, hash); known != 0)
        return known;
    const Ref ref = Ref(m_texts.size());
    m_texts.push_back(keep(text));
    m_refs.insert(hash, ref, [this](Ref other) { return hashOf(m_texts[other]); });
    return ref;
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
    return m_blockBytes + m_texts.bytes() + m_refs.bytes();
}

} // namespace taskglass
