// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/clusterfeed.h"

#include "app/localqueue/dialects/opensearch/bulk.h"
#include "app/localqueue/dialects/opensearch/resultjson.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::opensearch {

using cluster::ClusterStore;
using cluster::TaskId;
using cluster::TaskInfo;

namespace {

/// More jobs than this at once and the next step is put off.
constexpr int kMostJobs = 6;
constexpr int kHoldBackMs = 1500;

void fill(ClusterStore &store, const FilledIndex &index, const ApiProfile &api)
{
    if (store.find(index.name))
        return; // kept from an earlier run
    auto mapping = cluster::Mapping::parse(index.mapping);
    if (!store.create(index.name, index.shards, 1, mapping.ok() ? mapping.take() : cluster::Mapping {}).ok() || index.bulk.isEmpty())
        return;
    if (const auto items = parseBulk(index.bulk, index.name))
        (void)runBulk(store, items.value(), api);
}

TaskInfo bulkTask(const QString &index)
{
    TaskInfo info;
    info.action = "indices:data/write/bulk"_ba;
    info.description = u"requests[1], indices[%1]"_s.arg(index);
    return info;
}

} // namespace

ClusterFeed::ClusterFeed(cluster::Cluster &cluster, const ApiProfile &api, quint32 seed, QObject *parent)
    : QObject(parent)
    , m_cluster(cluster)
    , m_api(api)
    , m_plan(seed, int(cluster.nodes().size()))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ClusterFeed::step);
}

void ClusterFeed::start()
{
    for (const PlannedAction &action : m_plan.opening())
        carryOut(action);
    m_coming = m_plan.next();
    m_timer.start(m_coming.pauseMs);
}

void ClusterFeed::step()
{
    if (runningJobs() >= kMostJobs) {
        m_timer.start(kHoldBackMs);
        return;
    }
    for (const PlannedAction &action : m_coming.actions)
        carryOut(action);
    m_coming = m_plan.next();
    m_timer.start(m_coming.pauseMs);
}

int ClusterFeed::runningJobs() const
{
    cluster::TaskFilter filter;
    filter.actions = {"indices:data/write/*"_ba, "indices:data/read/search"_ba};
    const auto tasks = m_cluster.tasks().list(filter);
    return int(std::count_if(tasks.begin(), tasks.end(), [](const TaskInfo &task) { return !task.parent.isSet(); }));
}

void ClusterFeed::carryOut(const PlannedAction &action)
{
    if (const auto *index = std::get_if<FilledIndex>(&action)) {
        m_cluster.run([index = *index, api = m_api](ClusterStore &store) { fill(store, index, api); });
    } else if (const auto *bulk = std::get_if<BulkWrite>(&action)) {
        m_cluster.runTask(bulkTask(bulk->index), [write = *bulk, api = m_api](ClusterStore &store, const TaskId &) {
            if (const auto items = parseBulk(write.bulk, write.index))
                (void)runBulk(store, items.value(), api);
        });
    } else if (const auto *job = std::get_if<JobStart>(&action)) {
        startJob(*job);
    } else if (const auto *wanted = std::get_if<SearchStart>(&action)) {
        search(*wanted);
    } else if (const auto *cancel = std::get_if<CancelOldest>(&action)) {
        cancelOldest(cancel->action);
    }
}

void ClusterFeed::startJob(const JobStart &job)
{
    if (job.startsAfresh) {
        // Not while an earlier copy still writes there.
        cluster::TaskFilter reindexes;
        reindexes.actions = {cluster::actionOf(cluster::ByScrollRequest::Kind::Reindex)};
        const auto running = m_cluster.tasks().list(reindexes);
        const bool busy = std::any_of(running.begin(), running.end(),
                                      [&](const TaskInfo &task) { return task.description.contains(job.request.description); });
        if (busy)
            return;
        m_cluster.run([name = job.request.destination](ClusterStore &store) { (void)store.remove(name); });
    }
    cluster::Cluster::ResultWriter writer;
    if (job.storesResult) {
        writer = [api = m_api](const TaskInfo &last, const cluster::ByScrollOutcome &outcome) {
            return storedResultJson(last, outcome, api);
        };
    }
    cluster::ByScrollRequest request = job.request;
    if (request.kind == cluster::ByScrollRequest::Kind::Reindex && m_api.hasMappingTypes())
        request.description += u"[_doc]"_s;
    m_cluster.start(std::move(request), std::move(writer), {});
}

void ClusterFeed::search(const SearchStart &search)
{
    cluster::SearchRequest request;
    request.indices = search.indices;
    auto query = cluster::parseQueryClause(QJsonDocument::fromJson(search.body).object()["query"_L1].toObject());
    if (query)
        request.query = query.take();
    request.origin = search.origin;
    request.description = u"indices[%1], search_type[QUERY_THEN_FETCH], source[%2]"_s.arg(search.indices.join(u", "_s),
                                                                                       QString::fromUtf8(search.body));
    m_cluster.search(std::move(request), {});
}

void ClusterFeed::cancelOldest(const QByteArray &action)
{
    cluster::TaskFilter filter;
    filter.actions = {action};
    const auto tasks = m_cluster.tasks().list(filter);
    const auto oldest = std::min_element(tasks.begin(), tasks.end(),
                                         [](const TaskInfo &lhs, const TaskInfo &rhs) { return lhs.startMs < rhs.startMs; });
    if (oldest == tasks.end())
        return;
    cluster::TaskFilter one;
    one.task = oldest->parent.isSet() ? oldest->parent : oldest->id;
    (void)m_cluster.cancel(one);
}

} // namespace taskglass::localqueue::opensearch
