// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/records.h"
#include "models/domain/result.h"

#include <QString>

namespace taskglass::localqueue {

/// An Error with what Meilisearch answers: \a httpStatus, \a code, and its sentence for people and for the wire alike.
[[nodiscard]] Error refusal(int httpStatus, const QString &code, const QString &message);
/// The same as a task's failure.
[[nodiscard]] TaskFailure failureOf(const Error &error);

[[nodiscard]] Error indexNotFound(const QString &uid);
[[nodiscard]] Error internalError(const QString &message);
/// 422, the disk (or the bound set for the store) is full.
[[nodiscard]] Error noSpaceLeft(const QString &message);

/// What a caller that cannot wait gets while a seeded past is still being written. Never for the wire.
[[nodiscard]] Error notWrittenYet();
[[nodiscard]] bool isNotWrittenYet(const Error &error);

} // namespace taskglass::localqueue
