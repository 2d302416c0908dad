// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's answers. Each is read in one transaction, so that a page and its total tell the same moment.
#include "app/localqueue/engine/engineprivate.h"
#include "app/localqueue/engine/refusal.h"
#include "app/localqueue/engine/settings.h"
#include "app/localqueue/engine/taskselect.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

Error taskNotFound(quint32 uid)
{
    return refusal(404, u"task_not_found"_s, u"Task `%1` not found."_s.arg(uid));
}

Error batchNotFound(quint32 uid)
{
    return refusal(404, u"batch_not_found"_s, u"Batch `%1` not found."_s.arg(uid));
}

IndexRecord recordOf(const IndexRow &row)
{
    return {row.uid, row.primaryKey, row.createdAt, row.updatedAt};
}

/// The row, or why there is none.
Result<IndexRow> indexRow(Database &database, const QString &uid)
{
    const Result<std::optional<IndexRow>> found = indexstore::find(database, uid);
    if (!found)
        return found.error();
    if (!found.value())
        return indexNotFound(uid);
    return *found.value();
}

bool isEmpty(const TaskQuery &query)
{
    TaskQuery rest = query;
    rest.batchUids.reset();
    return rest == TaskQuery();
}

BatchRecord recordOf(const RunningBatch &running, const Processing &processing)
{
    const auto [progress, trace] = processing.progress();
    BatchRecord record;
    record.uid = running.uid;
    record.progress = progress;
    record.details = running.details;
    record.stats = "{" + running.statsHead + ",\"progressTrace\":" + trace + "}";
    record.startedAt = running.startedAt;
    record.strategy = running.strategy;
    return record;
}

} // namespace

Result<TaskList> Engine::tasks(const TaskQuery &query, const PageRequest &page) const
{
    const Result<Database *> database = d->tasks->get();
    if (!database)
        return database.error();
    // First what runs, then the store: a batch that ends in between is finished in the store and not laid over it.
    const RunningBatchPtr running = d->processing.running();
    Transaction transaction(*database.value(), Transaction::Mode::Read);
    if (transaction.failure())
        return *transaction.failure();
    TaskSelect select(*database.value(), query, running);
    const Result<UidPage> uids = select.page(page);
    if (!uids)
        return uids.error();
    Result<QList<TaskRecord>> records = taskstore::fetch(*database.value(), uids.value().uids, running);
    if (!records)
        return records.error();
    return TaskList {records.take(), uids.value().total, uids.value().next};
}

Result<TaskRecord> Engine::task(quint32 uid, const std::optional<QStringList> &visibleIndexes) const
{
    TaskQuery query;
    query.uids = QList<quint32> {uid};
    query.visibleIndexes = visibleIndexes;
    Result<TaskList> found = tasks(query, {});
    if (!found)
        return found.error();
    if (found.value().tasks.isEmpty())
        return taskNotFound(uid);
    return found.value().tasks.first();
}

Result<QByteArray> Engine::taskDocuments(quint32 uid) const
{
    const Result<TaskRecord> record = task(uid);
    if (!record)
        return record.error();
    const Result<Database *> database = d->tasks->get();
    if (!database)
        return database.error();
    const bool isOpen = record.value().kind == TaskKind::DocumentAdditionOrUpdate && !isFinished(record.value().status);
    const Result<QByteArray> payload = taskstore::payloadOf(*database.value(), uid);
    if (!payload)
        return payload.error();
    if (isOpen && !payload.value().isEmpty())
        return payload.value();
    return refusal(404, u"task_file_not_found"_s,
                   u"Task `%1` does not contain any documents. Only `documentAdditionOrUpdate` tasks with the statuses "
                   "`enqueued` or `processing` contain documents"_s.arg(uid));
}

Result<BatchList> Engine::batches(const TaskQuery &query, const PageRequest &page) const
{
    const Result<Database *> opened = d->tasks->get();
    if (!opened)
        return opened.error();
    Database &database = *opened.value();
    RunningBatchPtr running = d->processing.running();
    Transaction transaction(database, Transaction::Mode::Read);
    if (transaction.failure())
        return *transaction.failure();
    QList<quint32> uids;
    if (isEmpty(query)) {
        Statement all(database, u"SELECT uid FROM batches INDEXED BY batches_fin"_s);
        if (const Failure failure = all.run())
            return *failure;
        while (all.next())
            uids.append(static_cast<quint32>(all.integer(0)));
        if (running)
            uids.append(running->uid);
    } else {
        TaskQuery members = query;
        members.batchUids.reset();
        Result<QList<quint32>> found = TaskSelect(database, members, running).batches();
        if (!found)
            return found.error();
        uids = found.take();
    }
    std::sort(uids.begin(), uids.end());
    uids.erase(std::unique(uids.begin(), uids.end()), uids.end());
    if (query.batchUids)
        uids.removeIf([&query](quint32 uid) { return !query.batchUids->contains(uid); });
    BatchList list;
    list.total = uids.size();
    if (!page.reverse)
        std::reverse(uids.begin(), uids.end());
    if (page.from) {
        uids.removeIf([&page](quint32 uid) { return page.reverse ? uid < *page.from : uid > *page.from; });
    }
    if (uids.size() > static_cast<qsizetype>(page.limit)) {
        list.next = uids.at(page.limit);
        uids.resize(page.limit);
    }
    for (const quint32 uid : std::as_const(uids)) {
        const Result<std::optional<BatchRecord>> stored = taskstore::batch(database, uid);
        if (!stored)
            return stored.error();
        if (stored.value())
            list.batches.append(*stored.value());
        else if (running && running->uid == uid)
            list.batches.append(recordOf(*running, d->processing));
    }
    return list;
}

Result<BatchRecord> Engine::batch(quint32 uid) const
{
    TaskQuery query;
    query.batchUids = QList<quint32> {uid};
    const Result<Database *> database = d->tasks->get();
    if (!database)
        return database.error();
    const RunningBatchPtr running = d->processing.running();
    const Result<std::optional<BatchRecord>> stored = taskstore::batch(*database.value(), uid);
    if (!stored)
        return stored.error();
    if (stored.value())
        return *stored.value();
    if (running && running->uid == uid)
        return recordOf(*running, d->processing);
    return batchNotFound(uid);
}

Result<TaskCounts> Engine::counts() const
{
    const Result<Database *> database = d->tasks->get();
    if (!database)
        return database.error();
    const RunningBatchPtr running = d->processing.running();
    Transaction transaction(*database.value(), Transaction::Mode::Read);
    if (transaction.failure())
        return *transaction.failure();
    return taskstore::counts(*database.value(), running);
}

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
    const Result<IndexRow> row = indexRow(*database.value(), uid);
    if (!row)
        return row.error();
    return recordOf(row.value());
}

Result<QByteArray> Engine::settings(const QString &uid) const
{
    const Result<Database *> database = d->indexes->get();
    if (!database)
        return database.error();
    const Result<IndexRow> row = indexRow(*database.value(), uid);
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
    const Result<IndexRow> row = indexRow(*database.value(), uid);
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
    const Result<IndexRow> row = indexRow(*database.value(), uid);
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
