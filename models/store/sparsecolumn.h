// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/stringtable.h"
#include "models/store/taskstore.h"

#include <algorithm>
#include <memory>
#include <vector>

namespace taskglass {

/// A column that most servers leave empty, or fill for some tasks only: a chunk of it takes no memory until somebody writes
/// to one of its slots. \a None means "no value".
template<typename T, T None>
class SparseColumn
{
public:
    [[nodiscard]] T operator[](Slot slot) const
    {
        const std::size_t chunk = slot >> kShift;
        return chunk < m_chunks.size() && m_chunks[chunk] ? m_chunks[chunk][slot & (kChunk - 1)] : None;
    }
    /// Returns whether the value is another one now.
    bool set(Slot slot, T value)
    {
        if ((*this)[slot] == value)
            return false;
        const std::size_t chunk = slot >> kShift;
        if (chunk >= m_chunks.size())
            m_chunks.resize(chunk + 1);
        if (!m_chunks[chunk]) {
            m_chunks[chunk] = std::make_unique_for_overwrite<T[]>(kChunk);
            std::fill_n(m_chunks[chunk].get(), kChunk, None);
        }
        m_chunks[chunk][slot & (kChunk - 1)] = value;
        return true;
    }
    /// Nothing was ever written.
    [[nodiscard]] bool isEmpty() const { return m_chunks.empty(); }
    /// Heap bytes in use.
    [[nodiscard]] std::size_t bytes() const
    {
        const auto used = std::count_if(m_chunks.begin(), m_chunks.end(), [](const auto &chunk) { return chunk != nullptr; });
        return std::size_t(used) * kChunk * sizeof(T) + m_chunks.capacity() * sizeof(m_chunks[0]);
    }

private:
    /// Smaller than those of a full column: where a few tasks have a value, they often stand close together.
    static constexpr std::size_t kShift = 12;
    static constexpr std::size_t kChunk = std::size_t(1) << kShift;

    std::vector<std::unique_ptr<T[]>> m_chunks;
};

using SparseRefs = SparseColumn<StringTable::Ref, 0>;
using SparseNumbers = SparseColumn<qint64, -1>;

} // namespace taskglass
