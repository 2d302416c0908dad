// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/actions.h"

#include <QLatin1StringView>

#include <span>

namespace taskglass {

/// A view that everybody has: an action with its name and key, and the filter it sets.
struct BuiltinView
{
    ActionId action;
    QLatin1StringView filter; ///< In the language of the filter bar; empty: everything.
};

[[nodiscard]] std::span<const BuiltinView> builtinViews();

} // namespace taskglass
