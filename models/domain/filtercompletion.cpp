// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filtercompletion.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// Where the word that ends at \a cursor begins; quotes keep blanks inside a word.
int wordStart(const QString &text, int cursor)
{
    int start = 0;
    bool quoted = false;
    for (int at = 0; at < cursor; ++at) {
        const QChar c = text[at];
        if (c == u'"' && !(quoted && text[at - 1] == u'\\'))
            quoted = !quoted;
        else if (!quoted && (c.isSpace() || c == u'(' || c == u')'))
            start = at + 1;
    }
    return start;
}

QStringList valuesOf(FilterField field, const FilterVocabulary &seen)
{
    switch (field) {
    case FilterField::Status: {
        QStringList words;
        for (const TaskState state : kAllTaskStates)
            words.append(wordFor(state));
        return words + seen.serverStates;
    }
    case FilterField::Type: return seen.types;
    case FilterField::Index: return seen.targets;
    case FilterField::Error: return seen.errorCodes;
    case FilterField::Label: return seen.labels;
    case FilterField::Batch: return seen.batches;
    case FilterField::Node: return seen.nodes;
    case FilterField::Subscription: return seen.subscriptions;
    case FilterField::Database: return seen.databases;
    case FilterField::Text:
    case FilterField::Id:
    case FilterField::Enqueued:
    case FilterField::Started:
    case FilterField::Finished:
    case FilterField::Waited:
    case FilterField::Ran:
    case FilterField::CanceledBy:
    case FilterField::Description:
    case FilterField::Parent: return {};
    }
    Q_UNREACHABLE();
}

QStringList fields()
{
    QStringList words;
    for (int field = 0; field < kFilterFieldCount; ++field) {
        if (FilterField(field) == FilterField::Text)
            continue;
        const bool compares = hasBounds(FilterField(field)) && FilterField(field) != FilterField::Id;
        words.append(QString(wordFor(FilterField(field)) + (compares ? u'>' : u':')));
    }
    return words;
}

QStringList ranked(const QStringList &all, QStringView typed)
{
    QStringList begin;
    QStringList contain;
    for (const QString &word : all) {
        if (begin.contains(word) || contain.contains(word))
            continue;
        if (word.startsWith(typed, Qt::CaseInsensitive))
            begin.append(word);
        else if (word.contains(typed, Qt::CaseInsensitive))
            contain.append(word);
    }
    return begin + contain;
}

QString asValue(const QString &value)
{
    const auto special = [](QChar c) { return c.isSpace() || c == u'(' || c == u')' || c == u',' || c == u'"'; };
    if (std::none_of(value.begin(), value.end(), special))
        return value;
    QString escaped = value;
    escaped.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1);
    return QString(u'"' + escaped + u'"');
}

} // namespace

FilterCompletion completeFilter(const QString &text, int cursor, const FilterVocabulary &seen)
{
    cursor = std::clamp(cursor, 0, int(text.size()));
    FilterCompletion completion;
    completion.start = wordStart(text, cursor);
    while (completion.start < cursor && text[completion.start] == u'-')
        ++completion.start;
    completion.length = cursor - completion.start;
    const QStringView word = QStringView(text).sliced(completion.start, completion.length);
    const auto colon = word.indexOf(u':');
    if (colon < 0) {
        completion.candidates = ranked(fields(), word);
        return completion;
    }
    const auto field = filterFieldFromWord(word.first(colon));
    if (!field)
        return completion;
    const auto valueStart = std::max(colon, word.lastIndexOf(u',')) + 1;
    completion.start += int(valueStart);
    completion.length -= int(valueStart);
    QStringView typed = word.sliced(valueStart);
    if (typed.startsWith(u'"'))
        typed = typed.sliced(1);
    for (const QString &value : ranked(valuesOf(*field, seen), typed))
        completion.candidates.append(asValue(value));
    return completion;
}

} // namespace taskglass
