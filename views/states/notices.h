// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/capabilities.h"
#include "models/domain/taskpage.h"
#include "views/states/situation.h"

namespace taskglass {

// What to say about the rows themselves; pure functions like those of situation.h.

/// "212 internal tasks hidden", with a way to see them; or, while they are \a shown, with a way to hide them again. Empty
/// where the server has no such tasks, or none would match.
[[nodiscard]] std::optional<Notice> housekeepingNotice(const Capabilities &can, qint64 hidden, bool shown);
/// "2 of 5 nodes did not answer", with their names and reasons; empty when all did.
[[nodiscard]] std::optional<Notice> nodesNotice(const QList<NodeInfo> &nodes);
/// Both in one bar, since every bar costs the table a row.
[[nodiscard]] std::optional<Notice> joined(std::optional<Notice> first, const std::optional<Notice> &second);

} // namespace taskglass
