// SPDX-License-Identifier: GPL-3.0-or-later
// The rows after another filter or order: found by looking at every task, large stores on a worker.
#include "models/store/taskcolumns.h"
#include "models/table/tasktablemodel_p.h"

#include <utility>

namespace taskglass {

TableScan TaskTableModel::Private::scan() const
{
    return {filter, order, housekeeping, server->serverNow()};
}

void TaskTableModel::Private::startScan()
{
    if (!server)
        return;
    if (!reader)
        reader = std::make_unique<StoreReader>(server->store());
    reader->setThreshold(threshold);
    const bool wasScanning = std::exchange(scanning, isLarge());
    reader->read([this, scan = scan()](const TaskColumns &columns, const std::atomic<bool> &canceled) -> StoreReader::Then {
        const auto result = std::make_shared<TableScanResult>(carryOut(scan, columns, &canceled));
        return [this, result] { finishScan(*result); };
    });
    if (scanning != wasScanning)
        emit q->scanningChanged(scanning);
}

void TaskTableModel::Private::finishScan(TableScanResult &result)
{
    scannedAt = server->serverNow();
    std::vector<RowMark> before = std::move(marks);
    RowChange change;
    if (tree)
        matching = std::move(result.rows);
    else
        change = compareRows(rows, before, std::move(result.rows), result.marks);
    marks = std::move(result.marks);
    chips = result.chips;
    internal = result.internal;
    compiled = std::move(result.filter);
    shownOrder = order;
    heldBack.clear(); // whatever waited is shown now: it was the user who asked
    takeMatches(std::move(change));
    setHeldCount(0);
    announceCounts();
    if (scanning) {
        scanning = false;
        emit q->scanningChanged(false);
    }
}

void TaskTableModel::Private::stopScan()
{
    if (!scanning)
        return;
    scanning = false;
    emit q->scanningChanged(false);
    reader->abort();
}

void TaskTableModel::Private::fillAtOnce()
{
    TableScanResult result = carryOut(scan(), columns());
    marks = std::move(result.marks);
    chips = result.chips;
    internal = result.internal;
    matching.clear();
    rows = std::move(result.rows);
    if (tree) {
        std::vector<Slot> changed; // all of them: this happens within a reset
        matching = std::move(rows);
        rows = branches.arrange(columns(), matching, changed);
    }
    compiled = std::move(result.filter);
    shownOrder = order;
    scannedAt = server->serverNow();
    heldBack.clear();
}

} // namespace taskglass
