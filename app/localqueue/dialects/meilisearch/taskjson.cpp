// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/meilisearch/taskjson.h"

#include "app/localqueue/dialects/meilisearch/apierror.h"
#include "app/localqueue/jsontext.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::meilisearch {

namespace {

constexpr QByteArrayView kNull("null");

QByteArray valueJson(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return kNull.toByteArray();
    if (value.isString())
        return jsonString(value.toString());
    if (value.isBool())
        return value.toBool() ? "true"_ba : "false"_ba;
    if (value.isDouble())
        return QByteArray::number(value.toInteger());
    return value.isArray() ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                           : QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

/// providedIds was called receivedDocumentIds until 0.30, and there was no originalFilter before 1.2.
QByteArray deletionDetails(const QByteArray &details, ApiVersion api)
{
    const QJsonObject object = QJsonDocument::fromJson(details).object();
    if (!object.contains("providedIds"_L1))
        return details;
    return JsonObjectText()
        .raw(api.cancels() ? "providedIds" : "receivedDocumentIds", valueJson(object["providedIds"_L1]))
        .raw("deletedDocuments", valueJson(object["deletedDocuments"_L1]))
        .text();
}

/// No `rename` before 1.18.
QByteArray swapDetails(const QByteArray &details)
{
    QByteArrayList swaps;
    const QJsonArray given = QJsonDocument::fromJson(details)["swaps"_L1].toArray();
    for (const QJsonValue &swap : given)
        swaps.append(JsonObjectText().raw("indexes", valueJson(swap["indexes"_L1])).text());
    return JsonObjectText().raw("swaps", jsonArray(swaps)).text();
}

QByteArray detailsFor(const TaskRecord &task, ApiVersion api)
{
    if (task.kind == TaskKind::DocumentDeletion && !api.deletesByFilter())
        return deletionDetails(task.details, api);
    if (task.kind == TaskKind::IndexSwap && !api.renames())
        return swapDetails(task.details);
    return task.details;
}

/// Releases before 0.30 have no word for a canceled task; it shows as failed, with the reason.
bool isCanceledBeforeItsTime(const TaskRecord &task, ApiVersion api)
{
    return task.status == TaskStatus::Canceled && !api.cancels();
}

QByteArray errorFor(const TaskRecord &task, ApiVersion api)
{
    if (isCanceledBeforeItsTime(task, api)) {
        const TaskFailure failure = failureOf(
            u"internal"_s, u"The task was canceled by task `%1`."_s.arg(task.canceledBy.value_or(0)));
        return errorJson(failure.message, failure.code, failure.type, failure.link);
    }
    if (!task.error)
        return {};
    return errorJson(task.error->message, task.error->code, task.error->type, task.error->link);
}

QString statusName(const TaskRecord &task, ApiVersion api)
{
    return wordFor(isCanceledBeforeItsTime(task, api) ? TaskStatus::Failed : task.status);
}

void addIndexUid(JsonObjectText &object, const TaskRecord &task)
{
    if (task.indexUid.isEmpty())
        object.null("indexUid");
    else
        object.string("indexUid", task.indexUid);
}

std::optional<qint64> widened(const std::optional<quint32> &value)
{
    return value ? std::optional<qint64>(*value) : std::nullopt;
}

QByteArray durationJson(DurationNs duration)
{
    return duration == kNoTime || duration < 0 ? kNull.toByteArray()
                                               : jsonString(QByteArrayView(formatIsoDuration(duration)));
}

QByteArray progressJson(const Progress &progress)
{
    QByteArrayList steps;
    for (const ProgressStep &step : progress.steps) {
        steps.append(JsonObjectText()
                         .string("currentStep", step.name)
                         .integer("finished", step.finished)
                         .integer("total", step.total)
                         .text());
    }
    JsonObjectText object;
    object.raw("steps", jsonArray(steps));
    if (progress.percent)
        object.raw("percentage", QByteArray::number(static_cast<float>(*progress.percent), 'g', 8));
    else
        object.null("percentage");
    return object.text();
}

/// Without the trace, which 1.12 and 1.13 did not have.
QByteArray statsFor(const QByteArray &stats, ApiVersion api)
{
    if (api.progressTrace())
        return stats;
    QJsonObject object = QJsonDocument::fromJson(stats).object();
    object.remove("progressTrace"_L1);
    return JsonObjectText()
        .raw("totalNbTasks", valueJson(object["totalNbTasks"_L1]))
        .raw("status", valueJson(object["status"_L1]))
        .raw("types", valueJson(object["types"_L1]))
        .raw("indexUids", valueJson(object["indexUids"_L1]))
        .text();
}

} // namespace

QByteArray timeJson(EpochNs time)
{
    return time == kNoTime ? kNull.toByteArray() : jsonString(QByteArrayView(formatRfc3339(time)));
}

QString typeName(const TaskRecord &task, ApiVersion api)
{
    if (api.unpaginated() && task.kind == TaskKind::DocumentAdditionOrUpdate)
        return task.method == ImportMethod::Update ? u"documentPartial"_s : u"documentAddition"_s;
    if (api.unpaginated() && task.kind == TaskKind::DocumentDeletion && task.clearsAll)
        return u"clearAll"_s;
    return wordFor(task.kind);
}

QByteArray taskJson(const TaskRecord &task, ApiVersion api)
{
    JsonObjectText object;
    object.integer("uid", task.uid);
    if (api.batches())
        object.integer("batchUid", widened(task.batchUid));
    addIndexUid(object, task);
    object.string("status", statusName(task, api)).string("type", typeName(task, api));
    if (api.cancels())
        object.integer("canceledBy", widened(task.canceledBy));
    const QByteArray details = detailsFor(task, api);
    if (!details.isEmpty())
        object.raw("details", details);
    const QByteArray error = errorFor(task, api);
    if (!error.isEmpty())
        object.raw("error", error);
    else if (api.cancels())
        object.null("error");
    object.raw("duration", durationJson(task.duration()))
        .raw("enqueuedAt", timeJson(task.enqueuedAt))
        .raw("startedAt", timeJson(task.startedAt))
        .raw("finishedAt", timeJson(task.finishedAt));
    if (api.customMetadata() && task.customMetadata)
        object.string("customMetadata", *task.customMetadata);
    return object.text();
}

QByteArray summaryJson(const TaskRecord &task, ApiVersion api)
{
    JsonObjectText object;
    object.integer(api.unpaginated() ? "uid" : "taskUid", task.uid);
    addIndexUid(object, task);
    // A summary tells what was accepted, even when a quick scheduler has started the task meanwhile.
    object.string("status", wordFor(TaskStatus::Enqueued))
        .string("type", typeName(task, api))
        .raw("enqueuedAt", timeJson(task.enqueuedAt));
    if (api.customMetadata() && task.customMetadata)
        object.string("customMetadata", *task.customMetadata);
    return object.text();
}

QByteArray batchJson(const BatchRecord &batch, ApiVersion api)
{
    JsonObjectText object;
    object.integer("uid", batch.uid);
    if (batch.progress)
        object.raw("progress", progressJson(*batch.progress));
    else
        object.null("progress");
    object.raw("details", batch.details.isEmpty() ? "{}"_ba : batch.details).raw("stats", statsFor(batch.stats, api));
    const DurationNs duration = batch.finishedAt == kNoTime ? kNoTime : batch.finishedAt - batch.startedAt;
    object.raw("duration", durationJson(duration))
        .raw("startedAt", timeJson(batch.startedAt))
        .raw("finishedAt", timeJson(batch.finishedAt));
    if (api.batchStrategy())
        object.string("batchStrategy", batch.strategy);
    return object.text();
}

QString legacyDumpUid(const TaskRecord &task)
{
    return QDateTime::fromMSecsSinceEpoch(task.enqueuedAt / kNsPerMs, QTimeZone::utc())
        .toString(u"yyyyMMdd-HHmmsszzz"_s);
}

} // namespace taskglass::localqueue::meilisearch
