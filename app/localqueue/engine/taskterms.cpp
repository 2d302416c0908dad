// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/taskterms.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

template<typename T>
QString joined(const QList<T> &values)
{
    QString list;
    for (const T value : values) {
        if (!list.isEmpty())
            list += u',';
        list += QString::number(static_cast<qint64>(value));
    }
    return list;
}

bool mayBeSeen(const QString &name, const QStringList &patterns)
{
    return std::any_of(patterns.begin(), patterns.end(), [&name](const QString &pattern) {
        return pattern.endsWith(u'*') ? QStringView(name).startsWith(QStringView(pattern).chopped(1)) : name == pattern;
    });
}

/// \a column names the column; a leading plus keeps SQLite from using its index, so that the intended one is used.
QString inTerm(const QString &column, const QString &list, bool plus)
{
    return (plus ? u"+"_s : QString()) + column + u" IN ("_s + list + u')';
}

QString boundsTerm(const QString &column, const TimeBounds &bounds, bool plus)
{
    QStringList terms;
    const QString tested = (plus ? u"+"_s : QString()) + column;
    if (bounds.after)
        terms.append(u"%1 > %2"_s.arg(tested).arg(*bounds.after));
    if (bounds.before)
        terms.append(u"%1 < %2"_s.arg(tested).arg(*bounds.before));
    return terms.join(u" AND "_s);
}

} // namespace

TaskTerms::TaskTerms(const TaskQuery &query, RunningBatchPtr running)
    : m_query(query), m_running(std::move(running))
{
}

Failure TaskTerms::prepare(Database &database)
{
    if (m_prepared)
        return {};
    m_prepared = true;
    const auto isEmptyList = [](const auto &list) { return list && list->isEmpty(); };
    m_impossible = isEmptyList(m_query.uids) || isEmptyList(m_query.batchUids) || isEmptyList(m_query.canceledBy)
        || isEmptyList(m_query.indexUids) || isEmptyList(m_query.statuses) || isEmptyList(m_query.kinds);
    if (!m_query.indexUids && !m_query.visibleIndexes)
        return {};
    if (m_query.indexUids)
        m_names.emplace();
    if (m_query.visibleIndexes)
        m_visible.emplace();
    Statement names(database, u"SELECT id, name FROM names"_s);
    if (const Failure failure = names.run())
        return failure;
    while (names.next()) {
        if (m_names && m_query.indexUids->contains(names.text(1)))
            m_names->append(names.integer(0));
        if (m_visible && mayBeSeen(names.text(1), *m_query.visibleIndexes))
            m_visible->append(names.integer(0));
    }
    m_impossible = m_impossible || isEmptyList(m_names) || isEmptyList(m_visible);
    Statement renames(database, u"SELECT 1 FROM tasks WHERE idx2 IS NOT NULL LIMIT 1"_s);
    if (const Failure failure = renames.run())
        return failure;
    m_renames = renames.next();
    return {};
}

QString TaskTerms::statusTerm(bool plus) const
{
    if (!m_query.statuses)
        return {};
    const bool waiting = m_query.statuses->contains(TaskStatus::Enqueued);
    const bool processing = m_query.statuses->contains(TaskStatus::Processing);
    QList<int> stored;
    for (const TaskStatus status : *m_query.statuses) {
        if (status != TaskStatus::Processing && (status != TaskStatus::Enqueued || processing || !m_running))
            stored.append(static_cast<int>(status));
    }
    const QString column = plus ? u"+status"_s : u"status"_s;
    QStringList ways;
    if (!stored.isEmpty())
        ways.append(column + u" IN ("_s + joined(stored) + u')');
    if (m_running && waiting != processing) {
        ways.append(u"(%1 = 0 AND %2uid %3 (%4))"_s.arg(column, plus ? u"+"_s : QString(),
                                                      processing ? u"IN"_s : u"NOT IN"_s, runningUids()));
    }
    if (m_running && waiting && processing && !stored.contains(0))
        ways.append(column + u" = 0"_s);
    return ways.isEmpty() ? u"0"_s : u'(' + ways.join(u" OR "_s) + u')';
}

QStringList TaskTerms::others(bool plusTimes) const
{
    QStringList terms;
    if (m_query.uids)
        terms.append(inTerm(u"uid"_s, joined(*m_query.uids), false));
    if (m_query.canceledBy)
        terms.append(inTerm(u"canceled_by"_s, joined(*m_query.canceledBy), false));
    const QString runs = m_running ? u"(status = 0 AND uid IN ("_s + runningUids() + u"))"_s : QString();
    if (m_query.batchUids) {
        const QString stored = inTerm(u"batch"_s, joined(*m_query.batchUids), false);
        const bool matches = m_running && m_query.batchUids->contains(m_running->uid);
        terms.append(matches ? u'(' + stored + u" OR "_s + runs + u')' : stored);
    }
    if (!m_query.startedAt.isEmpty()) {
        const TimeBounds &bounds = m_query.startedAt;
        const QString stored = boundsTerm(u"sta"_s, bounds, plusTimes);
        const bool matches = m_running && (!bounds.after || m_running->startedAt > *bounds.after)
            && (!bounds.before || m_running->startedAt < *bounds.before);
        terms.append(matches ? u"(("_s + stored + u") OR "_s + runs + u')' : stored);
    }
    if (!m_query.enqueuedAt.isEmpty())
        terms.append(boundsTerm(u"enq"_s, m_query.enqueuedAt, plusTimes));
    if (!m_query.finishedAt.isEmpty())
        terms.append(boundsTerm(u"fin"_s, m_query.finishedAt, plusTimes));
    return terms;
}

QStringList TaskTerms::dimensions(const QString &except, bool plus) const
{
    QStringList terms;
    if (const QString status = statusTerm(plus); !status.isEmpty() && except != "status"_L1)
        terms.append(status);
    if (m_query.kinds && except != "kind"_L1)
        terms.append(inTerm(u"kind"_s, joined(*m_query.kinds), plus));
    if (m_names && except != "idx"_L1) {
        const QString own = inTerm(u"idx"_s, joined(*m_names), plus);
        terms.append(m_renames ? u'(' + own + u" OR "_s + inTerm(u"idx2"_s, joined(*m_names), plus) + u')' : own);
    }
    if (m_visible) {
        terms.append(inTerm(u"idx"_s, joined(*m_visible), plus));
        if (m_renames)
            terms.append(u"(+idx2 IS NULL OR "_s + inTerm(u"idx2"_s, joined(*m_visible), true) + u')');
    }
    return terms;
}

bool TaskTerms::onlyDimensions() const
{
    const bool byIndex = m_names || m_visible;
    return !m_query.uids && !m_query.batchUids && !m_query.canceledBy && m_query.enqueuedAt.isEmpty()
        && m_query.startedAt.isEmpty() && m_query.finishedAt.isEmpty() && !(byIndex && m_renames);
}

QString TaskTerms::runningUids() const
{
    return m_running ? joined(m_running->tasks) : QString();
}

} // namespace taskglass::localqueue
