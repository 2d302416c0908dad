// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/database.h"
#include "app/localqueue/engine/processing.h"
#include "app/localqueue/engine/query.h"
#include "app/localqueue/engine/taskterms.h"

#include <QList>
#include <QString>

#include <optional>

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
    [[nodiscard]] Result<UidPage> pageOfMatches(const PageRequest &page);
    [[nodiscard]] Result<UidPage> pageByIndex(const PageRequest &page);
    [[nodiscard]] Result<qint64> countByDimensions();
    [[nodiscard]] Result<bool> fewByState();
    [[nodiscard]] Result<QList<quint32>> uidsOf(const QString &sql);

    Database &m_database;
    const TaskQuery &m_query;
    RunningBatchPtr m_running;
    TaskTerms m_terms;
};

} // namespace taskglass::localqueue
