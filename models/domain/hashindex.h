// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace taskglass {

/// A hash of numbers that stand close together, good in all its bits (the finaliser of MurmurHash3).
[[nodiscard]] inline std::size_t spread(quint64 h)
{
    h = (h ^ (h >> 33)) * 0xff51afd7ed558ccdULL;
    h = (h ^ (h >> 33)) * 0xc4ceb9fe1a85ec53ULL;
    return std::size_t(h ^ (h >> 33));
}

/// Finds a number (a slot, a reference) by the hash of the name it stands for; the names themselves stay with the caller,
/// who compares them. Open addressing in parts that grow one at a time: a table of a million names that doubles at once costs
/// 15 ms and more, in which no window answers. Hashes must be good in their high bits (the part) and low ones (the place).
class HashIndex
{
public:
    static constexpr quint32 kNone = 0xffffffff;

    /// The number whose hash is \a hash and for which \a isIt says so; kNone when there is none.
    template<typename IsIt>
    [[nodiscard]] quint32 find(std::size_t hash, IsIt &&isIt) const
    {
        const std::vector<quint32> &places = partOf(hash).places;
        if (places.empty())
            return kNone;
        const std::size_t mask = places.size() - 1;
        std::size_t place = hash & mask;
        while (places[place] != kNone && !isIt(places[place]))
            place = (place + 1) & mask;
        return places[place];
    }

    /// Adds \a number, whose name must not be there yet. \a hashOf tells the hash of a number that is there already.
    template<typename HashOf>
    void insert(std::size_t hash, quint32 number, HashOf &&hashOf)
    {
        if (m_partMask == 0 && m_parts[0].used == kLargestSingle)
            divide(hashOf);
        Part &part = m_parts[numberOfPart(hash)];
        if (2 * (part.used + 1) > part.places.size())
            grow(part, hashOf);
        put(part, hash, number);
    }

    /// Takes \a number out; it must be there. What stands behind it moves up, so that no gap hides it.
    template<typename HashOf>
    void remove(std::size_t hash, quint32 number, HashOf &&hashOf)
    {
        Part &part = m_parts[numberOfPart(hash)];
        const std::size_t mask = part.places.size() - 1;
        std::size_t gap = hash & mask;
        while (part.places[gap] != number)
            gap = (gap + 1) & mask;
        for (std::size_t next = (gap + 1) & mask; part.places[next] != kNone; next = (next + 1) & mask) {
            const std::size_t home = hashOf(part.places[next]) & mask;
            // It may stand anywhere from its home on, round the end: into the gap when that is not before its home.
            if (((next - home) & mask) >= ((next - gap) & mask)) {
                part.places[gap] = part.places[next];
                gap = next;
            }
        }
        part.places[gap] = kNone;
        --part.used;
    }

    /// Heap bytes in use.
    [[nodiscard]] std::size_t bytes() const
    {
        std::size_t sum = m_parts.capacity() * sizeof(Part);
        for (const Part &part : m_parts)
            sum += part.places.capacity() * sizeof(quint32);
        return sum;
    }

private:
    /// Up to so many numbers, one part is cheaper than many, and rehashing it is nothing.
    static constexpr std::size_t kLargestSingle = 4096;
    static constexpr int kPartBits = 6;
    static constexpr std::size_t kFirstPlaces = 64;

    struct Part
    {
        std::vector<quint32> places; // a power of two
        std::size_t used = 0;
    };

    [[nodiscard]] std::size_t numberOfPart(std::size_t hash) const
    {
        return (hash >> (sizeof(hash) * 8 - kPartBits)) & m_partMask;
    }
    [[nodiscard]] const Part &partOf(std::size_t hash) const { return m_parts[numberOfPart(hash)]; }

    static void put(Part &part, std::size_t hash, quint32 number)
    {
        const std::size_t mask = part.places.size() - 1;
        std::size_t place = hash & mask;
        while (part.places[place] != kNone)
            place = (place + 1) & mask;
        part.places[place] = number;
        ++part.used;
    }

    template<typename HashOf>
    static void grow(Part &part, HashOf &&hashOf)
    {
        Part larger {std::vector<quint32>(std::max(kFirstPlaces, 2 * part.places.size()), kNone)};
        for (const quint32 number : part.places) {
            if (number != kNone)
                put(larger, hashOf(number), number);
        }
        part = std::move(larger);
    }

    template<typename HashOf>
    void divide(HashOf &&hashOf)
    {
        constexpr std::size_t kParts = std::size_t(1) << kPartBits;
        std::vector<Part> parts(kParts, Part {std::vector<quint32>(4 * kLargestSingle / kParts, kNone)});
        const Part whole = std::move(m_parts[0]);
        m_parts = std::move(parts);
        m_partMask = kParts - 1;
        for (const quint32 number : whole.places) {
            if (number == kNone)
                continue;
            const std::size_t hash = hashOf(number);
            Part &part = m_parts[numberOfPart(hash)];
            if (2 * (part.used + 1) > part.places.size())
                grow(part, hashOf);
            put(part, hash, number);
        }
    }

    std::vector<Part> m_parts = std::vector<Part>(1);
    std::size_t m_partMask = 0;
};

} // namespace taskglass
