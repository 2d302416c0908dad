// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/byscroll.h"
#include "app/localqueue/cluster/job.h"
#include "app/localqueue/cluster/script.h"
#include "app/localqueue/cluster/workplace.h"

#include <memory>

namespace taskglass::localqueue::cluster {

/// One scroll through documents: a whole job, or one slice of it. Each batch is one step and one transaction, and cancels
/// are looked for between batches, as on a real server.
class ScrollJob final : public Job, public std::enable_shared_from_this<ScrollJob>
{
public:
    /// A job without slices. \a task is registered already and stays so until \a done has run.
    ScrollJob(Workplace &place, std::shared_ptr<const ByScrollRequest> request, TaskId task, ByScrollDone done);
    /// One slice of a job, reading in the view that all slices share.
    ScrollJob(Workplace &place, std::shared_ptr<const ByScrollRequest> request, TaskId task, int slice,
              std::shared_ptr<ReadView> view, ByScrollDone done);

    /// Opens the snapshot and works on the first batch before it returns.
    void start();
    void canceled() override;
    [[nodiscard]] Fallible<ScrollStatus> rethrottle(float requestsPerSecond) override;
    [[nodiscard]] const TaskId &task() const { return m_task; }
    [[nodiscard]] ScrollStatus liveStatus() const;

private:
    void begin();
    [[nodiscard]] std::optional<Fault> open();
    void batch();
    /// Fault: of the store; the documents' own go into m_failures.
    [[nodiscard]] std::optional<Fault> writeBatch(const std::vector<Document> &documents);
    [[nodiscard]] std::optional<Fault> writeOne(const Document &document, Index &target);
    void count(const Document &document, const Index &target, const Write &write, const Fallible<Written> &written);
    void sleepUntilNext(qint64 documents, qint64 startedNs);
    void finish(std::optional<Fault> fault = {});

    Workplace &m_place;
    const std::shared_ptr<const ByScrollRequest> m_request;
    const TaskId m_task;
    const ByScrollDone m_done;
    const qint64 m_startedNs;
    ScrollStatus m_status;
    std::shared_ptr<ReadView> m_view;       ///< Of slices, until the snapshot is open.
    std::unique_ptr<Snapshot> m_snapshot;
    std::optional<Script> m_script;
    std::vector<DocumentFailure> m_failures;
    float m_requestsPerSecond = 0;  ///< As last asked for.
    qint64 m_maxDocs = -1;
    quint64 m_step = 0;             ///< The step that waits.
    qint64 m_sleepNs = 0;           ///< For how long it was put off by the throttle.
    qint64 m_wakesAtNs = 0;
    bool m_begun = false;
};

} // namespace taskglass::localqueue::cluster
