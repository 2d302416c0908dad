// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/progress.h"
#include "models/domain/taskstate.h"
#include "models/domain/time.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>
#include <utility>

namespace taskglass {

/// A task's id as the server's own API accepts it ("90538", "node:77", a UUID): compared, never parsed.
using TaskId = QString;

/// Why a task failed, in the server's words. All plain text.
struct TaskError
{
    QString message;
    QString code;
    QString type;
    QString link;
    bool operator==(const TaskError &) const = default;
};

/// Everything known about one task: the value behind the detail pane, `show` and exports. The table does not hold a
/// million of these; TaskStore makes one when asked.
struct Task
{
    TaskId id;
    TaskState state = TaskState::Unknown;
    QString serverState;                 ///< The server's word, verbatim ("enqueued", "processing-error").
    QString type;                        ///< The server's word, verbatim, old aliases mapped ("documentAdditionOrUpdate").
    QString target;                      ///< Index, subscription …; empty when the task has none.
    std::optional<EpochNs> enqueuedAt;
    std::optional<EpochNs> startedAt;    ///< Empty while waiting.
    std::optional<EpochNs> finishedAt;
    std::optional<DurationNs> ran;       ///< As the server reports it; empty until it ended.
    std::optional<Progress> progress;
    std::optional<TaskError> error;
    std::optional<TaskId> canceledBy;
    std::optional<TaskId> parent;
    QString batch;                       ///< The server's batch id; empty when none.
    QString node;
    QList<std::pair<QString, QString>> labels; ///< ("customMetadata", text), ("X-Opaque-Id", text).
    QByteArray details;                  ///< JSON of the server's details object, byte for byte; empty when none.
    QByteArray raw;                      ///< The server's whole answer for this task, byte for byte.

    // What we saw ourselves, which the server may no longer say.
    std::optional<EpochNs> cancelRequestedAt; ///< When our cancel was accepted; by our clock.
    std::optional<EpochNs> seenStartedAt;     ///< startedAt while it ran, when the server says something else now.
    bool gone = false;                        ///< The server no longer lists it.

    bool operator==(const Task &) const = default;
};

/// enqueuedAt to startedAt; empty when either is unknown or the server's clock stepped back between them.
[[nodiscard]] std::optional<DurationNs> waited(const Task &task);

} // namespace taskglass

Q_DECLARE_METATYPE(taskglass::Task)
