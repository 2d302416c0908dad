// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/meilisearch/capabilities.h"
#include "app/client/meilisearch/filterquery.h"
#include "models/domain/command.h"

#include <QList>

namespace taskglass::meilisearch {

/// What a draft's filter asks for: exactly what its preview reads and what its command will send, but for the pin.
/// An Error for an empty filter and for what the server cannot be asked.
[[nodiscard]] Result<FilterQuery> draftQuery(CommandKind kind, const TaskFilter &filter, const Dialect &dialect);

/// The requests that carry \a command out, in chunks of exact uids or as one pinned filter. An Error for a command that is
/// not pinned, for ids that are no uids, and for a filter that matches nothing: never an empty query.
[[nodiscard]] Result<QList<HttpRequest>> commandRequests(const Command &command, const Dialect &dialect);

/// The uids in \a ids; empty when one of them is none.
[[nodiscard]] std::vector<qint64> uidsOf(const QList<TaskId> &ids);

} // namespace taskglass::meilisearch
