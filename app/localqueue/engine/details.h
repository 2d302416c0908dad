// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/work.h"

#include <QByteArray>
#include <QStringView>

#include <optional>
#include <vector>

namespace taskglass::localqueue {

// A task's `details`, in 1.50's shape and key order: written when the task is registered, when it ends, and when it ends
// badly. Counts are empty (null) until it is finished.
using Count = std::optional<qint64>;

[[nodiscard]] QByteArray importDetails(qint64 received, Count indexed);
[[nodiscard]] QByteArray deletionByIdsDetails(qint64 provided, Count deleted);
/// \a filter is the JSON text that was posted; it is shown as a text.
[[nodiscard]] QByteArray deletionByFilterDetails(const QByteArray &filter, Count deleted);
[[nodiscard]] QByteArray clearDetails(Count deleted);
[[nodiscard]] QByteArray indexCreationDetails(const std::optional<QString> &primaryKey);
[[nodiscard]] QByteArray indexUpdateDetails(const IndexUpdate &update, const QString &oldUid);
[[nodiscard]] QByteArray swapDetails(const QList<IndexPair> &swaps);
[[nodiscard]] QList<IndexPair> swapsFrom(const QByteArray &details);
[[nodiscard]] QByteArray dumpDetails(const std::optional<QString> &dumpUid);
/// \a counted is "canceledTasks" or "deletedTasks".
[[nodiscard]] QByteArray matchDetails(qint64 matched, QByteArrayView counted, Count done, const QString &originalFilter);
[[nodiscard]] QByteArray compactionDetails(qint64 bytesBefore, qint64 bytesAfter);

/// The details of a task that failed or was canceled: the counts that were null are 0.
[[nodiscard]] QByteArray detailsWithoutSuccess(TaskKind kind, const QByteArray &pending);

/// The details of a batch: numbers summed, original filters joined by `&`, other members from the last task that has
/// them. Null members are kept only while it runs, and resets of settings always.
[[nodiscard]] QByteArray mergedDetails(const std::vector<std::pair<TaskKind, QByteArray>> &members, bool finished);

/// "632 KiB", "4 MiB": binary units, as Meilisearch writes sizes.
[[nodiscard]] QString humanSize(qint64 bytes);
/// "65.41µs", "1.02s": as Meilisearch writes the durations of its traces.
[[nodiscard]] QString humanDuration(qint64 ns);

} // namespace taskglass::localqueue
