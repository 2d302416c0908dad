// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/task.h"

namespace taskglass {

std::optional<DurationNs> waited(const Task &task)
{
    if (!task.enqueuedAt || !task.startedAt || *task.startedAt < *task.enqueuedAt)
        return std::nullopt;
    return *task.startedAt - *task.enqueuedAt;
}

} // namespace taskglass
