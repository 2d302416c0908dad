// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/meilisearch/capabilities.h"
#include "app/client/meilisearch/uidset.h"
#include "app/client/meilisearch/wire.h"
#include "app/client/protocol.h"

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace taskglass::meilisearch {

/// Follows one Meilisearch, whatever its generation. What is known of tasks here is their uids and whether they are
/// open; the rest goes to the store.
///
/// A round asks for new tasks, then for the open ones, then for those that are no longer among the open (ended, or
/// deleted), then for progress and counts if something moved. Between rounds older pages are loaded, and what is loaded
/// is swept when tasks were deleted or renamed by others. Each answer is absorbed as a whole, so that a lost one leaves
/// nothing half-done: the next round asks for it again.
class MeilisearchSync final : public Sync
{
public:
    MeilisearchSync(std::shared_ptr<Knowledge> knowledge, std::shared_ptr<const Decoder> decoder);

    std::optional<HttpRequest> next(EpochNs now) override;
    void absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome) override;
    std::shared_ptr<const Decoder> decoder() const override { return m_decoder; }
    void beginRound(EpochNs now, bool afterGap) override;
    bool roundOver() const override { return m_roundOver; }
    std::optional<Error> takeError() override { return std::exchange(m_error, std::nullopt); }
    SyncProgress progress() const override;
    void loadOlder(qint64 tasks) override;
    void stopLoading() override;
    bool takeDetectAgain() override { return std::exchange(m_detectAgain, false); }

private:
    enum class Topic {
        First,       ///< The newest page of all, before anything is known.
        New,         ///< From the newest known uid upwards (1.12+).
        Newest,      ///< Which uid is the newest, and how many tasks there are.
        Newer,       ///< Newest first, down to what is known (before 1.12).
        Open,        ///< All open tasks, when they are few.
        OpenCount,   ///< How many are open, when they are many.
        Running,     ///< The running ones, when many are open.
        Ended,       ///< What ended since, by time, when many are open.
        OpenSweep,   ///< All open tasks page by page, when many are open.
        Left,        ///< Tasks that are no longer among the open.
        Window,      ///< A range of open uids (0.28, 0.29: nothing better there).
        One,         ///< A single task (0.25 to 0.27).
        Probe,       ///< The uid after the newest (0.25 to 0.27).
        Whole,       ///< The whole list (0.25 to 0.27).
        RunningBatch,
        EndedBatch,
        Count,
        Anchors,
        NewestBatch,
        Older,
        Sweep
    };
    struct Ask
    {
        Topic topic = Topic::First;
        qint64 from = -1;
        qint64 limit = 0;
        std::vector<qint64> uids = {};
        EpochNs after = kNoTime;
        TaskState state = TaskState::Unknown;
    };
    /// A finished task that must never change: if it does, the server is another one.
    struct Anchor
    {
        EpochNs enqueuedAt = kNoTime;
        EpochNs finishedAt = kNoTime;
    };
    struct Seen
    {
        std::vector<qint64> uids; ///< Ascending.
        qint64 lowest = -1;
        qint64 highest = -1;
        [[nodiscard]] bool has(qint64 uid) const;
    };

    // syncplan.cpp: what to ask
    void planRound();
    void planOpen();
    void planEnd();
    void planCounts();
    void planIdentity();
    [[nodiscard]] std::optional<Ask> nextBackground();
    [[nodiscard]] HttpRequest requestFor(const Ask &ask) const;
    [[nodiscard]] bool usesReverse() const;
    [[nodiscard]] bool manyOpen() const;
    [[nodiscard]] qint64 newLimit() const;

    // syncabsorb.cpp: what any answer means
    void absorbTasks(const TaskList &list);
    void absorbBatches(const BatchList &list);
    void absorbCount(const TaskList &list);
    /// True when the failure is an answer in itself, or can be done without.
    [[nodiscard]] bool cope(const HttpRequest &request, const Error &error);
    [[nodiscard]] Seen takeRows(const TaskList &list);
    void takeRow(const TaskPage &page, const TaskRow &row);
    void noteSideEffects(const TaskPage &page, const TaskRow &row);
    /// Known uids from \a low to \a high that \a seen lacks are deleted, or hidden.
    void dropMissing(const Seen &seen, qint64 low, qint64 high);
    void drop(qint64 uid);

    // syncarrivals.cpp: which tasks are new, and how many there are
    void absorbFirst(const TaskList &list, const Seen &seen);
    void absorbNew(const TaskList &list, const Seen &seen);
    void absorbNewest(const TaskList &list, const Seen &seen);
    void absorbNewer(const TaskList &list, const Seen &seen);
    void absorbProbe();
    void absorbWhole(const TaskList &list, const Seen &seen);
    void noteTotal(qint64 total, qint64 arrived);

    // syncopen.cpp: what becomes of open tasks
    void absorbOpen(const TaskList &list, const Seen &seen);
    void absorbOpenCount(const TaskList &list);
    void absorbRunning(const TaskList &list, const Seen &seen);
    void absorbEnded(const TaskList &list);
    void absorbOpenSweep(const TaskList &list, const Seen &seen);
    void absorbLeft(const Seen &seen);
    void absorbWindow(const Seen &seen);
    void absorbOne();
    /// What \a uids has from \a low to \a high and \a seen lacks is read by itself in this round, or the next.
    void readAgain(const UidSet &uids, const Seen &seen, qint64 low, qint64 high);

    // syncbackground.cpp: older pages, and whether what is loaded still holds
    void absorbOlder(const TaskList &list, const Seen &seen);
    void absorbSweep(const TaskList &list, const Seen &seen);
    void absorbAnchors(const Seen &seen);
    /// Where the page after \a list begins, -1 at the end. Restricted keys get pages that end early (`next` is null
    /// although older matches exist): there a window of limit + 1 uids is stepped over instead.
    [[nodiscard]] qint64 pageAfter(const TaskList &list, const Seen &seen) const;
    void adaptPageSize(const TaskList &list);

    void reset();
    void ask(Ask what) { m_asks.push_back(std::move(what)); }
    void askNow(Ask what) { m_asks.push_front(std::move(what)); }

    std::shared_ptr<Knowledge> m_knowledge;
    std::shared_ptr<const Decoder> m_decoder;

    // The round
    std::deque<Ask> m_asks;
    std::optional<Ask> m_pending;
    quint64 m_serial = 0;
    bool m_roundOver = true;
    bool m_openPlanned = false;
    bool m_endPlanned = false;
    bool m_inBackground = false;
    bool m_afterGap = false;
    EpochNs m_now = kNoTime;
    std::optional<Error> m_error;
    bool m_detectAgain = false;

    // The tasks
    bool m_started = false;
    UidSet m_known;
    UidSet m_open;
    UidSet m_running;
    UidSet m_left;                    ///< To be read again: they are no longer among the open.
    qint64 m_newest = -1;             ///< All uids up to here are known, as far as loaded.
    std::map<qint64, Anchor> m_anchors;
    bool m_replaced = false;          ///< Something seen contradicts what is known: another database.
    qint64 m_newestDeletion = -1;     ///< uid of the newest taskDeletion that ended.
    EpochNs m_newestEnd = kNoTime;    ///< Newest finishedAt seen anywhere.
    EpochNs m_endedUntil = kNoTime;   ///< All that ended up to here is known, as far as loaded.
    EpochNs m_endedRun = kNoTime;     ///< Newest finishedAt in the pages of the present question for ended tasks.
    qint64 m_arrived = 0;             ///< Tasks seen for the first time in this round.
    bool m_moved = false;             ///< Something changed in this round.
    bool m_wholeRead = false;         ///< The whole list came in this round: nothing else is needed.
    bool m_overlap = true;            ///< Ask for what ended again from the very last stamp.
    QByteArray m_runningBatch;
    QByteArray m_endedBatch;          ///< Its last word is still to be read.
    qint64 m_newestBatch = -1;
    qint64 m_windowSize = 0;
    qint64 m_windowCursor = 0;
    EpochNs m_wholeAt = kNoTime;      ///< 0.25 to 0.27: when the whole list was last read, how long that took, its size.
    DurationNs m_wholeTook = 0;
    qint64 m_wholeBytes = 0;
    int m_probes = 0;

    // Totals
    qint64 m_total = -1;
    qint64 m_totalAtNewest = -1;
    qint64 m_openTotal = -1;
    ServerCounts m_counts;
    ServerCounts m_countsComing;
    EpochNs m_countedAt = kNoTime;
    EpochNs m_identityAt = kNoTime;
    EpochNs m_openSweptAt = kNoTime;
    EpochNs m_sweptAt = kNoTime;

    // Background
    qint64 m_olderFrom = -1;          ///< Where older pages go on; -1: none are left.
    qint64 m_wanted = 0;              ///< How many older tasks are still to be loaded.
    qint64 m_pageSize = 0;
    bool m_sweepWanted = false;
    qint64 m_sweepFrom = -1;
    qint64 m_openSweepFrom = -1;
    bool m_openSweepOn = false;
    qint64 m_newerTop = -1;
};

} // namespace taskglass::meilisearch
