// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/meilisearch/routes.h"
#include "app/localqueue/dialects/meilisearch/taskjson.h"

#include <QStringList>

#include <array>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::meilisearch {

namespace {

/// What 1.50 has, in its order; all off at the start.
constexpr std::array kFeatures {
    "metrics"_L1, "logsRoute"_L1, "editDocumentsByFunction"_L1, "containsFilter"_L1, "dynamicSearchRules"_L1,
    "network"_L1, "getTaskDocumentsRoute"_L1, "taskQueueCompactionRoute"_L1, "compositeEmbedders"_L1,
    "chatCompletions"_L1, "multimodal"_L1, "foreignKeys"_L1, "disableDocumentsFetchQueue"_L1, "legacySearch"_L1,
    "renderRoute"_L1,
};

HttpResponse getRoot(Call &)
{
    return jsonResponse(200, JsonObjectText().string("status", QByteArrayView("Meilisearch is running")).text());
}

HttpResponse getHealth(Call &)
{
    return jsonResponse(200, JsonObjectText().string("status", QByteArrayView("available")).text());
}

HttpResponse getVersion(Call &call)
{
    // A real server names its build; ours says plainly that it is none.
    return jsonResponse(200, JsonObjectText()
                                 .string("commitSha", QByteArrayView("unknown"))
                                 .string("commitDate", QByteArrayView("unknown"))
                                 .string("pkgVersion", QByteArrayView(call.api().text()))
                                 .text());
}

HttpResponse featuresResponse(const Call &call)
{
    JsonObjectText object;
    for (const QLatin1StringView name : kFeatures)
        object.boolean(QByteArrayView(name.data(), name.size()), call.features[name].toBool());
    return jsonResponse(200, object.text());
}

HttpResponse getFeatures(Call &call)
{
    return featuresResponse(call);
}

HttpResponse updateFeatures(Call &call)
{
    const auto body = jsonBody(call);
    if (!body)
        return errorResponse(body.error());
    const QJsonObject object = body.value().toObject();
    QStringList accepted;
    for (const QLatin1StringView name : kFeatures)
        accepted.append(name);
    if (const auto unknown = refuseUnknown(call, object.keys(), accepted, u"field"_s))
        return errorResponse(*unknown);
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.value().isBool())
            call.features[it.key()] = it.value();
        else if (!it.value().isNull())
            return errorResponse(refusal(400, u"bad_request"_s,
                                         u"Invalid value type at `.%1`: expected a boolean"_s.arg(it.key())));
    }
    return featuresResponse(call);
}

HttpResponse getMetrics(Call &)
{
    return errorResponse(featureNotEnabled(u"Getting metrics"_s, u"metrics"_s,
                                           u"https://github.com/meilisearch/product/discussions/625"_s));
}

// --- dumps and snapshots ---

/// How a dump went, as releases before 0.28 told it.
QByteArray legacyDumpJson(const TaskRecord &task)
{
    JsonObjectText object;
    object.string("uid", legacyDumpUid(task));
    const bool done = task.status == TaskStatus::Succeeded;
    object.string("status", isFinished(task.status) ? QByteArrayView(done ? "done" : "failed")
                                                    : QByteArrayView("in_progress"));
    object.raw("startedAt", timeJson(task.startedAt == kNoTime ? task.enqueuedAt : task.startedAt));
    if (task.finishedAt != kNoTime)
        object.raw("finishedAt", timeJson(task.finishedAt));
    if (task.error)
        object.string("error", task.error->message);
    return object.text();
}

HttpResponse createDump(Call &call)
{
    NewTask task {.indexUid = {}, .work = DumpCreation {}, .customMetadata = {}};
    if (!call.api().unpaginated())
        return enqueued(call, std::move(task));
    const auto record = call.engine.enqueue(task);
    return record ? jsonResponse(202, legacyDumpJson(record.value())) : errorResponse(record.error());
}

HttpResponse getDumpStatus(Call &call)
{
    TaskQuery query;
    query.kinds = QList {TaskKind::DumpCreation};
    const auto dumps = call.engine.tasks(query, firstPage(std::numeric_limits<quint32>::max()));
    if (!dumps)
        return errorResponse(dumps.error());
    for (const TaskRecord &task : dumps.value().tasks) {
        if (legacyDumpUid(task) == call.argument(0))
            return jsonResponse(200, legacyDumpJson(task));
    }
    return errorResponse(refusal(404, u"dump_not_found"_s, u"Dump `%1` not found."_s.arg(call.argument(0))));
}

HttpResponse createSnapshot(Call &call)
{
    return enqueued(call, {.indexUid = {}, .work = SnapshotCreation {}, .customMetadata = {}});
}

constexpr std::array kRoutes {
    Route {"GET", "/", "", getRoot},
    Route {"GET", "/health", "", getHealth},
    Route {"GET", "/version", "version", getVersion},
    Route {"GET", "/experimental-features", "experimental.get", getFeatures, {1, 3}},
    Route {"PATCH", "/experimental-features", "experimental.update", updateFeatures, {1, 3}},
    Route {"GET", "/metrics", "metrics.get", getMetrics, {1, 3}},
    Route {"POST", "/dumps", "dumps.create", createDump},
    Route {"GET", "/dumps/:id/status", "dumps.get", getDumpStatus, {0, 25}, {0, 28}},
    Route {"POST", "/snapshots", "snapshots.create", createSnapshot, {1, 5}},
};

} // namespace

std::span<const Route> serverRoutes()
{
    return kRoutes;
}

} // namespace taskglass::localqueue::meilisearch
