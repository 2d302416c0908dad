// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/filtermatch.h"
#include "models/table/tasktablemodel.h"
#include "tests/store/fakeclock.h"
#include "tests/store/pagebuilder.h"

#include <QRandomGenerator>
#include <QStringList>

#include <algorithm>
#include <map>

namespace taskglass {

/// A server's life, made up from a seed, and beside it the plainest possible idea of what a table must show: a map of
/// whole tasks, filtered and sorted anew each time. Shares no code with store and table but the per-task filter.
class TaskHistory
{
public:
    explicit TaskHistory(quint32 seed, const FakeClock &clock)
        : m_random(seed)
        , m_clock(clock)
        , m_textIds(seed % 4 == 3)
    {
    }

    /// The next thing that happens at the server; already true in the reference when it returns.
    TaskUpdate nextUpdate()
    {
        TaskUpdate update;
        update.receivedAt = m_clock.time;
        if (chance(25)) {
            update.reset = true;
            m_tasks.clear();
            m_firstSeen.clear();
            m_nextId = 0;
        }
        QList<Task> page;
        const int fresh = below(chance(8) ? 30 : 4);
        for (int i = 0; i < fresh; ++i)
            page.append(freshTask());
        const QStringList known = ids();
        const int changes = known.isEmpty() ? 0 : below(chance(8) ? int(known.size()) : 8);
        for (int i = 0; i < changes; ++i)
            page.append(advanced(m_tasks.at(known[below(int(known.size()))])));
        std::shuffle(page.begin(), page.end(), m_random);
        for (const Task &task : page)
            take(task);
        for (int i = 0; !known.isEmpty() && i < 3 && chance(4); ++i)
            update.gone.append(known[below(int(known.size()))]);
        for (const QString &id : update.gone)
            lose(id);
        update.page = pageOf(page, m_textIds);
        return update;
    }

    QList<TaskId> someOpen()
    {
        QList<TaskId> open;
        for (const auto &[id, task] : m_tasks) {
            if (!isFinal(task.state) && !task.gone && chance(3))
                open.append(id);
        }
        return open;
    }

    void cancelRequested(const QList<TaskId> &list)
    {
        for (const TaskId &id : list) {
            m_tasks[id].cancelRequestedAt = m_clock.time;
            m_pending[id] = true;
        }
        showOverlays();
    }

    void cancelCleared(const QList<TaskId> &list)
    {
        for (const TaskId &id : list) {
            if (m_pending[id])
                m_tasks[id].cancelRequestedAt.reset();
            m_pending[id] = false;
        }
        showOverlays();
    }

    void forgetGone()
    {
        std::erase_if(m_tasks, [](const auto &entry) { return entry.second.gone; });
    }

    /// A filter as text: with a part about status, and the rest.
    std::pair<QString, QString> pickFilter()
    {
        static const QStringList status {{}, {}, QStringLiteral("status:failed,canceled"), QStringLiteral("-status:succeeded"),
                                         QStringLiteral("status:enqueued,running"), QStringLiteral("status:cancel-requested,unknown")};
        static const QStringList rest {{}, {}, QStringLiteral("index:b*"), QStringLiteral("mov"), QStringLiteral("error:invalid OR id:3..40"),
                                       QStringLiteral("-(type:settingsUpdate OR label:night)"), QStringLiteral("label:=nightly"), QStringLiteral("-label:=night"), QStringLiteral("ran>20s"),
                                       QStringLiteral("waited<40s enqueued<10m"), QStringLiteral("7"), QStringLiteral("batch:2,3 OR status:queued")};
        return {status[below(int(status.size()))], rest[below(int(rest.size()))]};
    }

    SortOrder pickOrder()
    {
        static const QStringList columns {{}, QStringLiteral("state"), QStringLiteral("id"), QStringLiteral("index"), QStringLiteral("type"), QStringLiteral("waited"),
                                          QStringLiteral("ran"), QStringLiteral("progress"), QStringLiteral("enqueued"), QStringLiteral("started"),
                                          QStringLiteral("finished"), QStringLiteral("error"), QStringLiteral("batch"), QStringLiteral("label")};
        return {columns[below(int(columns.size()))], chance(2) ? Qt::AscendingOrder : Qt::DescendingOrder};
    }

    [[nodiscard]] QStringList expectedIds(const TaskFilter &filter, const SortOrder &order) const
    {
        std::vector<const Task *> shown;
        for (const auto &entry : m_tasks) {
            if (matches(filter, entry.second, m_clock.time))
                shown.push_back(&entry.second);
        }
        std::sort(shown.begin(), shown.end(), [&](const Task *a, const Task *b) { return isBefore(*a, *b, order); });
        QStringList list;
        for (const Task *task : shown)
            list.append(task->id);
        return list;
    }

    [[nodiscard]] std::array<qint64, kTaskStateCount> expectedChips(const TaskFilter &rest) const
    {
        std::array<qint64, kTaskStateCount> chips {};
        for (const auto &entry : m_tasks) {
            if (matches(rest, entry.second, m_clock.time))
                ++chips[indexOf(entry.second.state)];
        }
        return chips;
    }

    [[nodiscard]] const std::map<QString, Task> &tasks() const { return m_tasks; }
    [[nodiscard]] int below(int bound) { return int(m_random.bounded(quint32(std::max(bound, 1)))); }
    [[nodiscard]] bool chance(int one) { return m_random.bounded(quint32(one)) == 0; }

private:
    [[nodiscard]] QStringList ids() const
    {
        QStringList list;
        for (const auto &entry : m_tasks)
            list.append(entry.first);
        return list;
    }

    Task freshTask()
    {
        static const QStringList types {QStringLiteral("documentAdditionOrUpdate"), QStringLiteral("settingsUpdate"), QStringLiteral("dumpCreation")};
        static const QStringList targets {QStringLiteral("books"), QStringLiteral("movies"), QStringLiteral("b2"), QString()};
        Task task;
        const QString number = QString::number(m_nextId++);
        task.id = m_textIds ? QString(QLatin1Char('n') + number) : number;
        task.state = TaskState::Queued;
        task.serverState = QStringLiteral("enqueued");
        task.type = types[below(int(types.size()))];
        task.target = targets[below(int(targets.size()))];
        task.enqueuedAt = m_clock.time - below(100) * kNsPerSecond;
        if (chance(3))
            task.labels = {{QStringLiteral("customMetadata"), chance(2) ? QStringLiteral("nightly") : QStringLiteral("by hand")}};
        return chance(3) ? advanced(advanced(task)) : task;
    }

    /// The task a little later; sometimes it stays as it is, goes back to the queue, or moves to another index.
    Task advanced(Task task)
    {
        task.cancelRequestedAt.reset();
        task.seenStartedAt.reset();
        task.gone = false;
        if (m_server.count(task.id) != 0 && m_tasks.count(task.id) != 0)
            task.state = m_server.at(task.id); // a server knows nothing of our overlays
        const QString &word = task.serverState;
        if (chance(5))
            return task;
        if (chance(8))
            task.target = QStringLiteral("swapped");
        if (word == QStringLiteral("enqueued")) {
            task.state = TaskState::Running;
            task.serverState = QStringLiteral("processing");
            task.startedAt = m_clock.time - below(50) * kNsPerSecond;
            task.batch = QString::number(below(12));
            task.progress = Progress {below(10), 10, {}, {}, {}};
        } else if (word == QStringLiteral("processing")) {
            if (chance(4)) {
                task.progress = Progress {below(10), 10, {}, {}, {}};
                return task;
            }
            task.progress.reset();
            if (chance(5)) {
                task.state = TaskState::Queued;
                task.serverState = QStringLiteral("enqueued");
                task.startedAt.reset();
                task.batch.clear();
                return task;
            }
            end(task);
        }
        return task;
    }

    void end(Task &task)
    {
        const int kind = below(4);
        task.finishedAt = m_clock.time - below(5) * kNsPerSecond;
        task.ran = *task.finishedAt - *task.startedAt;
        task.state = kind < 2 ? TaskState::Succeeded : kind == 2 ? TaskState::Failed : TaskState::Canceled;
        task.serverState = wordFor(task.state);
        if (task.state == TaskState::Failed)
            task.error = TaskError {QStringLiteral("document %1 is bad").arg(below(5)), QStringLiteral("invalid_document"), {}, {}};
        if (task.state == TaskState::Canceled) {
            task.startedAt = task.finishedAt;
            task.ran = 0;
            task.canceledBy = QStringLiteral("99");
        }
    }

    /// What a page says, over what we saw.
    void take(Task task)
    {
        if (const auto known = m_tasks.find(task.id); known != m_tasks.end()) {
            const Task &old = known->second;
            task.cancelRequestedAt = old.cancelRequestedAt;
            task.seenStartedAt = old.seenStartedAt;
            const bool ranBefore = old.serverState == QStringLiteral("processing");
            if (ranBefore && task.state == TaskState::Canceled && old.startedAt != task.startedAt)
                task.seenStartedAt = old.startedAt;
        } else {
            m_firstSeen[task.id] = int(m_firstSeen.size());
            m_pending[task.id] = false;
        }
        if (isFinal(task.state))
            m_pending[task.id] = false;
        m_server[task.id] = task.state;
        m_tasks[task.id] = task;
        showOverlays();
    }

    void lose(const QString &id)
    {
        Task &task = m_tasks[id];
        task.gone = true;
        m_pending[id] = false;
        task.progress.reset();
        showOverlays();
    }

    void showOverlays()
    {
        for (auto &[id, task] : m_tasks) {
            const TaskState server = m_server[id];
            task.state = isFinal(server) ? server : task.gone ? TaskState::Unknown : m_pending[id] ? TaskState::CancelRequested : server;
        }
    }

    [[nodiscard]] bool isNewer(const Task &a, const Task &b) const
    {
        return m_textIds ? m_firstSeen.at(a.id) > m_firstSeen.at(b.id) : a.id.toLongLong() > b.id.toLongLong();
    }

    [[nodiscard]] bool isBefore(const Task &a, const Task &b, const SortOrder &order) const
    {
        const bool down = order.order == Qt::DescendingOrder;
        const auto byNumber = [&](std::optional<qint64> x, std::optional<qint64> y) {
            if (x.has_value() != y.has_value())
                return x.has_value();
            return x == y ? isNewer(a, b) : down ? *x > *y : *x < *y;
        };
        const auto byText = [&](const QString &x, const QString &y) {
            if (x.isEmpty() != y.isEmpty())
                return y.isEmpty();
            return x == y ? isNewer(a, b) : down ? x > y : x < y;
        };
        const auto length = [&](bool open, std::optional<qint64> since, std::optional<qint64> ended) -> std::optional<qint64> {
            return open && since ? std::optional(std::numeric_limits<qint64>::max() - *since) : ended;
        };
        const auto isOpen = [](const Task &task) { return !isFinal(task.state) && !task.gone; };
        if (order.column.isEmpty())
            return isNewer(a, b);
        if (order.column == QStringLiteral("state"))
            return byNumber(qint64(a.state), qint64(b.state));
        if (order.column == QStringLiteral("id"))
            return m_textIds ? byText(a.id, b.id) : byNumber(a.id.toLongLong(), b.id.toLongLong());
        if (order.column == QStringLiteral("index"))
            return byText(a.target, b.target);
        if (order.column == QStringLiteral("type"))
            return byText(a.type, b.type);
        if (order.column == QStringLiteral("waited"))
            return byNumber(length(isOpen(a) && !a.startedAt, a.enqueuedAt, waited(a)), length(isOpen(b) && !b.startedAt, b.enqueuedAt, waited(b)));
        if (order.column == QStringLiteral("ran"))
            return byNumber(length(isOpen(a), a.startedAt, a.ran), length(isOpen(b), b.startedAt, b.ran));
        if (order.column == QStringLiteral("progress"))
            return byNumber(a.progress ? a.progress->done : std::nullopt, b.progress ? b.progress->done : std::nullopt);
        if (order.column == QStringLiteral("enqueued"))
            return byNumber(a.enqueuedAt, b.enqueuedAt);
        if (order.column == QStringLiteral("started"))
            return byNumber(a.startedAt, b.startedAt);
        if (order.column == QStringLiteral("finished"))
            return byNumber(a.finishedAt, b.finishedAt);
        if (order.column == QStringLiteral("error"))
            return byText(a.error ? a.error->message : QString(), b.error ? b.error->message : QString());
        if (order.column == QStringLiteral("batch"))
            return byNumber(a.batch.isEmpty() ? std::nullopt : std::optional<qint64>(a.batch.toLongLong()),
                            b.batch.isEmpty() ? std::nullopt : std::optional<qint64>(b.batch.toLongLong()));
        return byText(a.labels.isEmpty() ? QString() : a.labels.front().second, b.labels.isEmpty() ? QString() : b.labels.front().second);
    }

    QRandomGenerator m_random;
    const FakeClock &m_clock;
    const bool m_textIds;
    int m_nextId = 0;
    std::map<QString, Task> m_tasks;
    std::map<QString, TaskState> m_server;
    std::map<QString, bool> m_pending;
    std::map<QString, int> m_firstSeen;
};

} // namespace taskglass
