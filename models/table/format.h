// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/taskstate.h"
#include "models/domain/time.h"

#include <QString>

namespace taskglass {

/// How points in time are written.
struct TimeStyle
{
    bool utc = false;      ///< In UTC, marked by a Z, instead of the machine's time zone.
    bool relative = false; ///< "5 min ago" in cells, whose tool tips have room for the other form.
    bool operator==(const TimeStyle &) const = default;
};
/// For the whole program, as QLocale::setDefault() is for numbers: a preference that every text with a time must follow.
/// Texts written before keep their form. Main thread only.
void setTimeStyle(TimeStyle style);
[[nodiscard]] TimeStyle timeStyle();

/// \name Values as people read them
/// For painting, tool tips and the terminal alike: translated, in the locale's digits where a number is a quantity.
/// Server text never passes through here. All are empty for kNoTime.
/// @{

/// "Cancel requested": the state's word for a cell, a chip or a sentence's beginning.
[[nodiscard]] QString stateTitle(TaskState state);
/// How long something took: "350 ns", "47 µs", "0.4 ms", "12 ms", "0.4 s", "0:12", "3:04", "1:02:03", "2 d 1:02:03".
[[nodiscard]] QString formatDuration(DurationNs duration);
/// A running clock: as formatDuration(), but in whole seconds from the start ("0:00"), so that it doesn't jump about.
[[nodiscard]] QString formatClock(DurationNs duration);
/// "3 minutes 4 seconds", for screen readers; the two largest units.
[[nodiscard]] QString formatDurationWords(DurationNs duration);
/// How long ago: "just now", "12 s ago", "5 min ago", "3 h ago", "2 d ago"; "in 5 s" for a time to come.
[[nodiscard]] QString formatAge(DurationNs age);
/// "14:02:11" on the day of \a now, with the locale's short date before it on any other; in UTC "14:02:11Z".
[[nodiscard]] QString formatTimestamp(EpochNs time, EpochNs now);
/// For cells: as formatTimestamp(), or as formatAge() in a relative TimeStyle. Sentences such as "not after %1" want the
/// former.
[[nodiscard]] QString formatWhen(EpochNs time, EpochNs now);
/// Date and time to the millisecond with the zone, never relative: for tool tips and reports.
[[nodiscard]] QString formatTimestampFull(EpochNs time);
/// A quantity with the locale's group separators: "60,000".
[[nodiscard]] QString formatNumber(qint64 number);
/// "1.7 MiB".
[[nodiscard]] QString formatBytes(qint64 bytes);
/// "38 %", as the locale writes it, without decimals; rounds down, so that 100 % means all.
[[nodiscard]] QString formatPercent(double percent);
/// Server text on one line, cut after \a most characters: what a cell can show of a message.
[[nodiscard]] QString oneLine(const QString &text, int most = 300);
/// Server text as a tool tip that can never be taken for HTML.
[[nodiscard]] QString plainToolTip(const QString &text);

/// @}

} // namespace taskglass
