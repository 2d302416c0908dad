// SPDX-License-Identifier: GPL-3.0-or-later
// Believable history in bulk, for demos and for measuring.
#include "app/localqueue/engine/batchstats.h"
#include "app/localqueue/engine/details.h"
#include "app/localqueue/engine/engineprivate.h"
#include "app/localqueue/engine/refusal.h"

#include <array>
#include <random>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

constexpr std::array kIndexes {"products"_L1, "movies"_L1, "customers"_L1, "orders"_L1, "reviews"_L1, "articles"_L1,
                               "suppliers"_L1, "events"_L1};

struct SeedFailure
{
    QLatin1StringView code;
    QLatin1StringView message;
};

constexpr std::array kFailures {
    SeedFailure {"invalid_document_id"_L1,
                 "Document identifier `\"SKU 4711/b\"` is invalid. A document identifier can be of type integer or string, only "
                 "composed of alphanumeric characters (a-z A-Z 0-9), hyphens (-) and underscores (_), and can not be more than "
                 "511 bytes."_L1},
    SeedFailure {"missing_document_id"_L1, "Document doesn't have a `id` attribute: `{\"name\":\"Garden chair\"}`."_L1},
    SeedFailure {"index_primary_key_no_candidate_found"_L1,
                 "The primary key inference failed as the engine did not find any field ending with `id` in its name. Please "
                 "specify the primary key manually using the `primaryKey` query parameter."_L1},
    SeedFailure {"index_primary_key_multiple_candidates_found"_L1,
                 "The primary key inference failed as the engine found 2 fields ending with `id` in their names: 'id' and "
                 "'supplier_id'. Please specify the primary key manually using the `primaryKey` query parameter."_L1},
};

/// Makes the same tasks for the same seed: std::mt19937 is the same everywhere, distributions are not, so none is used.
class Seeder
{
public:
    Seeder(Database &database, quint32 seed, qint64 count, EpochNs now)
        : m_database(database), m_random(seed), m_count(count), m_now(now),
          m_task(database, u"INSERT INTO tasks(uid, batch, idx, kind, status, flags, canceled_by, enq, sta, fin, details, "
                           "err_code, err_message, meta) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s),
          m_payload(database, u"INSERT INTO payloads(task, work, body) VALUES(?, ?, ?)"_s),
          m_batch(database, u"INSERT INTO batches(uid, sta, fin, details, stats, strategy) VALUES(?, ?, ?, ?, ?, ?)"_s)
    {
    }

    Failure run()
    {
        for (std::size_t i = 0; i < kIndexes.size(); ++i) {
            const Result<std::optional<qint64>> id = taskstore::nameId(m_database, kIndexes[i], true);
            if (!id)
                return id.error();
            m_names[i] = *id.value();
        }
        // A thousandth waits at the end, like a queue that is being worked on; at least one when there are several.
        const qint64 waiting = m_count < 2 ? 0 : std::max<qint64>(1, std::min<qint64>(m_count / 1'000, 200));
        m_time = m_now - kMarginNs - m_count * kMeanStepNs;
        while (m_uid < m_count - waiting) {
            if (const Failure failure = finishedBatch(m_count - waiting))
                return failure;
        }
        while (m_uid < m_count) {
            if (const Failure failure = waitingTask())
                return failure;
        }
        return {};
    }

private:
    static constexpr qint64 kMeanStepNs = 700 * kNsPerMs;
    static constexpr qint64 kMarginNs = 3 * kNsPerSecond; ///< More than any batch takes: nothing lies in the future.

    quint32 below(quint32 bound) { return static_cast<quint32>((quint64(m_random()) * bound) >> 32U); }

    EpochNs nextTime()
    {
        // Up to twice the even share of the time that is left, so that the last task comes before now whatever was drawn.
        const qint64 left = m_now - kMarginNs - m_time;
        const qint64 share = std::max<qint64>(left, 0) / std::max<qint64>(m_count - m_drawn++, 1);
        m_time += 1 + qint64(double(share) * below(2'000'000) / 1'000'000.0);
        m_time = std::min(m_time, m_now - kMarginNs);
        return m_time;
    }

    Failure finishedBatch(qint64 end)
    {
        const quint32 dice = below(1'000);
        if (dice < 4 && m_uid > 20)
            return canceledBatch();
        const std::size_t name = std::min<std::size_t>(below(12), kIndexes.size() - 1 - below(3));
        TaskKind kind = TaskKind::DocumentAdditionOrUpdate;
        if (dice < 60)
            kind = TaskKind::SettingsUpdate;
        else if (dice < 150)
            kind = TaskKind::DocumentDeletion;
        else if (dice < 154)
            kind = TaskKind::DumpCreation;
        else if (dice < 170)
            kind = TaskKind::IndexCreation;
        const bool shares = kind == TaskKind::DocumentAdditionOrUpdate;
        const qint64 size = std::min<qint64>(shares ? 1 + below(8) : 1, end - m_uid);
        std::vector<std::pair<TaskKind, QByteArray>> details;
        BatchStats stats;
        const qint64 first = m_uid;
        std::vector<EpochNs> times;
        for (qint64 i = 0; i < size; ++i)
            times.push_back(nextTime());
        const EpochNs started = times.back() + qint64(below(60'000)) * 10'000;
        const EpochNs finished = started + 3 * kNsPerMs + qint64(below(900'000)) * 1'000;
        const bool hasIndex = localqueue::hasIndex(kind);
        for (qint64 i = 0; i < size; ++i) {
            const bool fails = kind == TaskKind::IndexCreation ? below(10) < 7 : shares && below(1'000) < 25;
            const TaskStatus status = fails ? TaskStatus::Failed : TaskStatus::Succeeded;
            QByteArray text;
            const Failure failure = oneTask(kind, status, hasIndex ? QVariant(m_names[name]) : QVariant(), kIndexes[name],
                                            times[static_cast<std::size_t>(i)], started, finished, &text);
            if (failure)
                return failure;
            stats.add(status, kind, hasIndex ? QString(kIndexes[name]) : QString());
            details.emplace_back(kind, text);
        }
        const QString strategy = shares
            ? u"batched all enqueued tasks for index `%1`"_s.arg(kIndexes[name])
            : u"created batch containing only task with id %1 of type `%2` that cannot be batched with any other task."_s.arg(
                  QString::number(first), wordFor(kind));
        return finishBatch(started, finished, details, stats, strategy);
    }

    Failure oneTask(TaskKind kind, TaskStatus status, const QVariant &name, QLatin1StringView index, EpochNs enqueued,
                    EpochNs started, EpochNs finished, QByteArray *details)
    {
        const bool ok = status == TaskStatus::Succeeded;
        QVariant code;
        QVariant message;
        int flags = 0;
        switch (kind) {
        case TaskKind::SettingsUpdate: *details = "{\"filterableAttributes\":[\"brand\",\"price\"]}"; break;
        case TaskKind::DocumentDeletion: {
            const qint64 ids = 1 + below(40);
            *details = deletionByIdsDetails(ids, ids - below(2));
            break;
        }
        case TaskKind::DumpCreation:
            *details = dumpDetails(u"20260101-%1"_s.arg(m_uid, 9, 10, QLatin1Char('0')));
            break;
        case TaskKind::IndexCreation:
            *details = indexCreationDetails(u"id"_s);
            if (!ok) {
                code = u"index_already_exists"_s;
                message = u"Index `%1` already exists."_s.arg(index);
            }
            break;
        case TaskKind::IndexDeletion:
        case TaskKind::IndexUpdate:
        case TaskKind::IndexSwap:
        case TaskKind::TaskCancelation:
        case TaskKind::TaskDeletion:
        case TaskKind::SnapshotCreation:
        case TaskKind::IndexCompaction: break; // never drawn above
        case TaskKind::DocumentAdditionOrUpdate: {
            const qint64 documents = 1 + below(below(10) == 0 ? 20'000 : 400);
            *details = importDetails(documents, ok ? documents : 0);
            flags = below(4) == 0 ? 1 : 0;
            if (!ok) {
                const SeedFailure &failure = kFailures[below(kFailures.size())];
                code = QString(failure.code);
                message = QString(failure.message);
            }
            break;
        }
        }
        const QVariant meta = below(50) == 0 ? QVariant(u"nightly sync %1"_s.arg(m_uid)) : QVariant();
        return m_task.run({m_uid++, m_batchUid, name, static_cast<int>(kind), static_cast<int>(status), flags, QVariant(),
                           enqueued, started, finished, *details, code, message, meta});
    }

    Failure finishBatch(EpochNs started, EpochNs finished, const std::vector<std::pair<TaskKind, QByteArray>> &details,
                        const BatchStats &stats, const QString &strategy)
    {
        m_time = std::max(m_time, std::min(finished, m_now - kMarginNs));
        const QByteArray trace = "{\"processing tasks\":\"" + humanDuration(finished - started - 200'000).toUtf8()
            + "\",\"writing tasks to disk\":\"200.00\xC2\xB5s\"}";
        return m_batch.run({m_batchUid++, started, finished, mergedDetails(details, true), stats.object(trace), strategy});
    }

    /// Some imports, and the cancelation that stopped them.
    Failure canceledBatch()
    {
        const qint64 victims = std::min<qint64>(1 + below(3), 3);
        const std::size_t name = below(kIndexes.size());
        std::vector<std::pair<TaskKind, QByteArray>> details;
        BatchStats stats;
        const qint64 first = m_uid;
        const qint64 cancelation = m_uid + victims;
        std::vector<EpochNs> times;
        for (qint64 i = 0; i <= victims; ++i)
            times.push_back(nextTime());
        const EpochNs started = times.back() + 300'000;
        const EpochNs finished = started + 400'000 + below(200'000);
        for (qint64 i = 0; i < victims; ++i) {
            const QByteArray text = importDetails(100 + below(60'000), 0);
            if (const Failure failure =
                    m_task.run({m_uid++, m_batchUid, m_names[name], static_cast<int>(TaskKind::DocumentAdditionOrUpdate),
                                static_cast<int>(TaskStatus::Canceled), 0, cancelation, times[static_cast<std::size_t>(i)],
                                started, finished, text, QVariant(), QVariant(), QVariant()}))
                return failure;
            stats.add(TaskStatus::Canceled, TaskKind::DocumentAdditionOrUpdate, kIndexes[name]);
            details.emplace_back(TaskKind::DocumentAdditionOrUpdate, text);
        }
        QString uids;
        for (qint64 i = 0; i < victims; ++i)
            uids += (i > 0 ? u","_s : QString()) + QString::number(first + i);
        const QByteArray text = matchDetails(victims, "canceledTasks", victims, "?uids="_L1 + uids);
        if (const Failure failure = m_task.run(
                {m_uid++, m_batchUid, QVariant(), static_cast<int>(TaskKind::TaskCancelation),
                 static_cast<int>(TaskStatus::Succeeded), 0, QVariant(), times.back(), started, finished, text, QVariant(),
                 QVariant(), QVariant()}))
            return failure;
        stats.add(TaskStatus::Succeeded, TaskKind::TaskCancelation, {});
        details.emplace_back(TaskKind::TaskCancelation, text);
        return finishBatch(started, finished, details, stats,
                           u"created batch containing only task with id %1 of type `taskCancelation` that cannot be batched "
                           "with any other task."_s.arg(cancelation));
    }

    Failure waitingTask()
    {
        const std::size_t name = below(kIndexes.size());
        StoredWork work;
        work.type = StoredWork::Type::Import;
        work.count = 20 + below(400);
        QByteArray body;
        for (qint64 i = 0; i < work.count; ++i) {
            body += "{\"id\":" + QByteArray::number(below(100'000)) + ",\"name\":\"Item " + QByteArray::number(i)
                + "\",\"price\":" + QByteArray::number(below(50'000)) + "}";
        }
        if (const Failure failure = m_payload.run({m_uid, work.toBytes(), body}))
            return failure;
        return m_task.run({m_uid++, QVariant(), m_names[name], static_cast<int>(TaskKind::DocumentAdditionOrUpdate), 0, 0,
                           QVariant(), nextTime(), QVariant(), QVariant(), importDetails(work.count, {}), QVariant(),
                           QVariant(), QVariant()});
    }

    Database &m_database;
    std::mt19937 m_random;
    qint64 m_count;
    EpochNs m_now;
    EpochNs m_time = 0;
    qint64 m_drawn = 0; ///< How many times nextTime() was called: once for each task.
    qint64 m_uid = 0;
    qint64 m_batchUid = 0;
    std::array<qint64, kIndexes.size()> m_names {};
    Statement m_task;
    Statement m_payload;
    Statement m_batch;
};

} // namespace

Result<qint64> Engine::seed(quint32 seed, qint64 count)
{
    const Result<Database *> opened = d->tasks->get();
    if (!opened)
        return opened.error();
    Database &database = *opened.value();
    {
        const std::lock_guard writing(d->writeMutex);
        Transaction transaction(database, Transaction::Mode::Write);
        if (transaction.failure())
            return *transaction.failure();
        const Result<quint32> next = taskstore::nextTaskUid(database);
        if (!next)
            return next.error();
        if (next.value() != 0)
            return refusal(409, u"conflict"_s, u"Only an empty queue can be seeded."_s);
        Failure failure = taskstore::dropSecondary(database);
        if (!failure)
            failure = Seeder(database, seed, count, d->clock().now()).run();
        if (!failure)
            failure = taskstore::restoreSecondary(database);
        if (!failure)
            failure = transaction.commit();
        if (failure)
            return *failure;
    }
    d->scheduler->wake();
    return count;
}

} // namespace taskglass::localqueue
