// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/database.h"
#include "app/localqueue/engine/processing.h"
#include "app/localqueue/engine/query.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace taskglass::localqueue {

/// A task query as SQL conditions on the rows of `tasks`, the running batch laid over what is stored. Keeps a reference to
/// the query, and no connection.
class TaskTerms
{
public:
    /// \a running may be null; a batch without tasks must come as null.
    TaskTerms(const TaskQuery &query, RunningBatchPtr running);

    /// Looks up the names that the query asks for. To be called before anything else; later calls do nothing.
    [[nodiscard]] Failure prepare(Database &database);
    /// Nothing can match: an empty list, or names that never were.
    [[nodiscard]] bool areImpossible() const { return m_impossible; }
    /// Only status, type and index are asked for, and each task is found under one index.
    [[nodiscard]] bool onlyDimensions() const;

    /// Everything that is not status, type or index. \a plusTimes keeps SQLite from using the indexes of times.
    [[nodiscard]] QStringList others(bool plusTimes) const;
    /// Status, type and index, without the column \a except ("status", "kind" or "idx"; empty for all). \a plus keeps
    /// SQLite from using their indexes.
    [[nodiscard]] QStringList dimensions(const QString &except, bool plus) const;
    /// Uids of the running batch's tasks for an IN (…); empty when nothing runs.
    [[nodiscard]] QString runningUids() const;

    /// Ids of the asked indexes; absent when all are.
    [[nodiscard]] const std::optional<QList<qint64>> &names() const { return m_names; }
    /// Ids of the indexes that the key may see; absent for all.
    [[nodiscard]] const std::optional<QList<qint64>> &visible() const { return m_visible; }

private:
    [[nodiscard]] QString statusTerm(bool plus) const;

    const TaskQuery &m_query;
    RunningBatchPtr m_running;
    bool m_prepared = false;
    bool m_impossible = false;
    bool m_renames = false;             // some task is found under two names
    std::optional<QList<qint64>> m_names;
    std::optional<QList<qint64>> m_visible;
};

} // namespace taskglass::localqueue
