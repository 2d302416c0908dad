// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/documentquery.h"
#include "app/localqueue/cluster/taskinfo.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace taskglass::localqueue::cluster {

/// A job that goes through documents batch by batch.
struct ByScrollRequest
{
    enum class Kind { Reindex, UpdateByQuery, DeleteByQuery };
    static constexpr int kAutoSlices = 0;       ///< One a shard of the source.

    Kind kind = Kind::Reindex;
    QStringList sources;
    DocumentQuery query;
    qint64 batchSize = 1000;
    qint64 maxDocs = -1;                        ///< -1: all.
    QString destination;                        ///< Reindex only.
    bool createOnly = false;                    ///< Reindex only: existing documents are conflicts.
    float requestsPerSecond = kUnthrottled;
    int slices = 1;
    bool proceedOnConflicts = false;
    QString script;                             ///< Empty: none.
    QString scriptLang;
    QString description;
    Origin origin;
};

/// What a document's write came to, when it came to nothing.
struct DocumentFailure
{
    QString index;
    QString id;
    Fault cause;
};

/// How a job ended.
struct ByScrollOutcome
{
    qint64 tookMs = 0;
    ScrollStatus status;
    std::vector<DocumentFailure> failures;
    std::optional<Fault> fault;                 ///< What ended the job before its time; not for cancels.
};

/// A job's end: the task as it was last, and the outcome. Called on the worker's thread.
using ByScrollDone = std::function<void(const TaskInfo &last, const ByScrollOutcome &outcome)>;

/// "indices:data/write/reindex" and its like.
[[nodiscard]] QByteArray actionOf(ByScrollRequest::Kind kind);

} // namespace taskglass::localqueue::cluster
