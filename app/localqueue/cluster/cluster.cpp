// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/cluster/cluster.h"

#include "app/localqueue/cluster/slicedjob.h"

#include <QElapsedTimer>

#include <algorithm>
#include <future>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::cluster {

namespace {

/// The first is the elected manager, and the one that answers HTTP.
std::vector<Node> imitatedNodes(const QByteArrayList &ids)
{
    std::vector<Node> nodes;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        Node node;
        node.id = ids[i];
        node.name = "node-"_ba + QByteArray::number(i + 1);
        node.host = "127.0.0.1"_ba;
        node.transportPort = quint16(9300 + i);
        node.roles = {"cluster_manager"_ba, "data"_ba, "ingest"_ba};
        nodes.push_back(std::move(node));
    }
    return nodes;
}

/// Storing a result is a task of its own, with the same headers.
TaskInfo storingTask(const TaskInfo &ended)
{
    TaskInfo info;
    info.node = ended.node;
    info.action = "indices:data/write/index"_ba;
    info.description = u"index {[.tasks][%1], source[n/a]}"_s.arg(QString::fromLatin1(ended.id.text()));
    info.status = WritePhase {"starting"_ba};
    info.headers = ended.headers;
    return info;
}

} // namespace

Result<std::unique_ptr<Cluster>> Cluster::open(const ClusterOptions &options)
{
    auto dir = DataDir::open(options.dataDir);
    if (!dir)
        return dir.error();
    std::unique_ptr<Cluster> cluster(new Cluster);
    cluster->m_dir = dir.take();
    DatabaseOptions file;
    file.file = cluster->m_dir->file(u"cluster.db"_s);
    file.durable = !cluster->m_dir->isTemporary();
    file.fullMessage = u"No space left on device"_s;
    auto store = ClusterStore::open(file, std::max(1, options.nodes));
    if (!store)
        return store.error();
    cluster->m_store = store.take();
    cluster->m_tasks = std::make_unique<TaskRegistry>(imitatedNodes(cluster->m_store->nodeIds()));
    cluster->m_worker = std::make_unique<Worker>();
    cluster->m_place = std::make_unique<Workplace>(
        Workplace {*cluster->m_store, *cluster->m_tasks, *cluster->m_worker, cluster->m_jobs, options.pace});
    return cluster;
}

Cluster::~Cluster() = default;

void Cluster::run(Work work)
{
    m_worker->post([this, work = std::move(work)] { work(*m_store); });
}

void Cluster::runTask(TaskInfo task, TaskWork work)
{
    const auto scoped = std::make_shared<ScopedTask>(*m_tasks, std::move(task));
    run([scoped, work = std::move(work)](ClusterStore &store) { work(store, scoped->id()); });
}

TaskId Cluster::start(ByScrollRequest request, ResultWriter writer, ByScrollDone done)
{
    TaskInfo info;
    info.node = request.origin.node;
    info.action = actionOf(request.kind);
    info.description = request.description;
    info.cancellable = true;
    info.parent = request.origin.parent;
    info.headers = request.origin.headers;
    ScrollStatus status;
    status.slices.resize(std::size_t(request.slices > 1 ? request.slices : 0));
    info.status = status;
    const TaskId task = m_tasks->add(std::move(info));
    const auto shared = std::make_shared<const ByScrollRequest>(std::move(request));
    ByScrollDone finish = [this, task, writer = std::move(writer), done = std::move(done)](const TaskInfo &last,
                                                                                        const ByScrollOutcome &outcome) {
        ended(last, outcome, writer);
        m_tasks->remove(task);
        if (done)
            done(last, outcome);
    };
    m_worker->post([this, shared, task, finish = std::move(finish)] { begin(shared, task, finish); });
    return task;
}

void Cluster::begin(const std::shared_ptr<const ByScrollRequest> &request, const TaskId &task, const ByScrollDone &done)
{
    auto sliced = std::make_shared<ByScrollRequest>(*request);
    if (sliced->slices == ByScrollRequest::kAutoSlices) {
        const auto sources = m_store->resolve(request->sources);
        sliced->slices = 1;
        if (sources) {
            for (const Index *source : sources.value())
                sliced->slices = std::max(sliced->slices, source->shards);
        }
    }
    if (sliced->maxDocs >= 0 && sliced->maxDocs < sliced->slices) {
        ByScrollOutcome outcome;
        outcome.fault = illegalArgument(u"[max_docs] should be >= [slices]"_s);
        done(m_tasks->find(task).value_or(TaskInfo {}), outcome);
        return;
    }
    if (sliced->slices > 1)
        std::make_shared<SlicedJob>(*m_place, sliced, task, done)->start();
    else
        std::make_shared<ScrollJob>(*m_place, sliced, task, done)->start();
}

void Cluster::ended(const TaskInfo &last, const ByScrollOutcome &outcome, const ResultWriter &writer)
{
    if (!writer)
        return;
    const ScopedTask storing(*m_tasks, storingTask(last));
    Index *results = m_store->find(ClusterStore::kResultsIndex);
    if (!results) {
        // Objects of results are not looked into, so that results of all kinds fit.
        auto mapping = Mapping::parse(R"({"dynamic":"false","properties":{"completed":{"type":"boolean"}}})");
        const auto made = m_store->create(ClusterStore::kResultsIndex, 1, 1, mapping.ok() ? mapping.take() : Mapping {});
        if (!made)
            return;
        results = made.value();
    }
    auto transaction = m_store->transaction();
    if (!transaction)
        return;
    Write write;
    write.id = QString::fromLatin1(last.id.text());
    write.body = writer(last, outcome);
    // A result that cannot be written is lost, as on a real cluster: the task ends all the same.
    if (m_store->apply(*results, write).ok())
        (void)m_store->commit(*transaction.value());
}

TaskId Cluster::search(SearchRequest request, SearchDone done)
{
    TaskInfo info;
    info.node = request.origin.node;
    info.action = "indices:data/read/search"_ba;
    info.description = request.description;
    info.cancellable = true;
    info.parent = request.origin.parent;
    info.headers = request.origin.headers;
    const TaskId task = m_tasks->add(std::move(info));
    m_worker->post([this, task, request = std::move(request), done = std::move(done)]() {
        std::make_shared<SearchJob>(*m_place, request, task, [this, task, done](const SearchAnswer &answer) {
            m_tasks->remove(task);
            if (done)
                done(answer);
        })->start();
    });
    return task;
}

std::vector<TaskInfo> Cluster::cancel(const TaskFilter &filter)
{
    std::vector<TaskId> reached;
    const auto hit = m_tasks->cancel(filter, reached);
    if (!reached.empty()) {
        m_worker->post([this, reached = std::move(reached)] {
            for (const TaskId &id : reached) {
                if (const auto job = m_jobs[id].lock())
                    job->canceled();
                else
                    m_jobs.erase(id);
            }
        });
    }
    return hit;
}

void Cluster::rethrottle(const TaskId &task, float requestsPerSecond, std::function<void(const Fallible<TaskInfo> &)> done)
{
    m_worker->post([this, task, requestsPerSecond, done = std::move(done)] {
        const auto found = m_jobs.find(task);
        const auto job = found == m_jobs.end() ? nullptr : found->second.lock();
        auto info = m_tasks->find(task);
        if (!info) {
            done(Fault {"resource_not_found_exception"_ba,
                        u"task [%1] is not found"_s.arg(QString::fromLatin1(task.text())), 404, {}, {}, true});
            return;
        }
        auto status = job ? job->rethrottle(requestsPerSecond)
                          : Fallible<ScrollStatus>(illegalArgument(
                                u"task [%1] doesn't support this operation"_s.arg(QString::fromLatin1(task.text()))));
        if (!status) {
            done(status.fault());
            return;
        }
        info = m_tasks->find(task);
        info->status = status.take();
        done(*info);
    });
}

void Cluster::waitFor(const std::set<TaskId> &ids, qint64 timeoutNs, TaskRegistry::Gone done)
{
    const quint64 waiting = m_tasks->whenGone(ids, std::move(done));
    if (waiting != 0 && timeoutNs >= 0)
        m_worker->post([this, waiting] { m_tasks->giveUp(waiting); }, timeoutNs);
}

bool Cluster::waitUntilIdle(int timeoutMs)
{
    QElapsedTimer timer;
    timer.start();
    while (true) {
        const auto idle = std::make_shared<std::promise<bool>>();
        m_worker->post([this, idle] { idle->set_value(m_jobs.empty() && m_tasks->list({}).empty()); });
        auto answer = idle->get_future();
        const qint64 left = timeoutMs - timer.elapsed();
        if (left <= 0 || answer.wait_for(std::chrono::milliseconds(left)) != std::future_status::ready)
            return false;
        if (answer.get())
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}

} // namespace taskglass::localqueue::cluster
