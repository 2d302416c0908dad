// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/database.h"
#include "app/localqueue/engine/processing.h"
#include "app/localqueue/engine/query.h"

#include <QSet>
#include <QStringList>

namespace taskglass::localqueue {

/// The uids of one page, and of how many it is one.
struct UidPage
{
    QList<quint32> uids;                ///< In list order, at most the page's limit.
    qint64 total = 0;
    std::optional<quint32> next;
    /// When not 0, the seeded past must be written below this task first: ask again after Past::awaitBelow().
    quint32 awaits = 0;
};

/// Finds tasks by query, the running batch laid over what is stored. Queries by status, type and index alone are
/// answered from counters and sorted indexes, so that a page of a million tasks costs milliseconds; the others gather
/// their matches first. Use it inside one read transaction.
class TaskSelect
{
public:
    TaskSelect(Database &database, const TaskQuery &query, RunningBatchPtr running);

    [[nodiscard]] Result<UidPage> page(const PageRequest &page);
    /// All matches, ascending.
    [[nodiscard]] Result<QList<quint32>> all();
    /// Uids of the batches with a matching member, the running one included, ascending. \a query.batchUids and an empty
    /// query are the caller's affair.
    [[nodiscard]] Result<QList<quint32>> batches();

private:
    [[nodiscard]] Failure prepare();
    [[nodiscard]] QString statusTerm(bool plus) const;
    [[nodiscard]] QString boundsTerm(const QString &column, const TimeBounds &bounds) const;
    [[nodiscard]] QStringList otherTerms() const;
    [[nodiscard]] QStringList dimensionTerms(const QString &except, bool plus) const;
    [[nodiscard]] bool onlyDimensions() const;
    [[nodiscard]] Result<UidPage> pageOfMatches(const PageRequest &page);
    [[nodiscard]] Result<UidPage> pageByIndex(const PageRequest &page);
    [[nodiscard]] Result<qint64> countByDimensions();
    [[nodiscard]] Result<bool> fewByState();
    [[nodiscard]] Result<QList<quint32>> uidsOf(const QString &sql);

    Database &m_database;
    const TaskQuery &m_query;
    RunningBatchPtr m_running;
    bool m_prepared = false;
    bool m_impossible = false;          // an empty list, or names that never were
    bool m_plusTimes = false;           // do not use the indexes of times
    bool m_renames = false;             // some task is found under two names
    std::optional<QList<qint64>> m_names;    // ids of the asked indexes
    std::optional<QList<qint64>> m_visible;  // ids that the key may see
};

} // namespace taskglass::localqueue
