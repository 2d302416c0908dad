// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/display.h"

using namespace Qt::StringLiterals;

namespace taskglass {

bool hasDisplay(const std::function<QString(const char *)> &environment)
{
    const QString platform = environment("QT_QPA_PLATFORM").section(u':', 0, 0).section(u';', 0, 0);
    const bool needsServer = platform.isEmpty() || platform == "xcb"_L1 || platform.startsWith("wayland"_L1);
    return !needsServer || !environment("DISPLAY").isEmpty() || !environment("WAYLAND_DISPLAY").isEmpty();
}

} // namespace taskglass
