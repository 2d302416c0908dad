// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <vector>

namespace taskglass {

/// A sequence that grows at its end without moving what it holds: chunks of equal size, found by a shift and a mask. The
/// columns of a million tasks would otherwise double, all at the same task, and the window would wait 20 ms for the copying.
/// The first chunk starts small and doubles, so that short sequences stay small. \a T is cheap to copy.
template<typename T>
class ChunkedVector
{
public:
    static constexpr std::size_t kShift = 14;
    static constexpr std::size_t kChunk = std::size_t(1) << kShift;

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] T &operator[](std::size_t index) { return m_chunks[index >> kShift][index & (kChunk - 1)]; }
    [[nodiscard]] const T &operator[](std::size_t index) const { return m_chunks[index >> kShift][index & (kChunk - 1)]; }

    void push_back(const T &value)
    {
        if (m_size == m_capacity)
            grow();
        (*this)[m_size++] = value;
    }
    /// Heap bytes in use.
    [[nodiscard]] std::size_t bytes() const { return m_capacity * sizeof(T) + m_chunks.capacity() * sizeof(m_chunks[0]); }

private:
    static constexpr std::size_t kFirst = 64;

    void grow()
    {
        if (m_capacity >= kChunk) {
            m_chunks.push_back(std::make_unique<T[]>(kChunk));
            m_capacity += kChunk;
            return;
        }
        const std::size_t more = std::max(kFirst, 2 * m_capacity);
        auto first = std::make_unique<T[]>(more);
        if (m_chunks.empty()) {
            m_chunks.push_back(std::move(first));
        } else {
            std::copy_n(m_chunks[0].get(), m_size, first.get());
            m_chunks[0] = std::move(first);
        }
        m_capacity = more;
    }

    std::vector<std::unique_ptr<T[]>> m_chunks;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

} // namespace taskglass
