// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/stringtable.h"

#include <algorithm>
#include <cstring>

namespace taskglass {

namespace {
constexpr std::size_t kFirstBlock = 4 * 1024;
constexpr std::size_t kLargestBlock = 1024 * 1024;
} // namespace

StringTable::Ref StringTable::add(std::string_view text)
{
    return m_texts.add(text, [this](std::string_view fresh) { return keep(fresh); });
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

} // namespace taskglass
