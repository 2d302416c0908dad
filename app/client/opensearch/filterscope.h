// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/opensearch/requests.h"
#include "models/domain/taskfilter.h"

#include <optional>

namespace taskglass::opensearch {

/// \a filter in the server's own terms (`nodes`, `actions`, `parent_task_id`), when it consists of nothing else and these
/// can say it; empty otherwise. The one translation: previews, cancels by filter and cURL text all come from here.
[[nodiscard]] std::optional<ListScope> scopeOf(const TaskFilter &filter, const QList<NodeInfo> &nodes);

} // namespace taskglass::opensearch
