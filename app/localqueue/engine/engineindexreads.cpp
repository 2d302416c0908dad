// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's answers about indexes and documents.
#include "app/localqueue/engine/engineprivate.h"
#include "app/localqueue/engine/refusal.h"
#include "app/localqueue/engine/settings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

IndexRecord recordOf(const IndexRow &row)
{
    return {row.uid, row.primaryKey, row.createdAt, row.updatedAt};
}

} // namespace

Result<IndexList> Engine::indexes(qint64 offset, qint64 limit) const
{
    const Result<Database *> database = d->indexes->get();
    if (!database)
        return database.error();
    Transaction transaction(*database.value(), Transaction::Mode::Read);
    const Result<QList<IndexRow>> rows = indexstore::list(*database.value(), offset, limit);
    if (!rows)
        return rows.error();
    const Result<qint64> total = indexstore::count(*database.value());
    if (!total)
        return total.error();
    IndexList list;
    for (const IndexRow &row : rows.value())
        list.indexes.append(recordOf(row));
    list.total = total.value();
    return list;
}

Result<IndexRecord> Engine::index(const QString &uid) const
{
    const Result<Database *> database = d->indexes->get();
    if (!database)
        return database.error();
    const Result<IndexRow> row = indexstore::existing(*database.value(), uid);
    if (!row)
        return row.error();
    return recordOf(row.value());
}

Result<QByteArray> Engine::settings(const QString &uid) const
{
    const Result<Database *> database = d->indexes->get();
    if (!database)
        return database.error();
    const Result<IndexRow> row = indexstore::existing(*database.value(), uid);
    if (!row)
        return row.error();
    return settingsWithDefaults(row.value().settings);
}

Result<DocumentList> Engine::documents(const QString &uid, qint64 offset, qint64 limit) const
{
    const Result<Database *> database = d->indexes->get();
    if (!database)
        return database.error();
    Transaction transaction(*database.value(), Transaction::Mode::Read);
    const Result<IndexRow> row = indexstore::existing(*database.value(), uid);
    if (!row)
        return row.error();
    Result<QList<QByteArray>> bodies = indexstore::documents(*database.value(), row.value().id, offset, limit);
    if (!bodies)
        return bodies.error();
    return DocumentList {bodies.take(), row.value().documents};
}

Result<QByteArray> Engine::document(const QString &uid, const QString &id) const
{
    const Result<Database *> database = d->indexes->get();
    if (!database)
        return database.error();
    Transaction transaction(*database.value(), Transaction::Mode::Read);
    const Result<IndexRow> row = indexstore::existing(*database.value(), uid);
    if (!row)
        return row.error();
    const Result<std::optional<QByteArray>> body = indexstore::document(*database.value(), row.value().id, id);
    if (!body)
        return body.error();
    if (!body.value())
        return refusal(404, u"document_not_found"_s, u"Document `%1` not found."_s.arg(id));
    return *body.value();
}

Result<EngineStats> Engine::stats() const
{
    const Result<Database *> database = d->indexes->get();
    if (!database)
        return database.error();
    const RunningBatchPtr running = d->processing.running();
    Transaction transaction(*database.value(), Transaction::Mode::Read);
    const Result<QList<IndexRow>> rows = indexstore::list(*database.value(), 0, -1);
    if (!rows)
        return rows.error();
    EngineStats stats;
    Statement pages(*database.value(), u"SELECT page_count * page_size, (page_count - freelist_count) * page_size "
                                       "FROM pragma_page_count(), pragma_freelist_count(), pragma_page_size()"_s);
    if (const Failure failure = pages.run())
        return *failure;
    if (pages.next()) {
        stats.databaseBytes = pages.integer(0);
        stats.usedBytes = pages.integer(1);
    }
    for (const IndexRow &row : rows.value()) {
        const auto fields = indexstore::fieldDistribution(*database.value(), row.id);
        if (!fields)
            return fields.error();
        stats.lastUpdate = std::max(stats.lastUpdate, row.updatedAt);
        stats.indexes.append({row.uid, row.documents, row.bytes, running && running->indexUid == row.uid, fields.value()});
    }
    return stats;
}

} // namespace taskglass::localqueue
