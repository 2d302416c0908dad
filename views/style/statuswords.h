// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/taskstate.h"

#include <QString>

namespace taskglass {

/// The state in the user's language: "Queued", "Cancel requested". For chips, tables and sentences' beginnings.
[[nodiscard]] QString stateText(TaskState state);

/// As above, but a state that we do not know is shown in the server's own word, verbatim.
[[nodiscard]] QString stateText(TaskState state, const QString &serverWord);

} // namespace taskglass
