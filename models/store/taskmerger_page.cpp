// SPDX-License-Identifier: GPL-3.0-or-later
// How a page becomes columns: each row's slot, what is another value there now, and which raw bytes are kept.
#include "models/store/taskmerger.h"

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

} // namespace

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
    changed |= assign(c.error[slot], c.errors.add({refs[row.errorMessage], refs[row.errorCode], refs[row.errorType], refs[row.errorLink]}));
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

} // namespace taskglass
