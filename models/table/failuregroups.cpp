// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/failuregroups.h"

#include "models/store/taskcolumns.h"
#include "models/table/format.h"
#include "models/table/roworder.h"

#include <algorithm>
#include <map>

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

/// What one distinct error adds to its group.
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

/// Distinct values of one column, gathered by reference.
class Distinct
{
public:
    /// Batches and labels can be as many as tasks: nobody picks from a longer list, so it is not gathered.
    static constexpr std::size_t kMostGathered = 5000;

    explicit Distinct(const TaskColumns &columns) : m_columns(columns), m_seen(columns.strings.size(), false) { }

    void add(StringTable::Ref ref)
    {
        if (ref == 0 || m_refs.size() >= kMostGathered || m_seen[ref])
            return;
        m_seen[ref] = true;
        m_refs.push_back(ref);
    }

    [[nodiscard]] QStringList sorted(int most)
    {
        std::sort(m_refs.begin(), m_refs.end(), [this](StringTable::Ref a, StringTable::Ref b) {
            return compareTexts(m_columns.text(a), m_columns.text(b)) < 0;
        });
        QStringList list;
        for (std::size_t i = 0; i < m_refs.size() && list.size() < most; ++i)
            list.append(textOf(m_columns, m_refs[i]));
        return list;
    }

private:
    const TaskColumns &m_columns;
    std::vector<bool> m_seen;
    std::vector<StringTable::Ref> m_refs;
};

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

QList<FailureGroup> failureGroups(const TaskStore &store, int most)
{
    const TaskColumns &c = store.columns();
    std::vector<Tally> tallies(c.errors.size());
    for (Slot slot = 0; slot < c.slotCount(); ++slot) {
        if (c.isAlive(slot) && c.shownState(slot) == TaskState::Failed)
            tallies[c.error[slot]].add(failedAt(c, slot), slot);
    }
    std::map<std::pair<QString, QString>, Tally> groups;
    for (std::size_t error = 0; error < tallies.size(); ++error) {
        const Tally &tally = tallies[error];
        if (tally.count == 0)
            continue;
        Tally &group = groups[{textOf(c, c.errors[error].code), failurePattern(textOf(c, c.errors[error].message))}];
        const qint64 before = group.count;
        group.add(tally.first, tally.sample);
        group.add(tally.last, tally.sample);
        group.count = before + tally.count;
    }
    QList<FailureGroup> list;
    for (const auto &[key, tally] : groups)
        list.append({key.second, key.first, tally.count, tally.first, tally.last, c.idText(tally.sample)});
    std::stable_sort(list.begin(), list.end(), [](const FailureGroup &a, const FailureGroup &b) {
        return a.count != b.count ? a.count > b.count : a.lastSeen > b.lastSeen;
    });
    return list.mid(0, most);
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

FilterVocabulary seenValues(const TaskStore &store, int most)
{
    const TaskColumns &c = store.columns();
    Distinct states(c), types(c), targets(c), labels(c), batches(c), nodes(c), subscriptions(c), databases(c), codes(c);
    for (Slot slot = 0; slot < c.slotCount(); ++slot) {
        if (!c.isAlive(slot))
            continue;
        states.add(c.serverState[slot]);
        types.add(c.type[slot]);
        targets.add(c.target[slot]);
        labels.add(c.labelText[slot]);
        batches.add(c.batch[slot]);
        nodes.add(c.node[slot]);
        subscriptions.add(c.subscription[slot]);
        databases.add(c.database[slot]);
    }
    for (const TaskColumns::ErrorRefs &error : c.errors)
        codes.add(error.code);
    return {states.sorted(most), types.sorted(most), targets.sorted(most), codes.sorted(most), labels.sorted(most), batches.sorted(most),
            nodes.sorted(most), subscriptions.sorted(most), databases.sorted(most)};
}

} // namespace taskglass
