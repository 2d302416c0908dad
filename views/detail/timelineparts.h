// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/task.h"

#include <QList>
#include <QString>

namespace taskglass {

/// A stretch of a task's life.
struct TimelinePart
{
    enum class Kind : quint8 { Waited, Ran, CancelRequested };
    Kind kind = Kind::Waited;
    EpochNs begin = kNoTime;
    EpochNs end = kNoTime;
    bool open = false; ///< It has not ended: \a end is now.
    [[nodiscard]] DurationNs length() const { return end - begin; }
    bool operator==(const TimelinePart &) const = default;
};

/// The parts of \a task's life, in order, without gaps or overlaps. \a now is the server's present; \a skew is its clock
/// minus ours, for the moments that we noted. Where the server rewrote the start of a task that was canceled while it
/// ran, what was seen while it ran counts. Empty when the server tells no times.
[[nodiscard]] QList<TimelinePart> timelineParts(const Task &task, EpochNs now, DurationNs skew = 0);

/// How wide each of \a lengths is drawn within \a total: to scale, but none narrower than \a least, as long as there is
/// room for that. The widths add up to \a total.
[[nodiscard]] QList<double> timelineWidths(const QList<DurationNs> &lengths, double total, double least);

/// "Waited 12 s", "Running for 31 s", "Cancel requested 7 s ago".
[[nodiscard]] QString timelineLabel(const TimelinePart &part);

/// The whole life as one sentence for screen readers.
[[nodiscard]] QString timelineSentence(const Task &task, const QList<TimelinePart> &parts);

} // namespace taskglass
