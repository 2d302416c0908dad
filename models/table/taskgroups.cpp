// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/taskgroups.h"

#include "models/domain/filtermatch.h"
#include "models/table/cellvalues.h"
#include "models/table/failurepattern.h"

#include <algorithm>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr Slot kTasksBetweenLooks = 8192;
/// Each costs 2 µs: a store must not stand still for longer than some frames.
constexpr std::size_t kErrorsAtOnce = 20'000;

QString textOf(const TaskColumns &columns, StringTable::Ref ref)
{
    const std::string_view utf8 = columns.text(ref);
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

/// When a task last did something that the server told.
EpochNs momentOf(const TaskColumns &c, Slot slot)
{
    if (c.finishedAt[slot] != kNoTime)
        return c.finishedAt[slot];
    return c.startedAt[slot] != kNoTime ? c.startedAt[slot] : c.enqueuedAt[slot];
}

/// The keys of the \a most largest counts, largest first; key 0 is none.
std::vector<quint32> largestOf(const std::vector<quint32> &counts, std::size_t most, qint64 &others)
{
    std::vector<quint32> keys;
    for (quint32 key = 1; key < counts.size(); ++key) {
        if (counts[key] > 0)
            keys.push_back(key);
    }
    const std::size_t kept = std::min(keys.size(), most);
    others = qint64(keys.size() - kept);
    std::partial_sort(keys.begin(), keys.begin() + std::ptrdiff_t(kept), keys.end(), [&counts](quint32 a, quint32 b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
    });
    keys.resize(kept);
    return keys;
}

} // namespace

QList<Column> groupableColumns(const Capabilities &can)
{
    QList<Column> list;
    for (const Column column : {Column::Error, Column::Label, Column::Type, Column::Index, Column::Node, Column::Subscription, Column::Database}) {
        if (column == Column::Error || can.columns.isEmpty() || can.columns.contains(QString(columnSpec(column).id)))
            list.append(column);
    }
    return list;
}

GroupCounter::GroupCounter(Column column, bool housekeeping)
    : m_column(column)
    , m_housekeeping(housekeeping)
{
}

bool GroupCounter::learnErrors(const TaskColumns &c, const std::atomic<bool> *canceled)
{
    if (std::exchange(m_generation, c.errors.generation()) != c.errors.generation()) { // some numbers may stand for others
        m_sayingOf.clear();
        m_sayings.clear();
    }
    const std::size_t end = std::min(c.errors.size(), m_sayingOf.size() + kErrorsAtOnce);
    while (m_sayingOf.size() < end && !(canceled && canceled->load(std::memory_order_relaxed))) {
        const ErrorRefs &error = c.errors[m_sayingOf.size()];
        const auto place = m_sayings.try_emplace({textOf(c, error.code), failurePattern(textOf(c, error.message))}, quint32(m_sayings.size() + 1)).first;
        m_sayingOf.push_back(place->second);
    }
    return m_sayingOf.size() == c.errors.size();
}

quint32 GroupCounter::keyOf(const TaskColumns &c, Slot slot) const
{
    if (!c.isAlive(slot) || (!m_housekeeping && (c.flags[slot] & TaskColumns::Housekeeping)))
        return 0;
    if (m_column != Column::Error)
        return textRef(c, slot, m_column);
    return c.shownState(slot) == TaskState::Failed && c.error[slot] < m_sayingOf.size() ? m_sayingOf[c.error[slot]] : 0;
}

TaskGroups GroupCounter::count(const TaskColumns &c, const std::atomic<bool> *canceled, int most)
{
    TaskGroups result;
    result.complete = m_column != Column::Error || learnErrors(c, canceled);
    std::vector<quint32> counts(m_column == Column::Error ? m_sayings.size() + 1 : c.strings.size(), 0);
    for (Slot slot = 0; slot < c.slotCount(); ++slot) {
        if (slot % kTasksBetweenLooks == 0 && canceled && canceled->load(std::memory_order_relaxed))
            return {};
        ++counts[keyOf(c, slot)];
    }
    const std::vector<quint32> keys = largestOf(counts, std::size_t(most), result.others);
    std::vector<Slot> samples(keys.size(), kNoSlot);
    for (const quint32 key : keys)
        result.largest.append({{}, {}, counts[key], kNoTime, kNoTime, {}});
    std::fill(counts.begin(), counts.end(), 0); // now: which of the groups a key is, from 1
    for (std::size_t i = 0; i < keys.size(); ++i)
        counts[keys[i]] = quint32(i) + 1;
    for (Slot slot = 0; slot < c.slotCount(); ++slot) {
        const quint32 place = counts[keyOf(c, slot)];
        if (place == 0)
            continue;
        TaskGroup &group = result.largest[qsizetype(place) - 1];
        const EpochNs at = momentOf(c, slot);
        if (group.firstSeen == kNoTime || (at != kNoTime && at < group.firstSeen))
            group.firstSeen = at;
        if (samples[place - 1] == kNoSlot || at > group.lastSeen) {
            group.lastSeen = at;
            samples[place - 1] = slot;
        }
    }
    for (std::size_t i = 0; i < keys.size(); ++i)
        describe(c, result.largest[qsizetype(i)], samples[i]);
    return result;
}

void GroupCounter::describe(const TaskColumns &c, TaskGroup &group, Slot sample) const
{
    group.sample = c.idText(sample);
    if (m_column == Column::Error) {
        const ErrorRefs &error = c.errorOf(sample);
        group.value = textOf(c, error.code);
        group.name = failurePattern(textOf(c, error.message));
        return;
    }
    group.value = textOf(c, textRef(c, sample, m_column));
    group.name = m_column == Column::Type && c.title[sample] != 0 ? textOf(c, c.title[sample]) : group.value;
}

TaskFilter filterFor(const TaskGroup &group, Column column)
{
    const auto clause = [](FilterField field, const QString &value) {
        FilterClause result;
        result.field = field;
        result.values = {value};
        return result;
    };
    if (column != Column::Error) {
        const FilterField field = filterFieldFromWord(QString(columnSpec(column).id)).value_or(FilterField::Text);
        return TaskFilter::fromClauses({clause(field, wholly(field, group.value))});
    }
    if (group.value.isEmpty() && group.name.isEmpty()) // failed, and nobody said why
        return TaskFilter::parse(u"status:failed -error:*"_s).filter;
    QList<FilterClause> clauses {clause(FilterField::Status, wordFor(TaskState::Failed))};
    if (!group.value.isEmpty())
        clauses.append(clause(FilterField::Error, group.value));
    QString longest;
    for (const QString &part : group.name.split(kVaries)) {
        if (part.trimmed().size() > longest.size())
            longest = part.trimmed();
    }
    if (longest.size() > 3)
        clauses.append(clause(FilterField::Error, longest));
    return TaskFilter::fromClauses(clauses);
}

} // namespace taskglass
