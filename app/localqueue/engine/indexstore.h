// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/database.h"
#include "app/localqueue/engine/records.h"

#include <functional>
#include <map>

namespace taskglass::localqueue {

/// An index as stored.
struct IndexRow
{
    qint64 id = 0;                      ///< Ours; stays when names are swapped.
    QString uid;
    std::optional<QString> primaryKey;
    EpochNs createdAt = kNoTime;
    EpochNs updatedAt = kNoTime;
    QByteArray settings;                ///< JSON object of the settings that were set; empty: none.
    qint64 documents = 0;
    qint64 bytes = 0;
};

/// What a job changes in an index's totals, gathered while it works and written once.
struct IndexTotals
{
    qint64 documents = 0;
    qint64 bytes = 0;
    std::map<QString, qint64> fields;   ///< How many more (or fewer) documents have that field.

    void add(QByteArrayView document, int sign);
};

// The index store: indexes, settings and documents in a file of their own, so that a long import holds no lock that
// registering a task needs. Only the scheduler writes here.
namespace indexstore {

[[nodiscard]] Failure createSchema(Database &database);

[[nodiscard]] Result<std::optional<IndexRow>> find(Database &database, const QString &uid);
/// One that must be there: Meilisearch's error when it is not.
[[nodiscard]] Result<IndexRow> existing(Database &database, const QString &uid);
[[nodiscard]] Result<QList<IndexRow>> list(Database &database, qint64 offset, qint64 limit);
[[nodiscard]] Result<qint64> count(Database &database);
[[nodiscard]] Failure create(Database &database, const QString &uid, const std::optional<QString> &primaryKey, EpochNs now);
/// With its documents.
[[nodiscard]] Failure remove(Database &database, const IndexRow &index);
/// Primary key, settings and updatedAt.
[[nodiscard]] Failure update(Database &database, const IndexRow &index);
[[nodiscard]] Failure rename(Database &database, const QString &from, const QString &to);
[[nodiscard]] Failure swap(Database &database, const QString &lhs, const QString &rhs);
[[nodiscard]] Failure addTotals(Database &database, qint64 index, const IndexTotals &totals);
[[nodiscard]] Result<QList<std::pair<QString, qint64>>> fieldDistribution(Database &database, qint64 index);

[[nodiscard]] Result<std::optional<QByteArray>> document(Database &database, qint64 index, const QString &id);
[[nodiscard]] Result<QList<QByteArray>> documents(Database &database, qint64 index, qint64 offset, qint64 limit);
/// Calls \a visit with id and body of each document until it answers false.
[[nodiscard]] Failure forEachDocument(Database &database, qint64 index,
                                      const std::function<bool(const QString &, const QByteArray &)> &visit);
/// Answers how many there were.
[[nodiscard]] Result<qint64> clear(Database &database, const IndexRow &index);

/// The last batch that changed this store, written in the same transaction as its changes: if the process dies before the
/// task store hears of it, the next start writes it there, and the work is not done twice. Empty when none.
[[nodiscard]] Result<QByteArray> redo(Database &database);
[[nodiscard]] Failure setRedo(Database &database, const QByteArray &outcome);

} // namespace indexstore

} // namespace taskglass::localqueue
