// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/job.h"
#include "app/localqueue/cluster/workplace.h"

#include <functional>

namespace taskglass::localqueue::cluster {

struct SearchRequest
{
    QStringList indices;
    DocumentQuery query;
    ClusterStore::Page page;
    QString description;
    Origin origin;
};

struct Hit
{
    QString index;
    Document document;
};

struct SearchAnswer
{
    qint64 tookMs = 0;
    int shards = 0;
    qint64 total = 0;
    std::vector<Hit> hits;
    std::optional<Fault> fault;
};

using SearchDone = std::function<void(const SearchAnswer &)>;

/// A search: a task on the node that was asked and one for each shard, on the shard's node. The query is answered by the
/// store at once; a script_score takes the time that its loops would take, in steps between which cancels are noticed.
class SearchJob final : public Job, public std::enable_shared_from_this<SearchJob>
{
public:
    /// \a task is registered already and stays so until \a done has run.
    SearchJob(Workplace &place, SearchRequest request, TaskId task, SearchDone done);

    void start();
    /// Noticed at the next step.
    void canceled() override { }
    [[nodiscard]] Fallible<ScrollStatus> rethrottle(float requestsPerSecond) override;

private:
    struct Shard
    {
        TaskId task;
        qint64 costNs = 0;          ///< Of the script over its documents.
        qint64 bytes = 0;
    };
    [[nodiscard]] std::optional<Fault> openShards(const std::vector<Index *> &indices);
    void score();
    void collect();
    void finish(std::optional<Fault> fault = {});

    Workplace &m_place;
    const SearchRequest m_request;
    const TaskId m_task;
    const SearchDone m_done;
    const qint64 m_startedNs;
    SearchAnswer m_answer;
    std::vector<std::unique_ptr<ScopedTask>> m_shardTasks;
    std::vector<Shard> m_shards;
    qint64 m_scoredNs = 0;
};

} // namespace taskglass::localqueue::cluster
