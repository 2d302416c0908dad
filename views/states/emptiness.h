// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/connectionstatus.h"
#include "models/domain/serverprofile.h"
#include "models/domain/taskfilter.h"

#include <QString>

namespace taskglass {

/// Why the table has no rows, in a sentence or two, and what to press.
struct Emptiness
{
    enum class Kind : quint8 { FirstAnswer, NoTasks, NothingOpen, NoMatch };
    Kind kind = Kind::NoTasks;
    QString text;
    QString primary;   ///< Label of the one primary button; empty for none.
    QString secondary;
    bool operator==(const Emptiness &) const = default;
};

/// \a loaded: tasks that the store has; \a lastFinishedAt: kNoTime when nothing is known to have ended.
[[nodiscard]] Emptiness emptinessOf(const ConnectionStatus &status, const ServerProfile &profile, const TaskFilter &filter,
                                    qint64 loaded, EpochNs lastFinishedAt, EpochNs now);

} // namespace taskglass
