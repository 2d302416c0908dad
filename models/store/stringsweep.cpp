// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/stringsweep.h"

#include <algorithm>

namespace taskglass {

namespace {

/// More than a step's update can add: the end comes nearer with each.
constexpr std::size_t kStringsAtOnce = 16 * 1024;
constexpr Slot kSlotsAtOnce = 4096;
constexpr std::size_t kErrorsAtOnce = 4096;

} // namespace

void StringSweep::step(TaskColumns &columns, const std::deque<StringPool::Ref> &batches)
{
    StringPool &pool = columns.strings;
    if (pool.isSweeping()) {
        pool.sweep(kStringsAtOnce);
        return;
    }
    if (!pool.isMarking()) {
        if (!pool.isDue())
            return;
        pool.startMarking();
        columns.errors.startMarking();
        m_slot = 0;
    }
    if (!markSlots(columns) || !columns.errors.sweep(kErrorsAtOnce, pool))
        return;
    for (const auto &[batch, value] : columns.batches)
        pool.mark(batch);
    for (const StringPool::Ref batch : batches)
        pool.mark(batch);
    for (const StringPool::Ref node : columns.silentNodes)
        pool.mark(node);
    pool.startSweeping();
}

bool StringSweep::markSlots(TaskColumns &columns)
{
    StringPool &pool = columns.strings;
    for (const Slot end = std::min(columns.slotCount(), m_slot + kSlotsAtOnce); m_slot < end; ++m_slot) {
        if (!columns.isAlive(m_slot))
            continue;
        columns.forEachText(m_slot, [&pool](StringPool::Ref ref) { pool.mark(ref); });
        columns.errors.mark(columns.error[m_slot]);
    }
    return m_slot == columns.slotCount();
}

} // namespace taskglass
