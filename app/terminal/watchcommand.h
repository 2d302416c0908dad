// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/terminal/newesttasks.h"
#include "app/terminal/textcommand.h"

#include <QHash>

#include <memory>

namespace taskglass {

/// `taskglass watch`: the tasks that match, then every change to them and every new one. A task once shown is followed
/// to its end, also when it no longer matches (it was queued, now it runs).
class WatchCommand final : public TextCommand
{
    Q_OBJECT

public:
    WatchCommand(const Invocation &invocation, Console &console, ServerSession &session, const TaskFilter &filter);
    void interrupt() override;

private:
    /// What was last printed of a task.
    struct Shown
    {
        TaskState state = TaskState::Unknown;
        QString phase;
        int tenth = -1;         ///< Of its progress: each is news, each percent is not.
        size_t fingerprint = 0; ///< Of its JSON: ndjson prints every difference.
        bool counts = false;    ///< Its failure is one for --exit-status: it was open when first seen, or came later.
    };

    void begin() override;
    void statusChanged(const ConnectionStatus &status) override;
    bool survives(const Error &error) override;

    void printFirst();
    void takeDiff(const StoreDiff &diff);
    void takeTask(Slot slot, bool arrived);
    [[nodiscard]] bool isNews(const Shown &before, const Shown &now) const;
    [[nodiscard]] Shown shownOf(const Task &task) const;
    void printTask(const Task &task, TaskEvent event);
    void checkIdle();
    void timeOut();
    void end(int exitStatus);
    [[nodiscard]] int openCount() const;

    TaskFilter m_filter;
    qint64 m_limit;
    NewestTasks m_tasks;
    std::unique_ptr<TaskWriter> m_writer;
    QHash<TaskId, Shown> m_shown;
    EpochNs m_newest = kNoTime;  ///< enqueuedAt of the newest task at the first print: what is added with an older one
                                 ///< comes from an older page.
    bool m_following = false;
    bool m_failure = false;      ///< A task that counts has failed.
    QString m_trouble;           ///< What was last said about the connection.
};

} // namespace taskglass
