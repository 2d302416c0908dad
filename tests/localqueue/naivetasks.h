// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/engine.h"

#include <QRandomGenerator>
#include <QStringList>

#include <algorithm>

namespace taskglass::localqueue {

using namespace Qt::StringLiterals;

/// All tasks, newest first.
inline QList<TaskRecord> everything(const Engine &engine)
{
    PageRequest all;
    all.limit = 1'000'000;
    return engine.tasks({}, all).value().tasks;
}

inline bool inBounds(EpochNs time, const TimeBounds &bounds)
{
    if (bounds.isEmpty())
        return true;
    return time != kNoTime && (!bounds.after || time > *bounds.after) && (!bounds.before || time < *bounds.before);
}

template<typename List, typename T>
bool allows(const std::optional<List> &list, const T &value)
{
    return !list || list->contains(value);
}

inline bool matches(const TaskQuery &query, const TaskRecord &task)
{
    const auto seen = [&task](const QString &pattern) {
        return pattern.endsWith(u'*') ? task.indexUid.startsWith(pattern.chopped(1)) : task.indexUid == pattern;
    };
    if (query.visibleIndexes && (task.indexUid.isEmpty()
            || !std::any_of(query.visibleIndexes->begin(), query.visibleIndexes->end(), seen)))
        return false;
    return allows(query.uids, task.uid) && (!query.batchUids || (task.batchUid && query.batchUids->contains(*task.batchUid)))
        && (!query.canceledBy || (task.canceledBy && query.canceledBy->contains(*task.canceledBy)))
        && (!query.indexUids || (!task.indexUid.isEmpty() && query.indexUids->contains(task.indexUid)))
        && allows(query.statuses, task.status) && allows(query.kinds, task.kind)
        && inBounds(task.enqueuedAt, query.enqueuedAt) && inBounds(task.startedAt, query.startedAt)
        && inBounds(task.finishedAt, query.finishedAt);
}

/// The page that \a query has of \a tasks, all that there are, newest first.
inline TaskList naivePage(QList<TaskRecord> tasks, const TaskQuery &query, const PageRequest &page)
{
    if (page.reverse)
        std::reverse(tasks.begin(), tasks.end());
    TaskList list;
    for (const TaskRecord &task : std::as_const(tasks)) {
        if (!matches(query, task))
            continue;
        ++list.total;
        if (page.from && (page.reverse ? task.uid < *page.from : task.uid > *page.from))
            continue;
        if (list.tasks.size() < qsizetype(page.limit))
            list.tasks.append(task);
        else if (!list.next)
            list.next = task.uid;
    }
    return list;
}

/// Random queries over what is there.
class QueryMaker
{
public:
    QueryMaker(quint32 seed, const QList<TaskRecord> &tasks) : m_random(seed), m_tasks(tasks) { }

    TaskQuery query()
    {
        TaskQuery query;
        if (one(3))
            query.statuses = some<TaskStatus>([](const TaskRecord &task) { return task.status; });
        if (one(4))
            query.kinds = some<TaskKind>([](const TaskRecord &task) { return task.kind; });
        if (one(4))
            query.indexUids = QStringList(some<QString>([](const TaskRecord &task) { return task.indexUid; }) << u"nope"_s);
        if (one(6))
            query.uids = some<quint32>([](const TaskRecord &task) { return task.uid; }) << 4'000'000'000U;
        if (one(6))
            query.batchUids = some<quint32>([](const TaskRecord &task) { return task.batchUid.value_or(3'000'000); });
        if (one(8))
            query.canceledBy = some<quint32>([](const TaskRecord &task) { return task.canceledBy.value_or(3'000'000); });
        if (one(6))
            query.visibleIndexes = QStringList {u"m*"_s, u"orders"_s};
        if (one(4))
            query.enqueuedAt = bounds(&TaskRecord::enqueuedAt);
        if (one(6))
            query.startedAt = bounds(&TaskRecord::startedAt);
        if (one(6))
            query.finishedAt = bounds(&TaskRecord::finishedAt);
        if (one(40))
            query.uids = QList<quint32>();
        return query;
    }

    PageRequest page()
    {
        PageRequest page;
        page.limit = m_random.bounded(4) == 0 ? m_random.bounded(2U) : m_random.bounded(200U);
        page.reverse = one(2);
        if (one(2))
            page.from = m_random.bounded(quint32(m_tasks.size()) + 20);
        return page;
    }

private:
    bool one(int in) { return m_random.bounded(in) == 0; }
    const TaskRecord &any() { return m_tasks.at(m_random.bounded(m_tasks.size())); }

    template<typename T, typename Of>
    QList<T> some(Of of)
    {
        QList<T> values;
        for (int i = m_random.bounded(3); i >= 0; --i)
            values.append(of(any()));
        return values;
    }

    TimeBounds bounds(EpochNs TaskRecord::*time)
    {
        TimeBounds bounds;
        const EpochNs a = any().*time;
        const EpochNs b = any().*time;
        if (a == kNoTime || b == kNoTime)
            return bounds;
        if (!one(3))
            bounds.after = std::min(a, b) - m_random.bounded(2);
        if (!one(3))
            bounds.before = std::max(a, b) + m_random.bounded(2);
        return bounds;
    }

    QRandomGenerator m_random;
    const QList<TaskRecord> &m_tasks;
};

} // namespace taskglass::localqueue
