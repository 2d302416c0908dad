// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/taskcolumns.h"
#include "models/table/columns.h"
#include "models/table/tasktablemodel.h"

#include <atomic>
#include <optional>
#include <vector>

namespace taskglass {

/// Orders slots as the table shows them: by one column or none, tasks without a value last in either direction, ties by the
/// newest id. A total order that does not change as time passes: tasks that still wait or run rank by when they began,
/// beyond all whose wait or run has ended.
class RowOrder
{
public:
    RowOrder(const TaskColumns &columns, const SortOrder &order);

    /// A slot with its place in the order packed, where that can be: to be compared with many others.
    struct Rank
    {
        Slot slot = kNoSlot;
        quint64 key = 0;
        quint64 tie = 0;
    };
    [[nodiscard]] Rank rankOf(Slot slot) const;

    [[nodiscard]] bool less(Slot a, Slot b) const;
    [[nodiscard]] bool less(Slot a, const Rank &b) const;
    [[nodiscard]] bool less(const Rank &a, const Rank &b) const;
    /// Sorts many rows by packed keys; each string is ranked once. Gives up early, leaving them in any order, when
    /// \a canceled becomes true.
    void sort(std::vector<Slot> &rows, const std::atomic<bool> *canceled = nullptr) const;

private:
    /// Ids may be words, which have no packed key.
    [[nodiscard]] bool isPacked() const { return !m_column || (!isText(*m_column) && m_column != Column::Id); }
    [[nodiscard]] bool isByText() const { return m_column && isText(*m_column); }
    [[nodiscard]] StringTable::Ref textOf(Slot slot) const;
    [[nodiscard]] qint64 numberOf(Slot slot) const;
    /// Ascending keys are the order shown.
    [[nodiscard]] quint64 numberKey(Slot slot) const;
    [[nodiscard]] quint64 tieKey(Slot slot) const;
    [[nodiscard]] std::vector<quint32> textRanks(const std::vector<Slot> &rows) const;

    const TaskColumns &m_columns;
    std::optional<Column> m_column; ///< Empty: all tie.
    bool m_descending;
};

/// Numbers by value and before words; words without regard to ASCII case, then byte by byte.
[[nodiscard]] int compareTexts(std::string_view a, std::string_view b);

} // namespace taskglass
