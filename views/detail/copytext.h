// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/connectionstatus.h"
#include "models/domain/serverprofile.h"
#include "models/domain/task.h"

#include <QString>

namespace taskglass {

/// What goes to the clipboard. Pure functions; no secret ever gets into any of them. Times are RFC 3339 in UTC and words
/// are the stable ones of the command line, because such text is read by other programs and in other countries.

/// One line, columns separated by tabs: id, status, type, index, enqueued, waited, ran, error.
[[nodiscard]] QString taskAsLine(const Task &task);

/// What the server sent for this task, byte for byte; empty when that is not known.
[[nodiscard]] QString taskAsJson(const Task &task);

/// A command line that asks the server for this task. The key is named by an environment variable, never written.
[[nodiscard]] QString taskAsCurl(const Task &task, const ServerProfile &server, ServerKind detected);

/// Markdown for a bug report: the task, the server and its version, the error, the times, the answer with what looks like a
/// secret removed.
[[nodiscard]] QString taskAsBugReport(const Task &task, const ServerProfile &server, const ConnectionStatus &status);

/// \a text as one word of a POSIX shell.
[[nodiscard]] QString shellQuoted(const QString &text);

} // namespace taskglass
