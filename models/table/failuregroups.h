// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/task.h"
#include "models/domain/taskfilter.h"
#include "models/store/taskstore.h"

#include <QList>

#include <map>
#include <utility>
#include <vector>

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

/// Counts the failed tasks of one store by group, again and again: what each distinct error says is worked out once.
class FailureCounter
{
public:
    /// Works out the groups of at most \a most errors (2 µs each) that are new in \a store; false when more are left.
    bool learn(const TaskStore &store, std::size_t most);
    /// Another store, or the same after a reset: its errors are others.
    void forget();
    /// The groups of all loaded failed tasks whose errors were learnt, largest first, at most \a most. One pass over a few
    /// columns.
    [[nodiscard]] QList<FailureGroup> groups(const TaskStore &store, int most = 50) const;

private:
    std::vector<quint32> m_groupOf;                       ///< By the store's number of an error.
    std::map<std::pair<QString, QString>, quint32> m_groups; ///< By code and pattern.
};

/// The same at once.
[[nodiscard]] QList<FailureGroup> failureGroups(const TaskStore &store, int most = 50);

/// \a message with numbers, quoted and backticked names and ids replaced by "…", on one line.
[[nodiscard]] QString failurePattern(const QString &message);

/// Shows a group's tasks: its code and the longest part of its pattern that does not vary. May show a few more.
[[nodiscard]] TaskFilter filterFor(const FailureGroup &group);

} // namespace taskglass
