// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of settings, with or without a clear of the documents.
#include "app/localqueue/engine/details.h"
#include "app/localqueue/engine/documentchanges.h"
#include "app/localqueue/engine/job.h"
#include "app/localqueue/engine/settings.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

/// The documents are looked at again as the new settings demand, as a real server indexes them again.
std::optional<JobResult> recheckDocuments(JobContext &context, const IndexRow &index)
{
    context.processing.enter(2, u"extracting facets"_s, 3, 24);
    context.processing.enter(3, u"document"_s, 0, index.documents);
    qint64 done = 0;
    std::optional<Error> error;
    const Failure failure =
        indexstore::forEachDocument(context.indexes, index.id, [&](const QString &id, const QByteArray &body) {
            if (!context.throttle.documents(1))
                return false;
            error = checkDocument(index, id, body);
            if (++done % 20 == 0)
                context.processing.advance(done);
            return !error;
        });
    if (failure)
        return JobResult::failed(*failure);
    if (context.throttle.stop() != Throttle::Stop::No)
        return JobResult::stopped();
    if (error)
        return JobResult::failed(*error);
    return std::nullopt;
}

} // namespace

JobResult runSettings(JobContext &context, const Batch &batch)
{
    context.processing.enter(1, u"retrieving and merging the settings"_s, 0, 2);
    Result<IndexRow> found = indexstore::existing(context.indexes, batch.indexUid);
    if (!found)
        return JobResult::failed(found.error());
    IndexRow index = found.take();
    const QByteArray before = index.settings;
    JobResult result;
    qint64 cleared = 0;
    bool hasClear = false;
    for (const QueuedTask &task : batch.tasks) {
        if (task.work.type == StoredWork::Type::Settings) {
            index.settings = task.work.resetAll ? QByteArray() : mergedSettings(index.settings, task.work.json);
            result.tasks.push_back(succeeded(task, task.details));
            continue;
        }
        if (!hasClear) {
            const Result<qint64> count = indexstore::clear(context.indexes, index);
            if (!count)
                return JobResult::failed(count.error());
            cleared = count.value();
            index.documents = 0;
        }
        const bool isClear = task.work.type == StoredWork::Type::Clear;
        result.tasks.push_back(succeeded(task, isClear ? clearDetails(hasClear ? 0 : cleared)
                                                       : detailsWithoutSuccess(task.kind, task.details)));
        hasClear = true;
    }
    context.processing.enter(1, u"apply the settings"_s, 1, 2);
    if (!context.throttle.fixedCost(std::chrono::milliseconds(600)))
        return JobResult::stopped();
    if (index.settings != before && index.documents > 0) {
        if (std::optional<JobResult> early = recheckDocuments(context, index))
            return *early;
    }
    index.updatedAt = context.clock.now();
    if (const Failure failure = indexstore::update(context.indexes, index))
        return JobResult::failed(*failure);
    return result;
}

} // namespace taskglass::localqueue
