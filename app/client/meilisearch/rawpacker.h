// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/taskpage.h"

#include <memory>
#include <string_view>
#include <vector>

namespace taskglass::meilisearch {

/// Packs the bytes of each row into blocks, and tells each row where its bytes are. \a raw and \a rows go in step.
/// Compressing costs more than parsing, so that large pages use several threads; returns when all are done.
[[nodiscard]] std::vector<std::shared_ptr<const RawBlock>> packRaw(const std::vector<std::string_view> &raw,
                                                                   std::vector<TaskRow> &rows);

} // namespace taskglass::meilisearch
