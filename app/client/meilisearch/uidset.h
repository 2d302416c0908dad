// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <map>
#include <vector>

namespace taskglass::meilisearch {

/// A set of task uids, ordered. Uids are dense, so a bit each: a million of them cost 130 KB.
class UidSet
{
public:
    /// True when it was not in the set before.
    bool insert(qint64 uid);
    /// True when it was in the set.
    bool erase(qint64 uid);
    void clear();
    [[nodiscard]] bool contains(qint64 uid) const;
    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    /// The smallest member that is at least \a uid; -1 when there is none.
    [[nodiscard]] qint64 firstFrom(qint64 uid) const;
    /// Up to \a most members from \a low to \a high, both inclusive, ascending.
    [[nodiscard]] std::vector<qint64> between(qint64 low, qint64 high, qint64 most = -1) const;

private:
    static constexpr qint64 kChunk = 4096;
    struct Chunk
    {
        std::array<quint64, kChunk / 64> words {};
        int count = 0;
    };
    std::map<qint64, Chunk> m_chunks;
    qint64 m_count = 0;
};

} // namespace taskglass::meilisearch
