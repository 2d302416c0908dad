// SPDX-License-Identifier: GPL-3.0-or-later
// Dumps and snapshots.
#include "app/localqueue/engine/archive.h"
#include "app/localqueue/engine/details.h"
#include "app/localqueue/engine/job.h"
#include "app/localqueue/engine/json.h"
#include "app/localqueue/engine/refusal.h"
#include "app/localqueue/engine/settings.h"
#include "app/localqueue/engine/taskselect.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

constexpr qint64 kDumpSteps = 4;

QByteArray timeOrNull(EpochNs time)
{
    return time == kNoTime ? QByteArray("null") : "\"" + formatRfc3339(time) + "\"";
}

QByteArray lineFor(const TaskRecord &task)
{
    JsonObjectWriter writer;
    writer.add("uid", task.uid);
    writer.add("batchUid", task.batchUid ? QByteArray::number(*task.batchUid) : QByteArray("null"));
    writer.add("indexUid", task.indexUid.isEmpty() ? QByteArray("null") : quoted(task.indexUid));
    // What runs now will be enqueued when the dump is read.
    writer.addText("status", wordFor(task.status == TaskStatus::Processing ? TaskStatus::Enqueued : task.status));
    writer.addText("type", wordFor(task.kind));
    writer.add("canceledBy", task.canceledBy ? QByteArray::number(*task.canceledBy) : QByteArray("null"));
    if (!task.details.isEmpty())
        writer.add("details", task.details);
    if (task.error) {
        writer.add("error", JsonObjectWriter()
                                .addText("message", task.error->message)
                                .addText("code", task.error->code)
                                .addText("type", task.error->type)
                                .addText("link", task.error->link)
                                .object());
    } else {
        writer.add("error", "null");
    }
    writer.add("enqueuedAt", timeOrNull(task.enqueuedAt));
    writer.add("startedAt", timeOrNull(task.startedAt));
    writer.add("finishedAt", timeOrNull(task.finishedAt));
    if (task.customMetadata)
        writer.addText("customMetadata", *task.customMetadata);
    return writer.object() + '\n';
}

Result<QByteArray> dumpTasks(JobContext &context, bool *stopped)
{
    const TaskQuery everything;
    TaskSelect select(context.tasks, everything, context.processing.running());
    const Result<QList<quint32>> uids = select.all();
    if (!uids)
        return uids.error();
    context.processing.enter(1, u"dump the tasks"_s, 1, kDumpSteps);
    context.processing.enter(2, u"task"_s, 0, uids.value().size());
    QByteArray lines;
    constexpr qsizetype kChunk = 1'000;
    for (qsizetype start = 0; start < uids.value().size(); start += kChunk) {
        if (context.throttle.stop() != Throttle::Stop::No) {
            *stopped = true;
            return lines;
        }
        const Result<QList<TaskRecord>> tasks =
            taskstore::fetch(context.tasks, uids.value().mid(start, kChunk), context.processing.running());
        if (!tasks)
            return tasks.error();
        for (const TaskRecord &task : tasks.value())
            lines += lineFor(task);
        context.processing.advance(start + tasks.value().size());
    }
    return lines;
}

Failure dumpIndex(JobContext &context, Archive &archive, const IndexRow &index, bool *stopped)
{
    const QString folder = u"dump/indexes/%1/"_s.arg(index.uid);
    const QByteArray metadata = JsonObjectWriter()
                                    .addText("uid", index.uid)
                                    .add("primaryKey", index.primaryKey ? quoted(*index.primaryKey) : QByteArray("null"))
                                    .add("createdAt", timeOrNull(index.createdAt))
                                    .add("updatedAt", timeOrNull(index.updatedAt))
                                    .object();
    if (const Failure failure = archive.add(folder + u"metadata.json", metadata))
        return failure;
    if (const Failure failure = archive.add(folder + u"settings.json", settingsWithDefaults(index.settings)))
        return failure;
    context.processing.enter(3, u"document"_s, 0, index.documents);
    QByteArray lines;
    qint64 done = 0;
    const Failure failure =
        indexstore::forEachDocument(context.indexes, index.id, [&](const QString &, const QByteArray &body) {
            lines += body + '\n';
            if (++done % 100 == 0)
                context.processing.advance(done);
            return context.throttle.documents(1);
        });
    *stopped = context.throttle.stop() != Throttle::Stop::No;
    return failure ? failure : archive.add(folder + u"documents.jsonl", lines);
}

Failure dumpIndexes(JobContext &context, Archive &archive, bool *stopped)
{
    const Result<QList<IndexRow>> indexes = indexstore::list(context.indexes, 0, -1);
    if (!indexes)
        return indexes.error();
    context.processing.enter(1, u"dump the indexes"_s, 2, kDumpSteps);
    qint64 done = 0;
    for (const IndexRow &index : indexes.value()) {
        context.processing.enter(2, index.uid, done++, indexes.value().size());
        if (const Failure failure = dumpIndex(context, archive, index, stopped))
            return failure;
        if (*stopped)
            break;
    }
    return {};
}

} // namespace

JobResult runDump(JobContext &context, const Batch &batch)
{
    const QueuedTask &task = batch.tasks.front();
    context.processing.enter(1, u"start the dump creation"_s, 0, kDumpSteps);
    const EpochNs started = context.processing.running()->startedAt;
    const QString uid =
        QDateTime::fromMSecsSinceEpoch(started / kNsPerMs, QTimeZone::utc()).toString(u"yyyyMMdd-HHmmsszzz"_s);
    QDir().mkpath(context.dumpDir);
    Archive archive(context.dumpDir + u'/' + uid + u".dump");
    if (const Failure failure = archive.open())
        return JobResult::failed(*failure);
    const QByteArray metadata = JsonObjectWriter()
                                    .addText("dumpVersion", u"V6")
                                    .addText("dbVersion", u"1.50.0")
                                    .add("dumpDate", timeOrNull(started))
                                    .object();
    bool stopped = false;
    Failure failure = archive.add(u"dump/metadata.json"_s, metadata);
    if (!failure) {
        const Result<QByteArray> tasks = dumpTasks(context, &stopped);
        failure = tasks ? archive.add(u"dump/tasks/queue.jsonl"_s, tasks.value()) : Failure(tasks.error());
    }
    if (!failure && !stopped)
        failure = dumpIndexes(context, archive, &stopped);
    if (stopped)
        return JobResult::stopped(); // the unfinished file goes with the archive
    context.processing.enter(1, u"compress the dump"_s, 3, kDumpSteps);
    if (!failure)
        failure = archive.finish();
    if (failure)
        return JobResult::failed(*failure);
    JobResult result;
    result.tasks.push_back(succeeded(task, dumpDetails(uid)));
    return result;
}

JobResult runSnapshot(JobContext &context, const Batch &batch)
{
    context.processing.enter(1, u"start the snapshot creation"_s, 0, 4);
    QDir().mkpath(context.snapshotDir);
    struct Part
    {
        Database &database;
        QString step;
        QString name;
    };
    const Part parts[] {{context.tasks, u"snapshot the index scheduler"_s, u"tasks.db"_s},
                        {context.indexes, u"snapshot the indexes"_s, u"indexes.db"_s}};
    QStringList copies;
    Archive archive(context.snapshotDir + u"/data.ms.snapshot");
    Failure failure = archive.open();
    qint64 done = 1;
    for (const Part &part : parts) {
        if (failure)
            break;
        context.processing.enter(1, part.step, done++, 4);
        const QString copy = context.dataDir + u"/snapshot-"_s + part.name;
        QFile::remove(copy);
        copies.append(copy);
        failure = part.database.run(u"VACUUM INTO ?"_s, {copy});
    }
    context.processing.enter(1, u"create the tarball"_s, 3, 4);
    for (const QString &copy : std::as_const(copies)) {
        if (!failure)
            failure = archive.addFile(copy.section(u"/snapshot-"_s, -1), copy);
        QFile::remove(copy);
    }
    if (!failure)
        failure = archive.finish();
    if (failure)
        return JobResult::failed(*failure);
    JobResult result;
    for (const QueuedTask &task : batch.tasks)
        result.tasks.push_back(succeeded(task, task.details));
    return result;
}

} // namespace taskglass::localqueue
