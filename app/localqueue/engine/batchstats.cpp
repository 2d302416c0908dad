// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/batchstats.h"

#include "app/localqueue/engine/json.h"

namespace taskglass::localqueue {

void BatchStats::add(TaskStatus status, TaskKind kind, const QString &indexUid)
{
    ++m_total;
    ++m_statuses[status];
    ++m_kinds[kind];
    if (!indexUid.isEmpty())
        ++m_indexes[indexUid];
}

QByteArray BatchStats::members() const
{
    JsonObjectWriter statuses;
    for (const auto &[status, n] : m_statuses)
        statuses.add(wordFor(status).toUtf8(), n);
    JsonObjectWriter kinds;
    for (const auto &[kind, n] : m_kinds)
        kinds.add(wordFor(kind).toUtf8(), n);
    JsonObjectWriter indexes;
    for (const auto &[uid, n] : m_indexes)
        indexes.add(uid.toUtf8(), n);
    const QByteArray object = JsonObjectWriter()
                                  .add("totalNbTasks", m_total)
                                  .add("status", statuses.object())
                                  .add("types", kinds.object())
                                  .add("indexUids", indexes.object())
                                  .object();
    return object.sliced(1, object.size() - 2);
}

QByteArray BatchStats::object(const QByteArray &trace) const
{
    return "{" + members() + ",\"progressTrace\":" + trace + "}";
}

} // namespace taskglass::localqueue
