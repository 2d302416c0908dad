// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/rediscloud/routes.h"
#include "app/localqueue/dialects/rediscloud/taskjson.h"
#include "app/localqueue/jsontext.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::rediscloud {

namespace {

/// How long the service may not know a task that it has just accepted.
constexpr DurationNs kLateness = 3 * kNsPerSecond;

bool isKnownYet(const account::Task &task, const Call &call)
{
    return !call.options.has(Oddity::LateTasks) || call.now - task.receivedAt >= kLateness;
}

HttpResponse list(Call &call)
{
    const auto tasks = call.account.tasks();
    if (!tasks)
        return storeTrouble(call, tasks.error());
    QByteArrayList items;
    for (const account::Task &task : tasks.value()) {
        if (isKnownYet(task, call))
            items.append(taskJson(task, TaskView::ListItem, call.options));
    }
    // The service leaves the list out when it has nothing to list.
    if (items.isEmpty() && !call.options.has(Oddity::EmptyArray))
        return json(200, "{}"_ba);
    return json(200, JsonObjectText().raw("tasks", jsonArray(items)).text());
}

HttpResponse one(Call &call)
{
    const auto task = call.account.task(QString::fromUtf8(call.arguments.first()));
    if (!task)
        return storeTrouble(call, task.error());
    if (!task.value() || !isKnownYet(*task.value(), call)) {
        return problem(call.request, 404, u"There is no task %1."_s.arg(QString::fromUtf8(call.arguments.first())),
                       call.now);
    }
    return json(200, taskJson(*task.value(), TaskView::ById, call.options));
}

constexpr Route kRoutes[] {
    {"GET", "/v1/tasks", list},
    {"GET", "/v1/tasks/:task", one},
};

} // namespace

std::span<const Route> taskRoutes()
{
    return kRoutes;
}

} // namespace taskglass::localqueue::rediscloud
