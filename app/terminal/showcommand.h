// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/terminal/textcommand.h"

#include <memory>

namespace taskglass {

/// `taskglass show`: everything known about tasks, each fetched anew, in the order named.
class ShowCommand final : public TextCommand
{
    Q_OBJECT

public:
    ShowCommand(const Invocation &invocation, Console &console, ServerSession &session, const QList<TaskId> &ids);

private:
    void begin() override;
    void fetchNext();
    void takeFetched(const TaskId &id, const std::optional<Error> &error);
    void print(const Task &task);

    QList<TaskId> m_ids;
    qsizetype m_next = 0;
    int m_exitStatus = exitcode::kDone;
    std::unique_ptr<TaskWriter> m_writer; ///< Null when printed for people.
};

} // namespace taskglass
