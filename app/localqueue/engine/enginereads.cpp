// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's answers about tasks and batches. Each is read in one transaction, so that a page and its total tell the
// same moment.
#include "app/localqueue/engine/engineprivate.h"
#include "app/localqueue/engine/refusal.h"
#include "app/localqueue/engine/taskselect.h"
#include "app/localqueue/engine/unwritten.h"

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

bool isEmpty(const TaskQuery &query)
{
    TaskQuery rest = query;
    rest.batchUids.reset();
    return rest == TaskQuery();
}

/// Keeps the first limit of limit + 1 uids, in list order.
UidPage cut(QList<quint32> uids, qint64 total, const PageRequest &page)
{
    UidPage cutPage;
    cutPage.total = total;
    if (uids.size() > static_cast<qsizetype>(page.limit)) {
        cutPage.next = uids.at(page.limit);
        uids.resize(page.limit);
    }
    cutPage.uids = uids;
    return cutPage;
}

bool isBefore(quint32 uid, const PageRequest &page)
{
    return page.from && (page.reverse ? uid < *page.from : uid > *page.from);
}

/// Reads until what is read is whole: \a read says below which task it awaits the seeded past, 0 when it does not.
template<typename Read>
auto whole(const Past &past, const Read &read)
{
    for (;;) {
        quint32 awaits = 0;
        auto answer = read(&awaits);
        if (!answer || awaits == 0)
            return answer;
        if (const Failure failure = past.readableBelow(awaits))
            return decltype(answer)(*failure);
    }
}

/// A page of a long history costs no more than its rows and a count.
Result<UidPage> allBatches(Database &database, const PageRequest &page, const RunningBatchPtr &running)
{
    // Alone, a count only counts pages of the small index; beside max() it would read every entry.
    Statement count(database, u"SELECT count(*) FROM batches"_s);
    if (const Failure failure = count.run())
        return *failure;
    const qint64 stored = count.next() ? count.integer(0) : 0;
    const Result<Unwritten> rest = unwritten(database);
    if (!rest)
        return rest.error();
    const Result<quint32> nextUid = taskstore::nextBatchUid(database);
    if (!nextUid)
        return nextUid.error();
    // The running one is the newest, until the store has it.
    const bool extra = running && running->uid >= nextUid.value();
    const QString from = !page.from ? u"1"_s : u"uid %1 %2"_s.arg(page.reverse ? u">="_s : u"<="_s).arg(*page.from);
    Statement rows(database, u"SELECT uid FROM batches WHERE %1 ORDER BY uid %2 LIMIT %3"_s.arg(
                                 from, page.reverse ? u"ASC"_s : u"DESC"_s).arg(qint64(page.limit) + 1));
    if (const Failure failure = rows.run())
        return *failure;
    QList<quint32> uids;
    while (rows.next())
        uids.append(static_cast<quint32>(rows.integer(0)));
    if (extra && !isBefore(running->uid, page)) {
        if (!page.reverse)
            uids.prepend(running->uid);
        else if (uids.size() <= static_cast<qsizetype>(page.limit))
            uids.append(running->uid);
    }
    UidPage all = cut(uids, stored + rest.value().batches + (extra ? 1 : 0), page);
    const bool reachesBack = page.reverse ? !page.from || *page.from < rest.value().batches : !all.next;
    all.awaits = rest.value().tasks > 0 && reachesBack ? rest.value().tasks : 0;
    return all;
}

Result<UidPage> matchingBatches(Database &database, const TaskQuery &query, const PageRequest &page,
                                const RunningBatchPtr &running)
{
    const Result<Unwritten> rest = unwritten(database);
    if (!rest)
        return rest.error();
    if (mayBeUnwritten(query, rest.value())) {
        UidPage later;
        later.awaits = 1;
        return later;
    }
    QList<quint32> uids;
    if (isEmpty(query)) {
        uids = *query.batchUids;
        std::sort(uids.begin(), uids.end());
        uids.erase(std::unique(uids.begin(), uids.end()), uids.end());
        Statement known(database, u"SELECT 1 FROM batches WHERE uid = ?"_s);
        uids.removeIf([&known, &running](quint32 uid) {
            return !(running && running->uid == uid) && (known.run({uid}) || !known.next());
        });
    } else {
        TaskQuery members = query;
        members.batchUids.reset();
        Result<QList<quint32>> found = TaskSelect(database, members, running).batches();
        if (!found)
            return found.error();
        uids = found.take();
        uids.erase(std::unique(uids.begin(), uids.end()), uids.end());
        if (query.batchUids)
            uids.removeIf([&query](quint32 uid) { return !query.batchUids->contains(uid); });
    }
    const qint64 total = uids.size();
    if (!page.reverse)
        std::reverse(uids.begin(), uids.end());
    uids.removeIf([&page](quint32 uid) { return isBefore(uid, page); });
    return cut(uids, total, page);
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
    return whole(*d->past, [&](quint32 *awaits) -> Result<TaskList> {
        // First what runs, then the store: a batch that ends in between is finished in the store and not laid over it.
        const RunningBatchPtr running = d->processing.running();
        Transaction transaction(*database.value(), Transaction::Mode::Read);
        if (transaction.failure())
            return *transaction.failure();
        TaskSelect select(*database.value(), query, running);
        const Result<UidPage> uids = select.page(page);
        if (!uids)
            return uids.error();
        *awaits = uids.value().awaits;
        if (*awaits != 0)
            return TaskList();
        Result<QList<TaskRecord>> records = taskstore::fetch(*database.value(), uids.value().uids, running);
        if (!records)
            return records.error();
        return TaskList {records.take(), uids.value().total, uids.value().next};
    });
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
    return whole(*d->past, [&](quint32 *awaits) -> Result<BatchList> {
        const RunningBatchPtr running = d->processing.running();
        Transaction transaction(database, Transaction::Mode::Read);
        if (transaction.failure())
            return *transaction.failure();
        const Result<UidPage> uids = query == TaskQuery() ? allBatches(database, page, running)
                                                          : matchingBatches(database, query, page, running);
        if (!uids)
            return uids.error();
        *awaits = uids.value().awaits;
        BatchList list;
        list.total = uids.value().total;
        list.next = uids.value().next;
        for (const quint32 uid : uids.value().uids) {
            const Result<std::optional<BatchRecord>> stored = taskstore::batch(database, uid);
            if (!stored)
                return stored.error();
            if (stored.value())
                list.batches.append(*stored.value());
            else if (running && running->uid == uid)
                list.batches.append(recordOf(*running, d->processing));
        }
        return list;
    });
}

Result<BatchRecord> Engine::batch(quint32 uid) const
{
    TaskQuery query;
    query.batchUids = QList<quint32> {uid};
    const Result<Database *> database = d->tasks->get();
    if (!database)
        return database.error();
    if (const Failure failure = d->past->readableMatches(*database.value(), query))
        return *failure;
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

} // namespace taskglass::localqueue
