// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/scrolljob.h"

namespace taskglass::localqueue::cluster {

/// The parent of slices: starts one ScrollJob for each as a child task on its own node, and puts together what they did.
/// Its status counts ended slices only, as on a real server.
class SlicedJob final : public Job, public std::enable_shared_from_this<SlicedJob>
{
public:
    /// \a request has at least two slices. \a task is registered already and stays so until \a done has run.
    SlicedJob(Workplace &place, std::shared_ptr<const ByScrollRequest> request, TaskId task, ByScrollDone done);

    /// Starts all slices before it returns.
    void start();
    /// The slices are told themselves.
    void canceled() override { }
    [[nodiscard]] Fallible<ScrollStatus> rethrottle(float requestsPerSecond) override;

private:
    void ended(int slice, const ByScrollOutcome &outcome);
    void finish();
    void showStatus();

    Workplace &m_place;
    const std::shared_ptr<const ByScrollRequest> m_request;
    const TaskId m_task;
    const ByScrollDone m_done;
    const qint64 m_startedNs;
    std::vector<std::weak_ptr<ScrollJob>> m_running;        ///< Empty where the slice has ended. They hold this job, not it them.
    std::vector<std::shared_ptr<const SliceEnd>> m_ended;   ///< Null where it runs.
    std::vector<DocumentFailure> m_failures;
    std::optional<Fault> m_fault;                           ///< The first one.
    int m_left = 0;
};

} // namespace taskglass::localqueue::cluster
