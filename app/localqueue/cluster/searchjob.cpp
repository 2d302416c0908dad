// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/cluster/searchjob.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::cluster {

namespace {

/// About what one turn of a small loop took on the real server of the recordings.
constexpr double kNsPerTurn = 2.5;
/// How often a running search looks whether it was canceled.
constexpr qint64 kStepNs = 20'000'000;

/// How many turns a script's loops take for one document: the product of the bounds written in it.
double turnsOf(const QString &script)
{
    static const QRegularExpression bound(u"<=?\\s*(\\d+)"_s);
    double turns = 1;
    auto matches = bound.globalMatch(script);
    while (matches.hasNext())
        turns *= std::max(1.0, matches.next().captured(1).toDouble());
    return turns;
}

} // namespace

SearchJob::SearchJob(Workplace &place, SearchRequest request, TaskId task, SearchDone done)
    : m_place(place)
    , m_request(std::move(request))
    , m_task(std::move(task))
    , m_done(std::move(done))
    , m_startedNs(monotonicNs())
{
}

void SearchJob::start()
{
    const auto indices = m_place.store.resolve(m_request.indices);
    if (!indices) {
        finish(indices.fault());
        return;
    }
    for (const Index *index : indices.value())
        m_answer.shards += index->shards;
    if (m_request.query.script.isEmpty()) {
        collect();
        return;
    }
    if (auto fault = openShards(indices.value())) {
        finish(std::move(fault));
        return;
    }
    m_place.jobs[m_task] = weak_from_this();
    score();
}

std::optional<Fault> SearchJob::openShards(const std::vector<Index *> &indices)
{
    const TaskInfo own = m_place.tasks.find(m_task).value_or(TaskInfo {});
    const double turns = turnsOf(m_request.query.script);
    for (Index *index : indices) {
        const auto documents = m_place.store.count({index}, m_request.query);
        const auto bytes = m_place.store.bytes(*index);
        if (!documents || !bytes)
            return documents ? bytes.fault() : documents.fault();
        for (int shard = 0; shard < index->shards; ++shard) {
            TaskInfo child;
            child.node = m_place.nodeOf(*index, shard);
            child.type = child.node == own.node ? "direct"_ba : "transport"_ba;
            child.action = "indices:data/read/search[phase/query]"_ba;
            child.description = u"shardId[[%1][%2]]"_s.arg(index->name, QString::number(shard));
            child.cancellable = true;
            child.parent = m_task;
            child.headers = own.headers;
            m_shardTasks.push_back(std::make_unique<ScopedTask>(m_place.tasks, std::move(child)));
            m_shards.push_back({m_shardTasks.back()->id(),
                                qint64(double(documents.value()) / index->shards * turns * kNsPerTurn),
                                bytes.value() / index->shards});
        }
    }
    return {};
}

void SearchJob::score()
{
    if (m_place.tasks.isCancelled(m_task)) {
        finish(taskCancelled());
        return;
    }
    bool busy = false;
    for (std::size_t i = 0; i < m_shards.size(); ++i) {
        const Shard &shard = m_shards[i];
        if (!m_shardTasks[i])
            continue;
        if (m_scoredNs >= shard.costNs) {
            m_shardTasks[i].reset();
            continue;
        }
        busy = true;
        const double part = double(m_scoredNs) / double(shard.costNs);
        m_place.tasks.setResources(shard.task, {m_scoredNs, qint64(part * double(shard.bytes)), 1});
    }
    if (!busy) {
        collect();
        return;
    }
    m_scoredNs += kStepNs;
    m_place.worker.post([self = shared_from_this()] { self->score(); }, kStepNs);
}

void SearchJob::collect()
{
    const auto indices = m_place.store.resolve(m_request.indices);
    if (!indices) {
        finish(indices.fault());
        return;
    }
    const auto total = m_place.store.count(indices.value(), m_request.query);
    const auto documents = total ? m_place.store.documents(indices.value(), m_request.query, m_request.page)
                                 : Fallible<std::vector<Document>>(total.fault());
    if (!documents) {
        finish(documents.fault());
        return;
    }
    m_answer.total = total.value();
    for (const Document &document : documents.value()) {
        const Index *index = m_place.store.find(document.indexRow);
        m_answer.hits.push_back({index ? index->name : QString(), document});
    }
    finish();
}

Fallible<ScrollStatus> SearchJob::rethrottle(float)
{
    return illegalArgument(u"task [%1] doesn't support this operation"_s.arg(QString::fromLatin1(m_task.text())));
}

void SearchJob::finish(std::optional<Fault> fault)
{
    m_place.jobs.erase(m_task);
    m_shardTasks.clear();
    m_answer.tookMs = (monotonicNs() - m_startedNs) / 1'000'000;
    m_answer.fault = std::move(fault);
    m_done(m_answer);
}

} // namespace taskglass::localqueue::cluster
