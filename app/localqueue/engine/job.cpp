// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/job.h"

#include "app/localqueue/engine/details.h"
#include "app/localqueue/engine/refusal.h"

namespace taskglass::localqueue {

FinishedTask succeeded(const QueuedTask &task, const QByteArray &details)
{
    return {task.uid, TaskStatus::Succeeded, details, {}, {}};
}

FinishedTask failed(const QueuedTask &task, const Error &error)
{
    return {task.uid, TaskStatus::Failed, detailsWithoutSuccess(task.kind, task.details), failureOf(error), {}};
}

} // namespace taskglass::localqueue
