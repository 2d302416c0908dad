// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/stringpool.h"

#include <algorithm>
#include <cstring>
#include <functional>

namespace taskglass {

namespace {

std::size_t hashOf(std::string_view text)
{
    return std::hash<std::string_view> {}(text);
}

} // namespace

StringPool::StringPool()
{
    m_texts.push_back({});
}

StringPool::~StringPool()
{
    for (std::size_t ref = 0; ref < m_texts.size(); ++ref)
        delete[] m_texts[ref].data();
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
    std::swap(m_refs, other.m_refs);
    std::swap(m_free, other.m_free);
    std::swap(m_marked, other.m_marked);
    std::swap(m_textBytes, other.m_textBytes);
    std::swap(m_dueAbove, other.m_dueAbove);
    std::swap(m_swept, other.m_swept);
    std::swap(m_generation, other.m_generation);
    std::swap(m_phase, other.m_phase);
}

StringPool::Ref StringPool::find(std::string_view text, std::size_t hash) const
{
    const Ref ref = m_refs.find(hash, [&](Ref candidate) { return m_texts[candidate] == text; });
    return ref == HashIndex::kNone ? 0 : ref;
}

StringPool::Ref StringPool::find(std::string_view text) const
{
    return text.empty() ? 0 : find(text, hashOf(text));
}

StringPool::Ref StringPool::add(std::string_view text)
{
    if (text.empty())
        return 0;
    const std::size_t hash = hashOf(text);
    Ref ref = find(text, hash);
    if (ref == 0) {
        if (m_free.empty()) {
            ref = Ref(m_texts.size());
            m_texts.push_back({});
        } else {
            ref = m_free.back();
            m_free.pop_back();
        }
        char *const copy = new char[text.size()];
        std::memcpy(copy, text.data(), text.size());
        m_texts[ref] = {copy, text.size()};
        m_textBytes += text.size();
        m_refs.insert(hash, ref, [this](Ref other) { return hashOf(m_texts[other]); });
    }
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
    const std::size_t before = m_free.size();
    for (; m_swept < end; ++m_swept) {
        if (!m_marked[m_swept] && !m_texts[m_swept].empty())
            drop(Ref(m_swept));
    }
    m_generation += m_free.size() != before;
    if (m_swept < m_marked.size())
        return;
    m_phase = Phase::Resting;
    m_marked.clear();
    m_dueAbove = std::max(kLeastDue, 2 * used());
}

void StringPool::drop(Ref ref)
{
    const std::string_view text = m_texts[ref];
    m_refs.remove(hashOf(text), ref, [this](Ref other) { return hashOf(m_texts[other]); });
    m_textBytes -= text.size();
    delete[] text.data();
    m_texts[ref] = {};
    m_free.push_back(ref);
}

std::size_t StringPool::bytes() const
{
    // The general allocator keeps a word beside each text and rounds up to two.
    return m_textBytes + used() * 2 * sizeof(void *) + m_texts.bytes() + m_refs.bytes() + m_free.capacity() * sizeof(Ref) + m_marked.capacity() / 8;
}

} // namespace taskglass
