// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sortorder.h"
#include "models/domain/taskfilter.h"
#include "models/store/taskstore.h"

#include <QAbstractTableModel>

#include <memory>

namespace taskglass {

class WatchedServer;
struct ConnectionStatus;

/// The table: a server's store through a filter and a sort order, over its own vector of visible slots. A poll is merged
/// in as a diff, so selection, current row and scroll position survive. Long scans run on a worker; while one runs the
/// last rows stay, and a newer filter or order makes the older scan's answer stale.
///
/// The rows may stand in a tree, see TaskTree: still a table with one row a task, but children follow their parent, and
/// rows can be folded. Housekeeping (Task::housekeeping) is left out of rows and counts until asked for.
class TaskTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// What delegates and accessibility read beside the standard roles.
    enum Role {
        TaskIdRole = Qt::UserRole,  ///< QString
        StateRole,                  ///< int of TaskState
        ProgressPercentRole,        ///< double 0 … 100; invalid when unknown
        ElapsedFromRole,            ///< EpochNs from which a ticking cell counts; invalid when it does not tick
        SortValueRole,              ///< What the column sorts by: qint64 ns, number or QString
        DimmedRole,                 ///< bool: the server no longer lists it, or the data is stale
        DepthRole,                  ///< int: in a tree, how deep; 0 otherwise
        FoldRole                    ///< int of Fold
    };

    /// What a row of a tree has below it: nothing, rows that are shown, rows that are hidden.
    enum class Fold { None, Open, Folded };

    explicit TaskTableModel(QObject *parent = nullptr);
    ~TaskTableModel() override;

    /// Which server's tasks are shown; null for none. The server must outlive the model or be unset first.
    void setServer(WatchedServer *server);
    [[nodiscard]] WatchedServer *server() const;

    void setFilter(const TaskFilter &filter);
    [[nodiscard]] const TaskFilter &filter() const;
    /// From now on this order, on whatever server. Before, each server's own holds (Capabilities::firstOrder).
    void setSortOrder(const SortOrder &order);
    [[nodiscard]] const SortOrder &sortOrder() const;
    /// A scan is running; the rows are still those of the previous filter or order.
    [[nodiscard]] bool isScanning() const;

    /// While held (pointer in the table, a menu open, rows selected), arrivals wait: changed rows update in place, new
    /// rows are counted by held() and enter at release.
    void setHold(bool hold);
    [[nodiscard]] int held() const;

    /// \name Tree
    /// @{
    /// The same rows, children under their parents. No scan is needed.
    void setTree(bool tree);
    [[nodiscard]] bool isTree() const;
    /// Hides what is below \a row, or shows it again; kept by id. Nothing happens to rows without parts.
    void setFolded(int row, bool folded);
    void setAllFolded(bool folded);
    /// The tasks that hide their parts, in no order; to be given to foldWhenSeen() another time.
    [[nodiscard]] QList<TaskId> folded() const;
    /// Folds these tasks of the server now shown, as soon as they are loaded.
    void foldWhenSeen(const QList<TaskId> &ids);
    /// The row of the parent as shown; -1 at the top.
    [[nodiscard]] int parentRow(int row) const;
    /// Opens what hides \a id; returns its row as rowOf() does.
    int reveal(const TaskId &id);
    /// How many tasks the filter shows, those that folded rows hide included.
    [[nodiscard]] qint64 matchCount() const;
    /// @}

    void setHousekeepingShown(bool shown);
    [[nodiscard]] bool isHousekeepingShown() const;
    /// How many tasks the filter would show if they were not housekeeping; 0 while that is shown.
    [[nodiscard]] qint64 housekeepingHidden() const;

    [[nodiscard]] Slot slotAt(int row) const;
    [[nodiscard]] int rowOf(const TaskId &id) const;         ///< -1 when filtered out or unknown. O(log n) or O(n).
    [[nodiscard]] TaskId idAt(int row) const;
    /// The running clocks of these visible rows moved on: repaints their ticking cells, and now and then looks again
    /// which tasks a filter about ages or runs shows. Called by the view, about once a second.
    void tick(int firstRow, int lastRow);
    /// Stores with fewer tasks are scanned at once, on the calling thread. For tests.
    void setScanThreshold(int tasks);
    /// How many loaded tasks of each state the filter shows when its status clauses are ignored: the chips' numbers.
    [[nodiscard]] std::array<qint64, kTaskStateCount> chipCounts() const;
    /// The next row below (or above) \a row whose state is \a state; -1 when none.
    [[nodiscard]] int nextRowInState(int row, TaskState state, bool backwards) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

signals:
    void filterChanged();
    void sortOrderChanged();
    void scanningChanged(bool scanning);
    void heldChanged(int count);
    void countsChanged();   ///< chipCounts(), rowCount() or housekeepingHidden() are other numbers now.
    void treeChanged(bool tree);

private:
    void followStatus(const ConnectionStatus &status);
    void setStale(bool stale);
    void takeOrder(const SortOrder &order);
    void rescanIfLate();
    [[nodiscard]] Fold foldAt(Slot slot) const;
    [[nodiscard]] QString inTreeWords(const QString &sentence, Slot slot) const;

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace taskglass
