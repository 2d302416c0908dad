// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/vocabulary.h"

#include <QByteArray>

#include <map>

namespace taskglass::localqueue {

/// Counts the members of a batch for its `stats`.
class BatchStats
{
public:
    void add(TaskStatus status, TaskKind kind, const QString &indexUid);
    /// totalNbTasks, status, types, indexUids as the members of an object, without its braces.
    [[nodiscard]] QByteArray members() const;
    /// The whole object; \a trace is the progressTrace.
    [[nodiscard]] QByteArray object(const QByteArray &trace) const;

private:
    qint64 m_total = 0;
    std::map<TaskStatus, qint64> m_statuses;
    std::map<TaskKind, qint64> m_kinds;
    std::map<QString, qint64> m_indexes;
};

} // namespace taskglass::localqueue
