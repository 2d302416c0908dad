// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace taskglass {

/// Stands in patterns for what differs between failures of one kind.
inline constexpr QChar kVaries = u'…';

/// \a message with numbers, quoted and backticked names and ids replaced by kVaries, on one line.
[[nodiscard]] QString failurePattern(const QString &message);

} // namespace taskglass
