// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

class QApplication;

namespace taskglass {

/// Dresses the program in light or dark whatever the desktop has; System leaves the desktop's own style and colours.
/// Call before the first window. (QStyleHints::setColorScheme() needs Qt 6.8.)
void applyTheme(QApplication &application, Preferences::Theme theme);

} // namespace taskglass
