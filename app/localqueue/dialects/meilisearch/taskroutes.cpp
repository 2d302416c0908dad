// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/meilisearch/parameters.h"
#include "app/localqueue/dialects/meilisearch/routes.h"
#include "app/localqueue/dialects/meilisearch/taskjson.h"

#include <array>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::meilisearch {

namespace {

/// Kinds that this release has no word for stay out of its lists.
void hideUnknownKinds(TaskQuery &query, ApiVersion api)
{
    const QList<TaskKind> known = knownKinds(api);
    if (known.size() == qsizetype(kAllTaskKinds.size()))
        return;
    if (!query.kinds) {
        query.kinds = known;
        return;
    }
    query.kinds->removeIf([&](TaskKind kind) { return !known.contains(kind); });
}

Result<TaskParameters> listParameters(const Call &call)
{
    auto parameters = parseTaskParameters(call.request.query, ParameterSet::List, call.api(), call.options.lenient);
    if (parameters) {
        hideUnknownKinds(parameters.value().query, call.api());
        parameters.value().query.visibleIndexes = call.access.visibleIndexes;
    }
    return parameters;
}

template<typename T>
void addUid(JsonObjectText &object, QByteArrayView name, const T &uid)
{
    if (uid)
        object.integer(name, qint64(*uid));
    else
        object.null(name);
}

QByteArray listJson(const Call &call, const QByteArrayList &results, qint64 total, const PageRequest &page,
                    std::optional<quint32> first, std::optional<quint32> next)
{
    JsonObjectText object;
    object.raw("results", jsonArray(results));
    if (call.api().unpaginated())
        return object.text();
    if (call.api().totals())
        object.integer("total", total);
    object.integer("limit", qint64(page.limit));
    addUid(object, "from", first);
    addUid(object, "next", next);
    return object.text();
}

HttpResponse taskList(const Call &call, const TaskQuery &query, const PageRequest &page)
{
    const auto list = call.engine.tasks(query, page);
    if (!list)
        return errorResponse(list.error());
    QByteArrayList results;
    results.reserve(list.value().tasks.size());
    for (const TaskRecord &task : list.value().tasks)
        results.append(taskJson(task, call.api()));
    const auto &tasks = list.value().tasks;
    const std::optional<quint32> first = tasks.isEmpty() ? std::nullopt : std::optional(tasks.first().uid);
    return jsonResponse(200, listJson(call, results, list.value().total, page, first, list.value().next));
}

HttpResponse getTasks(Call &call)
{
    const auto parameters = listParameters(call);
    if (!parameters)
        return errorResponse(parameters.error());
    PageRequest page = parameters.value().page;
    if (call.api().unpaginated())
        page.limit = std::numeric_limits<quint32>::max(); // the whole history, however long
    return taskList(call, parameters.value().query, page);
}

/// The task, when this release and this key can see it.
Result<TaskRecord> visibleTask(const Call &call, const QByteArray &text)
{
    const auto uid = parsePathUid(text, u"Task"_s, call.api());
    if (!uid)
        return uid.error();
    auto task = call.engine.task(uid.value(), call.access.visibleIndexes);
    if (task && !knownKinds(call.api()).contains(task.value().kind))
        return refusal(404, u"task_not_found"_s, u"Task `%1` not found."_s.arg(uid.value()));
    return task;
}

HttpResponse getTask(Call &call)
{
    const auto task = visibleTask(call, call.arguments.first());
    return task ? jsonResponse(200, taskJson(task.value(), call.api())) : errorResponse(task.error());
}

HttpResponse getTaskDocuments(Call &call)
{
    if (!call.features["getTaskDocumentsRoute"_L1].toBool())
        return errorResponse(featureNotEnabled(u"Getting the documents of an enqueued task"_s,
                                               u"get task documents route"_s,
                                               u"https://github.com/orgs/meilisearch/discussions/808"_s));
    const auto task = visibleTask(call, call.arguments.first());
    if (!task)
        return errorResponse(task.error());
    const auto documents = call.engine.taskDocuments(task.value().uid);
    if (!documents)
        return errorResponse(documents.error());
    HttpResponse response = jsonResponse(200, documents.value());
    response.contentType = "application/x-ndjson"_ba;
    return response;
}

// --- the routes of one index, 0.25 to 0.27 ---

HttpResponse getIndexTasks(Call &call)
{
    const auto index = call.engine.index(call.argument(0));
    if (!index)
        return errorResponse(index.error());
    TaskQuery query;
    query.indexUids = QStringList {call.argument(0)};
    hideUnknownKinds(query, call.api());
    query.visibleIndexes = call.access.visibleIndexes;
    // An index made again under an old name starts with a clean list.
    TaskQuery deletions = query;
    deletions.kinds = QList {TaskKind::IndexDeletion};
    deletions.statuses = QList {TaskStatus::Succeeded};
    const auto last = call.engine.tasks(deletions, firstPage(1));
    if (last && !last.value().tasks.isEmpty())
        query.enqueuedAt.after = last.value().tasks.first().enqueuedAt;
    return taskList(call, query, firstPage(std::numeric_limits<quint32>::max()));
}

HttpResponse getIndexTask(Call &call)
{
    if (const auto index = call.engine.index(call.argument(0)); !index)
        return errorResponse(index.error());
    const auto task = visibleTask(call, call.arguments.at(1));
    if (!task)
        return errorResponse(task.error());
    if (task.value().indexUid != call.argument(0))
        return errorResponse(refusal(404, u"task_not_found"_s, u"Task `%1` not found."_s.arg(call.argument(1))));
    return jsonResponse(200, taskJson(task.value(), call.api()));
}

// --- commands ---

template<typename Command>
HttpResponse command(Call &call, const QString &verb)
{
    auto parameters = parseTaskParameters(call.request.query, ParameterSet::Command, call.api());
    if (!parameters)
        return errorResponse(parameters.error());
    if (!parameters.value().hasFilter) {
        return errorResponse(refusal(
            400, u"missing_task_filters"_s,
            u"Query parameters to filter the tasks to %1 are missing. Available query parameters are: `uids`, "
             "`indexUids`, `statuses`, `types`, `canceledBy`, `beforeEnqueuedAt`, `afterEnqueuedAt`, "
             "`beforeStartedAt`, `afterStartedAt`, `beforeFinishedAt`, `afterFinishedAt`."_s.arg(verb)));
    }
    parameters.value().query.visibleIndexes = call.access.visibleIndexes;
    Command work;
    work.query = parameters.value().query;
    work.originalFilter = u'?' + QString::fromUtf8(call.request.query);
    // 200 although the documents promise 202: what the real server has always answered.
    return enqueued(call, {.indexUid = {}, .work = std::move(work), .customMetadata = {}}, 200);
}

HttpResponse cancelTasks(Call &call)
{
    return command<TaskCancelation>(call, u"cancel"_s);
}

HttpResponse deleteTasks(Call &call)
{
    return command<TaskDeletion>(call, u"delete"_s);
}

HttpResponse compactTasks(Call &)
{
    return errorResponse(featureNotEnabled(u"Using the /tasks/compact route"_s, u"task queue compaction route"_s,
                                           u"https://github.com/orgs/meilisearch/discussions/883"_s));
}

// --- batches ---

HttpResponse getBatches(Call &call)
{
    const auto parameters = listParameters(call);
    if (!parameters)
        return errorResponse(parameters.error());
    const auto list = call.engine.batches(parameters.value().query, parameters.value().page);
    if (!list)
        return errorResponse(list.error());
    const auto &batches = list.value().batches;
    QByteArrayList results;
    for (const BatchRecord &batch : batches)
        results.append(batchJson(batch, call.api()));
    const std::optional<quint32> first = batches.isEmpty() ? std::nullopt : std::optional(batches.first().uid);
    return jsonResponse(200,
                        listJson(call, results, list.value().total, parameters.value().page, first, list.value().next));
}

HttpResponse getBatch(Call &call)
{
    const auto uid = parsePathUid(call.arguments.first(), u"Batch"_s, call.api());
    if (!uid)
        return errorResponse(uid.error());
    const auto batch = call.engine.batch(uid.value());
    return batch ? jsonResponse(200, batchJson(batch.value(), call.api())) : errorResponse(batch.error());
}

constexpr ApiVersion kCancelSince {0, 30};
constexpr ApiVersion kBatchesSince {1, 12};
constexpr ApiVersion kPaginatedSince {0, 28};

constexpr std::array kRoutes {
    Route {"GET", "/tasks", "tasks.get", getTasks},
    Route {"DELETE", "/tasks", "tasks.delete", deleteTasks, kCancelSince},
    Route {"POST", "/tasks/cancel", "tasks.cancel", cancelTasks, kCancelSince},
    Route {"POST", "/tasks/compact", "tasks.compact", compactTasks, {1, 40}},
    Route {"GET", "/tasks/:id", "tasks.get", getTask},
    Route {"GET", "/tasks/:id/documents", "tasks.get", getTaskDocuments, {1, 13}},
    Route {"GET", "/indexes/:index/tasks", "tasks.get", getIndexTasks, {0, 25}, kPaginatedSince},
    Route {"GET", "/indexes/:index/tasks/:id", "tasks.get", getIndexTask, {0, 25}, kPaginatedSince},
    Route {"GET", "/batches", "tasks.get", getBatches, kBatchesSince},
    Route {"GET", "/batches/:id", "tasks.get", getBatch, kBatchesSince},
};

} // namespace

std::span<const Route> taskRoutes()
{
    return kRoutes;
}

} // namespace taskglass::localqueue::meilisearch
