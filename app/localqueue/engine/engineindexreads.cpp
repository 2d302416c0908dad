// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's answers about indexes and documents.
#include "app/localqueue/engine/engineprivate.h"
#include "app/localqueue/engine/refusal.h"
#include "app/localqueue/engine/settings.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

IndexRecord recordOf(const IndexRow &row)
{
    return {row.uid, row.primaryKey, row.createdAt, row.updatedAt};
}

/// What \a read(database) answers, in one transaction: its parts tell the same moment.
template<typename Read>
auto readIndexes(DatabasePool &indexes, const Read &read) -> decltype(read(std::declval<Database &>()))
{
    const Result<Database *> database = indexes.get();
    if (!database)
        return database.error();
    Transaction transaction(*database.value(), Transaction::Mode::Read);
    return read(*database.value());
}

/// What \a read(database, row) answers of the index \a uid, likewise; it must be there.
template<typename Read>
auto readIndex(DatabasePool &indexes, const QString &uid, const Read &read)
{
    using Answer = decltype(read(std::declval<Database &>(), std::declval<const IndexRow &>()));
    return readIndexes(indexes, [&](Database &database) -> Answer {
        const Result<IndexRow> row = indexstore::existing(database, uid);
        if (!row)
            return row.error();
        return read(database, row.value());
    });
}

} // namespace

Result<IndexList> Engine::indexes(qint64 offset, qint64 limit) const
{
    return readIndexes(*d->indexes, [&](Database &database) -> Result<IndexList> {
        const Result<QList<IndexRow>> rows = indexstore::list(database, offset, limit);
        if (!rows)
            return rows.error();
        const Result<qint64> total = indexstore::count(database);
        if (!total)
            return total.error();
        IndexList list;
        for (const IndexRow &row : rows.value())
            list.indexes.append(recordOf(row));
        list.total = total.value();
        return list;
    });
}

Result<IndexRecord> Engine::index(const QString &uid) const
{
    return readIndex(*d->indexes, uid, [](Database &, const IndexRow &row) -> Result<IndexRecord> { return recordOf(row); });
}

Result<QByteArray> Engine::settings(const QString &uid) const
{
    return readIndex(*d->indexes, uid, [](Database &, const IndexRow &row) -> Result<QByteArray> { return settingsWithDefaults(row.settings); });
}

Result<DocumentList> Engine::documents(const QString &uid, qint64 offset, qint64 limit) const
{
    return readIndex(*d->indexes, uid, [&](Database &database, const IndexRow &row) -> Result<DocumentList> {
        Result<QList<QByteArray>> bodies = indexstore::documents(database, row.id, offset, limit);
        if (!bodies)
            return bodies.error();
        return DocumentList {bodies.take(), row.documents};
    });
}

Result<QByteArray> Engine::document(const QString &uid, const QString &id) const
{
    return readIndex(*d->indexes, uid, [&](Database &database, const IndexRow &row) -> Result<QByteArray> {
        const Result<std::optional<QByteArray>> body = indexstore::document(database, row.id, id);
        if (!body)
            return body.error();
        if (!body.value())
            return refusal(404, u"document_not_found"_s, u"Document `%1` not found."_s.arg(id));
        return *body.value();
    });
}

Result<EngineStats> Engine::stats() const
{
    const RunningBatchPtr running = d->processing.running();
    return readIndexes(*d->indexes, [&](Database &database) -> Result<EngineStats> {
        const Result<QList<IndexRow>> rows = indexstore::list(database, 0, -1);
        if (!rows)
            return rows.error();
        EngineStats stats;
        Statement pages(database, u"SELECT page_count * page_size, (page_count - freelist_count) * page_size "
                                  "FROM pragma_page_count(), pragma_freelist_count(), pragma_page_size()"_s);
        if (const Failure failure = pages.run())
            return *failure;
        if (pages.next()) {
            stats.databaseBytes = pages.integer(0);
            stats.usedBytes = pages.integer(1);
        }
        for (const IndexRow &row : rows.value()) {
            const auto fields = indexstore::fieldDistribution(database, row.id);
            if (!fields)
                return fields.error();
            stats.lastUpdate = std::max(stats.lastUpdate, row.updatedAt);
            stats.indexes.append({row.uid, row.documents, row.bytes, running && running->indexUid == row.uid, fields.value()});
        }
        return stats;
    });
}

} // namespace taskglass::localqueue
