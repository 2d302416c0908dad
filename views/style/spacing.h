// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace taskglass::spacing {

// Device-independent pixels. Everything stands on one grid, so that columns align across panes.
inline constexpr int kInside = 4;    ///< Between things of one group.
inline constexpr int kGroup = 8;     ///< Between groups, and from a border.
inline constexpr int kSection = 16;  ///< Between sections of a dialog.
inline constexpr int kCell = 6;      ///< From the edges of a table's cell to its text, and of a column's title.
inline constexpr int kBar = 3;       ///< The status bar at the left of an error card.
inline constexpr int kGlyph = 14;    ///< The status glyph in a row.
inline constexpr int kIcon = 16;
inline constexpr int kEmptyGlyph = 48; ///< The glyph of an empty state.
inline constexpr int kTarget = 24;   ///< Smallest clickable height in comfortable density.

// Factors on the system font's size: three sizes only, and the error message a little above the body.
inline constexpr double kTitleFont = 1.25;
inline constexpr double kMessageFont = 1.1;
inline constexpr double kSecondaryFont = 0.9;

} // namespace taskglass::spacing
