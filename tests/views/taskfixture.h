// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/watchedserver.h"
#include "tests/store/pagebuilder.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace taskglass::test {

/// A clock that stands still until told otherwise.
class FakeClock final : public Clock
{
public:
    [[nodiscard]] EpochNs now() const override { return m_now; }
    void set(EpochNs now) { m_now = now; }
    void advance(DurationNs by) { m_now += by; }

private:
    EpochNs m_now = 1'795'356'000LL * kNsPerSecond; // 2026-11-22T14:00:00Z
};

/// Collects tasks given as values and turns them into the update that a protocol would send. A task's `details`, `error`
/// and so on must be given both as members and, where a test looks at them, in `raw`.
class UpdateBuilder
{
public:
    UpdateBuilder &add(const Task &task)
    {
        m_tasks.append(task);
        return *this;
    }
    UpdateBuilder &batch(const Batch &batch)
    {
        m_batches.append(batch);
        return *this;
    }
    [[nodiscard]] TaskUpdate make() const
    {
        TaskUpdate update = updateOf(m_tasks);
        update.batches = m_batches;
        return update;
    }

private:
    QList<Task> m_tasks;
    QList<Batch> m_batches;
};

/// A plausible task that started \a secondsAgo before \a now.
inline Task makeTask(const QString &id, TaskState state, EpochNs now, int secondsAgo = 60)
{
    Task task;
    task.id = id;
    task.state = state;
    task.serverState = QStringLiteral("word");
    task.type = QStringLiteral("documentAdditionOrUpdate");
    task.target = QStringLiteral("movies");
    task.enqueuedAt = now - qint64(secondsAgo) * kNsPerSecond - 12 * kNsPerSecond;
    if (state != TaskState::Queued)
        task.startedAt = now - qint64(secondsAgo) * kNsPerSecond;
    if (isFinal(state)) {
        task.finishedAt = *task.startedAt + 5 * kNsPerSecond;
        task.ran = 5 * kNsPerSecond;
    }
    task.raw = QByteArray("{\"uid\":") + id.toUtf8() + QByteArray(",\"details\":{\"receivedDocuments\":12345678901234567890123}}");
    return task;
}

} // namespace taskglass::test
