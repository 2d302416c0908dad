// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/task.h"
#include "models/domain/taskfilter.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>
#include <utility>

namespace taskglass {

enum class CommandKind : quint8 { Cancel, Delete, Rethrottle };

/// What the user pointed at: some tasks, or everything that a filter matches. Exactly one of the two.
struct CommandDraft
{
    CommandKind kind = CommandKind::Cancel;
    QList<TaskId> ids;
    TaskFilter filter;
    double requestsPerSecond = -1; ///< Rethrottle only: above 0, or -1 for as fast as it goes.
    bool waitForEnd = false;       ///< Cancel only: the answer shall come when the tasks have really stopped, where the server can.
    /// Nothing pointed at: such a draft is refused everywhere, so that an empty filter can never cancel.
    [[nodiscard]] bool isEmpty() const { return ids.isEmpty() && filter.isEmpty(); }
};

/// A draft after its preview, pinned to what was shown: tasks that arrive later are never hit. Only a preview makes one.
struct Command
{
    QString id;                            ///< Ours, unique; names the report and the audit lines.
    CommandKind kind = CommandKind::Cancel;
    QList<TaskId> ids;                     ///< Exact set; or empty, then filter and pin apply.
    TaskFilter filter;
    std::optional<EpochNs> enqueuedBefore; ///< Exclusive: newest previewed enqueuedAt + 1 ns. Always set with a filter.
    qint64 previewed = 0;                  ///< How many tasks the preview showed.
    QString reason;                        ///< For the local audit only.
    double requestsPerSecond = -1;         ///< As in the draft.
    bool waitForEnd = false;               ///< As in the draft.
    /// True for a command that may be sent: exact ids, or a non-empty filter with its pin.
    [[nodiscard]] bool isPinned() const { return !ids.isEmpty() || (!filter.isEmpty() && enqueuedBefore.has_value()); }
};

/// What the confirmation shows: read from the server with the very filter that will be sent.
struct CommandPreview
{
    Command command;
    qint64 count = 0;
    QList<std::pair<TaskState, qint64>> byState;
    QList<std::pair<QString, qint64>> byType;   ///< Largest first.
    QList<std::pair<QString, qint64>> byTarget;
    TaskId oldest;
    TaskId newest;
    std::optional<EpochNs> oldestEnqueuedAt;
    std::optional<EpochNs> newestEnqueuedAt;
    QList<Task> tasks;                          ///< The first 1,000, newest first; without raw bytes.
    QString means;                              ///< What the command does here, in the protocol's words.
    QString curl;                               ///< The requests as they will be sent, with secrets left out.
    QString note;                               ///< A warning in a sentence ("12 of them finished meanwhile"), or empty.
};

/// What became of one task of a command.
struct CommandOutcome
{
    enum class Kind : quint8 { Pending, Canceled, Deleted, Rethrottled, AlreadyFinished, Refused, NotConfirmed };
    TaskId id;
    Kind kind = Kind::Pending;
    QString reason; ///< Refused only: one sentence.
    bool operator==(const CommandOutcome &) const = default;
};

/// How a sent command stands. Emitted again on every change until done.
struct CommandReport
{
    Command command;
    enum class Phase : quint8 { Sending, Accepted, Done, Failed };
    Phase phase = Phase::Sending;
    QList<TaskId> serverTasks;              ///< The tasks that carry the command out (Meilisearch taskCancelation uids).
    std::optional<qint64> matched;          ///< As the server counted; compared with command.previewed.
    std::optional<qint64> affected;         ///< Really canceled or deleted.
    QList<CommandOutcome> outcomes;         ///< A line per task, of the first 1,000 when pinned by filter.
    QString difference;                     ///< In words, when the server's counts and the preview differ; else empty.
    std::optional<Error> error;
    EpochNs sentAt = kNoTime;
    EpochNs doneAt = kNoTime;
};

} // namespace taskglass

Q_DECLARE_METATYPE(taskglass::CommandDraft)
Q_DECLARE_METATYPE(taskglass::Command)
Q_DECLARE_METATYPE(taskglass::CommandPreview)
Q_DECLARE_METATYPE(taskglass::CommandReport)
