// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/statuswords.h"

#include "models/table/format.h"

namespace taskglass {

QString stateText(TaskState state)
{
    return stateTitle(state);
}

QString stateText(TaskState state, const QString &serverWord)
{
    return state == TaskState::Unknown && !serverWord.isEmpty() ? serverWord : stateTitle(state);
}

} // namespace taskglass
