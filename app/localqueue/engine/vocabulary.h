// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace taskglass::localqueue {

/// Where a task stands. The numbers are stored: never renumber.
enum class TaskStatus : quint8 { Enqueued = 0, Processing = 1, Succeeded = 2, Failed = 3, Canceled = 4 };

/// What a task does. Meilisearch's types of today, as far as this queue can do them; old names are the dialects' affair.
/// The numbers are stored: never renumber.
enum class TaskKind : quint8 {
    DocumentAdditionOrUpdate = 0,
    DocumentDeletion = 1,
    SettingsUpdate = 2,
    IndexCreation = 3,
    IndexDeletion = 4,
    IndexUpdate = 5,
    IndexSwap = 6,
    TaskCancelation = 7,
    TaskDeletion = 8,
    DumpCreation = 9,
    SnapshotCreation = 10,
    IndexCompaction = 11
};

inline constexpr std::array kAllTaskStatuses {
    TaskStatus::Enqueued, TaskStatus::Processing, TaskStatus::Succeeded, TaskStatus::Failed, TaskStatus::Canceled};

inline constexpr std::array kAllTaskKinds {
    TaskKind::DocumentAdditionOrUpdate, TaskKind::DocumentDeletion, TaskKind::SettingsUpdate, TaskKind::IndexCreation,
    TaskKind::IndexDeletion, TaskKind::IndexUpdate, TaskKind::IndexSwap, TaskKind::TaskCancelation,
    TaskKind::TaskDeletion, TaskKind::DumpCreation, TaskKind::SnapshotCreation, TaskKind::IndexCompaction};

/// Meilisearch's word: "enqueued", "documentAdditionOrUpdate".
[[nodiscard]] QString wordFor(TaskStatus status);
[[nodiscard]] QString wordFor(TaskKind kind);
/// The opposite, case-insensitive as Meilisearch's filters are; empty for any other word.
[[nodiscard]] std::optional<TaskStatus> taskStatusFromWord(QStringView word);
[[nodiscard]] std::optional<TaskKind> taskKindFromWord(QStringView word);

/// Succeeded, Failed, Canceled.
[[nodiscard]] constexpr bool isFinished(TaskStatus status)
{
    return status != TaskStatus::Enqueued && status != TaskStatus::Processing;
}

/// True for kinds that belong to one index and therefore carry its uid.
[[nodiscard]] constexpr bool hasIndex(TaskKind kind)
{
    return kind != TaskKind::IndexSwap && kind != TaskKind::TaskCancelation && kind != TaskKind::TaskDeletion
        && kind != TaskKind::DumpCreation && kind != TaskKind::SnapshotCreation;
}

} // namespace taskglass::localqueue
