// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/work.h"
#include "models/domain/progress.h"
#include "models/domain/time.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace taskglass::localqueue {

/// Why a task failed, in Meilisearch's words. Also the body of a refusal over HTTP.
struct TaskFailure
{
    QString message;
    QString code;
    QString type;                       ///< "invalid_request", "internal", "system".
    QString link;
    bool operator==(const TaskFailure &) const = default;
};

/// The failure of \a code with its type and link filled in.
[[nodiscard]] TaskFailure failureOf(const QString &code, const QString &message);

/// One task, as it is now. Everything that any API version needs to show it.
struct TaskRecord
{
    quint32 uid = 0;
    std::optional<quint32> batchUid;    ///< Empty while enqueued.
    QString indexUid;                   ///< Empty for the kinds without one.
    TaskStatus status = TaskStatus::Enqueued;
    TaskKind kind = TaskKind::DocumentAdditionOrUpdate;
    std::optional<quint32> canceledBy;
    QByteArray details;                 ///< JSON object in 1.50's shape and key order; empty: the task has none.
    std::optional<TaskFailure> error;
    EpochNs enqueuedAt = kNoTime;
    EpochNs startedAt = kNoTime;        ///< kNoTime until it starts.
    EpochNs finishedAt = kNoTime;
    std::optional<QString> customMetadata;
    // For the shapes of old versions.
    ImportMethod method = ImportMethod::Replace; ///< DocumentAdditionOrUpdate: documentAddition or documentPartial.
    bool clearsAll = false;             ///< DocumentDeletion of everything: clearAll before 0.28.
    bool operator==(const TaskRecord &) const = default;

    /// finishedAt − startedAt; kNoTime until finished.
    [[nodiscard]] DurationNs duration() const
    {
        return startedAt == kNoTime || finishedAt == kNoTime ? kNoTime : finishedAt - startedAt;
    }
};

struct TaskList
{
    QList<TaskRecord> tasks;
    qint64 total = 0;                   ///< Matches regardless of limit and from.
    std::optional<quint32> next;        ///< First uid of the next page; empty at the end.
};

struct BatchRecord
{
    quint32 uid = 0;
    std::optional<Progress> progress;   ///< Only while it runs; percent as Meilisearch computes it.
    QByteArray details;                 ///< JSON object: the members' details merged.
    QByteArray stats;                   ///< JSON object: totalNbTasks, status, types, indexUids, progressTrace.
    EpochNs startedAt = kNoTime;
    EpochNs finishedAt = kNoTime;       ///< kNoTime while it runs.
    QString strategy;                   ///< batchStrategy.
    bool operator==(const BatchRecord &) const = default;
};

struct BatchList
{
    QList<BatchRecord> batches;
    qint64 total = 0;
    std::optional<quint32> next;
};

struct IndexRecord
{
    QString uid;
    std::optional<QString> primaryKey;
    EpochNs createdAt = kNoTime;
    EpochNs updatedAt = kNoTime;
    bool operator==(const IndexRecord &) const = default;
};

struct IndexList
{
    QList<IndexRecord> indexes;         ///< By uid, alphabetically, as Meilisearch lists them.
    qint64 total = 0;
};

struct IndexStats
{
    QString uid;
    qint64 numberOfDocuments = 0;
    qint64 documentBytes = 0;           ///< Of all documents as stored.
    bool isIndexing = false;            ///< Its batch runs right now.
    QList<std::pair<QString, qint64>> fieldDistribution; ///< By field name.
};

struct EngineStats
{
    qint64 databaseBytes = 0;           ///< Size on disk.
    qint64 usedBytes = 0;               ///< Without free pages.
    EpochNs lastUpdate = kNoTime;       ///< kNoTime when nothing was ever done.
    QList<IndexStats> indexes;
};

struct DocumentList
{
    QList<QByteArray> documents;        ///< JSON objects as stored, in the order of their first import.
    qint64 total = 0;
};

/// Which tasks exist, for gauges and status chips. Enqueued does not include the running ones.
struct TaskCounts
{
    std::array<qint64, kAllTaskStatuses.size()> byStatus {};
    std::array<qint64, kAllTaskKinds.size()> byKind {};
    QList<std::pair<QString, qint64>> byIndex;
};

} // namespace taskglass::localqueue
