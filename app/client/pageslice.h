// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/taskpage.h"

#include <cstddef>
#include <memory>
#include <span>

namespace taskglass {

/// Rows \a first … \a first + \a count - 1 of \a page as a page of their own, with the strings and raw blocks that they
/// use. So a page of 10,000 tasks can go to the store in steps that fit between two frames. Costs some 0.1 µs a string.
[[nodiscard]] TaskPagePtr slice(const TaskPage &page, std::size_t first, std::size_t count);

/// The rows of \a page that \a indices name, in that order, as a page of their own: not shared yet, so that the caller can
/// still change its rows. A few rows take their raw bytes along in a new block, so that each small change of a large list
/// does not keep that whole list's bytes in memory.
[[nodiscard]] std::shared_ptr<TaskPage> pick(const TaskPage &page, std::span<const std::size_t> indices);

} // namespace taskglass
