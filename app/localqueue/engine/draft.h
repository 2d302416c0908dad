// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/taskstore.h"
#include "app/localqueue/engine/work.h"

namespace taskglass::localqueue {

/// A task that was checked and is ready to be stored. The matched tasks of a cancelation or deletion are looked up later,
/// in the transaction that stores it.
struct CheckedTask
{
    TaskDraft draft;
    StoredWork work;
    QByteArray body;
    const TaskQuery *query = nullptr;   ///< Cancelation, deletion: into the NewTask that was checked.
};

/// Checks what Meilisearch checks before it answers: the payload, the settings, the filter's syntax.
[[nodiscard]] Result<CheckedTask> checkTask(const NewTask &task);

} // namespace taskglass::localqueue
