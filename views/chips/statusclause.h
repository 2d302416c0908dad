// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/taskfilter.h"
#include "models/domain/taskstate.h"

#include <QList>
#include <QString>

namespace taskglass {

// Chips and filter text are two views of one filter. These functions carry a change from one to the other; the user's
// own words, order and quotes around it stay as typed.

/// The states that the filter's status clauses at the top level let through; empty when there is none (all are shown).
[[nodiscard]] QList<TaskState> statesIn(const TaskFilter &filter);

/// \a text with its status clause replaced by \a states; an empty list removes it. A text with OR at the top level is put
/// into parentheses first, so that the clause holds for all of it.
[[nodiscard]] QString withStates(const QString &text, const QList<TaskState> &states);

/// \a text and \a clause must both match; a text that says so already stays as it is.
[[nodiscard]] QString withClause(const QString &text, const QString &clause);

} // namespace taskglass
