// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/taskcolumns.h"

#include <algorithm>
#include <charconv>

namespace taskglass {

namespace {

template<typename Map>
std::size_t nodeBytes(const Map &map)
{
    return map.size() * (sizeof(typename Map::value_type) + 2 * sizeof(void *)) + map.bucket_count() * sizeof(void *);
}

} // namespace

std::array<SparseRefs *, 9> TaskColumns::sparseRefs()
{
    return {&title, &description, &subscription, &database, &node, &parent, &canceledBy, &labelName, &labelText};
}

std::array<const SparseRefs *, 9> TaskColumns::sparseRefs() const
{
    return {&title, &description, &subscription, &database, &node, &parent, &canceledBy, &labelName, &labelText};
}

qint64 TaskColumns::plainNumber(std::string_view text)
{
    if (text.empty() || (text.front() == '0' && text.size() > 1) || text.front() == '-')
        return -1;
    qint64 number = -1;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc() && end == text.data() + text.size() ? number : -1;
}

qint64 TaskColumns::idKey(QStringView text) const
{
    const QByteArray utf8 = text.toUtf8();
    const std::string_view view(utf8.constData(), std::size_t(utf8.size()));
    if (const qint64 number = plainNumber(view); number >= 0)
        return number;
    const Ref ref = strings.find(view);
    return ref == 0 ? kNoId : -qint64(ref);
}

Slot TaskColumns::find(qint64 key) const
{
    static_assert(kNoSlot == HashIndex::kNone);
    return key == kNoId ? kNoSlot : m_slots.find(spread(quint64(key)), [&](Slot slot) { return id[slot] == key; });
}

QString TaskColumns::idText(Slot slot) const
{
    std::array<char, 20> buffer;
    const std::string_view view = idView(slot, buffer);
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

std::string_view TaskColumns::idView(Slot slot, std::span<char, 20> buffer) const
{
    const qint64 key = id[slot];
    if (key < 0)
        return strings.at(Ref(-key));
    const auto [end, fault] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), key);
    return {buffer.data(), std::size_t(end - buffer.data())};
}

const Batch *TaskColumns::runningBatch(Slot slot) const
{
    if (TaskState(serverKind[slot]) != TaskState::Running || (flags[slot] & Gone) || batch[slot] == 0)
        return nullptr;
    const auto found = batches.find(batch[slot]);
    if (found == batches.end())
        return nullptr;
    const Batch &candidate = found->second;
    const bool another = candidate.startedAt && startedAt[slot] != kNoTime && *candidate.startedAt != startedAt[slot];
    return another || candidate.finishedAt ? nullptr : &candidate;
}

std::optional<Progress> TaskColumns::progress(Slot slot) const
{
    if (isFinal(TaskState(serverKind[slot])) || (flags[slot] & Gone))
        return std::nullopt;
    if (const auto own = ownProgress.find(slot); own != ownProgress.end()) {
        Progress progress;
        if (own->second.done >= 0)
            progress.done = own->second.done;
        if (own->second.total >= 0)
            progress.total = own->second.total;
        if (own->second.done >= 0 && own->second.total > 0)
            progress.percent = 100.0 * double(own->second.done) / double(own->second.total);
        return progress;
    }
    const Batch *const running = runningBatch(slot);
    return running ? running->progress : std::nullopt;
}

double TaskColumns::percent(Slot slot) const
{
    if (isFinal(TaskState(serverKind[slot])) || (flags[slot] & Gone))
        return -1;
    if (const auto own = ownProgress.find(slot); own != ownProgress.end()) {
        const auto [done, total] = own->second;
        return done >= 0 && total > 0 ? 100.0 * double(done) / double(total) : -1;
    }
    const Batch *const running = runningBatch(slot);
    return running && running->progress ? running->progress->percent.value_or(-1) : -1;
}

Slot TaskColumns::allocate(qint64 key)
{
    Slot slot = slotCount();
    if (!m_free.empty()) {
        slot = m_free.back();
        m_free.pop_back();
    } else {
        id.push_back(0);
        for (auto *bytes : {&flags, &state, &serverKind})
            bytes->push_back(0);
        for (auto *refs : {&serverState, &type, &target, &batch, &error, &rawIndex})
            refs->push_back(0);
        rawBlock.push_back(kNoRaw);
        for (auto *times : {&enqueuedAt, &startedAt, &finishedAt, &ran})
            times->push_back(kNoTime);
    }
    id[slot] = key;
    flags[slot] = Alive;
    arrival.set(slot, key < 0 ? m_arrivals++ : -1);
    index(slot);
    return slot;
}

void TaskColumns::rename(Slot slot, qint64 key)
{
    unindex(slot);
    id[slot] = key;
    index(slot);
}

void TaskColumns::index(Slot slot)
{
    m_slots.insert(spread(quint64(id[slot])), slot, [this](Slot other) { return spread(quint64(id[other])); });
}

void TaskColumns::unindex(Slot slot)
{
    m_slots.remove(spread(quint64(id[slot])), slot, [this](Slot other) { return spread(quint64(id[other])); });
}

void TaskColumns::release(const std::vector<Slot> &dead)
{
    for (const Slot slot : dead) {
        unindex(slot);
        flags[slot] = 0;
        for (SparseRefs *refs : sparseRefs())
            refs->set(slot, 0);
        cpu.set(slot, -1);
        memory.set(slot, -1);
        serverState[slot] = type[slot] = target[slot] = batch[slot] = error[slot] = 0;
        enqueuedAt[slot] = startedAt[slot] = finishedAt[slot] = ran[slot] = kNoTime;
        rawBlock[slot] = kNoRaw;
        ownProgress.erase(slot);
        cancelRequestedAt.erase(slot);
        seenStartedAt.erase(slot);
        lastSeenAt.erase(slot);
        m_free.push_back(slot);
    }
}

void TaskColumns::clear()
{
    *this = TaskColumns();
}

std::size_t TaskColumns::bytes() const
{
    std::size_t sum = strings.bytes() + id.bytes() + errors.bytes() + m_slots.bytes() + m_free.capacity() * sizeof(Slot);
    for (const auto *column : {&flags, &state, &serverKind})
        sum += column->bytes();
    for (const auto *column : {&serverState, &type, &target, &batch, &error, &rawBlock, &rawIndex})
        sum += column->bytes();
    for (const auto *column : {&enqueuedAt, &startedAt, &finishedAt, &ran})
        sum += column->bytes();
    for (const SparseRefs *column : sparseRefs())
        sum += column->bytes();
    sum += arrival.bytes() + cpu.bytes() + memory.bytes();
    return sum + nodeBytes(ownProgress) + nodeBytes(cancelRequestedAt) + nodeBytes(seenStartedAt) + nodeBytes(lastSeenAt) + nodeBytes(batches);
}

} // namespace taskglass
