// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/roworder.h"

#include "models/table/cellvalues.h"

#include <algorithm>
#include <array>
#include <limits>

namespace taskglass {

namespace {

constexpr quint64 kLast = std::numeric_limits<quint64>::max();
constexpr quint64 kTopBit = quint64(1) << 63;

struct Item
{
    quint64 key;
    Slot slot;
};

bool isCanceled(const std::atomic<bool> *canceled)
{
    return canceled && canceled->load(std::memory_order_relaxed);
}

/// Stable, least significant digit first, skipping digits that are the same in all keys: 1 M time stamps take five
/// passes, where a comparison sort takes three times as long.
void radixSort(std::vector<Item> &items, const std::atomic<bool> *canceled)
{
    constexpr int kBits = 11;
    constexpr std::size_t kBuckets = std::size_t(1) << kBits;
    const auto byKey = [](const Item &a, const Item &b) { return a.key < b.key; };
    if (std::is_sorted(items.begin(), items.end(), byKey))
        return;
    if (items.size() < 4096) {
        std::stable_sort(items.begin(), items.end(), byKey);
        return;
    }
    quint64 low = kLast;
    quint64 high = 0;
    for (const Item &item : items) {
        low = std::min(low, item.key);
        high = item.key == kLast ? high : std::max(high, item.key);
    }
    high = std::max(high, low);
    // Tasks without a value would stretch the range to 64 bits: they become one more than the largest.
    const auto reduced = [low, high](quint64 key) { return key == kLast && high < kLast ? high - low + 1 : key - low; };
    std::vector<Item> buffer(items.size());
    const quint64 range = reduced(kLast);
    for (int shift = 0; shift < 64 && (range >> shift) != 0; shift += kBits) {
        if (isCanceled(canceled))
            return;
        std::array<quint32, kBuckets> ends {};
        for (const Item &item : items)
            ++ends[(reduced(item.key) >> shift) & (kBuckets - 1)];
        quint32 sum = 0;
        for (quint32 &end : ends) {
            const quint32 count = end;
            end = sum;
            sum += count;
        }
        for (const Item &item : items)
            buffer[ends[(reduced(item.key) >> shift) & (kBuckets - 1)]++] = item;
        items.swap(buffer);
    }
}

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

bool isNumber(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

template<typename T>
int sign(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

} // namespace

int compareTexts(std::string_view a, std::string_view b)
{
    const bool numberA = isNumber(a);
    if (const bool numberB = isNumber(b); numberA != numberB)
        return numberA ? -1 : 1;
    if (numberA) {
        const std::string_view digitsA = a.substr(std::min(a.find_first_not_of('0'), a.size()));
        const std::string_view digitsB = b.substr(std::min(b.find_first_not_of('0'), b.size()));
        if (digitsA.size() != digitsB.size())
            return sign(digitsA.size(), digitsB.size());
        const int byValue = digitsA.compare(digitsB);
        return byValue != 0 ? byValue : sign(a.size(), b.size());
    }
    const std::size_t both = std::min(a.size(), b.size());
    for (std::size_t i = 0; i < both; ++i) {
        if (const auto x = quint8(lowered(a[i])), y = quint8(lowered(b[i])); x != y)
            return x < y ? -1 : 1;
    }
    return a.size() != b.size() ? sign(a.size(), b.size()) : a.compare(b);
}

RowOrder::RowOrder(const TaskColumns &columns, const SortOrder &order)
    : m_columns(columns)
    , m_descending(order.order == Qt::DescendingOrder)
{
    if (const ColumnSpec *const spec = columnById(order.column))
        m_column = spec->column;
}

StringTable::Ref RowOrder::textOf(Slot slot) const
{
    return m_column == Column::Error ? m_columns.errorOf(slot).message : textRef(m_columns, slot, *m_column);
}

qint64 RowOrder::numberOf(Slot slot) const
{
    const TaskColumns &c = m_columns;
    // Begun but not ended: beyond every ended one, the one that began first the farthest.
    const auto open = [](EpochNs since) { return std::numeric_limits<qint64>::max() - std::max<qint64>(since, 1); };
    if (!m_column)
        return 0;
    switch (*m_column) {
    case Column::State: return c.state[slot];
    case Column::Id: return c.id[slot];
    case Column::Waited: {
        const EpochNs since = waitingSince(c, slot);
        return since == kNoTime ? endedWait(c, slot) : open(since);
    }
    case Column::Ran: {
        const EpochNs since = runningSince(c, slot);
        return since == kNoTime ? endedRun(c, slot) : open(since);
    }
    case Column::Progress: {
        const double percent = c.percent(slot);
        return percent < 0 ? kNoTime : qint64(percent * 1e6);
    }
    case Column::Enqueued: return c.enqueuedAt[slot];
    case Column::Started: return c.startedAt[slot];
    case Column::Finished: return c.finishedAt[slot];
    case Column::Cpu: return c.cpu[slot] < 0 ? kNoTime : c.cpu[slot];
    case Column::Memory: return c.memory[slot] < 0 ? kNoTime : c.memory[slot];
    case Column::Index:
    case Column::Type:
    case Column::Error:
    case Column::Batch:
    case Column::CanceledBy:
    case Column::Label:
    case Column::Node:
    case Column::Parent:
    case Column::Description:
    case Column::Subscription:
    case Column::Database: break;
    }
    Q_UNREACHABLE();
}

quint64 RowOrder::numberKey(Slot slot) const
{
    const qint64 number = numberOf(slot);
    if (number == kNoTime)
        return kLast;
    const quint64 ascending = quint64(number) ^ kTopBit;
    return std::min(m_descending ? ~ascending : ascending, kLast - 1);
}

quint64 RowOrder::tieKey(Slot slot) const
{
    // Newest first: higher numbers, then ids that are no numbers by when they were first seen.
    const qint64 id = m_columns.id[slot];
    return id >= 0 ? kTopBit - 1 - quint64(id) : ~quint64(m_columns.arrival[slot]);
}

bool RowOrder::less(Slot a, Slot b) const
{
    const TaskColumns &c = m_columns;
    int order = 0;
    if (isByText()) {
        const StringTable::Ref x = textOf(a);
        const StringTable::Ref y = textOf(b);
        if ((x == 0) != (y == 0))
            return y == 0;
        order = x == y ? 0 : compareTexts(c.text(x), c.text(y));
        order = m_descending ? -order : order;
    } else if (m_column == Column::Id && (c.id[a] < 0 || c.id[b] < 0)) {
        std::array<char, 20> bufferA;
        std::array<char, 20> bufferB;
        order = compareTexts(c.idView(a, bufferA), c.idView(b, bufferB));
        order = m_descending ? -order : order;
    } else {
        order = sign(numberKey(a), numberKey(b));
    }
    return order != 0 ? order < 0 : tieKey(a) < tieKey(b);
}

RowOrder::Rank RowOrder::rankOf(Slot slot) const
{
    return isPacked() ? Rank {slot, numberKey(slot), tieKey(slot)} : Rank {slot};
}

bool RowOrder::less(Slot a, const Rank &b) const
{
    if (!isPacked())
        return less(a, b.slot);
    const quint64 key = numberKey(a);
    return key != b.key ? key < b.key : tieKey(a) < b.tie;
}

bool RowOrder::less(const Rank &a, const Rank &b) const
{
    if (!isPacked())
        return less(a.slot, b.slot);
    return a.key != b.key ? a.key < b.key : a.tie < b.tie;
}

std::vector<quint32> RowOrder::textRanks(const std::vector<Slot> &rows) const
{
    std::vector<quint32> ranks(m_columns.strings.size(), 0);
    std::vector<StringTable::Ref> used;
    for (const Slot slot : rows) {
        const StringTable::Ref ref = textOf(slot);
        if (ref != 0 && ranks[ref] == 0) {
            ranks[ref] = 1;
            used.push_back(ref);
        }
    }
    std::sort(used.begin(), used.end(), [this](StringTable::Ref a, StringTable::Ref b) {
        return compareTexts(m_columns.text(a), m_columns.text(b)) < 0;
    });
    for (std::size_t i = 0; i < used.size(); ++i)
        ranks[used[i]] = quint32(i + 1);
    return ranks;
}

void RowOrder::sort(std::vector<Slot> &rows, const std::atomic<bool> *canceled) const
{
    const auto hasNumber = [this](Slot slot) { return m_columns.id[slot] >= 0; };
    if (m_column == Column::Id && !std::all_of(rows.begin(), rows.end(), hasNumber)) {
        std::sort(rows.begin(), rows.end(), [this](Slot a, Slot b) { return less(a, b); });
        return;
    }
    std::vector<Item> items;
    items.reserve(rows.size());
    for (const Slot slot : rows)
        items.push_back({tieKey(slot), slot});
    // Slots are handed out as tasks arrive, so they mostly ascend by id already.
    if (std::is_sorted(items.begin(), items.end(), [](const Item &a, const Item &b) { return a.key > b.key; }))
        std::reverse(items.begin(), items.end());
    radixSort(items, canceled);
    if (isByText()) {
        const std::vector<quint32> ranks = textRanks(rows);
        for (Item &item : items) {
            const quint64 rank = ranks[textOf(item.slot)];
            item.key = rank == 0 ? kLast : m_descending ? ranks.size() - rank : rank;
        }
    } else {
        for (Item &item : items)
            item.key = numberKey(item.slot);
    }
    if (!isCanceled(canceled))
        radixSort(items, canceled);
    std::transform(items.begin(), items.end(), rows.begin(), [](const Item &item) { return item.slot; });
}

} // namespace taskglass
