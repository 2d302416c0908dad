// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filtermatch.h"

#include "models/domain/textmatch.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

bool anyOf(const QList<QString> &values, const auto &test)
{
    return std::any_of(values.begin(), values.end(), test);
}

/// The value, or any value for "*".
bool matchesWhole(const FilterClause &clause, const QString &text, Qt::CaseSensitivity cases = Qt::CaseSensitive)
{
    return anyOf(clause.values, [&](const QString &value) { return ValuePattern(value, cases).matches(text.toStdString()); });
}

bool contains(const QString &needle, const QString &text)
{
    return Needle(needle).isIn(text.toStdString());
}

bool matchesStatus(const FilterClause &clause, const Task &task)
{
    return anyOf(clause.values, [&](const QString &value) {
        if (const auto state = taskStateFromWord(value))
            return *state == task.state;
        return ValuePattern(value, Qt::CaseInsensitive).matches(task.serverState.toStdString());
    });
}

QStringList errorTexts(const Task &task)
{
    return task.error ? QStringList {task.error->message, task.error->code, task.error->type} : QStringList();
}

QStringList labelTexts(const Task &task)
{
    QStringList texts;
    for (const auto &label : task.labels)
        texts.append(label.second);
    return texts;
}

/// A value is found in one of \a texts, or any text for "*".
bool matchesPart(const FilterClause &clause, const QStringList &texts)
{
    return anyOf(clause.values, [&](const QString &value) {
        const PartPattern part(value);
        return std::any_of(texts.begin(), texts.end(), [&](const QString &text) {
            return isPattern(clause.field, value) ? !text.isEmpty() : part.matches(text.toStdString());
        });
    });
}

bool matchesText(const FilterClause &clause, const Task &task)
{
    const QStringList texts = QStringList {task.id, wordFor(task.state), task.serverState, task.type, task.title, task.target, task.description,
                                           task.subscription, task.database, task.batch, task.node,
                                           task.parent.value_or(QString()), task.canceledBy.value_or(QString())}
        + errorTexts(task) + labelTexts(task);
    return anyOf(clause.values, [&](const QString &value) {
        return std::any_of(texts.begin(), texts.end(), [&value](const QString &text) { return contains(value, text); });
    });
}

bool matchesId(const FilterClause &clause, const Task &task, EpochNs now)
{
    if (!clause.low && !clause.high)
        return matchesWhole(clause, task.id);
    bool isNumber = false;
    const qint64 number = task.id.toLongLong(&isNumber);
    return isNumber && QString::number(number) == task.id && isWithin(clause, number, now);
}

bool matchesBounds(const FilterClause &clause, const std::optional<qint64> &value, EpochNs now)
{
    return value && (clause.low || clause.high) && isWithin(clause, *value, now);
}

bool isOpen(const Task &task)
{
    return !isFinal(task.state) && !task.gone;
}

std::optional<DurationNs> waitUntil(const Task &task, EpochNs now)
{
    if (isOpen(task) && !task.startedAt)
        return task.enqueuedAt ? std::optional(std::max<qint64>(now - *task.enqueuedAt, 0)) : std::nullopt;
    return waited(task);
}

std::optional<DurationNs> runUntil(const Task &task, EpochNs now)
{
    if (isOpen(task) && task.startedAt && !task.finishedAt)
        return std::max<qint64>(now - *task.startedAt, 0);
    if (task.ran || !task.startedAt || !task.finishedAt || *task.finishedAt < *task.startedAt)
        return task.ran;
    return *task.finishedAt - *task.startedAt;
}

bool matchesClause(const FilterClause &clause, const Task &task, EpochNs now)
{
    switch (clause.field) {
    case FilterField::Text: return matchesText(clause, task);
    case FilterField::Status: return matchesStatus(clause, task);
    case FilterField::Type: return matchesWhole(clause, task.type, Qt::CaseInsensitive);
    case FilterField::Index: return matchesWhole(clause, task.target);
    case FilterField::Id: return matchesId(clause, task, now);
    case FilterField::Enqueued: return matchesBounds(clause, task.enqueuedAt, now);
    case FilterField::Started: return matchesBounds(clause, task.startedAt, now);
    case FilterField::Finished: return matchesBounds(clause, task.finishedAt, now);
    case FilterField::Waited: return matchesBounds(clause, waitUntil(task, now), now);
    case FilterField::Ran: return matchesBounds(clause, runUntil(task, now), now);
    case FilterField::Error: return task.error && (matchesPart(clause, errorTexts(task)) || clause.values.contains(u"*"_s));
    case FilterField::Label: return matchesPart(clause, labelTexts(task));
    case FilterField::Batch: return matchesWhole(clause, task.batch);
    case FilterField::CanceledBy: return matchesWhole(clause, task.canceledBy.value_or(QString()));
    case FilterField::Node: return matchesWhole(clause, task.node);
    case FilterField::Parent: return matchesWhole(clause, task.parent.value_or(QString()));
    case FilterField::Description: return matchesPart(clause, {task.description});
    case FilterField::Subscription: return matchesWhole(clause, task.subscription);
    case FilterField::Database: return matchesWhole(clause, task.database);
    }
    Q_UNREACHABLE();
}

bool matchesNode(const FilterNode &node, const Task &task, EpochNs now)
{
    const auto test = [&](const FilterNode &child) { return matchesNode(child, task, now); };
    switch (node.kind) {
    case FilterNode::Kind::All: return true;
    case FilterNode::Kind::Clause: return matchesClause(node.clause, task, now);
    case FilterNode::Kind::And: return std::all_of(node.children.begin(), node.children.end(), test);
    case FilterNode::Kind::Or: return std::any_of(node.children.begin(), node.children.end(), test);
    case FilterNode::Kind::Not: return !test(node.children.front());
    }
    Q_UNREACHABLE();
}

} // namespace

bool isWithin(const FilterClause &clause, qint64 value, EpochNs now)
{
    const qint64 measured = clause.boundsAreAges ? now - value : value;
    if (clause.low && (clause.boundsInclusive ? measured < *clause.low : measured <= *clause.low))
        return false;
    return !clause.high || (clause.boundsInclusive ? measured <= *clause.high : measured < *clause.high);
}

bool matches(const TaskFilter &filter, const Task &task, EpochNs now)
{
    return matchesNode(filter.root(), task, now);
}

QString wholly(FilterField field, const QString &value)
{
    return looksForParts(field) ? QString(u'=' + value) : value;
}

} // namespace taskglass
