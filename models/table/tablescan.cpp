// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/tablescan.h"

namespace taskglass {

namespace {

constexpr Slot kRowsBetweenLooks = 8192;

} // namespace

TableScanResult carryOut(const TableScan &scan, const std::atomic<bool> *canceled)
{
    const TaskColumns &columns = *scan.columns;
    TableScanResult result;
    result.generation = scan.generation;
    result.filter = std::make_unique<CompiledFilter>(scan.filter);
    result.filter->prepare(columns, scan.now);
    result.marks.resize(columns.slotCount());
    for (Slot slot = 0; slot < columns.slotCount(); ++slot) {
        if (slot % kRowsBetweenLooks == 0 && canceled && canceled->load(std::memory_order_relaxed))
            return result;
        if (!columns.isAlive(slot) || !result.filter->matchesRest(columns, slot))
            continue;
        RowMark &mark = result.marks[slot];
        if (!scan.housekeeping && (columns.flags[slot] & TaskColumns::Housekeeping)) {
            mark.internal = result.filter->matchesStatus(columns, slot);
            result.internal += mark.internal;
            continue;
        }
        mark.counted = 1;
        mark.chip = columns.state[slot] & 7;
        ++result.chips[columns.state[slot]];
        if (result.filter->matchesStatus(columns, slot)) {
            mark.visible = 1;
            result.rows.push_back(slot);
        }
    }
    RowOrder(columns, scan.order).sort(result.rows, canceled);
    return result;
}

ScanThread::ScanThread(QObject *parent)
    : QObject(parent)
    , m_thread([this] { run(); })
{
    connect(&m_done, &Doorbell::rung, this, &ScanThread::deliver);
}

ScanThread::~ScanThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
        m_canceled = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void ScanThread::start(const TableScan &scan)
{
    {
        const std::lock_guard lock(m_mutex);
        m_next = std::make_unique<TableScan>(scan);
        m_result.reset();
        m_canceled = true; // of the one under way, if any
    }
    m_changed.notify_all();
}

void ScanThread::abort()
{
    std::unique_lock lock(m_mutex);
    m_next.reset();
    m_canceled = true;
    m_changed.wait(lock, [this] { return !m_busy; });
    m_result.reset();
}

void ScanThread::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_quit || m_next; });
        if (m_quit)
            return;
        const std::unique_ptr<TableScan> scan = std::move(m_next);
        m_canceled = false;
        m_busy = true;
        lock.unlock();
        auto result = std::make_unique<TableScanResult>(taskglass::carryOut(*scan, &m_canceled));
        lock.lock();
        m_busy = false;
        if (!m_canceled) {
            m_result = std::move(result);
            m_done.ring();
        }
        m_changed.notify_all();
    }
}

void ScanThread::deliver()
{
    std::unique_ptr<TableScanResult> result;
    {
        const std::lock_guard lock(m_mutex);
        result = std::move(m_result);
    }
    if (result)
        emit finished(*result);
}

} // namespace taskglass
