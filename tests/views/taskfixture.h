// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/watchedserver.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <string>
#include <vector>

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
        auto page = std::make_shared<TaskPage>();
        std::vector<std::string> raws;
        for (const Task &task : m_tasks)
            page->rows.push_back(row(*page, task, raws));
        std::vector<std::string_view> pieces(raws.cbegin(), raws.cend());
        page->rawBlocks.push_back(RawBlock::pack(pieces));
        TaskUpdate update;
        update.page = page;
        update.batches = m_batches;
        return update;
    }

private:
    static TaskRow row(TaskPage &page, const Task &task, std::vector<std::string> &raws)
    {
        const auto ref = [&page](const QString &text) { return page.strings.add(text.toStdString()); };
        TaskRow row;
        bool number = false;
        row.idNumber = task.id.toLongLong(&number);
        if (!number) {
            row.idNumber = -1;
            row.id = ref(task.id);
        }
        row.state = task.state;
        row.serverState = ref(task.serverState);
        row.type = ref(task.type);
        row.target = ref(task.target);
        row.canceledBy = ref(task.canceledBy.value_or(QString()));
        row.batch = ref(task.batch);
        if (!task.labels.isEmpty()) {
            row.labelName = ref(task.labels.first().first);
            row.labelText = ref(task.labels.first().second);
        }
        if (task.error) {
            row.errorMessage = ref(task.error->message);
            row.errorCode = ref(task.error->code);
            row.errorType = ref(task.error->type);
            row.errorLink = ref(task.error->link);
        }
        row.enqueuedAt = task.enqueuedAt.value_or(kNoTime);
        row.startedAt = task.startedAt.value_or(kNoTime);
        row.finishedAt = task.finishedAt.value_or(kNoTime);
        row.ran = task.ran.value_or(kNoTime);
        row.rawIndex = static_cast<quint32>(raws.size());
        raws.push_back(task.raw.toStdString());
        return row;
    }

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
