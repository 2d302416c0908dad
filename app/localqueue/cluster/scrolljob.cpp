// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/cluster/scrolljob.h"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::cluster {

namespace {

Fault validation(const QString &what)
{
    return {"action_request_validation_exception"_ba, u"Validation Failed: 1: %1;"_s.arg(what), 400, {}, {}, false};
}

/// Who the writes of a batch are for: the tasks that a real server shows meanwhile.
TaskInfo bulkTask(const TaskInfo &parent, qint64 requests, const QString &index)
{
    TaskInfo info;
    info.node = parent.node;
    info.action = "indices:data/write/bulk"_ba;
    info.description = u"requests[%1], indices[%2]"_s.arg(QString::number(requests), index);
    info.parent = parent.id;
    info.headers = parent.headers;
    return info;
}

} // namespace

QByteArray actionOf(ByScrollRequest::Kind kind)
{
    switch (kind) {
    case ByScrollRequest::Kind::Reindex: return "indices:data/write/reindex"_ba;
    case ByScrollRequest::Kind::UpdateByQuery: return "indices:data/write/update/byquery"_ba;
    case ByScrollRequest::Kind::DeleteByQuery: return "indices:data/write/delete/byquery"_ba;
    }
    return {};
}

ScrollJob::ScrollJob(Workplace &place, std::shared_ptr<const ByScrollRequest> request, TaskId task, ByScrollDone done)
    : m_place(place)
    , m_request(std::move(request))
    , m_task(std::move(task))
    , m_done(std::move(done))
    , m_startedNs(monotonicNs())
    , m_requestsPerSecond(m_request->requestsPerSecond)
    , m_maxDocs(m_request->maxDocs)
{
}

ScrollJob::ScrollJob(Workplace &place, std::shared_ptr<const ByScrollRequest> request, TaskId task, int slice,
                     std::shared_ptr<ReadView> view, ByScrollDone done)
    : ScrollJob(place, std::move(request), std::move(task), std::move(done))
{
    m_view = std::move(view);
    m_status.sliceId = slice;
    m_requestsPerSecond /= float(m_request->slices);
    if (m_maxDocs >= 0)
        m_maxDocs = m_maxDocs / m_request->slices + (slice < m_maxDocs % m_request->slices ? 1 : 0);
}

void ScrollJob::start()
{
    m_place.jobs[m_task] = weak_from_this();
    begin();
}

void ScrollJob::begin()
{
    if (m_place.tasks.isCancelled(m_task)) {
        finish();
        return;
    }
    if (auto fault = open()) {
        finish(std::move(fault));
        return;
    }
    m_begun = true;
    m_status.total = m_maxDocs < 0 ? m_snapshot->total() : std::min(m_maxDocs, m_snapshot->total());
    m_status.requestsPerSecond = m_requestsPerSecond;
    m_place.tasks.setStatus(m_task, m_status);
    batch();
}

std::optional<Fault> ScrollJob::open()
{
    const auto sources = m_place.store.resolve(m_request->sources);
    if (!sources)
        return sources.fault();
    for (const Index *source : sources.value()) {
        if (m_request->kind == ByScrollRequest::Kind::Reindex && source->name == m_request->destination)
            return validation(u"reindex cannot write into an index its reading from [%1]"_s.arg(source->name));
    }
    if (!m_view) {
        auto view = ReadView::open(m_place.store);
        if (!view)
            return view.fault();
        m_view = view.take();
    }
    auto snapshot = Snapshot::open(std::exchange(m_view, nullptr), sources.value(), m_request->query, m_status.sliceId.value_or(0),
                                   m_status.sliceId ? m_request->slices : 1);
    if (!snapshot)
        return snapshot.fault();
    m_snapshot = snapshot.take();
    return {};
}

void ScrollJob::batch()
{
    m_status.throttledNs += std::exchange(m_sleepNs, 0);
    m_wakesAtNs = 0;
    m_step = 0;
    if (m_place.tasks.isCancelled(m_task)) {
        finish();
        return;
    }
    const qint64 startedNs = monotonicNs();
    const qint64 wanted = m_maxDocs < 0 ? m_request->batchSize : std::min(m_request->batchSize, m_maxDocs - m_status.processed());
    const auto documents = m_snapshot->next(wanted);
    if (!documents) {
        finish(documents.fault());
        return;
    }
    if (documents.value().empty()) {
        finish();
        return;
    }
    ++m_status.batches;
    if (auto fault = writeBatch(documents.value())) {
        finish(std::move(fault));
        return;
    }
    m_place.tasks.setStatus(m_task, m_status);
    if (!m_failures.empty() || (m_maxDocs >= 0 && m_status.processed() >= m_maxDocs)) {
        finish();
        return;
    }
    sleepUntilNext(qint64(documents.value().size()), startedNs);
}

std::optional<Fault> ScrollJob::writeBatch(const std::vector<Document> &documents)
{
    if (!m_request->script.isEmpty() && !m_script) {
        auto script = Script::compile(m_request->script, m_request->scriptLang);
        if (!script)
            return script.fault();
        m_script = script.take();
    }
    Index *destination = nullptr;
    if (m_request->kind == ByScrollRequest::Kind::Reindex) {
        destination = m_place.store.find(m_request->destination);
        if (!destination) {
            const auto made = m_place.store.create(m_request->destination, 1, 1, {});
            if (!made)
                return made.fault();
            destination = made.value();
        }
    }
    const auto own = m_place.tasks.find(m_task);
    const Index *named = destination ? destination : m_place.store.find(documents.front().indexRow);
    const ScopedTask bulk(m_place.tasks, bulkTask(own.value_or(TaskInfo {}), qint64(documents.size()), named ? named->name : QString()));
    auto transaction = m_place.store.transaction();
    if (!transaction)
        return storeFault(transaction.error());
    for (const Document &document : documents) {
        Index *target = destination ? destination : m_place.store.find(document.indexRow);
        if (!target)
            return indexNotFound(named ? named->name : m_request->sources.join(u','));
        if (auto fault = writeOne(document, *target)) {
            transaction.value().reset(); // nothing of this batch stays
            m_place.store.rolledBack();
            return fault;
        }
    }
    return m_place.store.commit(*transaction.value());
}

std::optional<Fault> ScrollJob::writeOne(const Document &document, Index &target)
{
    Write write;
    write.id = document.id;
    write.body = document.body;
    if (m_script) {
        const auto outcome = m_script->run(document.body);
        if (!outcome)
            return outcome.fault();
        if (outcome.value().op == ScriptOutcome::Op::Noop) {
            ++m_status.noops;
            return {};
        }
        if (outcome.value().op == ScriptOutcome::Op::Delete)
            write.op = Write::Op::Delete;
        write.body = outcome.value().document;
    }
    switch (m_request->kind) {
    case ByScrollRequest::Kind::Reindex:
        if (m_request->createOnly)
            write.op = Write::Op::Create;
        break;
    case ByScrollRequest::Kind::UpdateByQuery:
        write.ifSeqNo = document.seqNo;
        break;
    case ByScrollRequest::Kind::DeleteByQuery:
        write.op = Write::Op::Delete;
        write.ifSeqNo = document.seqNo;
        break;
    }
    count(document, target, write, m_place.store.apply(target, write));
    return {};
}

void ScrollJob::count(const Document &document, const Index &target, const Write &write, const Fallible<Written> &written)
{
    if (written.ok()) {
        if (write.op == Write::Op::Delete)
            ++m_status.deleted;
        else if (written.value().created)
            ++m_status.created;
        else
            ++m_status.updated;
        return;
    }
    const bool conflict = written.fault().status == 409;
    if (conflict)
        ++m_status.versionConflicts;
    if (!conflict || !m_request->proceedOnConflicts)
        m_failures.push_back({target.name, document.id, written.fault()});
}

void ScrollJob::sleepUntilNext(qint64 documents, qint64 startedNs)
{
    const qint64 spent = monotonicNs() - startedNs;
    if (std::isfinite(m_requestsPerSecond)) {
        const auto perfect = qint64(double(documents) / double(m_requestsPerSecond) * 1e9);
        m_sleepNs = std::max<qint64>(0, perfect - spent);
        m_wakesAtNs = monotonicNs() + m_sleepNs;
        m_place.tasks.setAsleep(m_task, m_sleepNs);
    }
    const qint64 delay = std::max(m_sleepNs, m_place.costNs(documents));
    m_step = m_place.worker.post([self = shared_from_this()] { self->batch(); }, delay);
}

void ScrollJob::canceled()
{
    m_status.requestsPerSecond = kUnthrottled;
    if (m_sleepNs > 0) {
        m_status.throttledUntilNs = std::max<qint64>(0, m_wakesAtNs - monotonicNs());
        m_sleepNs = 0; // a sleep that was broken off does not count as throttled, nor does the real server count it
        m_place.worker.reschedule(m_step, 0);
    }
}

Fallible<ScrollStatus> ScrollJob::rethrottle(float requestsPerSecond)
{
    if (!m_begun)
        return illegalArgument(u"task [%1] has not yet been initialized to the point where it knows if it has a parent or child"_s
                                   .arg(QString::fromLatin1(m_task.text())));
    const float before = std::exchange(m_requestsPerSecond, requestsPerSecond);
    m_status.requestsPerSecond = requestsPerSecond;
    const qint64 left = m_wakesAtNs - monotonicNs();
    const bool asleep = m_sleepNs > 0 && left > 0;
    m_place.tasks.setStatus(m_task, m_status);
    if (asleep && requestsPerSecond > before) {
        m_sleepNs = std::isinf(requestsPerSecond) ? 0 : qint64(double(left) * double(before) / double(requestsPerSecond));
        m_wakesAtNs = monotonicNs() + m_sleepNs;
        m_place.worker.reschedule(m_step, m_sleepNs);
    }
    if (asleep)
        m_place.tasks.setAsleep(m_task, std::max<qint64>(0, m_wakesAtNs - monotonicNs()));
    return liveStatus();
}

ScrollStatus ScrollJob::liveStatus() const
{
    const auto info = m_place.tasks.find(m_task);
    return info && info->scroll() ? *info->scroll() : m_status;
}

void ScrollJob::finish(std::optional<Fault> fault)
{
    m_snapshot.reset();
    m_place.jobs.erase(m_task);
    ByScrollOutcome outcome;
    if (m_place.tasks.isCancelled(m_task)) {
        m_status.canceled = u"by user request"_s;
        m_status.requestsPerSecond = kUnthrottled;
    }
    m_place.tasks.setStatus(m_task, m_status);
    outcome.tookMs = (monotonicNs() - m_startedNs) / 1'000'000;
    outcome.status = m_status;
    outcome.failures = std::move(m_failures);
    outcome.fault = std::move(fault);
    m_done(m_place.tasks.find(m_task).value_or(TaskInfo {}), outcome);
}

} // namespace taskglass::localqueue::cluster
