// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/terminal/newesttasks.h"
#include "app/terminal/tasknews.h"
#include "app/terminal/textcommand.h"

#include <memory>

namespace taskglass {

/// `taskglass watch`: the tasks that match, then every change to them and every new one. What is worth a line is TaskNews'.
class WatchCommand final : public TextCommand
{
    Q_OBJECT

public:
    WatchCommand(const Invocation &invocation, Console &console, ServerSession &session, const TaskFilter &filter);
    void interrupt() override;

private:
    void begin() override;
    void statusChanged(const ConnectionStatus &status) override;
    bool survives(const Error &error) override;

    void printFirst();
    void takeDiff(const StoreDiff &diff);
    void takeTask(Slot slot, bool arrived);
    void printTask(const Task &task, TaskEvent event);
    void checkIdle();
    void timeOut();
    void end(int exitStatus);

    qint64 m_limit;
    NewestTasks m_tasks;
    TaskNews m_news;
    std::unique_ptr<TaskWriter> m_writer;
    bool m_following = false;
    QString m_trouble; ///< What was last said about the connection.
};

} // namespace taskglass
