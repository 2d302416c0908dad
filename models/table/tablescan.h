// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/doorbell.h"
#include "models/table/filterscan.h"
#include "models/table/roworder.h"

#include <QObject>

#include <array>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace taskglass {

/// What the model remembers of each slot from the last time it looked, so that counts follow without a scan.
struct RowMark
{
    quint8 chip : 3 = 0;     ///< Index of the state that the chips count it as …
    quint8 counted : 1 = 0;  ///< … when they do.
    quint8 visible : 1 = 0;  ///< Is a row; in a tree, unless a folded parent hides it.
    quint8 held : 1 = 0;     ///< Matches, but waits for the hold to end.
    quint8 internal : 1 = 0; ///< Matches, but housekeeping is not shown.
};
static_assert(sizeof(RowMark) == 1);

/// A filter and an order to be carried out over the whole store.
struct TableScan
{
    const TaskColumns *columns = nullptr; ///< Frozen until the result has been taken.
    TaskFilter filter;
    SortOrder order;
    bool housekeeping = false; ///< Show Task::housekeeping ones too.
    EpochNs now = 0;
    quint64 generation = 0;
};

struct TableScanResult
{
    std::unique_ptr<CompiledFilter> filter; ///< Its memo is warm: polls go on with it.
    std::vector<Slot> rows;
    std::vector<RowMark> marks;
    std::array<qint64, kTaskStateCount> chips {};
    qint64 internal = 0; ///< Matches that are not shown because they are housekeeping.
    quint64 generation = 0;
};

/// Filters and sorts; on any thread. An incomplete result comes back when \a canceled becomes true.
[[nodiscard]] TableScanResult carryOut(const TableScan &scan, const std::atomic<bool> *canceled = nullptr);

/// One thread that carries out the newest scan it was given. Made for one owner on the GUI thread.
class ScanThread : public QObject
{
    Q_OBJECT

public:
    explicit ScanThread(QObject *parent = nullptr);
    ~ScanThread() override;

    /// Starts \a scan as soon as the one under way has noticed that it is stale.
    void start(const TableScan &scan);
    /// Blocks until nothing runs, which is soon: a scan looks up every few thousand rows. Its result is dropped.
    void abort();

signals:
    /// The newest scan's; none comes for those that a newer start() or abort() overtook.
    void finished(taskglass::TableScanResult &result);

private:
    void run();
    void deliver();

    Doorbell m_done;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::unique_ptr<TableScan> m_next;
    std::unique_ptr<TableScanResult> m_result;
    std::atomic<bool> m_canceled = false;
    bool m_busy = false;
    bool m_quit = false;
    std::thread m_thread; // last: it uses all of the above
};

} // namespace taskglass
