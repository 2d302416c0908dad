// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/task.h"

#include <string_view>

namespace taskglass {

/// \file What one task's raw bytes tell beyond the columns, whichever server sent them: worked out for the detail pane,
/// one task at a time. \a raw is a task object, or an answer that wraps one in `task` (Elasticsearch 5.0+).

/// The object that says what the task does or did: `details` (Meilisearch), `response` (Redis Cloud, stored results of
/// OpenSearch), else a `status` object (running tasks of OpenSearch); byte for byte, empty when there is none.
[[nodiscard]] std::string_view detailsIn(std::string_view raw);

/// The whole `description`, of which the columns keep only the beginning.
[[nodiscard]] QString descriptionIn(std::string_view raw);

/// From `links` (an array) and `_links` (an object keyed by relation), in the server's order. Entries without an address
/// are left out, repeated ones too.
[[nodiscard]] QList<TaskLink> linksIn(std::string_view raw);

} // namespace taskglass
