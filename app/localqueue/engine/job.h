// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/batcher.h"
#include "app/localqueue/engine/indexstore.h"
#include "app/localqueue/engine/processing.h"
#include "app/localqueue/engine/taskstore.h"
#include "app/localqueue/engine/throttle.h"
#include "models/domain/clock.h"

namespace taskglass::localqueue {

/// What a job works with. All of it outlives the job; used on the scheduler's thread only.
struct JobContext
{
    Database &tasks;
    Database &indexes;
    Processing &processing;
    Throttle &throttle;
    const Clock &clock;
    QString dataDir;
    QString dumpDir;
    QString snapshotDir;
};

/// What became of a batch.
struct JobResult
{
    enum class End {
        Done,      ///< \a tasks, \a renamings and \a deletedTasks say what to write.
        Stopped,   ///< Canceled or shutting down: nothing was changed, nothing is to be written.
        Failed     ///< \a failure hit all members alike; nothing was changed.
    };
    End end = End::Done;
    std::optional<Error> failure;
    std::vector<FinishedTask> tasks;    ///< One for each member; cancelations add those that they canceled.
    std::vector<BatchOutcome::Renaming> renamings;
    QList<quint32> deletedTasks;

    [[nodiscard]] static JobResult stopped() { return {End::Stopped, {}, {}, {}, {}}; }
    [[nodiscard]] static JobResult failed(const Error &error) { return {End::Failed, error, {}, {}, {}}; }
};

/// A member that did what it should.
[[nodiscard]] FinishedTask succeeded(const QueuedTask &task, const QByteArray &details);
/// A member that could not, with its counts at 0.
[[nodiscard]] FinishedTask failed(const QueuedTask &task, const Error &error);

// Each does the work of one kind of batch. Those that write the index store do so in the transaction that the caller opened
// on it; they never commit.
[[nodiscard]] JobResult runDocuments(JobContext &context, const Batch &batch);
[[nodiscard]] JobResult runClear(JobContext &context, const Batch &batch);
[[nodiscard]] JobResult runSettings(JobContext &context, const Batch &batch);
[[nodiscard]] JobResult runIndexCreation(JobContext &context, const Batch &batch);
[[nodiscard]] JobResult runIndexUpdate(JobContext &context, const Batch &batch);
[[nodiscard]] JobResult runIndexDeletion(JobContext &context, const Batch &batch);
[[nodiscard]] JobResult runSwap(JobContext &context, const Batch &batch);
[[nodiscard]] JobResult runCompaction(JobContext &context, const Batch &batch);
[[nodiscard]] JobResult runDump(JobContext &context, const Batch &batch);
[[nodiscard]] JobResult runSnapshot(JobContext &context, const Batch &batch);
[[nodiscard]] JobResult runCancelation(JobContext &context, const Batch &batch);
[[nodiscard]] JobResult runTaskDeletion(JobContext &context, const Batch &batch);

} // namespace taskglass::localqueue
