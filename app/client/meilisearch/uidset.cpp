// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/meilisearch/uidset.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace taskglass::meilisearch {

namespace {

constexpr quint64 bitFor(qint64 place)
{
    return quint64(1) << (place % 64);
}

} // namespace

bool UidSet::insert(qint64 uid)
{
    Chunk &chunk = m_chunks[uid / kChunk];
    quint64 &word = chunk.words[std::size_t(uid % kChunk / 64)];
    if (word & bitFor(uid))
        return false;
    word |= bitFor(uid);
    ++chunk.count;
    ++m_count;
    return true;
}

bool UidSet::erase(qint64 uid)
{
    const auto chunk = m_chunks.find(uid / kChunk);
    if (chunk == m_chunks.end())
        return false;
    quint64 &word = chunk->second.words[std::size_t(uid % kChunk / 64)];
    if (!(word & bitFor(uid)))
        return false;
    word &= ~bitFor(uid);
    --m_count;
    if (--chunk->second.count == 0)
        m_chunks.erase(chunk);
    return true;
}

void UidSet::clear()
{
    m_chunks.clear();
    m_count = 0;
}

bool UidSet::contains(qint64 uid) const
{
    const auto chunk = uid < 0 ? m_chunks.end() : m_chunks.find(uid / kChunk);
    return chunk != m_chunks.end() && (chunk->second.words[std::size_t(uid % kChunk / 64)] & bitFor(uid)) != 0;
}

qint64 UidSet::firstFrom(qint64 uid) const
{
    const std::vector<qint64> found = between(uid, std::numeric_limits<qint64>::max(), 1);
    return found.empty() ? -1 : found.front();
}

std::vector<qint64> UidSet::between(qint64 low, qint64 high, qint64 most) const
{
    std::vector<qint64> uids;
    low = std::max<qint64>(low, 0);
    for (auto chunk = m_chunks.lower_bound(low / kChunk); chunk != m_chunks.end(); ++chunk) {
        const qint64 base = chunk->first * kChunk;
        if (base > high)
            break;
        for (std::size_t i = 0; i < chunk->second.words.size(); ++i) {
            for (quint64 word = chunk->second.words[i]; word != 0; word &= word - 1) {
                const qint64 uid = base + qint64(i) * 64 + std::countr_zero(word);
                if (uid < low)
                    continue;
                if (uid > high || (most >= 0 && qint64(uids.size()) >= most))
                    return uids;
                uids.push_back(uid);
            }
        }
    }
    return uids;
}

} // namespace taskglass::meilisearch
