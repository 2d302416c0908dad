// SPDX-License-Identifier: GPL-3.0-or-later
// Imports and deletions of documents.
#include "app/localqueue/engine/details.h"
#include "app/localqueue/engine/documentchanges.h"
#include "app/localqueue/engine/documentfilter.h"
#include "app/localqueue/engine/json.h"
#include "app/localqueue/engine/job.h"

#include <map>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

constexpr qint64 kIndexingSteps = 24; // how many a 1.50 counts; this queue does those that mean something here
constexpr qint64 kProgressEvery = 20;

/// Writes documents of one index and keeps its totals.
class DocumentWriter
{
public:
    DocumentWriter(Database &database, qint64 index)
        : m_index(index),
          m_find(database, u"SELECT seq, body FROM documents WHERE idx = ? AND id = ?"_s),
          m_insert(database, u"INSERT INTO documents(idx, id, body) VALUES(?, ?, ?)"_s),
          m_update(database, u"UPDATE documents SET body = ? WHERE seq = ?"_s),
          m_remove(database, u"DELETE FROM documents WHERE seq = ?"_s)
    {
    }

    /// \a existed: whether there was such a document.
    [[nodiscard]] Failure apply(const DocumentChange &change, bool *existed)
    {
        if (const Failure failure = m_find.run({m_index, change.id}))
            return failure;
        *existed = m_find.next();
        const qint64 seq = *existed ? m_find.integer(0) : -1;
        const QByteArray stored = *existed ? m_find.bytes(1) : QByteArray();
        if (*existed)
            totals.add(stored, -1);
        if (change.type == DocumentChange::Type::Remove)
            return *existed ? m_remove.run({seq}) : Failure();
        const QByteArray document = *existed && change.type == DocumentChange::Type::Update
            ? mergedDocument(stored, change.document)
            : compact(change.document);
        totals.add(document, 1);
        return *existed ? m_update.run({document, seq}) : m_insert.run({m_index, change.id, document});
    }

    IndexTotals totals;

private:
    qint64 m_index;
    Statement m_find;
    Statement m_insert;
    Statement m_update;
    Statement m_remove;
};

/// Writes all changes; counts how many documents each member removed.
std::optional<JobResult> writeChanges(JobContext &context, const DocumentChanges &all, DocumentWriter &writer,
                                      std::map<std::size_t, qint64> &removed)
{
    const auto total = static_cast<qint64>(all.changes.size());
    context.processing.enter(2, u"extracting documents"_s, 2, kIndexingSteps);
    context.processing.enter(3, u"document"_s, 0, total);
    qint64 done = 0;
    for (const DocumentChange &change : all.changes) {
        if (!context.throttle.documents(1))
            return JobResult::stopped();
        bool existed = false;
        if (const Failure failure = writer.apply(change, &existed))
            return JobResult::failed(*failure);
        if (change.type == DocumentChange::Type::Remove && existed)
            ++removed[change.task];
        if (++done % kProgressEvery == 0)
            context.processing.advance(done);
    }
    context.processing.advance(done);
    return std::nullopt;
}

/// Looks at every new document as the index's settings demand.
std::optional<JobResult> checkChanges(JobContext &context, const DocumentChanges &all, const IndexRow &index)
{
    const auto total = static_cast<qint64>(all.changes.size());
    context.processing.enter(2, u"extracting facets"_s, 3, kIndexingSteps);
    context.processing.enter(3, u"document"_s, 0, total);
    qint64 done = 0;
    for (const DocumentChange &change : all.changes) {
        if (!context.throttle.documents(1))
            return JobResult::stopped();
        if (change.type != DocumentChange::Type::Remove) {
            if (const std::optional<Error> error = checkDocument(index, change.id, change.document))
                return JobResult::failed(*error);
        }
        if (++done % kProgressEvery == 0)
            context.processing.advance(done);
    }
    context.processing.advance(done);
    return std::nullopt;
}

Result<qint64> deleteByFilter(JobContext &context, const IndexRow &index, const QByteArray &filterJson)
{
    const Result<DocumentFilter> filter = DocumentFilter::parse(filterJson);
    if (!filter)
        return filter.error();
    if (std::optional<Error> error = filter.value().checkFilterable(index))
        return *error;
    std::vector<DocumentChange> matches;
    const Failure failure = indexstore::forEachDocument(context.indexes, index.id,
                                                        [&](const QString &id, const QByteArray &body) {
                                                            if (filter.value().matches(body))
                                                                matches.push_back({DocumentChange::Type::Remove, 0, id, {}});
                                                            return context.throttle.stop() == Throttle::Stop::No;
                                                        });
    if (failure)
        return *failure;
    DocumentWriter writer(context.indexes, index.id);
    for (const DocumentChange &match : matches) {
        bool existed = false;
        if (const Failure removal = writer.apply(match, &existed))
            return *removal;
    }
    if (const Failure totals = indexstore::addTotals(context.indexes, index.id, writer.totals))
        return *totals;
    return static_cast<qint64>(matches.size());
}

Result<qint64> deleteByIds(JobContext &context, const IndexRow &index, const QStringList &ids)
{
    context.processing.enter(2, u"document"_s, 0, ids.size());
    DocumentWriter writer(context.indexes, index.id);
    qint64 deleted = 0;
    for (const QString &id : ids) {
        if (!context.throttle.documents(1))
            break; // the caller sees that it must stop
        bool existed = false;
        if (const Failure failure = writer.apply({DocumentChange::Type::Remove, 0, id, {}}, &existed))
            return *failure;
        deleted += existed ? 1 : 0;
    }
    if (const Failure totals = indexstore::addTotals(context.indexes, index.id, writer.totals))
        return *totals;
    return deleted;
}

FinishedTask finishedMember(const QueuedTask &task, const std::optional<Error> &error, qint64 removed)
{
    if (error)
        return failed(task, *error);
    if (task.work.type == StoredWork::Type::Import)
        return succeeded(task, importDetails(task.work.count, task.work.count));
    return succeeded(task, deletionByIdsDetails(task.work.ids.size(), removed));
}

/// Carries out the deletions up to the first import (by filter they come only here, see Batcher) and adds what became of
/// them to \a result. \a first becomes the place of the import. Answers how the batch ends when it ends here.
std::optional<JobResult> runDeletions(JobContext &context, const Batch &batch, IndexRow &index, JobResult &result, std::size_t &first)
{
    std::optional<Error> filterError;
    for (; first < batch.tasks.size() && batch.tasks[first].work.type != StoredWork::Type::Import; ++first) {
        const QueuedTask &task = batch.tasks[first];
        const bool byFilter = task.work.type == StoredWork::Type::DeleteByFilter;
        context.processing.enter(1, u"delete documents"_s, 1, 4);
        const Result<qint64> deleted = byFilter ? deleteByFilter(context, index, task.work.json)
                                                : deleteByIds(context, index, task.work.ids);
        if (context.throttle.stop() != Throttle::Stop::No)
            return JobResult::stopped();
        if (!deleted) {
            if (!byFilter)
                return JobResult::failed(deleted.error());
            filterError = deleted.error();
            result.tasks.push_back(failed(task, deleted.error()));
            continue;
        }
        result.tasks.push_back(succeeded(task, byFilter ? deletionByFilterDetails(task.work.json, deleted.value())
                                                        : deletionByIdsDetails(task.work.ids.size(), deleted.value())));
    }
    if (first < batch.tasks.size() && !filterError)
        return {};
    // A bad filter takes the imports behind it along, as in Meilisearch.
    for (; first < batch.tasks.size(); ++first)
        result.tasks.push_back(failed(batch.tasks[first], *filterError));
    index.updatedAt = context.clock.now();
    if (const Failure failure = indexstore::update(context.indexes, index))
        return JobResult::failed(*failure);
    return std::move(result);
}

} // namespace

JobResult runDocuments(JobContext &context, const Batch &batch)
{
    context.processing.enter(1, u"retrieving config"_s, 0, 4);
    Result<IndexRow> found = indexstore::existing(context.indexes, batch.indexUid);
    if (!found)
        return JobResult::failed(found.error());
    IndexRow index = found.take();
    if (!context.throttle.fixedCost(std::chrono::milliseconds(500)))
        return JobResult::stopped();

    JobResult result;
    std::size_t first = 0;
    if (std::optional<JobResult> early = runDeletions(context, batch, index, result, first))
        return *early;
    DocumentChanges all = computeChanges(context, batch, index, first);
    if (all.stopped)
        return JobResult::stopped();
    if (all.failure)
        return JobResult::failed(*all.failure);
    context.processing.enter(1, u"indexing"_s, 3, 4);
    DocumentWriter writer(context.indexes, index.id);
    std::map<std::size_t, qint64> removed;
    if (std::optional<JobResult> early = writeChanges(context, all, writer, removed))
        return *early;
    if (std::optional<JobResult> early = checkChanges(context, all, index))
        return *early;

    context.processing.enter(2, u"finalizing"_s, 23, kIndexingSteps);
    context.processing.enter(3, u"computing stats"_s, 0, 1);
    index.primaryKey = all.primaryKey;
    index.updatedAt = context.clock.now();
    Failure failure = indexstore::update(context.indexes, index);
    if (!failure)
        failure = indexstore::addTotals(context.indexes, index.id, writer.totals);
    if (failure)
        return JobResult::failed(*failure);
    for (std::size_t member = first; member < batch.tasks.size(); ++member)
        result.tasks.push_back(finishedMember(batch.tasks[member], all.errors[member], removed[member]));
    return result;
}

JobResult runClear(JobContext &context, const Batch &batch)
{
    Result<IndexRow> found = indexstore::existing(context.indexes, batch.indexUid);
    if (!found)
        return JobResult::failed(found.error());
    IndexRow index = found.take();
    context.processing.enter(1, u"computing stats"_s, 0, 2);
    const Result<qint64> cleared = indexstore::clear(context.indexes, index);
    if (!cleared)
        return JobResult::failed(cleared.error());
    context.processing.enter(1, u"committing"_s, 1, 2);
    index.updatedAt = context.clock.now();
    if (const Failure failure = indexstore::update(context.indexes, index))
        return JobResult::failed(*failure);
    JobResult result;
    bool first = true;
    for (const QueuedTask &task : batch.tasks) {
        QByteArray details = task.details;
        if (task.work.type == StoredWork::Type::Clear) {
            // Only the first clear found anything.
            details = clearDetails(first ? cleared.value() : 0);
            first = false;
        } else {
            details = detailsWithoutSuccess(task.kind, task.details);
        }
        result.tasks.push_back(succeeded(task, details));
    }
    return result;
}

} // namespace taskglass::localqueue
