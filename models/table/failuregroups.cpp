// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/failuregroups.h"

#include "models/store/taskcolumns.h"
#include "models/table/format.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr QChar kVaries = u'…';

/// Where the quoted text that begins at \a start ends (behind its quote); \a start when none does.
qsizetype quoteEnd(QStringView text, qsizetype start)
{
    const QChar quote = text[start];
    const bool isQuote = quote == u'"' || quote == u'`' || quote == u'\'';
    if (!isQuote || (start > 0 && text[start - 1].isLetterOrNumber())) // don't
        return start;
    for (qsizetype end = start + 1; end < text.size(); ++end) {
        if (text[end] == u'\\' && quote != u'`')
            ++end;
        else if (text[end] == quote && (quote != u'\'' || end + 1 == text.size() || !text[end + 1].isLetterOrNumber()))
            return end + 1;
    }
    return start;
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.';
}

/// A word with a digit in it is a number, an id, a version, a path segment: never what the failure is about.
bool varies(QStringView word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

QString textOf(const TaskColumns &columns, StringTable::Ref ref)
{
    const std::string_view utf8 = columns.text(ref);
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

/// What the tasks of a group add up to.
struct Tally
{
    qint64 count = 0;
    EpochNs first = kNoTime;
    EpochNs last = kNoTime;
    Slot sample = kNoSlot;

    void add(EpochNs at, Slot slot)
    {
        ++count;
        if (first == kNoTime || (at != kNoTime && at < first))
            first = at;
        if (sample == kNoSlot || at > last) {
            last = at;
            sample = slot;
        }
    }
};

EpochNs failedAt(const TaskColumns &c, Slot slot)
{
    return c.finishedAt[slot] != kNoTime ? c.finishedAt[slot] : c.enqueuedAt[slot];
}

} // namespace

QString failurePattern(const QString &message)
{
    const QString line = oneLine(message, 2000);
    QString pattern;
    const auto append = [&pattern](QStringView piece) {
        if (piece == kVaries && pattern.endsWith(kVaries))
            return;
        pattern += piece;
    };
    const QStringView text(line);
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = quoteEnd(text, at);
        if (end > at) {
            append(QStringView(&kVaries, 1));
        } else if (isWordPart(text[at])) {
            end = at;
            while (end < text.size() && isWordPart(text[end]))
                ++end;
            while (end > at + 1 && text[end - 1] == u'.') // of a sentence
                --end;
            const QStringView word = text.sliced(at, end - at);
            append(varies(word) ? QStringView(&kVaries, 1) : word);
        } else {
            end = at + 1;
            append(text.sliced(at, 1));
        }
        at = end;
    }
    return pattern;
}

bool FailureCounter::learn(const TaskStore &store, std::size_t most)
{
    const TaskColumns &c = store.columns();
    if (m_groupOf.size() > c.errors.size()) // the store was emptied
        forget();
    const std::size_t end = std::min(c.errors.size(), m_groupOf.size() + most);
    while (m_groupOf.size() < end) {
        const TaskColumns::ErrorRefs &error = c.errors[m_groupOf.size()];
        const auto [place, isNew] =
            m_groups.try_emplace({textOf(c, error.code), failurePattern(textOf(c, error.message))}, quint32(m_groups.size()));
        m_groupOf.push_back(place->second);
    }
    return end == c.errors.size();
}

void FailureCounter::forget()
{
    m_groupOf.clear();
    m_groups.clear();
}

QList<FailureGroup> FailureCounter::groups(const TaskStore &store, int most) const
{
    const TaskColumns &c = store.columns();
    std::vector<Tally> tallies(m_groups.size());
    for (Slot slot = 0; slot < c.slotCount(); ++slot) {
        if (c.shownState(slot) == TaskState::Failed && c.isAlive(slot) && c.error[slot] < m_groupOf.size())
            tallies[m_groupOf[c.error[slot]]].add(failedAt(c, slot), slot);
    }
    QList<FailureGroup> list;
    for (const auto &[key, group] : m_groups) {
        const Tally &tally = tallies[group];
        if (tally.count > 0)
            list.append({key.second, key.first, tally.count, tally.first, tally.last, c.idText(tally.sample)});
    }
    std::stable_sort(list.begin(), list.end(), [](const FailureGroup &a, const FailureGroup &b) {
        return a.count != b.count ? a.count > b.count : a.lastSeen > b.lastSeen;
    });
    return list.mid(0, most);
}

QList<FailureGroup> failureGroups(const TaskStore &store, int most)
{
    FailureCounter counter;
    counter.learn(store, std::numeric_limits<std::size_t>::max());
    return counter.groups(store, most);
}

TaskFilter filterFor(const FailureGroup &group)
{
    FilterClause status;
    status.field = FilterField::Status;
    status.values = {wordFor(TaskState::Failed)};
    QList<FilterClause> clauses {status};
    FilterClause error;
    error.field = FilterField::Error;
    if (!group.code.isEmpty()) {
        error.values = {group.code};
        clauses.append(error);
    }
    QString longest;
    for (const QString &part : group.pattern.split(kVaries)) {
        if (part.trimmed().size() > longest.size())
            longest = part.trimmed();
    }
    if (longest.size() > 3) {
        error.values = {longest};
        clauses.append(error);
    }
    return TaskFilter::fromClauses(clauses);
}

} // namespace taskglass
