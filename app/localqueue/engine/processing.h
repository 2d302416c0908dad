// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/records.h"
#include "models/domain/clock.h"

#include <QList>
#include <QStringList>

#include <memory>
#include <mutex>
#include <vector>

namespace taskglass::localqueue {

/// The batch that runs, as long as it runs. Known in memory only: a restart forgets it and its tasks are enqueued again.
struct RunningBatch
{
    quint32 uid = 0;
    EpochNs startedAt = kNoTime;
    QList<quint32> tasks;           ///< Ascending; the tasks shown as processing.
    QString strategy;
    QString indexUid;               ///< Empty for batches of no index.
    QByteArray details;             ///< Of the batch while it runs.
    QByteArray statsHead;           ///< Members of the stats object before progressTrace, without braces.
};
using RunningBatchPtr = std::shared_ptr<const RunningBatch>;

/// How far the running batch is, and which batch that is. One writer (the scheduler), any readers.
class Processing
{
public:
    /// Null when nothing runs.
    [[nodiscard]] RunningBatchPtr running() const;
    /// The progress of the running batch with its trace as JSON object.
    [[nodiscard]] std::pair<Progress, QByteArray> progress() const;

    void begin(RunningBatch batch);
    void end();
    /// Enters a step of \a depth (0: outermost), leaving the steps at that depth and below. \a finished of \a total
    /// steps of its parent are done.
    void enter(std::size_t depth, const QString &name, qint64 finished, qint64 total);
    /// Moves the innermost step on.
    void advance(qint64 finished);
    /// Leaves all steps and answers the whole trace as a JSON object.
    [[nodiscard]] QByteArray finishTrace();

private:
    struct Step
    {
        QString name;
        qint64 finished = 0;
        qint64 total = 0;
        qint64 enteredAtNs = 0; // monotonic
    };
    void leave(std::size_t depth);
    [[nodiscard]] QString pathOf(std::size_t depth) const;
    [[nodiscard]] QByteArray traceJson(bool withOpenSteps) const;

    mutable std::mutex m_mutex;
    RunningBatchPtr m_running;
    std::vector<Step> m_steps;
    std::vector<std::pair<QString, qint64>> m_trace; // path, ns; in the order in which the steps were left
};

} // namespace taskglass::localqueue
