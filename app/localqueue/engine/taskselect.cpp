// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/taskselect.h"

#include "app/localqueue/engine/taskstore.h"
#include "app/localqueue/engine/unwritten.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

constexpr qsizetype kMaxArms = 60; // parts of one merged statement; SQLite takes 500

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

/// True when no unwritten task belongs on a page whose total is right.
bool isWhole(const UidPage &page, const PageRequest &request, const Unwritten &rest)
{
    if (request.reverse)
        return request.from && *request.from >= rest.tasks;
    return page.next || (!request.from && page.uids.size() == page.total);
}

/// \a columns names the column; a leading plus keeps SQLite from using its index, so that the intended one is used.
QString inTerm(const QString &column, const QString &list, bool plus)
{
    return (plus ? u"+"_s : QString()) + column + u" IN ("_s + list + u')';
}

} // namespace

TaskSelect::TaskSelect(Database &database, const TaskQuery &query, RunningBatchPtr running)
    : m_database(database), m_query(query), m_running(std::move(running))
{
    if (m_running && m_running->tasks.isEmpty())
        m_running.reset();
}

Failure TaskSelect::prepare()
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
    Statement names(m_database, u"SELECT id, name FROM names"_s);
    if (const Failure failure = names.run())
        return failure;
    while (names.next()) {
        if (m_names && m_query.indexUids->contains(names.text(1)))
            m_names->append(names.integer(0));
        if (m_visible && mayBeSeen(names.text(1), *m_query.visibleIndexes))
            m_visible->append(names.integer(0));
    }
    m_impossible = m_impossible || isEmptyList(m_names) || isEmptyList(m_visible);
    Statement renames(m_database, u"SELECT 1 FROM tasks WHERE idx2 IS NOT NULL LIMIT 1"_s);
    if (const Failure failure = renames.run())
        return failure;
    m_renames = renames.next();
    return {};
}

QString TaskSelect::statusTerm(bool plus) const
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
                                                      processing ? u"IN"_s : u"NOT IN"_s, joined(m_running->tasks)));
    }
    if (m_running && waiting && processing && !stored.contains(0))
        ways.append(column + u" = 0"_s);
    return ways.isEmpty() ? u"0"_s : u'(' + ways.join(u" OR "_s) + u')';
}

QString TaskSelect::boundsTerm(const QString &column, const TimeBounds &bounds) const
{
    QStringList terms;
    const QString tested = (m_plusTimes ? u"+"_s : QString()) + column;
    if (bounds.after)
        terms.append(u"%1 > %2"_s.arg(tested).arg(*bounds.after));
    if (bounds.before)
        terms.append(u"%1 < %2"_s.arg(tested).arg(*bounds.before));
    return terms.join(u" AND "_s);
}

/// Everything that is not status, type or index.
QStringList TaskSelect::otherTerms() const
{
    QStringList terms;
    if (m_query.uids)
        terms.append(inTerm(u"uid"_s, joined(*m_query.uids), false));
    if (m_query.canceledBy)
        terms.append(inTerm(u"canceled_by"_s, joined(*m_query.canceledBy), false));
    const QString runs = m_running ? u"(status = 0 AND uid IN ("_s + joined(m_running->tasks) + u"))"_s : QString();
    if (m_query.batchUids) {
        const QString stored = inTerm(u"batch"_s, joined(*m_query.batchUids), false);
        const bool matches = m_running && m_query.batchUids->contains(m_running->uid);
        terms.append(matches ? u'(' + stored + u" OR "_s + runs + u')' : stored);
    }
    if (!m_query.startedAt.isEmpty()) {
        const TimeBounds &bounds = m_query.startedAt;
        const QString stored = boundsTerm(u"sta"_s, bounds);
        const bool matches = m_running && (!bounds.after || m_running->startedAt > *bounds.after)
            && (!bounds.before || m_running->startedAt < *bounds.before);
        terms.append(matches ? u"(("_s + stored + u") OR "_s + runs + u')' : stored);
    }
    if (!m_query.enqueuedAt.isEmpty())
        terms.append(boundsTerm(u"enq"_s, m_query.enqueuedAt));
    if (!m_query.finishedAt.isEmpty())
        terms.append(boundsTerm(u"fin"_s, m_query.finishedAt));
    return terms;
}

QStringList TaskSelect::dimensionTerms(const QString &except, bool plus) const
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

bool TaskSelect::onlyDimensions() const
{
    const bool byIndex = m_names || m_visible;
    return !m_query.uids && !m_query.batchUids && !m_query.canceledBy && m_query.enqueuedAt.isEmpty()
        && m_query.startedAt.isEmpty() && m_query.finishedAt.isEmpty() && !(byIndex && m_renames);
}

Result<QList<quint32>> TaskSelect::uidsOf(const QString &sql)
{
    QList<quint32> uids;
    Statement statement(m_database, sql);
    if (const Failure failure = statement.run())
        return *failure;
    while (statement.next())
        uids.append(static_cast<quint32>(statement.integer(0)));
    if (const Failure failure = statement.failure())
        return *failure;
    return uids;
}

/// True when a query by time and state is better answered from the state: a pinned cancel looks at few waiting tasks, not
/// at every task that was enqueued before.
Result<bool> TaskSelect::fewByState()
{
    constexpr qint64 kFew = 20'000;
    if (!m_query.statuses || m_query.uids || m_query.batchUids || m_query.canceledBy)
        return false;
    QStringList states;
    for (const TaskStatus status : *m_query.statuses)
        states.append(QString::number(static_cast<int>(status == TaskStatus::Processing ? TaskStatus::Enqueued : status)));
    Statement count(m_database, u"SELECT coalesce(sum(n), 0) FROM counts WHERE status IN (%1)"_s.arg(states.join(u',')));
    if (const Failure failure = count.run())
        return *failure;
    return count.next() && count.integer(0) < kFew;
}

Result<QList<quint32>> TaskSelect::all()
{
    if (const Failure failure = prepare())
        return *failure;
    if (m_impossible)
        return QList<quint32>();
    const Result<bool> few = fewByState();
    if (!few)
        return few.error();
    m_plusTimes = few.value();
    QStringList terms = otherTerms();
    terms += dimensionTerms({}, !terms.isEmpty() && !m_plusTimes);
    const QString where = terms.isEmpty() ? QString() : u" WHERE "_s + terms.join(u" AND "_s);
    Result<QList<quint32>> uids = uidsOf(u"SELECT uid FROM tasks"_s + where);
    if (uids)
        std::sort(uids.value().begin(), uids.value().end());
    return uids;
}

Result<UidPage> TaskSelect::page(const PageRequest &request)
{
    if (const Failure failure = prepare())
        return *failure;
    if (m_impossible)
        return UidPage();
    const Result<Unwritten> rest = unwritten(m_database);
    if (!rest)
        return rest.error();
    const bool isCounted = onlyDimensions();
    Result<UidPage> page = isCounted ? pageByIndex(request) : pageOfMatches(request);
    if (page && mayBeUnwritten(m_query, rest.value())) {
        if (!isCounted)
            page.value().awaits = 1;
        else if (!isWhole(page.value(), request, rest.value()))
            page.value().awaits = rest.value().tasks;
    }
    return page;
}

/// Gathers all matches, the time and trouble of which is the query's own.
Result<UidPage> TaskSelect::pageOfMatches(const PageRequest &request)
{
    Result<QList<quint32>> matches = all();
    if (!matches)
        return matches.error();
    QList<quint32> uids = matches.take();
    UidPage page;
    page.total = uids.size();
    if (request.reverse) {
        const auto first = request.from ? std::lower_bound(uids.begin(), uids.end(), *request.from) : uids.begin();
        uids.erase(uids.begin(), first);
    } else {
        if (request.from)
            uids.erase(std::upper_bound(uids.begin(), uids.end(), *request.from), uids.end());
        std::reverse(uids.begin(), uids.end());
    }
    if (uids.size() > static_cast<qsizetype>(request.limit)) {
        page.next = uids.at(request.limit);
        uids.resize(request.limit);
    }
    page.uids = uids;
    return page;
}

Result<QList<quint32>> TaskSelect::batches()
{
    if (const Failure failure = prepare())
        return *failure;
    if (m_impossible)
        return QList<quint32>();
    QStringList terms = otherTerms();
    terms += dimensionTerms({}, !terms.isEmpty());
    const QString where = terms.isEmpty() ? QString() : terms.join(u" AND "_s) + u" AND "_s;
    Result<QList<quint32>> uids = uidsOf(u"SELECT DISTINCT batch FROM tasks WHERE %1batch IS NOT NULL"_s.arg(where));
    if (!uids)
        return uids;
    if (m_running) {
        const Result<QList<quint32>> member = uidsOf(
            u"SELECT uid FROM tasks WHERE %1+status = 0 AND uid IN (%2) LIMIT 1"_s.arg(where, joined(m_running->tasks)));
        if (!member)
            return member;
        if (!member.value().isEmpty())
            uids.value().append(m_running->uid);
    }
    std::sort(uids.value().begin(), uids.value().end());
    return uids;
}

Result<qint64> TaskSelect::countByDimensions()
{
    const auto matchesExceptStatus = [this](qint64 kind, qint64 idx) {
        return (!m_query.kinds || m_query.kinds->contains(static_cast<TaskKind>(kind)))
            && (!m_names || m_names->contains(idx)) && (!m_visible || m_visible->contains(idx));
    };
    const auto wanted = [this](TaskStatus status) { return !m_query.statuses || m_query.statuses->contains(status); };
    qint64 total = 0;
    Statement counts(m_database, u"SELECT status, kind, idx, n FROM counts"_s);
    if (const Failure failure = counts.run())
        return *failure;
    while (counts.next()) {
        if (wanted(static_cast<TaskStatus>(counts.integer(0)))
            && matchesExceptStatus(counts.integer(1), counts.integer(2)))
            total += counts.integer(3);
    }
    if (!m_running || wanted(TaskStatus::Enqueued) == wanted(TaskStatus::Processing))
        return total;
    Statement members(m_database, u"SELECT kind, coalesce(idx, 0), count(*) FROM tasks WHERE +status = 0 AND uid IN (%1) "
                                  "GROUP BY 1, 2"_s.arg(joined(m_running->tasks)));
    if (const Failure failure = members.run())
        return *failure;
    while (members.next()) {
        if (matchesExceptStatus(members.integer(0), members.integer(1)))
            total += wanted(TaskStatus::Processing) ? members.integer(2) : -members.integer(2);
    }
    return total;
}

/// Merges the sorted indexes of one dimension's values; the other dimensions are tested row by row.
Result<UidPage> TaskSelect::pageByIndex(const PageRequest &request)
{
    const Result<qint64> total = countByDimensions();
    if (!total)
        return total.error();
    const QString order = request.reverse ? u"ASC"_s : u"DESC"_s;
    const QString from = request.from ? u"uid %1 %2"_s.arg(request.reverse ? u">="_s : u"<="_s).arg(*request.from)
                                      : u"1"_s;
    const auto where = [&from](QStringList terms) {
        terms.append(from);
        return terms.join(u" AND "_s);
    };
    QStringList arms;
    if (m_query.statuses) {
        const QStringList rest = dimensionTerms(u"status"_s, true);
        const QString running = m_running ? joined(m_running->tasks) : QString();
        const bool both = m_query.statuses->contains(TaskStatus::Enqueued)
            && m_query.statuses->contains(TaskStatus::Processing);
        for (const TaskStatus status : QSet<TaskStatus>(m_query.statuses->begin(), m_query.statuses->end())) {
            if (status == TaskStatus::Processing) {
                if (m_running && !both)
                    arms.append(where(QStringList(rest) << u"+status = 0"_s << u"uid IN ("_s + running + u')'));
                continue;
            }
            QStringList terms(rest);
            terms.append(u"status = %1"_s.arg(static_cast<int>(status)));
            if (status == TaskStatus::Enqueued && m_running && !both)
                terms.append(u"+uid NOT IN ("_s + running + u')');
            arms.append(where(terms));
        }
        if (arms.isEmpty())
            return UidPage();
    } else if (m_names && m_names->size() <= kMaxArms) {
        for (const qint64 name : *m_names)
            arms.append(where(dimensionTerms(u"idx"_s, true) << u"idx = %1"_s.arg(name)));
    } else if (m_query.kinds) {
        for (const TaskKind kind : QSet<TaskKind>(m_query.kinds->begin(), m_query.kinds->end()))
            arms.append(where(dimensionTerms(u"kind"_s, true) << u"kind = %1"_s.arg(static_cast<int>(kind))));
    } else {
        arms.append(where(dimensionTerms({}, true)));
    }
    QStringList selects;
    for (const QString &arm : std::as_const(arms))
        selects.append(u"SELECT uid FROM tasks WHERE "_s + arm);
    Result<QList<quint32>> uids = uidsOf(selects.join(u" UNION ALL "_s)
                                         + u" ORDER BY uid %1 LIMIT %2"_s.arg(order).arg(qint64(request.limit) + 1));
    if (!uids)
        return uids.error();
    UidPage page;
    page.total = total.value();
    page.uids = uids.take();
    if (page.uids.size() > static_cast<qsizetype>(request.limit)) {
        page.next = page.uids.last();
        page.uids.removeLast();
    }
    return page;
}

} // namespace taskglass::localqueue
