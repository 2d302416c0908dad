// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/taskstate.h"

using namespace Qt::StringLiterals;

namespace taskglass {

QString wordFor(TaskState state)
{
    switch (state) {
    case TaskState::Queued: return u"queued"_s;
    case TaskState::Running: return u"running"_s;
    case TaskState::CancelRequested: return u"cancel-requested"_s;
    case TaskState::Succeeded: return u"succeeded"_s;
    case TaskState::Failed: return u"failed"_s;
    case TaskState::Canceled: return u"canceled"_s;
    case TaskState::Unknown: return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

std::optional<TaskState> taskStateFromWord(QStringView word)
{
    for (const TaskState state : kAllTaskStates) {
        if (word.compare(wordFor(state), Qt::CaseInsensitive) == 0)
            return state;
    }
    return std::nullopt;
}

} // namespace taskglass
