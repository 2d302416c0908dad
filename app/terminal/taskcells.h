// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/task.h"
#include "models/table/columns.h"

#include <QByteArray>
#include <QString>

namespace taskglass {

/// For people: local times, "3:04", a glyph beside the state's word. For programs (CSV): RFC 3339 in UTC, durations in
/// seconds as decimals, the state's stable word.
enum class CellStyle : quint8 { People, Programs };

/// The text of one cell, as the server's text goes: not yet safe for a terminal. \a now ticks the clocks of open tasks
/// (People only: for programs what the server did not say stays empty).
[[nodiscard]] QString cellText(const Task &task, Column column, CellStyle style, EpochNs now);

/// "○ Queued": shape and word, so that neither colour nor letters are needed to tell states apart.
[[nodiscard]] QString glyphAndWord(TaskState state, const QString &serverState);

/// The ANSI sequence that colours a state's cell; empty for none. End it with kPlain.
[[nodiscard]] QByteArray colorOf(TaskState state);
inline constexpr char kPlain[] = "\033[0m";

/// Local time to the second; empty for no time.
[[nodiscard]] QString localTimeText(const std::optional<EpochNs> &time);

/// Seconds as an exact decimal without trailing zeros ("0.001192").
[[nodiscard]] QString secondsText(DurationNs duration);

} // namespace taskglass
