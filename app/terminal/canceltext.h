// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/serverprofile.h"

#include <QString>

namespace taskglass {

/// What a cancel would hit, before it is sent: the number, how it divides, oldest and newest, some of the tasks, and what
/// becomes of work already done. \a listed: how many tasks to name.
[[nodiscard]] QString previewText(const CommandPreview &preview, const ServerProfile &server, int listed);

/// "12  canceled", a line a task, then the totals and whatever the server counted differently.
[[nodiscard]] QString reportText(const CommandReport &report);

/// "canceled", "already finished", "refused: …", "not confirmed".
[[nodiscard]] QString outcomeInWords(const CommandOutcome &outcome);

/// Every task that the preview showed was really canceled.
[[nodiscard]] bool tookForEveryTask(const CommandReport &report);

} // namespace taskglass
