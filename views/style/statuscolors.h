// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/taskstate.h"

#include <QColor>
#include <QPalette>

namespace taskglass {

/// Light or dark, as the palette says: Qt 6.4 cannot ask the desktop. True when text is lighter than its background.
[[nodiscard]] bool isDark(const QPalette &palette);

/// The colour of a state's glyph, bar or chart series; text keeps the palette's own colour. The two sets were searched
/// for numerically: 3:1 contrast at least on common backgrounds, and told apart with any kind of colour vision. A test
/// recomputes both. Unknown shares Queued's grey; its shape differs.
[[nodiscard]] QColor statusColor(TaskState state, const QPalette &palette);
[[nodiscard]] QColor statusColor(TaskState state, bool dark);

} // namespace taskglass
