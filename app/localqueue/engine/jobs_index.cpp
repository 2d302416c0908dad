// SPDX-License-Identifier: GPL-3.0-or-later
// Creation, update, deletion, swap and compaction of indexes.
#include "app/localqueue/engine/details.h"
#include "app/localqueue/engine/job.h"
#include "app/localqueue/engine/refusal.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

Error indexExists(const QString &uid)
{
    return refusal(409, u"index_already_exists"_s, u"Index `%1` already exists."_s.arg(uid));
}

QString quotedNames(const QStringList &names)
{
    QStringList quotedOnes;
    for (const QString &name : names)
        quotedOnes.append(u'`' + name + u'`');
    return quotedOnes.join(u", "_s);
}

/// Failure first, then refusal, as one: a Result whose value says whether the index is there.
Result<bool> isThere(JobContext &context, const QString &uid)
{
    const Result<std::optional<IndexRow>> found = indexstore::find(context.indexes, uid);
    if (!found)
        return found.error();
    return found.value().has_value();
}

} // namespace

JobResult runIndexCreation(JobContext &context, const Batch &batch)
{
    const QueuedTask &task = batch.tasks.front();
    context.processing.enter(1, u"creating the index"_s, 0, 1);
    const Result<bool> there = isThere(context, batch.indexUid);
    if (!there)
        return JobResult::failed(there.error());
    if (there.value())
        return JobResult::failed(indexExists(batch.indexUid));
    if (!context.throttle.fixedCost(std::chrono::milliseconds(4)))
        return JobResult::stopped();
    if (const Failure failure =
            indexstore::create(context.indexes, batch.indexUid, task.work.primaryKey, context.clock.now()))
        return JobResult::failed(*failure);
    JobResult result;
    result.tasks.push_back(succeeded(task, task.details));
    return result;
}

JobResult runIndexUpdate(JobContext &context, const Batch &batch)
{
    const QueuedTask &task = batch.tasks.front();
    context.processing.enter(1, u"updating the index"_s, 0, 1);
    Result<IndexRow> found = indexstore::existing(context.indexes, batch.indexUid);
    if (!found)
        return JobResult::failed(found.error());
    IndexRow index = found.take();
    JobResult result;
    if (task.work.primaryKey && task.work.primaryKey != index.primaryKey) {
        if (index.primaryKey && index.documents > 0) {
            return JobResult::failed(refusal(400, u"index_primary_key_already_exists"_s,
                                             u"Index `%1`: Index already has a primary key: `%2`."_s.arg(
                                                 batch.indexUid, *index.primaryKey)));
        }
        index.primaryKey = task.work.primaryKey;
    }
    if (task.work.newUid && *task.work.newUid != batch.indexUid) {
        const Result<bool> taken = isThere(context, *task.work.newUid);
        if (!taken)
            return JobResult::failed(taken.error());
        if (taken.value())
            return JobResult::failed(indexExists(*task.work.newUid));
        if (const Failure failure = indexstore::rename(context.indexes, batch.indexUid, *task.work.newUid))
            return JobResult::failed(*failure);
        result.renamings.push_back({task.uid, {batch.indexUid, *task.work.newUid, true}});
    }
    index.updatedAt = context.clock.now();
    if (const Failure failure = indexstore::update(context.indexes, index))
        return JobResult::failed(*failure);
    result.tasks.push_back(succeeded(task, task.details));
    return result;
}

JobResult runIndexDeletion(JobContext &context, const Batch &batch)
{
    context.processing.enter(1, u"deleting the index"_s, 0, 1);
    Result<std::optional<IndexRow>> found = indexstore::find(context.indexes, batch.indexUid);
    if (!found)
        return JobResult::failed(found.error());
    // Tasks that came before the deletion would have made the index: then it is as if it had been there, empty.
    if (!found.value() && !batch.createsIndex)
        return JobResult::failed(indexNotFound(batch.indexUid));
    qint64 documents = 0;
    if (found.value()) {
        documents = found.value()->documents;
        if (const Failure failure = indexstore::remove(context.indexes, *found.value()))
            return JobResult::failed(*failure);
    }
    JobResult result;
    for (const QueuedTask &task : batch.tasks) {
        QByteArray details = detailsWithoutSuccess(task.kind, task.details);
        if (task.work.type == StoredWork::Type::DeleteIndex)
            details = clearDetails(documents); // the same shape
        else if (task.work.type == StoredWork::Type::Clear)
            details = task.details; // its count stays null, as in Meilisearch
        result.tasks.push_back(succeeded(task, details));
    }
    return result;
}

JobResult runSwap(JobContext &context, const Batch &batch)
{
    const QueuedTask &task = batch.tasks.front();
    const QList<IndexPair> swaps = swapsFrom(task.details);
    context.processing.enter(1, u"ensuring correctness of the swap"_s, 0, 2);
    QStringList missing;
    QStringList taken;
    QString renamedTaken;
    for (const IndexPair &pair : swaps) {
        const Result<bool> lhs = isThere(context, pair.lhs);
        const Result<bool> rhs = isThere(context, pair.rhs);
        if (!lhs)
            return JobResult::failed(lhs.error());
        if (!rhs)
            return JobResult::failed(rhs.error());
        if (!lhs.value())
            missing.append(pair.lhs);
        if (!pair.rename && !rhs.value())
            missing.append(pair.rhs);
        if (pair.rename && rhs.value()) {
            taken.append(pair.rhs);
            renamedTaken = pair.lhs;
        }
    }
    missing.sort();
    if (missing.size() == 1)
        return JobResult::failed(indexNotFound(missing.first()));
    if (!missing.isEmpty())
        return JobResult::failed(refusal(404, u"index_not_found"_s, u"Indexes %1 not found."_s.arg(quotedNames(missing))));
    if (taken.size() == 1) {
        return JobResult::failed(refusal(409, u"index_already_exists"_s,
                                         u"Cannot rename `%1` to `%2` as the index already exists. Hint: You can remove `%2` "
                                         "first and then do your remove."_s.arg(renamedTaken, taken.first())));
    }
    if (!taken.isEmpty()) {
        return JobResult::failed(refusal(409, u"index_already_exists"_s,
                                         u"The following indexes are being renamed but cannot because their new name "
                                         "conflicts with an already existing index: %1. Renaming doesn't overwrite the other "
                                         "index name."_s.arg(quotedNames(taken))));
    }
    context.processing.enter(1, u"swapping the indexes"_s, 1, 2);
    JobResult result;
    qint64 done = 0;
    for (const IndexPair &pair : swaps) {
        context.processing.enter(2, u"swapping index %1 and %2"_s.arg(pair.lhs, pair.rhs), done++, swaps.size());
        const Failure failure = pair.rename ? indexstore::rename(context.indexes, pair.lhs, pair.rhs)
                                            : indexstore::swap(context.indexes, pair.lhs, pair.rhs);
        if (failure)
            return JobResult::failed(*failure);
        result.renamings.push_back({task.uid, pair});
    }
    result.tasks.push_back(succeeded(task, task.details));
    return result;
}

JobResult runCompaction(JobContext &context, const Batch &batch)
{
    const QueuedTask &task = batch.tasks.front();
    context.processing.enter(1, u"retrieve the index"_s, 0, 3);
    const Result<bool> there = isThere(context, batch.indexUid);
    if (!there)
        return JobResult::failed(there.error());
    if (!there.value())
        return JobResult::failed(indexNotFound(batch.indexUid));
    // All indexes share a file, so compacting one compacts all.
    const auto size = [&context] { return QFileInfo(context.indexes.handle().databaseName()).size(); };
    (void)context.indexes.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    const qint64 before = size();
    context.processing.enter(1, u"copy and compact the index"_s, 1, 3);
    if (const Failure failure = context.indexes.run(u"VACUUM"_s))
        return JobResult::failed(*failure);
    context.processing.enter(1, u"persist the compacted index"_s, 2, 3);
    (void)context.indexes.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    JobResult result;
    result.tasks.push_back(succeeded(task, compactionDetails(before, size())));
    return result;
}

} // namespace taskglass::localqueue
