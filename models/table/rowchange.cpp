// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/rowchange.h"

#include <algorithm>

namespace taskglass {

std::vector<RowSpan> spansOf(const std::vector<int> &rows)
{
    std::vector<RowSpan> spans;
    for (const int row : rows) {
        if (!spans.empty() && spans.back().second + 1 == row)
            spans.back().second = row;
        else
            spans.emplace_back(row, row);
    }
    return spans;
}

RowChange compareRows(const std::vector<Slot> &rows, const std::vector<RowMark> &before, std::vector<Slot> next,
                      const std::vector<RowMark> &after)
{
    RowChange change;
    const auto stays = [&after](Slot slot) { return slot < after.size() && after[slot].visible; };
    const auto wasThere = [&before](Slot slot) { return slot < before.size() && before[slot].visible; };
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (!stays(rows[row]))
            change.leaving.push_back(int(row));
    }
    std::size_t old = 0;
    for (std::size_t row = 0; row < next.size(); ++row) {
        if (!wasThere(next[row])) {
            change.arriving.push_back(int(row));
            continue;
        }
        while (old < rows.size() && !stays(rows[old]))
            ++old;
        change.reordered = change.reordered || rows[old] != next[row];
        ++old;
    }
    change.next = std::move(next);
    return change;
}

namespace {

/// Room for rows to come: to grow a million rows by one would copy them all.
constexpr std::size_t kSpareRows = 4096;

/// Which of the touched rows that stay are out of place: each must lie between the nearest rows that keep theirs.
std::vector<bool> findMovers(const std::vector<Slot> &rows, const std::vector<int> &touched, const std::vector<bool> &leaves,
                             const RowOrder &order)
{
    std::vector<bool> moves(touched.size(), false);
    std::size_t at = 0;
    while (at < touched.size()) {
        std::size_t runEnd = at + 1;
        while (runEnd < touched.size() && touched[runEnd] == touched[runEnd - 1] + 1)
            ++runEnd;
        const std::size_t above = std::size_t(touched[at]);
        const std::size_t below = std::size_t(touched[runEnd - 1]) + 1;
        Slot keptAbove = above > 0 ? rows[above - 1] : kNoSlot;
        const Slot keptBelow = below < rows.size() ? rows[below] : kNoSlot;
        for (; at < runEnd; ++at) {
            if (leaves[at])
                continue;
            const Slot slot = rows[std::size_t(touched[at])];
            const RowOrder::Rank rank = order.rankOf(slot);
            moves[at] = (keptAbove != kNoSlot && !order.less(keptAbove, rank)) || (keptBelow != kNoSlot && order.less(keptBelow, rank));
            if (!moves[at])
                keptAbove = slot;
        }
    }
    return moves;
}

struct Newcomer
{
    RowOrder::Rank rank;
    bool isNew;             ///< Or it was in another place.
    std::size_t place = 0;  ///< Before this one of the kept rows.
};

/// The rows that keep their order, numbered without those that go: a view of the old list, not a copy.
class KeptRows
{
public:
    /// \a out: the rows that go, ascending.
    KeptRows(const std::vector<Slot> &rows, const std::vector<int> &out)
        : m_rows(rows)
        , m_out(out)
    {
        m_shifted.reserve(out.size());
        for (std::size_t i = 0; i < out.size(); ++i)
            m_shifted.push_back(std::size_t(out[i]) - i);
    }

    [[nodiscard]] std::size_t size() const { return m_rows.size() - m_out.size(); }

    [[nodiscard]] Slot at(std::size_t kept) const
    {
        const auto before = std::upper_bound(m_shifted.begin(), m_shifted.end(), kept);
        return m_rows[kept + std::size_t(before - m_shifted.begin())];
    }

    /// Finds the places of newcomers first … last - 1, which are in order, among the kept rows low … high - 1. The middle
    /// one first, so that each of the others looks at its part only: a probe of a million rows is two misses of the cache.
    void place(std::vector<Newcomer> &newcomers, std::size_t first, std::size_t last, std::size_t low, std::size_t high,
               const RowOrder &order) const
    {
        while (first < last) {
            const std::size_t middle = first + (last - first) / 2;
            std::size_t from = low;
            std::size_t to = high;
            while (from < to) {
                const std::size_t probe = from + (to - from) / 2;
                if (order.less(at(probe), newcomers[middle].rank))
                    from = probe + 1;
                else
                    to = probe;
            }
            newcomers[middle].place = from;
            place(newcomers, first, middle, low, from, order);
            first = middle + 1;
            low = from;
        }
    }

    /// Appends the next \a count kept rows to \a target, run by run.
    void copyNext(std::size_t count, std::vector<Slot> &target)
    {
        while (count > 0) {
            while (m_nextOut < m_out.size() && std::size_t(m_out[m_nextOut]) == m_row) {
                ++m_row;
                ++m_nextOut;
            }
            const std::size_t runEnd = m_nextOut < m_out.size() ? std::size_t(m_out[m_nextOut]) : m_rows.size();
            const std::size_t taken = std::min(count, runEnd - m_row);
            const auto begin = m_rows.begin() + std::ptrdiff_t(m_row);
            target.insert(target.end(), begin, begin + std::ptrdiff_t(taken));
            m_row += taken;
            count -= taken;
        }
    }

private:
    const std::vector<Slot> &m_rows;
    const std::vector<int> &m_out;
    std::vector<std::size_t> m_shifted; ///< Each of \a m_out, less how many go before it.
    std::size_t m_row = 0;              ///< Copied up to here.
    std::size_t m_nextOut = 0;
};

} // namespace

RowChange mergeRows(const std::vector<Slot> &rows, const std::vector<int> &touched, const std::vector<bool> &leaves,
                    const std::vector<Slot> &incoming, const RowOrder &order, std::vector<Slot> &&memory)
{
    RowChange change;
    change.next = std::move(memory);
    change.next.clear();
    const std::vector<bool> moves = findMovers(rows, touched, leaves, order);
    std::vector<Newcomer> newcomers;
    for (const Slot slot : incoming)
        newcomers.push_back({order.rankOf(slot), true});
    std::vector<int> out;
    for (std::size_t i = 0; i < touched.size(); ++i) {
        if (!leaves[i] && !moves[i])
            continue;
        out.push_back(touched[i]);
        if (leaves[i]) {
            change.leaving.push_back(touched[i]);
        } else {
            change.reordered = true;
            newcomers.push_back({order.rankOf(rows[std::size_t(touched[i])]), false});
        }
    }
    if (newcomers.empty() && change.leaving.empty())
        return change;
    std::sort(newcomers.begin(), newcomers.end(), [&order](const Newcomer &a, const Newcomer &b) { return order.less(a.rank, b.rank); });
    KeptRows kept(rows, out);
    kept.place(newcomers, 0, newcomers.size(), 0, kept.size(), order);
    change.next.reserve(kept.size() + newcomers.size() + kSpareRows);
    std::size_t copied = 0;
    for (const Newcomer &newcomer : newcomers) {
        kept.copyNext(newcomer.place - copied, change.next);
        copied = newcomer.place;
        if (newcomer.isNew)
            change.arriving.push_back(int(change.next.size()));
        change.next.push_back(newcomer.rank.slot);
    }
    kept.copyNext(kept.size() - copied, change.next);
    return change;
}

} // namespace taskglass
