// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/filtercompletion.h"

#include <atomic>

namespace taskglass {

class TaskColumns;

/// The values that loaded tasks have, for completion: at most \a most a field, sorted. On any thread; a million tasks take
/// some 40 ms. What comes back is incomplete when \a canceled became true.
[[nodiscard]] FilterVocabulary seenValues(const TaskColumns &columns, const std::atomic<bool> *canceled = nullptr, int most = 500);

} // namespace taskglass
