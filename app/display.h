// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace taskglass {

/// Whether a window could be shown: an X or Wayland display is named, or a Qt platform that needs neither was chosen.
/// \a environment: the value of a variable, empty when unset.
[[nodiscard]] bool hasDisplay(const std::function<QString(const char *)> &environment);

} // namespace taskglass
