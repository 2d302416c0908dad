// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a seeded past: its values put into words, as the queue's own tasks would have left them.
#include "app/localqueue/engine/pastrows.h"

#include "app/localqueue/engine/batchstats.h"
#include "app/localqueue/engine/details.h"
#include "app/localqueue/engine/refusal.h"
#include "app/localqueue/engine/storedwork.h"
#include "app/localqueue/engine/unwritten.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::pastrows {

namespace {

struct Reason
{
    QLatin1StringView code;
    QLatin1StringView message;
};

constexpr std::array<Reason, kPastFailures> kReasons {
    Reason {"invalid_document_id"_L1,
            "Document identifier `\"SKU 4711/b\"` is invalid. A document identifier can be of type integer or string, only "
            "composed of alphanumeric characters (a-z A-Z 0-9), hyphens (-) and underscores (_), and can not be more than "
            "511 bytes."_L1},
    Reason {"missing_document_id"_L1, "Document doesn't have a `id` attribute: `{\"name\":\"Garden chair\"}`."_L1},
    Reason {"index_primary_key_no_candidate_found"_L1,
            "The primary key inference failed as the engine did not find any field ending with `id` in its name. Please "
            "specify the primary key manually using the `primaryKey` query parameter."_L1},
    Reason {"index_primary_key_multiple_candidates_found"_L1,
            "The primary key inference failed as the engine found 2 fields ending with `id` in their names: 'id' and "
            "'supplier_id'. Please specify the primary key manually using the `primaryKey` query parameter."_L1},
};

/// The number that an index has in the task store.
qint64 nameId(quint8 index)
{
    return index + 1;
}

/// The uids of a canceled batch's victims, as the cancelation's filter.
QString victims(quint32 first, qsizetype count)
{
    QStringList uids;
    for (qsizetype i = 0; i < count; ++i)
        uids.append(QString::number(first + i));
    return "?uids="_L1 + uids.join(u',');
}

QByteArray detailsOf(const PastTask &task, quint32 uid, quint32 firstOfBatch)
{
    switch (task.kind) {
    case TaskKind::SettingsUpdate: return "{\"filterableAttributes\":[\"brand\",\"price\"]}";
    case TaskKind::DocumentDeletion: return deletionByIdsDetails(task.number, task.number - task.missed);
    case TaskKind::DumpCreation: return dumpDetails(u"20260101-%1"_s.arg(uid, 9, 10, QLatin1Char('0')));
    case TaskKind::IndexCreation: return indexCreationDetails(u"id"_s);
    case TaskKind::TaskCancelation:
        return matchDetails(task.number, "canceledTasks", task.number, victims(firstOfBatch, task.number));
    case TaskKind::DocumentAdditionOrUpdate:
        return importDetails(task.number, task.status == TaskStatus::Succeeded ? task.number : 0);
    case TaskKind::IndexDeletion:
    case TaskKind::IndexUpdate:
    case TaskKind::IndexSwap:
    case TaskKind::TaskDeletion:
    case TaskKind::SnapshotCreation:
    case TaskKind::IndexCompaction: break; // never drawn
    }
    return {};
}

std::optional<Reason> reasonOf(const PastTask &task)
{
    if (task.status != TaskStatus::Failed || task.kind == TaskKind::IndexCreation)
        return std::nullopt;
    return kReasons[task.failure];
}

/// Writes batches with their tasks, oldest first.
class PartWriter
{
public:
    PartWriter(Database &database, quint32 firstTask, quint32 firstBatch)
        : m_uid(firstTask)
        , m_batchUid(firstBatch)
        , m_task(database, u"INSERT INTO tasks(uid, batch, idx, kind, status, flags, canceled_by, enq, sta, fin, details, "
                           "err_code, err_message, meta) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s)
        , m_batch(database, u"INSERT INTO batches(uid, sta, fin, details, stats, strategy) VALUES(?, ?, ?, ?, ?, ?)"_s)
    {
    }

    Failure write(const PastBatch &batch)
    {
        const quint32 first = m_uid;
        const quint32 last = first + quint32(batch.tasks.size()) - 1;
        const QString index(kPastIndexes[batch.index]);
        std::vector<std::pair<TaskKind, QByteArray>> details;
        BatchStats stats;
        for (const PastTask &task : batch.tasks) {
            details.emplace_back(task.kind, detailsOf(task, m_uid, first));
            stats.add(task.status, task.kind, hasIndex(task.kind) ? index : QString());
            const QVariant canceledBy = task.status == TaskStatus::Canceled ? QVariant(last) : QVariant();
            if (const Failure failure = writeTask(batch, task, canceledBy, details.back().second))
                return failure;
        }
        const TaskKind kind = batch.tasks.back().kind;
        const QString strategy = kind == TaskKind::DocumentAdditionOrUpdate
            ? u"batched all enqueued tasks for index `%1`"_s.arg(index)
            : u"created batch containing only task with id %1 of type `%2` that cannot be batched with any other task."_s.arg(
                  QString::number(last), wordFor(kind));
        const QByteArray trace = "{\"processing tasks\":\""
            + humanDuration(batch.finishedAt - batch.startedAt - 200'000).toUtf8()
            + "\",\"writing tasks to disk\":\"200.00\xC2\xB5s\"}";
        return m_batch.run({m_batchUid++, batch.startedAt, batch.finishedAt, mergedDetails(details, true), stats.object(trace),
                            strategy});
    }

private:
    Failure writeTask(const PastBatch &batch, const PastTask &task, const QVariant &canceledBy, const QByteArray &details)
    {
        QVariant code;
        QVariant message;
        if (const std::optional<Reason> reason = reasonOf(task)) {
            code = QString(reason->code);
            message = QString(reason->message);
        } else if (task.status == TaskStatus::Failed) {
            code = u"index_already_exists"_s;
            message = u"Index `%1` already exists."_s.arg(kPastIndexes[batch.index]);
        }
        const quint32 uid = m_uid++;
        return m_task.run({uid, m_batchUid, hasIndex(task.kind) ? QVariant(nameId(batch.index)) : QVariant(),
                           static_cast<int>(task.kind), static_cast<int>(task.status), task.updates ? 1 : 0, canceledBy,
                           task.enqueuedAt, batch.startedAt, batch.finishedAt, details, code, message,
                           task.isLabelled ? QVariant(u"nightly sync %1"_s.arg(uid)) : QVariant()});
    }

    quint32 m_uid;
    quint32 m_batchUid;
    Statement m_task;
    Statement m_batch;
};

/// How many batches there are; their tasks are counted by state, type and index.
Result<quint32> countAll(Database &database, const PastPlan &plan)
{
    constexpr std::size_t kNames = kPastIndexes.size() + 1; // 0: no index
    std::array<std::array<std::array<qint64, kNames>, kAllTaskKinds.size()>, kAllTaskStatuses.size()> counts {};
    quint32 batches = 0;
    for (quint32 end = plan.ended(); end > 0; end = PastPlan::partBegin(end)) {
        for (const PastBatch &batch : plan.partBefore(end)) {
            ++batches;
            for (const PastTask &task : batch.tasks) {
                const auto name = hasIndex(task.kind) ? static_cast<std::size_t>(nameId(batch.index)) : 0U;
                ++counts[std::size_t(task.status)][std::size_t(task.kind)][name];
            }
        }
    }
    Statement insert(database, u"INSERT INTO counts(status, kind, idx, n) VALUES(?, ?, ?, ?)"_s);
    for (const TaskStatus status : kAllTaskStatuses) {
        for (const TaskKind kind : kAllTaskKinds) {
            for (std::size_t name = 0; name < kNames; ++name) {
                const qint64 n = counts[std::size_t(status)][std::size_t(kind)][name];
                if (n == 0)
                    continue;
                if (const Failure failure = insert.run({int(status), int(kind), qint64(name), n}))
                    return *failure;
            }
        }
    }
    return batches;
}

Failure writeWaiting(Database &database, const PastPlan &plan)
{
    Statement payload(database, u"INSERT INTO payloads(task, work, body) VALUES(?, ?, ?)"_s);
    Statement task(database, u"INSERT INTO tasks(uid, idx, kind, status, flags, enq, details) VALUES(?, ?, ?, 0, 0, ?, ?)"_s);
    quint32 uid = plan.ended();
    for (const PastWaiting &waiting : plan.waiting()) {
        StoredWork work;
        work.type = StoredWork::Type::Import;
        work.count = waiting.documents;
        if (const Failure failure = payload.run({uid, work.toBytes(), waiting.body}))
            return failure;
        if (const Failure failure =
                task.run({uid++, nameId(waiting.index), static_cast<int>(TaskKind::DocumentAdditionOrUpdate),
                          waiting.enqueuedAt, importDetails(waiting.documents, {})}))
            return failure;
    }
    return {};
}

/// Writes the part of \a plan that ends at rest.tasks, and answers what is unwritten then.
Result<Unwritten> writePart(Database &database, const PastPlan &plan, const std::vector<PastBatch> &batches, Unwritten rest)
{
    rest.tasks = PastPlan::partBegin(rest.tasks);
    rest.batches -= quint32(batches.size());
    rest.horizon = plan.horizon(rest.tasks);
    PartWriter writer(database, rest.tasks, rest.batches);
    for (const PastBatch &batch : batches) {
        if (const Failure failure = writer.write(batch))
            return *failure;
    }
    const Failure failure = rest.tasks == 0
        ? database.run(u"DELETE FROM unwritten"_s)
        : database.run(u"UPDATE unwritten SET tasks = ?, batches = ?, horizon = ?"_s, {rest.tasks, rest.batches, rest.horizon});
    if (failure)
        return *failure;
    return rest;
}

} // namespace

Failure begin(Database &database, const PastPlan &plan)
{
    for (std::size_t i = 0; i < kPastIndexes.size(); ++i) {
        if (const Failure failure = database.run(u"INSERT INTO names(id, name) VALUES(?, ?)"_s,
                                                 {nameId(quint8(i)), QString(kPastIndexes[i])}))
            return failure;
    }
    const Result<quint32> batches = countAll(database, plan);
    if (!batches)
        return batches.error();
    if (const Failure failure = writeWaiting(database, plan))
        return failure;
    const Unwritten all {plan.ended(), batches.value(), plan.horizon(plan.ended())};
    if (const Failure failure =
            database.run(u"INSERT INTO unwritten(tasks, batches, horizon, seed, count, now) VALUES(?, ?, ?, ?, ?, ?)"_s,
                         {all.tasks, all.batches, all.horizon, plan.seed(), plan.count(), plan.now()}))
        return failure;
    const Result<Unwritten> rest = writePart(database, plan, plan.partBefore(all.tasks), all);
    return rest ? Failure() : rest.error();
}

Result<quint32> writeNext(Database &database, std::mutex &writeMutex)
{
    const Result<Unwritten> all = unwritten(database);
    if (!all)
        return all.error();
    if (all.value().tasks == 0)
        return 0U;
    std::optional<PastPlan> plan;
    {
        Statement statement(database, u"SELECT seed, count, now FROM unwritten"_s);
        if (const Failure failure = statement.run())
            return *failure;
        if (!statement.next())
            return 0U;
        plan.emplace(static_cast<quint32>(statement.integer(0)), static_cast<quint32>(statement.integer(1)),
                     statement.integer(2));
    }
    const std::vector<PastBatch> batches = plan->partBefore(all.value().tasks); // nobody needs to wait for this
    const std::lock_guard writing(writeMutex);
    Transaction transaction(database, Transaction::Mode::Write);
    if (transaction.failure())
        return *transaction.failure();
    const Result<Unwritten> rest = writePart(database, *plan, batches, all.value());
    if (!rest)
        return rest.error();
    if (const Failure failure = transaction.commit())
        return *failure;
    return rest.value().tasks;
}

} // namespace taskglass::localqueue::pastrows
