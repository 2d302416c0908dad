// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/engine.h"

#include <QByteArray>
#include <QTest>

namespace taskglass::localqueue {

/// Long enough for a loaded machine; never waited for in full when things work.
inline constexpr int kPatience = 30'000;

/// An engine with short words for what tests do with it.
struct EngineFixture
{
    explicit EngineFixture(EngineOptions options = {})
    {
        Result<std::unique_ptr<Engine>> opened = Engine::open(options);
        if (opened)
            engine = opened.take();
        else
            openError = opened.error();
    }

    quint32 add(const QString &index, const QByteArray &json, std::optional<QString> primaryKey = {})
    {
        DocumentImport import;
        import.body = json;
        import.primaryKey = std::move(primaryKey);
        return enqueue(index, import);
    }

    quint32 enqueue(const QString &index, const Work &work)
    {
        const Result<TaskRecord> task = engine->enqueue({index, work, {}});
        if (!task) {
            lastError = task.error();
            return 4'294'967'295U;
        }
        return task.value().uid;
    }

    quint32 cancel(const TaskQuery &query, const QString &filter)
    {
        return enqueue({}, TaskCancelation {query, filter});
    }

    [[nodiscard]] TaskRecord task(quint32 uid) const
    {
        const Result<TaskRecord> record = engine->task(uid);
        return record ? record.value() : TaskRecord();
    }

    /// Lets everything run and answers the task.
    TaskRecord finish(quint32 uid)
    {
        engine->setPaused(false);
        if (!engine->waitUntilIdle(kPatience))
            return {};
        return task(uid);
    }

    static TaskQuery uids(const QList<quint32> &list)
    {
        TaskQuery query;
        query.uids = list;
        return query;
    }

    std::unique_ptr<Engine> engine;
    Error openError;
    Error lastError;
};

/// \a count small documents with ids from \a first on.
inline QByteArray someDocuments(int count, int first = 0)
{
    QByteArray json("[");
    for (int i = 0; i < count; ++i) {
        json += i > 0 ? "," : "";
        json += "{\"id\":" + QByteArray::number(first + i) + ",\"title\":\"Film " + QByteArray::number(i)
            + "\",\"genre\":\"" + (i % 2 == 0 ? "a" : "b") + "\"}";
    }
    return json + "]";
}

} // namespace taskglass::localqueue
