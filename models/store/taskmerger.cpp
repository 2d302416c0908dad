// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/taskmerger.h"

#include <algorithm>

namespace taskglass {

namespace {

template<typename T>
bool assign(T &place, const T &value)
{
    if (place == value)
        return false;
    place = value;
    return true;
}

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

void TaskMerger::mergePage(const TaskPage &page, StoreDiff &diff)
{
    std::vector<StringTable::Ref> refs(page.strings.size());
    for (StringTable::Ref ref = 1; ref < refs.size(); ++ref)
        refs[ref] = m_columns.strings.add(page.strings.at(ref));
    std::vector<RawKeeper::Ref> blocks;
    blocks.reserve(page.rawBlocks.size());
    for (const auto &block : page.rawBlocks)
        blocks.push_back(m_raw.add(block));

    const bool compareBytes = page.rows.size() <= kBytesComparedUpTo;
    for (const TaskRow &row : page.rows) {
        qint64 key = row.idNumber;
        if (row.id != 0) {
            const qint64 number = TaskColumns::plainNumber(page.strings.at(row.id));
            key = number >= 0 ? number : -qint64(refs[row.id]);
        }
        Slot slot = m_columns.find(key);
        const bool isNew = slot == kNoSlot;
        if (isNew) {
            slot = m_columns.allocate(key);
            ++m_size;
            ++m_counts[indexOf(m_columns.shownState(slot))];
        }
        bool changed = writeRow(slot, row, refs, isNew);
        const bool hasRaw = row.rawBlock < page.rawBlocks.size();
        if (hasRaw && !changed && !isNew && compareBytes)
            changed = isOtherRaw(slot, page, row);
        // An unchanged task keeps the block that it has: each poll's small block would otherwise push out a large one.
        if (hasRaw && (changed || m_columns.rawBlock[slot] == TaskColumns::kNoRaw))
            keepRaw(slot, blocks[row.rawBlock], row.rawIndex);
        if (isNew)
            diff.added.push_back(slot);
        else if (changed)
            diff.changed.push_back(slot);
    }
    for (const RawKeeper::Ref block : blocks)
        m_raw.dropUnused(block);
}

bool TaskMerger::writeRow(Slot slot, const TaskRow &row, const std::vector<StringTable::Ref> &refs, bool isNew)
{
    TaskColumns &c = m_columns;
    const TaskState before = TaskState(c.serverKind[slot]);
    // Meilisearch rewrites startedAt of a task that is cancelled while it runs: what we saw is evidence.
    if (!isNew && before == TaskState::Running && row.state == TaskState::Canceled && c.startedAt[slot] != kNoTime
        && c.startedAt[slot] != row.startedAt)
        c.seenStartedAt[slot] = c.startedAt[slot];

    bool changed = isNew;
    changed |= assign(c.serverKind[slot], quint8(row.state));
    changed |= assign(c.serverState[slot], refs[row.serverState]);
    changed |= assign(c.type[slot], refs[row.type]);
    changed |= assign(c.target[slot], refs[row.target]);
    changed |= assign(c.batch[slot], refs[row.batch]);
    changed |= writeOptional(slot, row, refs);
    changed |= assign(c.error[slot], c.addError({refs[row.errorMessage], refs[row.errorCode], refs[row.errorType], refs[row.errorLink]}));
    changed |= assign(c.enqueuedAt[slot], row.enqueuedAt);
    changed |= assign(c.startedAt[slot], row.startedAt);
    changed |= assign(c.finishedAt[slot], row.finishedAt);
    changed |= assign(c.ran[slot], row.ran);
    changed |= writeProgress(slot, row);
    c.lastSeenAt.erase(slot);
    mergeCancelRequest(slot, row);
    if (isNew && !m_cancelsOfUnloaded.isEmpty()) {
        if (const auto cancel = m_cancelsOfUnloaded.constFind(c.idText(slot)); cancel != m_cancelsOfUnloaded.cend()) {
            c.cancelRequestedAt[slot] = *cancel;
            c.flags[slot] |= TaskColumns::CancelPending;
            m_cancelsOfUnloaded.erase(cancel);
        }
    }
    changed |= updateShown(slot);
    return changed;
}

bool TaskMerger::writeOptional(Slot slot, const TaskRow &row, const std::vector<StringTable::Ref> &refs)
{
    TaskColumns &c = m_columns;
    bool changed = false;
    const std::pair<SparseRefs &, StringTable::Ref> texts[] {
        {c.title, row.title}, {c.description, row.description}, {c.subscription, row.subscription}, {c.database, row.database},
        {c.node, row.node}, {c.parent, row.parent}, {c.canceledBy, row.canceledBy}, {c.labelName, row.labelName}, {c.labelText, row.labelText}};
    for (const auto &[column, ref] : texts)
        changed |= column.set(slot, refs[ref]);
    changed |= c.cpu.set(slot, row.cpu);
    changed |= c.memory.set(slot, row.memory);

    quint8 flags = c.flags[slot] & (TaskColumns::Alive | TaskColumns::CancelPending); // not Gone: it is listed again
    if (row.housekeeping)
        flags |= TaskColumns::Housekeeping;
    if (row.ranAtLeast)
        flags |= TaskColumns::RanAtLeast;
    if (row.cancellable >= 0)
        flags |= row.cancellable > 0 ? TaskColumns::Cancellable : TaskColumns::NotCancellable;
    return assign(c.flags[slot], flags) || changed;
}

/// A server that says that a task was asked to stop knows better than we when; one that does not say so may still have
/// been asked by us.
void TaskMerger::mergeCancelRequest(Slot slot, const TaskRow &row)
{
    if (!row.cancelRequested)
        return;
    m_columns.flags[slot] |= TaskColumns::CancelPending;
    if (row.cancelRequestedAt != kNoTime)
        m_columns.cancelRequestedAt[slot] = row.cancelRequestedAt;
}

bool TaskMerger::writeProgress(Slot slot, const TaskRow &row)
{
    auto &all = m_columns.ownProgress;
    const TaskColumns::TaskProgress now {row.progressDone, row.progressTotal};
    if (now == TaskColumns::TaskProgress {})
        return all.erase(slot) > 0;
    const auto [place, isNew] = all.try_emplace(slot, now);
    return isNew || assign(place->second, now);
}

bool TaskMerger::isOtherRaw(Slot slot, const TaskPage &page, const TaskRow &row) const
{
    const RawKeeper::Ref kept = m_columns.rawBlock[slot];
    return kept == TaskColumns::kNoRaw
        || m_raw.bytesOf(kept, m_columns.rawIndex[slot]) != page.rawBlocks[row.rawBlock]->at(row.rawIndex);
}

void TaskMerger::keepRaw(Slot slot, RawKeeper::Ref block, quint32 index)
{
    m_raw.use(block);
    dropRaw(slot);
    m_columns.rawBlock[slot] = block;
    m_columns.rawIndex[slot] = index;
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
    return assign(c.state[slot], quint8(shown));
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
        if (!isNew && !assign(place->second, batch))
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
