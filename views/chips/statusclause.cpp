// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chips/statusclause.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// The words of servers for the states, as people type them; our own words are read by taskStateFromWord().
std::optional<TaskState> stateOfWord(const QString &word)
{
    if (const auto own = taskStateFromWord(word))
        return own;
    if (word.compare("enqueued"_L1, Qt::CaseInsensitive) == 0)
        return TaskState::Queued;
    if (word.compare("processing"_L1, Qt::CaseInsensitive) == 0)
        return TaskState::Running;
    if (word.compare("cancelled"_L1, Qt::CaseInsensitive) == 0)
        return TaskState::Canceled;
    return std::nullopt;
}

void addStates(const FilterNode &node, QList<TaskState> &states)
{
    if (node.kind != FilterNode::Kind::Clause || node.clause.field != FilterField::Status)
        return;
    for (const QString &value : node.clause.values) {
        if (const auto state = stateOfWord(value); state && !states.contains(*state))
            states.append(*state);
    }
}

/// The words of \a text that stand outside quotes and parentheses, each with what it encloses.
QStringList topLevelWords(const QString &text)
{
    QStringList words;
    QString word;
    int depth = 0;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"')
            quoted = !quoted;
        else if (!quoted && c == u'(')
            ++depth;
        else if (!quoted && c == u')')
            depth = qMax(0, depth - 1);
        if (!quoted && depth == 0 && c.isSpace()) {
            if (!word.isEmpty())
                words.append(std::exchange(word, {}));
            continue;
        }
        word.append(c);
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

bool isStatusWord(const QString &word) { return word.startsWith("status:"_L1, Qt::CaseInsensitive); }

} // namespace

QList<TaskState> statesIn(const TaskFilter &filter)
{
    QList<TaskState> states;
    const FilterNode &root = filter.root();
    addStates(root, states);
    if (root.kind == FilterNode::Kind::And) {
        for (const FilterNode &child : root.children)
            addStates(child, states);
    }
    return states;
}

QString withStates(const QString &text, const QList<TaskState> &states)
{
    QStringList words = topLevelWords(text);
    const bool hasOr = words.contains("OR"_L1);
    QString clause;
    if (!states.isEmpty()) {
        QStringList names;
        for (const TaskState state : states)
            names.append(wordFor(state));
        clause = u"status:"_s + names.join(u',');
    }
    if (hasOr) {
        const QString rest = u'(' + words.join(u' ') + u')';
        return clause.isEmpty() ? text.trimmed() : clause + u' ' + rest;
    }
    const auto first = std::ranges::find_if(words, isStatusWord);
    qsizetype at = first == words.end() ? 0 : first - words.begin();
    words.removeIf(isStatusWord);
    if (!clause.isEmpty())
        words.insert(at, clause);
    return words.join(u' ');
}

QString withClause(const QString &text, const QString &clause)
{
    const QStringList words = topLevelWords(text);
    if (words.contains(clause))
        return text;
    if (words.contains("OR"_L1))
        return u'(' + words.join(u' ') + u") "_s + clause;
    return words.isEmpty() ? clause : words.join(u' ') + u' ' + clause;
}

} // namespace taskglass
