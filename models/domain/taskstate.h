// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <array>
#include <optional>

namespace taskglass {

/// What all servers' states map to. Unknown keeps the row when a newer server invents a word; the word itself is kept
/// beside it. CancelRequested is ours: a cancel was sent and the server has not yet said that the task ended.
enum class TaskState : quint8 { Queued, Running, CancelRequested, Succeeded, Failed, Canceled, Unknown };

inline constexpr int kTaskStateCount = 7;
inline constexpr std::array<TaskState, kTaskStateCount> kAllTaskStates {
    TaskState::Queued, TaskState::Running,  TaskState::CancelRequested, TaskState::Succeeded,
    TaskState::Failed, TaskState::Canceled, TaskState::Unknown};

[[nodiscard]] constexpr std::size_t indexOf(TaskState state) { return static_cast<std::size_t>(state); }

/// Succeeded, Failed, Canceled: the server will not change it again.
[[nodiscard]] constexpr bool isFinal(TaskState state)
{
    return state == TaskState::Succeeded || state == TaskState::Failed || state == TaskState::Canceled;
}

/// The stable word of the command line and of exports: "queued", "cancel-requested". Never translated.
[[nodiscard]] QString wordFor(TaskState state);

/// The opposite of wordFor(), case-insensitive; empty for any other word.
[[nodiscard]] std::optional<TaskState> taskStateFromWord(QStringView word);

} // namespace taskglass
