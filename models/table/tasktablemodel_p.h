// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storereader.h"
#include "models/store/watchedserver.h"
#include "models/table/rowchange.h"
#include "models/table/tablescan.h"
#include "models/table/tasktree.h"
#include "models/table/tasktablemodel.h"

namespace taskglass {

/// The rows, and how they follow the store. All changes of \a rows go through become(), so that views hear of each.
struct TaskTableModel::Private
{
    /// Above this many separate runs, one change of layout is cheaper for model and views than a signal a run.
    static constexpr std::size_t kMostSpans = 16;
    /// How long a filter about ages may be behind the clock: in small tables, and where a scan is work.
    static constexpr DurationNs kSmallStale = kNsPerSecond;
    static constexpr DurationNs kLargeStale = 10 * kNsPerSecond;

    /// What a change of the store means for the rows.
    struct Touched
    {
        std::vector<Slot> incoming; ///< To become rows.
        std::vector<Slot> visible;  ///< Are rows.
        int held = 0;               ///< New held count.
    };

    explicit Private(TaskTableModel *model) : q(model) { }

    void startScan();
    void finishScan(TableScanResult &result);
    void stopScan();
    void fillAtOnce();
    void onDiff(const StoreDiff &diff);
    void mergeTouched(const std::vector<Slot> &touched);
    /// Counts what was touched, and tells apart what may move.
    [[nodiscard]] Touched sortOut(const std::vector<Slot> &touched, const RowOrder &ranking);
    [[nodiscard]] bool isBehind(Slot slot, const RowOrder &ranking) const;
    /// Takes in what was found, each at its place, and lets go what no longer matches.
    void rearrange(const Touched &found, const RowOrder &ranking);
    /// Rows that come behind the last one: they enter even while rows are held.
    void append(std::vector<Slot> &&arrivals, const RowOrder &ranking);
    void holdBack(const std::vector<Slot> &touched);
    void dropRemoved(const std::vector<Slot> &removed);
    void count(Slot slot, bool matchesRest);
    void countInternal(Slot slot, bool isInternal);
    /// Where in \a list, which is rows or matching, these slots stand, ascending. O(n).
    [[nodiscard]] std::vector<int> placesOf(const std::vector<Slot> &wanted, const std::vector<Slot> &list) const;
    void announceData(const std::vector<int> &changedRows);
    void become(RowChange &&change);
    /// \a next becomes the rows; afterwards it holds those of before.
    void relayout(std::vector<Slot> &&next);
    /// Takes over a new list of matches: as the rows, or as what the tree is made of.
    void takeMatches(RowChange &&change);
    /// Brings the rows into the order of the tree over \a matching.
    void arrange();
    void becomeList(std::vector<Slot> &&next);
    /// What matches, as sorted: the rows themselves unless they stand in a tree.
    [[nodiscard]] const std::vector<Slot> &matches() const { return tree ? matching : rows; }
    void releaseHold();
    void setHeldCount(int count);
    void announceCounts();
    [[nodiscard]] TableScan scan() const;
    [[nodiscard]] bool isLarge() const { return server->store().size() >= threshold; }
    [[nodiscard]] const TaskColumns &columns() const { return server->store().columns(); }

    TaskTableModel *const q;
    WatchedServer *server = nullptr;
    TaskFilter filter;
    SortOrder order;
    bool orderChosen = false;                         ///< By the user: otherwise it is the server's own.
    int threshold = StoreReader::kManyTasks;

    std::vector<Slot> rows;
    std::vector<Slot> spare;                          ///< Memory for the next \a rows: some megabytes, not asked for at each poll.
    std::vector<RowMark> marks;                       ///< By slot.
    std::array<qint64, kTaskStateCount> chips {};
    qint64 internal = 0;                              ///< Housekeeping that would match.
    bool housekeeping = false;                        ///< Is shown.
    bool tree = false;
    std::vector<Slot> matching;                       ///< Tree only: what matches, as sorted.
    TaskTree branches;
    std::unique_ptr<CompiledFilter> compiled;         ///< Of the filter that \a rows show.
    SortOrder shownOrder = order;                     ///< Of \a rows.
    EpochNs scannedAt = 0;

    bool hold = false;
    bool changing = false;                            ///< Views hear of changed rows just now.
    int heldCount = 0;
    std::vector<Slot> heldBack;                       ///< Touched while held; merged at release.

    std::unique_ptr<StoreReader> reader;              ///< Of \a server's store.
    bool scanning = false;
    bool stale = false;                               ///< The server does not answer: all rows are dimmed.
    std::tuple<std::array<qint64, kTaskStateCount>, int, qint64> announced;
};

} // namespace taskglass
