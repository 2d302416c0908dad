// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/chunkedvector.h"
#include "models/domain/hashindex.h"
#include "models/domain/taskpage.h"
#include "models/store/errorpool.h"
#include "models/store/sparsecolumn.h"
#include "models/store/taskstore.h"

#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace taskglass {

/// The hot columns of a TaskStore, one element a slot, for scans that must look at a million tasks. Written by TaskStore
/// alone, on the GUI thread; a worker may read everything here while the store is frozen. Grows without copying.
class TaskColumns
{
public:
    using Ref = StringPool::Ref;
    enum Flag : quint8 {
        Alive = 1,          ///< The slot holds a task; all else in a dead slot is meaningless.
        Gone = 2,           ///< The server no longer lists it.
        CancelPending = 4,  ///< A cancel was accepted, its end has not been seen.
        Housekeeping = 8,   ///< See Task::housekeeping.
        RanAtLeast = 16,    ///< See Task::ranAtLeast.
        Cancellable = 32,   ///< The server says that it can be canceled.
        NotCancellable = 64 ///< The server says that it cannot. Neither: it does not say.
    };
    struct TaskProgress
    {
        qint64 done = -1;
        qint64 total = -1;
        bool operator==(const TaskProgress &) const = default;
    };
    static constexpr quint32 kNoRaw = 0xffffffff;

    /// \name Ids
    /// A numeric id is its own key (0 and up); any other id is minus its reference in \a strings.
    /// @{
    static constexpr qint64 kNoId = std::numeric_limits<qint64>::min();
    /// The key of \a id: kNoId for a text that no task has ever had.
    [[nodiscard]] qint64 idKey(QStringView id) const;
    [[nodiscard]] Slot find(qint64 key) const;
    [[nodiscard]] QString idText(Slot slot) const;
    /// Appends the id's text (UTF-8) to \a buffer without touching the heap; returns the view of it.
    [[nodiscard]] std::string_view idView(Slot slot, std::span<char, 20> buffer) const;
    /// "90538": digits without leading zeros that fit 63 bits; -1 otherwise.
    [[nodiscard]] static qint64 plainNumber(std::string_view text);
    /// @}

    /// Slots handed out so far, dead ones included: the bound of a scan.
    [[nodiscard]] Slot slotCount() const { return Slot(id.size()); }
    [[nodiscard]] bool isAlive(Slot slot) const { return (flags[slot] & Alive) != 0; }
    [[nodiscard]] TaskState shownState(Slot slot) const { return TaskState(state[slot]); }
    [[nodiscard]] std::string_view text(Ref ref) const { return strings.at(ref); }
    [[nodiscard]] const ErrorRefs &errorOf(Slot slot) const { return errors[error[slot]]; }
    /// The machine that it runs on did not answer last time: what stands here is older than the rest.
    [[nodiscard]] bool isOnSilentNode(Slot slot) const { return !silentNodes.empty() && silentNodes.contains(node[slot]); }
    /// The batch that \a slot runs in now; null when it does not run or the batch is not known. Batch ids are used
    /// again by the server, so one that started at another time than the task is not its batch.
    [[nodiscard]] const Batch *runningBatch(Slot slot) const;
    /// How far a running task is: its own figures, else its batch's. Empty for all others.
    [[nodiscard]] std::optional<Progress> progress(Slot slot) const;
    /// 0 … 100, without building the whole Progress; negative when unknown.
    [[nodiscard]] double percent(Slot slot) const;
    [[nodiscard]] std::size_t bytes() const;

    /// \name For TaskStore
    /// @{
    [[nodiscard]] Slot allocate(qint64 key);
    /// Gives \a slot another id.
    void rename(Slot slot, qint64 key);
    void release(const std::vector<Slot> &dead);
    /// Calls \a visit with every reference into \a strings that \a slot, which is alive, holds itself; some are 0.
    template<typename Visit>
    void forEachText(Slot slot, Visit &&visit) const
    {
        if (id[slot] < 0)
            visit(Ref(-id[slot]));
        for (const auto *column : {&serverState, &type, &target, &batch})
            visit((*column)[slot]);
        for (const SparseRefs *column : sparseRefs())
            visit((*column)[slot]);
    }
    void clear();
    /// @}

    StringPool strings;
    ErrorPool errors;
    ChunkedVector<qint64> id;          ///< Id keys.
    ChunkedVector<quint8> flags;
    ChunkedVector<quint8> state;       ///< TaskState as shown.
    ChunkedVector<quint8> serverKind;  ///< TaskState as the server's word means, without our overlays.
    ChunkedVector<Ref> serverState;
    ChunkedVector<Ref> type;
    ChunkedVector<Ref> target;
    ChunkedVector<Ref> batch;
    SparseRefs title;
    SparseRefs description;          ///< Shortened, see kDescriptionKept.
    SparseRefs subscription;
    SparseRefs database;
    SparseRefs node;
    SparseRefs parent;
    SparseRefs canceledBy;
    SparseRefs labelName;
    SparseRefs labelText;
    SparseNumbers arrival;           ///< Which in the order of their coming it was, of tasks whose ids are no numbers.
    SparseNumbers cpu;               ///< ns.
    SparseNumbers memory;            ///< Bytes.
    ChunkedVector<quint32> error;      ///< Index into \a errors; 0: none.
    ChunkedVector<EpochNs> enqueuedAt;
    ChunkedVector<EpochNs> startedAt;
    ChunkedVector<EpochNs> finishedAt;
    ChunkedVector<DurationNs> ran;
    ChunkedVector<quint32> rawBlock;   ///< kNoRaw when the raw bytes are not known.
    ChunkedVector<quint32> rawIndex;

    std::unordered_map<Slot, TaskProgress> ownProgress;
    std::unordered_map<Slot, EpochNs> cancelRequestedAt;
    std::unordered_map<Slot, EpochNs> seenStartedAt;
    std::unordered_map<Slot, EpochNs> lastSeenAt;     ///< Of gone ones.
    std::unordered_set<Ref> silentNodes;              ///< Labels of nodes that did not answer last time.
    std::unordered_map<Ref, Batch> batches;

private:
    [[nodiscard]] std::array<SparseRefs *, 9> sparseRefs();
    [[nodiscard]] std::array<const SparseRefs *, 9> sparseRefs() const;
    void index(Slot slot);
    void unindex(Slot slot);

    HashIndex m_slots;  // by id key
    std::vector<Slot> m_free;
    qint64 m_arrivals = 0;
};

} // namespace taskglass
