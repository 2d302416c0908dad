// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/account/records.h"

namespace taskglass::localqueue::account {

/// A reason why an order of this kind fails now and then, for a past that was never lived.
[[nodiscard]] TaskFault believableFault(const Order &order);

} // namespace taskglass::localqueue::account
