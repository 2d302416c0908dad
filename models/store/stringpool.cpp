// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/stringpool.h"

#include <algorithm>
#include <cstring>

namespace taskglass {

StringPool::~StringPool()
{
    for (Ref ref = 0; ref < m_texts.size(); ++ref)
        delete[] m_texts.at(ref).data();
}

StringPool &StringPool::operator=(StringPool &&other) noexcept
{
    StringPool fresh(std::move(other));
    swap(fresh);
    return *this;
}

void StringPool::swap(StringPool &other) noexcept
{
    std::swap(m_texts, other.m_texts);
    std::swap(m_marked, other.m_marked);
    std::swap(m_textBytes, other.m_textBytes);
    std::swap(m_dueAbove, other.m_dueAbove);
    std::swap(m_dueAboveBytes, other.m_dueAboveBytes);
    std::swap(m_swept, other.m_swept);
    std::swap(m_generation, other.m_generation);
    std::swap(m_phase, other.m_phase);
}

StringPool::Ref StringPool::add(std::string_view text)
{
    const Ref ref = m_texts.add(text, [this](std::string_view fresh) {
        char *const copy = new char[fresh.size()];
        std::memcpy(copy, fresh.data(), fresh.size());
        m_textBytes += fresh.size();
        return std::string_view(copy, fresh.size());
    });
    if (m_phase != Phase::Resting) {
        m_marked.resize(m_texts.size(), false);
        m_marked[ref] = true;
    }
    return ref;
}

void StringPool::startMarking()
{
    m_phase = Phase::Marking;
    m_marked.assign(m_texts.size(), false);
}

void StringPool::startSweeping()
{
    m_phase = Phase::Sweeping;
    m_swept = 1;
}

void StringPool::sweep(std::size_t most)
{
    const std::size_t end = std::min(m_marked.size(), m_swept + most);
    const std::size_t before = m_texts.used();
    for (; m_swept < end; ++m_swept) {
        if (!m_marked[m_swept] && !m_texts.at(Ref(m_swept)).empty())
            drop(Ref(m_swept));
    }
    m_generation += m_texts.used() != before;
    if (m_swept < m_marked.size())
        return;
    m_phase = Phase::Resting;
    m_marked.clear();
    m_dueAbove = std::max(kLeastDue, 2 * used());
    m_dueAboveBytes = std::max(kLeastBytesDue, 2 * m_textBytes);
}

void StringPool::drop(Ref ref)
{
    const std::string_view text = m_texts.at(ref);
    m_texts.remove(ref);
    m_textBytes -= text.size();
    delete[] text.data();
}

std::size_t StringPool::bytes() const
{
    // The general allocator keeps a word beside each text and rounds up to two.
    return m_textBytes + used() * 2 * sizeof(void *) + m_texts.bytes() + m_marked.capacity() / 8;
}

} // namespace taskglass
