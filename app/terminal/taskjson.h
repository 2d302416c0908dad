// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/serverprofile.h"
#include "models/domain/task.h"

#include <QByteArray>

namespace taskglass {

/// What a task alone does not know, for its JSON.
struct TaskContext
{
    QString server;                        ///< The saved name, or the URL.
    ServerKind kind = ServerKind::Auto;    ///< As detected.
    bool canCancel = false;                ///< The server, its version and the key allow it.
};

/// What `watch` says about a task; None outside of it.
enum class TaskEvent : quint8 { None, Added, Changed, Gone };
[[nodiscard]] QByteArray wordFor(TaskEvent event);

struct TaskJsonOptions
{
    bool raw = false;      ///< Adds "raw": the server's bytes as they came (line ends between tokens become blanks).
    bool escaped = false;  ///< For terminals: what could command one is written as \u escapes, in raw and details too.
};

/// One task as one line of JSON, without a line end: keys and meaning are a contract (see the manual page). What the
/// server did not give is null.
[[nodiscard]] QByteArray taskToJson(const Task &task, const TaskContext &context, TaskEvent event = TaskEvent::None,
                                    TaskJsonOptions options = {});

/// \a text as a JSON string with its quotes.
[[nodiscard]] QByteArray jsonString(const QString &text);

} // namespace taskglass
