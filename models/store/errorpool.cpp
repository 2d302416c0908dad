// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/errorpool.h"

#include <algorithm>

namespace taskglass {

namespace {

std::size_t hashOf(const ErrorRefs &refs)
{
    return spread((quint64(refs.message) << 32) ^ (quint64(refs.code) << 20) ^ (quint64(refs.type) << 10) ^ refs.link);
}

} // namespace

ErrorPool::ErrorPool()
{
    m_errors.push_back({});
}

quint32 ErrorPool::add(const ErrorRefs &refs)
{
    if (refs == ErrorRefs {})
        return 0;
    const std::size_t hash = hashOf(refs);
    quint32 number = m_numbers.find(hash, [&](quint32 candidate) { return m_errors[candidate] == refs; });
    if (number == HashIndex::kNone) {
        if (m_free.empty()) {
            number = quint32(m_errors.size());
            m_errors.push_back(refs);
        } else {
            number = m_free.back();
            m_free.pop_back();
            m_errors[number] = refs;
        }
        m_numbers.insert(hash, number, [this](quint32 other) { return hashOf(m_errors[other]); });
    }
    if (!m_marked.empty()) {
        m_marked.resize(m_errors.size(), false);
        m_marked[number] = true;
    }
    return number;
}

void ErrorPool::startMarking()
{
    m_marked.assign(m_errors.size(), false);
    m_swept = 1;
}

bool ErrorPool::sweep(std::size_t most, StringPool &strings)
{
    const std::size_t end = std::min(m_marked.size(), m_swept + most);
    const std::size_t before = m_free.size();
    for (; m_swept < end; ++m_swept) {
        const auto &[message, code, type, link] = m_errors[m_swept];
        if (m_marked[m_swept]) {
            for (const StringPool::Ref ref : {message, code, type, link})
                strings.mark(ref);
        } else if (m_errors[m_swept] != ErrorRefs {}) {
            drop(quint32(m_swept));
        }
    }
    m_generation += m_free.size() != before;
    if (m_swept < m_marked.size())
        return false;
    m_marked.clear();
    return true;
}

void ErrorPool::drop(quint32 number)
{
    m_numbers.remove(hashOf(m_errors[number]), number, [this](quint32 other) { return hashOf(m_errors[other]); });
    m_errors[number] = {};
    m_free.push_back(number);
}

std::size_t ErrorPool::bytes() const
{
    return m_errors.bytes() + m_numbers.bytes() + m_free.capacity() * sizeof(quint32) + m_marked.capacity() / 8;
}

} // namespace taskglass
