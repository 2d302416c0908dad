// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/textindex.h"

#include <memory>
#include <string_view>
#include <vector>

namespace taskglass {

/// Strings that many tasks share (types, index names, error texts), each stored once and named by a small number.
/// Reference 0 is the empty string. Views stay valid as long as the table: text is never moved or dropped.
/// Not thread-safe; a finished table may be read from any thread.
class StringTable
{
public:
    using Ref = TextIndex::Ref;

    StringTable() = default;
    StringTable(StringTable &&) noexcept = default;
    StringTable &operator=(StringTable &&) noexcept = default;
    StringTable(const StringTable &) = delete;
    StringTable &operator=(const StringTable &) = delete;

    /// The reference of \a text (UTF-8), adding it if new. Amortised O(length).
    Ref add(std::string_view text);
    /// The reference of \a text, or 0 when it was never added (or is empty).
    [[nodiscard]] Ref find(std::string_view text) const { return m_texts.find(text); }
    [[nodiscard]] std::string_view at(Ref ref) const { return m_texts.at(ref); }
    /// Number of strings, the empty one included; references are 0 … size() - 1.
    [[nodiscard]] std::size_t size() const { return m_texts.size(); }
    /// Heap bytes in use, for memory figures.
    [[nodiscard]] std::size_t bytes() const { return m_blockBytes + m_texts.bytes(); }

private:
    std::string_view keep(std::string_view text);

    TextIndex m_texts;
    std::vector<std::unique_ptr<char[]>> m_blocks;
    std::size_t m_blockUsed = 0;
    std::size_t m_blockSize = 0;
    std::size_t m_blockBytes = 0;
};

} // namespace taskglass
