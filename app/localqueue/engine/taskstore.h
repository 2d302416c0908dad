// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/database.h"
#include "app/localqueue/engine/processing.h"
#include "app/localqueue/engine/query.h"
#include "app/localqueue/engine/records.h"
#include "app/localqueue/engine/storedwork.h"

#include <QHash>

#include <vector>

namespace taskglass::localqueue {

/// A task that waits, as the scheduler sees it.
struct QueuedTask
{
    quint32 uid = 0;
    TaskKind kind = TaskKind::DocumentAdditionOrUpdate;
    QString indexUid;
    EpochNs enqueuedAt = kNoTime;
    QByteArray details;
    StoredWork work;
};

/// A task that ended.
struct FinishedTask
{
    quint32 uid = 0;
    TaskStatus status = TaskStatus::Succeeded;
    QByteArray details;
    std::optional<TaskFailure> error;
    std::optional<quint32> canceledBy;
};

/// All that a batch changed in the task store: committed at once, or not at all.
struct BatchOutcome
{
    quint32 batchUid = 0;
    EpochNs startedAt = kNoTime;
    EpochNs finishedAt = kNoTime;
    QByteArray details;
    QByteArray stats;
    QString strategy;
    std::vector<FinishedTask> tasks;
    /// Indexes that took each other's name: earlier tasks follow them. The number is the task that did it.
    struct Renaming
    {
        quint32 task = 0;
        IndexPair pair;
    };
    std::vector<Renaming> renamings;
    QList<quint32> deletedTasks;

    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] static BatchOutcome fromBytes(const QByteArray &bytes);
};

/// A task to be written. Uids and times are the store's and the caller's.
struct TaskDraft
{
    TaskKind kind = TaskKind::DocumentAdditionOrUpdate;
    QString indexUid;
    QString otherIndexUid;              ///< A rename's new name: the task is found under both.
    ImportMethod method = ImportMethod::Replace;
    bool clearsAll = false;
    EpochNs enqueuedAt = kNoTime;
    QByteArray details;
    std::optional<QString> customMetadata;
};

// The task store: tasks, batches, and the payloads of unfinished tasks, in one SQLite file. All functions run in the
// caller's transaction where they write, and take the caller's connection.
namespace taskstore {

[[nodiscard]] Failure createSchema(Database &database);

[[nodiscard]] Result<quint32> nextTaskUid(Database &database);
[[nodiscard]] Result<quint32> nextBatchUid(Database &database);
/// The number that stands for an index's name; made when \a create.
[[nodiscard]] Result<std::optional<qint64>> nameId(Database &database, const QString &name, bool create);

[[nodiscard]] Failure insertTask(Database &database, quint32 uid, const TaskDraft &draft, const StoredWork &work,
                                 const QByteArray &body);
[[nodiscard]] Result<QByteArray> payloadOf(Database &database, quint32 uid);

/// Tasks by uid, in the order of \a uids; absent ones are left out. The running batch is laid over them.
[[nodiscard]] Result<QList<TaskRecord>> fetch(Database &database, const QList<quint32> &uids, const RunningBatchPtr &running);

// What waits, oldest first unless \a newest.
[[nodiscard]] Result<std::optional<quint32>> firstEnqueued(Database &database, TaskKind kind, bool newest);
[[nodiscard]] Result<std::vector<QueuedTask>> queuedTasks(Database &database, const QList<quint32> &uids);
[[nodiscard]] Result<QList<quint32>> enqueuedUids(Database &database, TaskKind kind);
[[nodiscard]] Result<QList<quint32>> enqueuedOfIndex(Database &database, const QString &indexUid, quint32 from, int limit);

/// Writes everything that \a outcome says. In a write transaction.
[[nodiscard]] Failure finishBatch(Database &database, const BatchOutcome &outcome);

[[nodiscard]] Result<std::optional<BatchRecord>> batch(Database &database, quint32 uid);
[[nodiscard]] Result<TaskCounts> counts(Database &database, const RunningBatchPtr &running);

} // namespace taskstore

} // namespace taskglass::localqueue
