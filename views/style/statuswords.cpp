// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/statuswords.h"

#include <QCoreApplication>

namespace taskglass {

QString stateText(TaskState state)
{
    switch (state) {
    case TaskState::Queued:
        return QCoreApplication::translate("TaskState", "Queued");
    case TaskState::Running:
        return QCoreApplication::translate("TaskState", "Running");
    case TaskState::CancelRequested:
        return QCoreApplication::translate("TaskState", "Cancel requested");
    case TaskState::Succeeded:
        return QCoreApplication::translate("TaskState", "Succeeded");
    case TaskState::Failed:
        return QCoreApplication::translate("TaskState", "Failed");
    case TaskState::Canceled:
        return QCoreApplication::translate("TaskState", "Canceled");
    case TaskState::Unknown:
        break;
    }
    //: The server did not say how the task ended, or uses a word that this program does not know.
    return QCoreApplication::translate("TaskState", "Unknown");
}

QString stateText(TaskState state, const QString &serverWord)
{
    return state == TaskState::Unknown && !serverWord.isEmpty() ? serverWord : stateText(state);
}

} // namespace taskglass
