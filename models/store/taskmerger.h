// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/rawkeeper.h"
#include "models/store/stringsweep.h"
#include "models/store/taskcolumns.h"

#include <QHash>

#include <array>
#include <deque>
#include <unordered_set>

namespace taskglass {

/// Writes updates into the columns and says what changed. The rules about what a server's word means for what we saw
/// ourselves are all here; TaskStore around it adds signals and freezing.
class TaskMerger
{
public:
    /// Finished batches kept for the detail pane; a busy server makes one a second for days.
    static constexpr std::size_t kFinishedBatchesKept = 512;
    /// Pages up to this size (a task fetched for the detail pane) are compared byte by byte with what is kept, since
    /// details may change where no column does. For whole lists that would mean unpacking everything at each poll.
    static constexpr std::size_t kBytesComparedUpTo = 8;

    [[nodiscard]] StoreDiff merge(const TaskUpdate &update);
    [[nodiscard]] StoreDiff markCancelRequested(const QList<TaskId> &ids, EpochNs at);
    [[nodiscard]] StoreDiff clearCancelRequested(const QList<TaskId> &ids);
    [[nodiscard]] StoreDiff forgetGone();

    [[nodiscard]] const TaskColumns &columns() const { return m_columns; }
    [[nodiscard]] const RawKeeper &raw() const { return m_raw; }
    [[nodiscard]] const std::array<qint64, kTaskStateCount> &counts() const { return m_counts; }
    [[nodiscard]] int size() const { return m_size; }
    [[nodiscard]] const QList<NodeInfo> &nodes() const { return m_nodes; }

private:
    void clear();
    void mergePage(const TaskPage &page, StoreDiff &diff);
    void mergeRenamed(const QList<std::pair<TaskId, TaskId>> &renamed, StoreDiff &diff);
    void mergeGone(const TaskUpdate &update, StoreDiff &diff);
    void mergeForgotten(const QList<TaskId> &ids, StoreDiff &diff);
    void drop(Slot slot);
    void mergeNodes(const QList<NodeInfo> &nodes, StoreDiff &diff);
    void mergeCancelRequest(Slot slot, const TaskRow &row);
    bool writeOptional(Slot slot, const TaskRow &row, const std::vector<StringTable::Ref> &refs);
    void mergeBatches(const QList<Batch> &batches, StoreDiff &diff);
    bool writeRow(Slot slot, const TaskRow &row, const std::vector<StringTable::Ref> &refs, bool isNew);
    bool writeProgress(Slot slot, const TaskRow &row);
    bool isOtherRaw(Slot slot, const TaskPage &page, const TaskRow &row) const;
    void keepRaw(Slot slot, RawKeeper::Ref block, quint32 index);
    void dropRaw(Slot slot);
    /// Works out the shown state from flags and the server's word; keeps counts and the running set true.
    bool updateShown(Slot slot);
    void forgetOldBatches();
    void tidy() { m_sweep.step(m_columns, m_finishedBatches); }

    TaskColumns m_columns;
    StringSweep m_sweep;
    RawKeeper m_raw;
    std::array<qint64, kTaskStateCount> m_counts {};
    int m_size = 0;
    QList<NodeInfo> m_nodes;
    std::unordered_set<Slot> m_running;              ///< By the server's word; a batch's progress concerns these only.
    QHash<TaskId, EpochNs> m_cancelsOfUnloaded;      ///< Cancelled by us, not loaded yet.
    std::deque<StringTable::Ref> m_finishedBatches;  ///< Oldest first.
};

} // namespace taskglass
