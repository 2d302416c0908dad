// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/taskpage.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace taskglass {

/// A place in the store. Stable while its task lives; free slots are used again.
using Slot = quint32;
inline constexpr Slot kNoSlot = 0xffffffff;

/// What one update changed, by slot. Each slot stands in one list only; ascending.
struct StoreDiff
{
    std::vector<Slot> added;
    std::vector<Slot> changed;
    std::vector<Slot> removed;
    bool reset = false; ///< Everything before was dropped; \a added holds all there is now.
    [[nodiscard]] bool isEmpty() const { return added.empty() && changed.empty() && removed.empty() && !reset; }
};

class TaskColumns; // models/store/taskcolumns.h: the columns themselves, for scans

/// The current truth about one server's tasks, in columns with pooled strings; raw bytes are kept compressed beside
/// them. Lives on the GUI thread. Columns may be read by a worker between freeze() and thaw(); updates that arrive in
/// between are applied at thaw().
class TaskStore : public QObject
{
    Q_OBJECT

public:
    explicit TaskStore(const Clock &clock, QObject *parent = nullptr);
    ~TaskStore() override;

    /// Merges \a update and emits diffApplied() when anything changed. Tasks absent from a page stay as they are.
    void apply(const TaskUpdate &update);
    /// Our cancel of these tasks was accepted: they show CancelRequested until the server says they ended.
    void markCancelRequested(const QList<TaskId> &ids, EpochNs at);
    /// The cancel did not take (or was refused): they show the server's state again.
    void clearCancelRequested(const QList<TaskId> &ids);
    /// Drops the tasks that the server no longer lists; until then they stay as evidence.
    void forgetGone();

    [[nodiscard]] int size() const;
    [[nodiscard]] Slot find(const TaskId &id) const;          ///< kNoSlot when unknown.
    [[nodiscard]] TaskId idAt(Slot slot) const;
    /// The state as shown: CancelRequested overlays an open one.
    [[nodiscard]] TaskState stateAt(Slot slot) const;
    /// Everything known, raw bytes and details included. Decompresses a block: for one task at a time.
    [[nodiscard]] Task task(Slot slot) const;
    [[nodiscard]] std::optional<Progress> progressAt(Slot slot) const;
    [[nodiscard]] std::optional<Batch> batch(const QString &id) const;
    /// The server's machines, as last told; empty for servers that name none.
    [[nodiscard]] const QList<NodeInfo> &nodes() const;
    /// Loaded tasks per shown state, kept up to date with each diff.
    [[nodiscard]] const std::array<qint64, kTaskStateCount> &counts() const;
    [[nodiscard]] const TaskColumns &columns() const;
    /// Loaded ids of open tasks, for the poll plan and for "Select open".
    [[nodiscard]] QList<TaskId> openTasks() const;
    /// Heap bytes in use by columns, pools and raw blocks.
    [[nodiscard]] std::size_t bytes() const;

    void freeze();
    void thaw();

signals:
    /// After the columns changed. Slots in \a diff.removed are free already; their values can no longer be read.
    void diffApplied(const taskglass::StoreDiff &diff);
    /// nodes() are others now, or their failures.
    void nodesChanged();

private:
    void applyWaiting();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace taskglass

Q_DECLARE_METATYPE(taskglass::StoreDiff)
