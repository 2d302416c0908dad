// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/byscroll.h"
#include "app/localqueue/cluster/searchjob.h"
#include "app/localqueue/engine/datadir.h"

#include <memory>
#include <set>

namespace taskglass::localqueue::cluster {

struct ClusterOptions
{
    QString dataDir;            ///< Made when missing and locked; empty: a temporary folder that goes with the cluster.
    Pace pace = Pace::Instant;
    int nodes = 3;              ///< How many are imitated, at least 1. Kept folders keep their nodes' ids.
};

/// A few imitated nodes with indices and the tasks that work on them, in the manner of OpenSearch and Elasticsearch.
///
/// Indices, documents and stored results survive kill -9. What runs is known in memory only: as on a real cluster the tasks
/// of a node that dies are lost, and its count of tasks begins again at 1.
///
/// Every function may be called from any thread. Real work is done in short steps on one thread of the cluster's own,
/// where the callbacks are called, too.
class Cluster
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Cluster>> open(const ClusterOptions &options);
    /// Ends after the running step. Callbacks of what still ran may be called from it, and none later.
    ~Cluster();
    Cluster(const Cluster &) = delete;
    Cluster &operator=(const Cluster &) = delete;

    [[nodiscard]] const QByteArray &uuid() const { return m_store->clusterUuid(); }
    [[nodiscard]] TaskRegistry &tasks() { return *m_tasks; }
    [[nodiscard]] const std::vector<Node> &nodes() const { return m_tasks->nodes(); }

    /// Runs \a work with the store on the worker's thread, in its turn.
    using Work = std::function<void(ClusterStore &store)>;
    void run(Work work);
    /// The same as a task that is listed meanwhile.
    using TaskWork = std::function<void(ClusterStore &store, const TaskId &task)>;
    void runTask(TaskInfo task, TaskWork work);

    /// Writes an ended job's result: its body out of the task and the outcome.
    using ResultWriter = std::function<QByteArray(const TaskInfo &last, const ByScrollOutcome &outcome)>;
    /// Starts a job and answers its task. With a \a writer its result is stored, before the task goes; \a done may be null.
    TaskId start(ByScrollRequest request, ResultWriter writer, ByScrollDone done);
    TaskId search(SearchRequest request, SearchDone done);

    /// Flags what \a filter matches, with all descendants, and wakes the jobs behind them. Answers what matched.
    std::vector<TaskInfo> cancel(const TaskFilter &filter);
    /// Changes the rate of one job and answers it with live numbers; \a done may be called before this returns.
    void rethrottle(const TaskId &task, float requestsPerSecond, std::function<void(const Fallible<TaskInfo> &)> done);
    /// Tells \a done when none of \a ids runs any more, or when \a timeoutNs are over (negative: never).
    void waitFor(const std::set<TaskId> &ids, qint64 timeoutNs, TaskRegistry::Gone done);

    /// Blocks until no job runs and nothing waits for the worker, or \a timeoutMs passed; false then. For tests.
    [[nodiscard]] bool waitUntilIdle(int timeoutMs);

private:
    Cluster() = default;
    void begin(const std::shared_ptr<const ByScrollRequest> &request, const TaskId &task, const ByScrollDone &done);
    void ended(const TaskInfo &last, const ByScrollOutcome &outcome, const ResultWriter &writer);

    std::unique_ptr<DataDir> m_dir;
    std::unique_ptr<ClusterStore> m_store;
    std::unique_ptr<TaskRegistry> m_tasks;
    Jobs m_jobs;
    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<Worker> m_worker; // last: its thread uses all of the above
};

} // namespace taskglass::localqueue::cluster
