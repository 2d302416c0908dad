// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/relations.h"

#include "models/store/taskcolumns.h"
#include "models/table/failurepattern.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

QString text(const TaskColumns &columns, StringTable::Ref ref)
{
    const std::string_view view = columns.text(ref);
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

StringTable::Ref refOf(const TaskColumns &columns, const QString &value)
{
    return columns.strings.find(value.toStdString());
}

RelatedTask relatedAt(const TaskStore &store, Slot slot)
{
    const TaskColumns &columns = store.columns();
    return {store.idAt(slot), store.stateAt(slot), text(columns, columns.serverState[slot]), text(columns, columns.type[slot]),
            text(columns, columns.target[slot]), columns.enqueuedAt[slot]};
}

/// The earliest moment that is known of a task: clusters do not tell when one was enqueued, accounts only when it ended.
EpochNs earliestOf(EpochNs enqueuedAt, EpochNs startedAt, EpochNs finishedAt)
{
    if (enqueuedAt != kNoTime)
        return enqueuedAt;
    return startedAt != kNoTime ? startedAt : finishedAt;
}

// Order of arrival; ids settle what came in the same instant.
std::tuple<EpochNs, qint64> orderOf(const TaskColumns &columns, Slot slot)
{
    return {earliestOf(columns.enqueuedAt[slot], columns.startedAt[slot], columns.finishedAt[slot]), columns.id[slot]};
}

class Collector
{
public:
    explicit Collector(const TaskStore &store)
        : m_store(store)
    {
    }
    void add(Slot slot) { m_slots.push_back(slot); }
    [[nodiscard]] RelatedGroup group()
    {
        const TaskColumns &columns = m_store.columns();
        const auto shown = std::min<std::size_t>(m_slots.size(), kRelatedShown);
        std::partial_sort(m_slots.begin(), m_slots.begin() + static_cast<std::ptrdiff_t>(shown), m_slots.end(),
                          [&columns](Slot a, Slot b) { return orderOf(columns, a) > orderOf(columns, b); });
        RelatedGroup result;
        result.count = static_cast<qint64>(m_slots.size());
        for (std::size_t i = 0; i < shown; ++i)
            result.tasks.append(relatedAt(m_store, m_slots[i]));
        return result;
    }

private:
    const TaskStore &m_store;
    std::vector<Slot> m_slots;
};

// Which of the distinct errors are alike: there are few, though there may be a million tasks.
std::vector<bool> alikeErrors(const TaskColumns &columns, const TaskError &error)
{
    std::vector<bool> alike(columns.errors.size(), false);
    const QString pattern = failurePattern(error.message);
    const StringTable::Ref code = refOf(columns, error.code);
    for (std::size_t i = 1; i < columns.errors.size(); ++i) {
        const ErrorRefs &refs = columns.errors[i];
        alike[i] = refs.code == code && failurePattern(text(columns, refs.message)) == pattern;
    }
    return alike;
}

std::optional<RelatedTask> named(const TaskStore &store, const std::optional<TaskId> &id)
{
    if (!id || id->isEmpty())
        return std::nullopt;
    if (const Slot slot = store.find(*id); slot != kNoSlot)
        return relatedAt(store, slot);
    RelatedTask unknown;
    unknown.id = *id;
    return unknown;
}

} // namespace

Relations relationsOf(const TaskStore &store, const Task &task)
{
    const TaskColumns &columns = store.columns();
    const Slot self = store.find(task.id);
    const StringTable::Ref batch = refOf(columns, task.batch);
    const StringTable::Ref target = refOf(columns, task.target);
    const StringTable::Ref id = refOf(columns, task.id);
    const std::vector<bool> alike = task.error ? alikeErrors(columns, *task.error) : std::vector<bool>();
    Collector sameBatch(store);
    Collector canceled(store);
    Collector children(store);
    Collector failures(store);
    Slot previous = kNoSlot;
    Slot next = kNoSlot;
    const auto here = std::make_tuple(earliestOf(task.enqueuedAt.value_or(kNoTime), task.startedAt.value_or(kNoTime), task.finishedAt.value_or(kNoTime)),
                                      self == kNoSlot ? qint64(0) : columns.id[self]);
    for (Slot slot = 0; slot < columns.slotCount(); ++slot) {
        if (!columns.isAlive(slot) || slot == self)
            continue;
        if (batch != 0 && columns.batch[slot] == batch)
            sameBatch.add(slot);
        if (id != 0 && columns.canceledBy[slot] == id)
            canceled.add(slot);
        if (id != 0 && columns.parent[slot] == id)
            children.add(slot);
        if (!alike.empty() && alike[columns.error[slot]])
            failures.add(slot);
        if (target == 0 || columns.target[slot] != target)
            continue;
        const auto there = orderOf(columns, slot);
        if (there < here && (previous == kNoSlot || there > orderOf(columns, previous)))
            previous = slot;
        if (there > here && (next == kNoSlot || there < orderOf(columns, next)))
            next = slot;
    }
    Relations relations;
    relations.sameBatch = sameBatch.group();
    relations.canceled = canceled.group();
    relations.children = children.group();
    relations.sameFailure = failures.group();
    relations.canceledBy = named(store, task.canceledBy);
    relations.parent = named(store, task.parent);
    if (previous != kNoSlot)
        relations.previous = relatedAt(store, previous);
    if (next != kNoSlot)
        relations.next = relatedAt(store, next);
    return relations;
}

FailureHistory failureHistory(const TaskStore &store, const Task &task)
{
    FailureHistory history;
    if (!task.error)
        return history;
    const TaskColumns &columns = store.columns();
    const std::vector<bool> alike = alikeErrors(columns, *task.error);
    Slot first = kNoSlot;
    for (Slot slot = 0; slot < columns.slotCount(); ++slot) {
        if (!columns.isAlive(slot) || !alike[columns.error[slot]] || columns.shownState(slot) != TaskState::Failed)
            continue;
        if ((columns.flags[slot] & TaskColumns::Housekeeping) && !task.housekeeping)
            continue;
        ++history.count;
        if (first == kNoSlot || orderOf(columns, slot) < orderOf(columns, first))
            first = slot;
    }
    if (first == kNoSlot)
        return history;
    history.first = store.idAt(first);
    history.firstAt = columns.finishedAt[first] == kNoTime ? std::get<0>(orderOf(columns, first)) : columns.finishedAt[first];
    return history;
}

} // namespace taskglass
