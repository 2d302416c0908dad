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
            const Slot slot = rows[std::size_t(touched[at])];
            if (leaves[at])
                continue;
            moves[at] = (keptAbove != kNoSlot && !order.less(keptAbove, slot)) || (keptBelow != kNoSlot && !order.less(slot, keptBelow));
            if (!moves[at])
                keptAbove = slot;
        }
    }
    return moves;
}

} // namespace

RowChange mergeRows(const std::vector<Slot> &rows, const std::vector<int> &touched, const std::vector<bool> &leaves,
                    std::vector<Slot> incoming, const RowOrder &order)
{
    RowChange change;
    const std::vector<bool> moves = findMovers(rows, touched, leaves, order);
    struct Newcomer
    {
        Slot slot;
        bool isNew;
    };
    std::vector<Newcomer> newcomers;
    for (const Slot slot : incoming)
        newcomers.push_back({slot, true});
    std::vector<Slot> kept;
    kept.reserve(rows.size() + incoming.size());
    std::size_t copied = 0;
    for (std::size_t i = 0; i < touched.size(); ++i) {
        if (!leaves[i] && !moves[i])
            continue;
        const std::size_t row = std::size_t(touched[i]);
        kept.insert(kept.end(), rows.begin() + std::ptrdiff_t(copied), rows.begin() + std::ptrdiff_t(row));
        copied = row + 1;
        if (leaves[i]) {
            change.leaving.push_back(touched[i]);
        } else {
            change.reordered = true;
            newcomers.push_back({rows[row], false});
        }
    }
    if (newcomers.empty() && change.leaving.empty())
        return change;
    kept.insert(kept.end(), rows.begin() + std::ptrdiff_t(copied), rows.end());
    std::sort(newcomers.begin(), newcomers.end(), [&order](const Newcomer &a, const Newcomer &b) { return order.less(a.slot, b.slot); });
    change.next.reserve(kept.size() + newcomers.size());
    auto from = kept.cbegin();
    for (const Newcomer &newcomer : newcomers) {
        const auto place = std::lower_bound(from, kept.cend(), newcomer.slot, [&order](Slot a, Slot b) { return order.less(a, b); });
        change.next.insert(change.next.end(), from, place);
        from = place;
        if (newcomer.isNew)
            change.arriving.push_back(int(change.next.size()));
        change.next.push_back(newcomer.slot);
    }
    change.next.insert(change.next.end(), from, kept.cend());
    return change;
}

} // namespace taskglass
