// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/filtercompletion.h"

namespace taskglass {

class TaskColumns;

/// The distinct values that loaded tasks have, at most \a kVocabularyLimit of each kind, in order of first sight. One
/// pass over the columns: some milliseconds for a million tasks, so not for every key stroke.
[[nodiscard]] FilterVocabulary vocabularyOf(const TaskColumns &columns);
inline constexpr int kVocabularyLimit = 500;

} // namespace taskglass
