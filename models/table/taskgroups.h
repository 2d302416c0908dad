// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/capabilities.h"
#include "models/domain/taskfilter.h"
#include "models/store/taskcolumns.h"
#include "models/table/columns.h"

#include <QList>

#include <atomic>
#include <map>
#include <utility>
#include <vector>

namespace taskglass {

/// Tasks that have something in common: a column's text, or what their errors say about different documents, fields and
/// numbers.
struct TaskGroup
{
    QString name;                ///< Plain text for people: the text (or the title that goes with it), or the message with what varies as kVaries.
    QString value;               ///< In the server's words: the column's text, or the errors' code.
    qint64 count = 0;
    EpochNs firstSeen = kNoTime; ///< When the earliest and the latest of them ended, else started, else were enqueued.
    EpochNs lastSeen = kNoTime;
    TaskId sample;               ///< The latest one.
    bool operator==(const TaskGroup &) const = default;
};

/// The largest groups of a store's tasks.
struct TaskGroups
{
    QList<TaskGroup> largest; ///< Largest first.
    qint64 others = 0;        ///< So many smaller groups are not listed.
    bool complete = true;     ///< False: counting has to go on, errors are still to be read.
    bool operator==(const TaskGroups &) const = default;
};

/// Columns whose texts make groups on a server that \a can do that, Column::Error first.
[[nodiscard]] QList<Column> groupableColumns(const Capabilities &can);

/// Groups the loaded tasks of one store by one column, again and again: what each distinct error says is worked out once,
/// until the store gives some of them back. By Column::Error, failed tasks only. On any thread, one at a time. After the store's reset another one is needed.
class GroupCounter
{
public:
    /// \a housekeeping: counts Task::housekeeping ones, too, because the table shows them.
    GroupCounter(Column column, bool housekeeping);
    /// What comes back means nothing when \a canceled became true.
    [[nodiscard]] TaskGroups count(const TaskColumns &columns, const std::atomic<bool> *canceled = nullptr, int most = 50);

private:
    /// What a distinct error says: code and pattern.
    using Saying = std::pair<QString, QString>;

    bool learnErrors(const TaskColumns &columns, const std::atomic<bool> *canceled);
    [[nodiscard]] quint32 keyOf(const TaskColumns &columns, Slot slot) const;
    void describe(const TaskColumns &columns, TaskGroup &group, Slot sample) const;

    Column m_column;
    bool m_housekeeping;
    std::vector<quint32> m_sayingOf;     ///< By the store's number of an error.
    std::map<Saying, quint32> m_sayings; ///< Numbered from 1.
    quint64 m_generation = 0;            ///< Of the store's errors.
};

/// Shows the tasks of a group by \a column. Of errors: code and the longest part of the pattern that does not vary, which
/// may show a few more.
[[nodiscard]] TaskFilter filterFor(const TaskGroup &group, Column column);

} // namespace taskglass
