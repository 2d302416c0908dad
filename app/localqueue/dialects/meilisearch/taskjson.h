// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/dialects/meilisearch/apiversion.h"
#include "app/localqueue/engine/records.h"

#include <QByteArray>

namespace taskglass::localqueue::meilisearch {

/// A task as GET /tasks/{uid} of that release shows it, keys in its order.
[[nodiscard]] QByteArray taskJson(const TaskRecord &task, ApiVersion api);

/// What an asynchronous write answers: taskUid (uid before 0.28), index, status, type, enqueuedAt.
[[nodiscard]] QByteArray summaryJson(const TaskRecord &task, ApiVersion api);

/// The type's name in that release: documentAddition, documentPartial and clearAll before 0.28.
[[nodiscard]] QString typeName(const TaskRecord &task, ApiVersion api);

/// 1.12+.
[[nodiscard]] QByteArray batchJson(const BatchRecord &batch, ApiVersion api);

/// The uid that the dump of this task has, which clients before 0.28 ask by: made of the time it was enqueued.
[[nodiscard]] QString legacyDumpUid(const TaskRecord &task);

/// JSON text of a time, null for kNoTime.
[[nodiscard]] QByteArray timeJson(EpochNs time);

} // namespace taskglass::localqueue::meilisearch
