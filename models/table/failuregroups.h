// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/filtercompletion.h"
#include "models/domain/task.h"
#include "models/domain/taskfilter.h"
#include "models/store/taskstore.h"

#include <QList>

namespace taskglass {

/// Failed tasks whose errors say the same thing about different documents, fields or numbers.
struct FailureGroup
{
    QString pattern;             ///< The message with what varies as "…": plain text for people.
    QString code;                ///< The server's code, shared by all of the group.
    qint64 count = 0;
    EpochNs firstSeen = kNoTime; ///< finishedAt, else enqueuedAt, of the first and the last failure.
    EpochNs lastSeen = kNoTime;
    TaskId sample;               ///< The last one to fail.
    bool operator==(const FailureGroup &) const = default;
};

/// The groups of all loaded failed tasks, largest first, at most \a most. Each distinct message is looked at once; beside
/// that it is one pass over two columns.
[[nodiscard]] QList<FailureGroup> failureGroups(const TaskStore &store, int most = 50);

/// \a message with numbers, quoted and backticked names and ids replaced by "…", on one line.
[[nodiscard]] QString failurePattern(const QString &message);

/// Shows a group's tasks: its code and the longest part of its pattern that does not vary. May show a few more.
[[nodiscard]] TaskFilter filterFor(const FailureGroup &group);

/// The values that loaded tasks have, for completion; at most \a most a field, sorted.
[[nodiscard]] FilterVocabulary seenValues(const TaskStore &store, int most = 500);

} // namespace taskglass
