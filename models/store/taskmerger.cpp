// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/taskmerger.h"

#include <algorithm>
#include <utility>

namespace taskglass {

namespace {

void sortUnique(std::vector<Slot> &list)
{
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// Brings \a diff into the order that it promises: ascending, each slot once, added before changed.
void settle(StoreDiff &diff)
{
    sortUnique(diff.added);
    sortUnique(diff.changed);
    std::vector<Slot> rest;
    std::set_difference(diff.changed.begin(), diff.changed.end(), diff.added.begin(), diff.added.end(), std::back_inserter(rest));
    diff.changed = std::move(rest);
    sortUnique(diff.removed);
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

} // namespace

StoreDiff TaskMerger::merge(const TaskUpdate &update)
{
    StoreDiff diff;
    if (update.reset) {
        clear();
        diff.reset = true;
    }
    mergeRenamed(update.renamed, diff);
    if (update.page)
        mergePage(*update.page, diff);
    mergeGone(update, diff);
    if (update.nodes)
        mergeNodes(*update.nodes, diff);
    mergeBatches(update.batches, diff);
    mergeForgotten(update.forgotten, diff);
    settle(diff);
    tidy();
    return diff;
}

void TaskMerger::clear()
{
    m_columns.clear();
    m_raw.clear();
    m_counts.fill(0);
    m_size = 0;
    m_nodes.clear();
    m_running.clear();
    m_cancelsOfUnloaded.clear();
    m_finishedBatches.clear();
}

void TaskMerger::dropRaw(Slot slot)
{
    if (m_columns.rawBlock[slot] != TaskColumns::kNoRaw)
        m_raw.release(m_columns.rawBlock[slot]);
    m_columns.rawBlock[slot] = TaskColumns::kNoRaw;
}

bool TaskMerger::updateShown(Slot slot)
{
    TaskColumns &c = m_columns;
    const TaskState server = TaskState(c.serverKind[slot]);
    TaskState shown = server;
    if (isFinal(server)) {
        c.flags[slot] &= quint8(~TaskColumns::CancelPending);
    } else if (c.flags[slot] & TaskColumns::Gone) {
        c.flags[slot] &= quint8(~TaskColumns::CancelPending);
        shown = TaskState::Unknown; // it ended without a witness
    } else if (c.flags[slot] & TaskColumns::CancelPending) {
        shown = TaskState::CancelRequested;
    }
    if (server == TaskState::Running && !(c.flags[slot] & TaskColumns::Gone))
        m_running.insert(slot);
    else
        m_running.erase(slot);
    --m_counts[c.state[slot]];
    ++m_counts[indexOf(shown)];
    return std::exchange(c.state[slot], quint8(shown)) != quint8(shown);
}

void TaskMerger::mergeRenamed(const QList<std::pair<TaskId, TaskId>> &renamed, StoreDiff &diff)
{
    for (const auto &[before, after] : renamed) {
        const Slot slot = m_columns.find(m_columns.idKey(before));
        if (slot == kNoSlot)
            continue;
        const QByteArray utf8 = after.toUtf8();
        const qint64 number = TaskColumns::plainNumber(viewOf(utf8));
        m_columns.rename(slot, number >= 0 ? number : -qint64(m_columns.strings.add(viewOf(utf8))));
        diff.changed.push_back(slot);
    }
}

void TaskMerger::mergeGone(const TaskUpdate &update, StoreDiff &diff)
{
    for (const TaskId &id : update.gone) {
        const Slot slot = m_columns.find(m_columns.idKey(id));
        if (slot == kNoSlot || (m_columns.flags[slot] & TaskColumns::Gone))
            continue;
        m_columns.flags[slot] |= TaskColumns::Gone;
        if (update.goneSeenAt != kNoTime)
            m_columns.lastSeenAt[slot] = update.goneSeenAt;
        updateShown(slot);
        diff.changed.push_back(slot);
    }
}

void TaskMerger::mergeForgotten(const QList<TaskId> &ids, StoreDiff &diff)
{
    std::vector<Slot> dead;
    for (const TaskId &id : ids) {
        const Slot slot = m_columns.find(m_columns.idKey(id));
        if (slot == kNoSlot)
            continue;
        drop(slot);
        dead.push_back(slot);
        std::erase(diff.changed, slot);
        if (std::erase(diff.added, slot) == 0)
            diff.removed.push_back(slot);
    }
    sortUnique(dead);
    m_columns.release(dead);
}

/// Takes \a slot out of all figures; its columns are released by whoever collects the dead.
void TaskMerger::drop(Slot slot)
{
    dropRaw(slot);
    m_running.erase(slot);
    --m_counts[m_columns.state[slot]];
    --m_size;
}

void TaskMerger::mergeNodes(const QList<NodeInfo> &nodes, StoreDiff &diff)
{
    m_nodes = nodes;
    std::unordered_set<StringTable::Ref> silent;
    for (const NodeInfo &node : nodes) {
        const QByteArray label = node.label.toUtf8();
        if (!node.failure.isEmpty())
            silent.insert(m_columns.strings.add(viewOf(label)));
    }
    if (silent == m_columns.silentNodes)
        return;
    for (Slot slot = 0; slot < m_columns.slotCount(); ++slot) {
        const StringTable::Ref node = m_columns.node[slot];
        if (m_columns.isAlive(slot) && silent.contains(node) != m_columns.silentNodes.contains(node))
            diff.changed.push_back(slot);
    }
    m_columns.silentNodes = std::move(silent);
}

void TaskMerger::mergeBatches(const QList<Batch> &batches, StoreDiff &diff)
{
    std::vector<StringTable::Ref> others;
    for (const Batch &batch : batches) {
        const QByteArray id = batch.id.toUtf8();
        const StringTable::Ref ref = m_columns.strings.add(viewOf(id));
        const auto [place, isNew] = m_columns.batches.try_emplace(ref, batch);
        const bool wasRunning = isNew || !place->second.finishedAt;
        if (!isNew && std::exchange(place->second, batch) == batch)
            continue;
        others.push_back(ref);
        if (batch.finishedAt && wasRunning)
            m_finishedBatches.push_back(ref);
    }
    if (others.empty())
        return;
    for (const Slot slot : m_running) {
        if (std::find(others.begin(), others.end(), m_columns.batch[slot]) != others.end())
            diff.changed.push_back(slot);
    }
    forgetOldBatches();
}

void TaskMerger::forgetOldBatches()
{
    while (m_finishedBatches.size() > kFinishedBatchesKept) {
        const auto oldest = m_columns.batches.find(m_finishedBatches.front());
        m_finishedBatches.pop_front();
        if (oldest != m_columns.batches.end() && oldest->second.finishedAt) // its id may name a running one by now
            m_columns.batches.erase(oldest);
    }
}

StoreDiff TaskMerger::markCancelRequested(const QList<TaskId> &ids, EpochNs at)
{
    StoreDiff diff;
    for (const TaskId &id : ids) {
        const Slot slot = m_columns.find(m_columns.idKey(id));
        if (slot == kNoSlot) {
            m_cancelsOfUnloaded.insert(id, at);
            continue;
        }
        if (isFinal(TaskState(m_columns.serverKind[slot])) || (m_columns.flags[slot] & TaskColumns::Gone))
            continue;
        m_columns.cancelRequestedAt[slot] = at;
        m_columns.flags[slot] |= TaskColumns::CancelPending;
        updateShown(slot);
        diff.changed.push_back(slot);
    }
    settle(diff);
    return diff;
}

StoreDiff TaskMerger::clearCancelRequested(const QList<TaskId> &ids)
{
    StoreDiff diff;
    for (const TaskId &id : ids) {
        m_cancelsOfUnloaded.remove(id);
        const Slot slot = m_columns.find(m_columns.idKey(id));
        if (slot == kNoSlot || !(m_columns.flags[slot] & TaskColumns::CancelPending))
            continue;
        m_columns.cancelRequestedAt.erase(slot);
        m_columns.flags[slot] &= quint8(~TaskColumns::CancelPending);
        updateShown(slot);
        diff.changed.push_back(slot);
    }
    settle(diff);
    return diff;
}

StoreDiff TaskMerger::forgetGone()
{
    StoreDiff diff;
    for (Slot slot = 0; slot < m_columns.slotCount(); ++slot) {
        if (!m_columns.isAlive(slot) || !(m_columns.flags[slot] & TaskColumns::Gone))
            continue;
        drop(slot);
        diff.removed.push_back(slot);
    }
    m_columns.release(diff.removed);
    tidy();
    return diff;
}

} // namespace taskglass
