// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/taskselect.h"

#include "app/localqueue/engine/unwritten.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

constexpr qsizetype kMaxArms = 60; // parts of one merged statement; SQLite takes 500

/// True when no unwritten task belongs on a page whose total is right.
bool isWhole(const UidPage &page, const PageRequest &request, const Unwritten &rest)
{
    if (request.reverse)
        return request.from && *request.from >= rest.tasks;
    return page.next || (!request.from && page.uids.size() == page.total);
}

} // namespace

TaskSelect::TaskSelect(Database &database, const TaskQuery &query, RunningBatchPtr running)
    : m_database(database)
    , m_query(query)
    , m_running(running && !running->tasks.isEmpty() ? std::move(running) : nullptr)
    , m_terms(query, m_running)
{
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
    if (const Failure failure = m_terms.prepare(m_database))
        return *failure;
    if (m_terms.areImpossible())
        return QList<quint32>();
    const Result<bool> few = fewByState();
    if (!few)
        return few.error();
    QStringList terms = m_terms.others(few.value());
    terms += m_terms.dimensions({}, !terms.isEmpty() && !few.value());
    const QString where = terms.isEmpty() ? QString() : u" WHERE "_s + terms.join(u" AND "_s);
    Result<QList<quint32>> uids = uidsOf(u"SELECT uid FROM tasks"_s + where);
    if (uids)
        std::sort(uids.value().begin(), uids.value().end());
    return uids;
}

Result<UidPage> TaskSelect::page(const PageRequest &request)
{
    if (const Failure failure = m_terms.prepare(m_database))
        return *failure;
    if (m_terms.areImpossible())
        return UidPage();
    const Result<Unwritten> rest = unwritten(m_database);
    if (!rest)
        return rest.error();
    const bool isCounted = m_terms.onlyDimensions();
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
    if (const Failure failure = m_terms.prepare(m_database))
        return *failure;
    if (m_terms.areImpossible())
        return QList<quint32>();
    QStringList terms = m_terms.others(false);
    terms += m_terms.dimensions({}, !terms.isEmpty());
    const QString where = terms.isEmpty() ? QString() : terms.join(u" AND "_s) + u" AND "_s;
    Result<QList<quint32>> uids = uidsOf(u"SELECT DISTINCT batch FROM tasks WHERE %1batch IS NOT NULL"_s.arg(where));
    if (!uids)
        return uids;
    if (m_running) {
        const Result<QList<quint32>> member = uidsOf(
            u"SELECT uid FROM tasks WHERE %1+status = 0 AND uid IN (%2) LIMIT 1"_s.arg(where, m_terms.runningUids()));
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
            && (!m_terms.names() || m_terms.names()->contains(idx))
            && (!m_terms.visible() || m_terms.visible()->contains(idx));
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
                                  "GROUP BY 1, 2"_s.arg(m_terms.runningUids()));
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
        const QStringList rest = m_terms.dimensions(u"status"_s, true);
        const QString running = m_terms.runningUids();
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
    } else if (m_terms.names() && m_terms.names()->size() <= kMaxArms) {
        for (const qint64 name : *m_terms.names())
            arms.append(where(m_terms.dimensions(u"idx"_s, true) << u"idx = %1"_s.arg(name)));
    } else if (m_query.kinds) {
        for (const TaskKind kind : QSet<TaskKind>(m_query.kinds->begin(), m_query.kinds->end()))
            arms.append(where(m_terms.dimensions(u"kind"_s, true) << u"kind = %1"_s.arg(static_cast<int>(kind))));
    } else {
        arms.append(where(m_terms.dimensions({}, true)));
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
