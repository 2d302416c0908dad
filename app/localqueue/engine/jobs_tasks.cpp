// SPDX-License-Identifier: GPL-3.0-or-later
// Cancelation and deletion of tasks.
#include "app/localqueue/engine/details.h"
#include "app/localqueue/engine/job.h"
#include "app/localqueue/engine/json.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

QString originalFilter(const QueuedTask &task)
{
    return textOf(memberOf(task.details, u"originalFilter"));
}

} // namespace

JobResult runCancelation(JobContext &context, const Batch &batch)
{
    const QueuedTask &task = batch.tasks.front();
    context.processing.enter(1, u"retrieving tasks"_s, 0, 2);
    const Result<std::vector<QueuedTask>> waiting = taskstore::queuedTasks(context.tasks, task.work.uids);
    if (!waiting)
        return JobResult::failed(waiting.error());
    const auto canceled = static_cast<qint64>(waiting.value().size());
    context.processing.enter(1, u"updating tasks"_s, 1, 2);
    context.processing.enter(2, u"task"_s, 0, canceled);
    JobResult result;
    result.tasks.push_back(
        succeeded(task, matchDetails(task.work.uids.size(), "canceledTasks", canceled, originalFilter(task))));
    for (const QueuedTask &victim : waiting.value()) {
        result.tasks.push_back({victim.uid, TaskStatus::Canceled, detailsWithoutSuccess(victim.kind, victim.details), {},
                                task.uid});
        context.processing.advance(static_cast<qint64>(result.tasks.size()) - 1);
    }
    return result;
}

JobResult runTaskDeletion(JobContext &context, const Batch &batch)
{
    context.processing.enter(1, u"deleting tasks"_s, 0, 1);
    JobResult result;
    QSet<quint32> gone;
    Statement statusOf(context.tasks, u"SELECT status FROM tasks WHERE uid = ?"_s);
    for (const QueuedTask &task : batch.tasks) {
        qint64 deleted = 0;
        for (const quint32 uid : task.work.uids) {
            if (const Failure failure = statusOf.run({uid}))
                return JobResult::failed(*failure);
            if (!statusOf.next() || !isFinished(static_cast<TaskStatus>(statusOf.integer(0))))
                continue;
            ++deleted;
            gone.insert(uid);
        }
        result.tasks.push_back(
            succeeded(task, matchDetails(task.work.uids.size(), "deletedTasks", deleted, originalFilter(task))));
    }
    result.deletedTasks = QList<quint32>(gone.begin(), gone.end());
    return result;
}

} // namespace taskglass::localqueue
