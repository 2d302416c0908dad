// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"
#include "models/store/taskstore.h"
#include "models/table/columns.h"

#include <QVariant>

namespace taskglass {

class TaskColumns;

/// A task that was asked to stop and still runs after so long has not noticed it: the commonest complaint there is.
inline constexpr DurationNs kCancelUnnoticedAfter = 3 * 60 * kNsPerSecond;

/// What the table says about one task: text, tool tip, spoken text and values, made when asked for and never kept.
class Cells
{
public:
    /// \a now is the server's idea of the time, for clocks that tick.
    Cells(const TaskColumns &columns, EpochNs now) : m_columns(columns), m_now(now) { }

    [[nodiscard]] QString text(Slot slot, Column column) const;
    /// The whole value where the cell may show only part of it; escaped, so never HTML. Empty when there is no more to say.
    [[nodiscard]] QString toolTip(Slot slot, Column column) const;
    /// "Failed, task 90538, index books, ran 3 minutes 4 seconds".
    [[nodiscard]] QString sentence(Slot slot) const;
    /// The cell for screen readers, with its column's name.
    [[nodiscard]] QString spoken(Slot slot, Column column) const;
    /// What the column sorts by: qint64, or QString for texts; invalid when the task has no value.
    [[nodiscard]] QVariant sortValue(Slot slot, Column column) const;
    /// From when a ticking cell counts; kNoTime when it stands still.
    [[nodiscard]] EpochNs elapsedFrom(Slot slot, Column column) const;

private:
    [[nodiscard]] QString string(quint32 ref) const;
    [[nodiscard]] QString stateText(Slot slot) const;
    [[nodiscard]] QString goneSentence(Slot slot) const;
    /// How long a cancel has been asked for in vain; 0 while that is no time yet.
    [[nodiscard]] DurationNs unnoticedFor(Slot slot) const;
    [[nodiscard]] QString progressText(Slot slot) const;
    [[nodiscard]] QString durationText(Slot slot, Column column) const;
    [[nodiscard]] DurationNs duration(Slot slot, Column column) const;
    [[nodiscard]] EpochNs stamp(Slot slot, Column column) const;

    const TaskColumns &m_columns;
    EpochNs m_now;
};

} // namespace taskglass
