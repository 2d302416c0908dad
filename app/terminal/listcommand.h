// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/terminal/newesttasks.h"
#include "app/terminal/textcommand.h"

#include <memory>

namespace taskglass {

/// `taskglass list`: the tasks that match, once.
class ListCommand final : public TextCommand
{
    Q_OBJECT

public:
    ListCommand(const Invocation &invocation, Console &console, ServerSession &session, const TaskFilter &filter);

    static constexpr qint64 kUsualLimit = 1000;
    /// What --sort says, empty when it says nothing. Its column may not exist.
    [[nodiscard]] static std::optional<SortOrder> orderFor(const QString &sort);

private:
    void begin() override;
    void statusChanged(const ConnectionStatus &status) override;
    void print();
    void printSome();
    void sayWhatIsMissing();

    qint64 m_limit;
    NewestTasks m_tasks;
    std::unique_ptr<TaskWriter> m_writer;
    int m_row = 0;
    int m_end = 0;
};

} // namespace taskglass
