// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/task.h"

#include <QString>

namespace taskglass {

/// Everything known about a task, for people: why it failed first, then what it is, when what happened with each gap
/// named, then the server's details as it sent them. Ends with a line end. \a safe: for a terminal, where nothing of the
/// server's text may act as a command; else details are verbatim.
[[nodiscard]] QString showText(const Task &task, const QString &server, EpochNs now, bool safe);

/// The part of it about times: a line a moment, a line a gap.
[[nodiscard]] QString timelineText(const Task &task, EpochNs now);

} // namespace taskglass
