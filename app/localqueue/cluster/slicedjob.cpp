// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/cluster/slicedjob.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::cluster {

SlicedJob::SlicedJob(Workplace &place, std::shared_ptr<const ByScrollRequest> request, TaskId task, ByScrollDone done)
    : m_place(place)
    , m_request(std::move(request))
    , m_task(std::move(task))
    , m_done(std::move(done))
    , m_startedNs(monotonicNs())
    , m_running(std::size_t(m_request->slices))
    , m_ended(std::size_t(m_request->slices))
    , m_left(m_request->slices)
{
}

void SlicedJob::start()
{
    m_place.jobs[m_task] = weak_from_this();
    showStatus();
    const auto view = ReadView::open(m_place.store);
    if (!view) {
        m_fault = view.fault();
        finish();
        return;
    }
    const TaskInfo own = m_place.tasks.find(m_task).value_or(TaskInfo {});
    std::vector<std::shared_ptr<ScrollJob>> slices; // each lives by its next step from its start on
    // All children are there before the first of them works, as they are where each has a thread of its own.
    for (int slice = 0; slice < m_request->slices; ++slice) {
        TaskInfo child;
        child.node = own.node;
        child.action = own.action;
        child.description = own.description;
        child.cancellable = true;
        child.parent = m_task;
        child.headers = own.headers;
        ScrollStatus status;
        status.sliceId = slice;
        child.status = status;
        slices.push_back(std::make_shared<ScrollJob>(
            m_place, m_request, m_place.tasks.add(std::move(child)), slice, view.value(),
            [self = shared_from_this(), slice](const TaskInfo &, const ByScrollOutcome &outcome) { self->ended(slice, outcome); }));
        m_running[std::size_t(slice)] = slices.back();
    }
    for (const std::shared_ptr<ScrollJob> &slice : slices)
        slice->start();
}

void SlicedJob::ended(int slice, const ByScrollOutcome &outcome)
{
    const auto at = std::size_t(slice);
    const TaskId task = m_running[at].lock()->task();
    m_running[at].reset();
    m_ended[at] = std::make_shared<const SliceEnd>(SliceEnd {outcome.status, outcome.fault});
    m_failures.insert(m_failures.end(), outcome.failures.begin(), outcome.failures.end());
    if (outcome.fault && !m_fault)
        m_fault = outcome.fault;
    showStatus();
    m_place.tasks.remove(task);
    if (--m_left == 0)
        finish();
}

void SlicedJob::showStatus()
{
    ScrollStatus own;
    if (m_place.tasks.isCancelled(m_task))
        own.canceled = u"by user request"_s;
    m_place.tasks.setStatus(m_task, mergedStatus(own, m_ended));
}

Fallible<ScrollStatus> SlicedJob::rethrottle(float requestsPerSecond)
{
    std::vector<std::shared_ptr<const SliceEnd>> live = m_ended;
    for (std::size_t i = 0; i < m_running.size(); ++i) {
        const std::shared_ptr<ScrollJob> slice = m_running[i].lock();
        if (!slice)
            continue;
        auto status = slice->rethrottle(requestsPerSecond / float(m_left));
        if (!status)
            return status;
        live[i] = std::make_shared<const SliceEnd>(SliceEnd {status.take(), {}});
    }
    return mergedStatus({}, std::move(live));
}

void SlicedJob::finish()
{
    m_place.jobs.erase(m_task);
    const TaskInfo last = m_place.tasks.find(m_task).value_or(TaskInfo {});
    ByScrollOutcome outcome;
    outcome.tookMs = (monotonicNs() - m_startedNs) / 1'000'000;
    outcome.status = last.scroll() ? *last.scroll() : ScrollStatus {};
    outcome.failures = std::move(m_failures);
    outcome.fault = std::move(m_fault);
    m_done(last, outcome);
}

} // namespace taskglass::localqueue::cluster
