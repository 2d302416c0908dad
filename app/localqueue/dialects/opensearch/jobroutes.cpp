// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/cluster/script.h"
#include "app/localqueue/dialects/opensearch/resultjson.h"
#include "app/localqueue/dialects/opensearch/routes.h"
#include "app/localqueue/jsontext.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::opensearch {

using cluster::ByScrollOutcome;
using cluster::ByScrollRequest;
using cluster::TaskInfo;

namespace {

constexpr int kMostSlices = 1024;
constexpr qint64 kLargestBatch = 10'000;

/// One name or an array of names.
QStringList namesOf(const QJsonValue &value)
{
    QStringList names;
    for (const QJsonValue &name : value.isArray() ? value.toArray() : QJsonArray {value})
        names += name.toString().split(u',', Qt::SkipEmptyParts);
    return names;
}

QString joined(const QStringList &names)
{
    return names.join(u", "_s);
}

int startSlices(Call &call)
{
    if (!call.parameters.has("slices"_ba))
        return 1;
    const QString text = call.parameters.text("slices"_ba);
    if (text == "auto"_L1)
        return ByScrollRequest::kAutoSlices;
    bool ok = false;
    const int slices = text.toInt(&ok);
    if (!ok)
        call.parameters.refuse(cluster::illegalArgument(
            u"[slices] must be a positive integer or the string \"auto\", but was [%1]"_s.arg(text)));
    else if (slices < 1)
        call.parameters.refuse(cluster::illegalArgument(u"[slices] must be at least 1 but was [%1]"_s.arg(text)));
    else if (slices > kMostSlices)
        call.parameters.refuse(cluster::illegalArgument(
            u"The number of slices [%1] is too large. It must be less than [%2]."_s.arg(slices).arg(kMostSlices)));
    return std::clamp(slices, 1, kMostSlices);
}

/// What all three kinds take from the query string and the body alike.
void readCommon(Call &call, const QJsonObject &body, ByScrollRequest &request)
{
    request.requestsPerSecond = rateOf(call).value_or(cluster::kUnthrottled);
    request.slices = startSlices(call);
    const qint64 inBody = body["max_docs"_L1].toInteger(body["size"_L1].toInteger(-1));
    request.maxDocs = call.parameters.integer("max_docs"_ba, inBody);
    if (request.maxDocs < -1)
        call.parameters.refuse(cluster::illegalArgument(u"[max_docs] parameter cannot be negative, found [%1]"_s.arg(request.maxDocs)));
    const QString conflicts = call.parameters.has("conflicts"_ba) ? call.parameters.text("conflicts"_ba)
                                                                  : body["conflicts"_L1].toString(u"abort"_s);
    if (conflicts != "abort"_L1 && conflicts != "proceed"_L1)
        call.parameters.refuse(cluster::illegalArgument(
            u"conflicts may only be \"proceed\" or \"abort\" but was [%1]"_s.arg(conflicts)));
    request.proceedOnConflicts = conflicts == "proceed"_L1;
    call.parameters.ignore({"scroll"_ba, "search_timeout"_ba, "search_type"_ba});
    ignoreWriteOptions(call);
    const QJsonValue script = body["script"_L1];
    request.script = script.isString() ? script.toString() : script["source"_L1].toString();
    request.scriptLang = script["lang"_L1].toString(u"painless"_s);
    request.origin = call.origin;
}

void readQuery(Call &call, const QJsonValue &query, ByScrollRequest &request)
{
    auto parsed = cluster::parseQueryClause(query.toObject());
    if (parsed)
        request.query = parsed.take();
    else
        call.parameters.refuse(parsed.fault());
}

ByScrollRequest reindexRequest(Call &call, const QJsonObject &body)
{
    ByScrollRequest request;
    const QJsonObject source = body["source"_L1].toObject();
    const QJsonObject target = body["dest"_L1].toObject();
    request.sources = namesOf(source["index"_L1]);
    request.batchSize = source["size"_L1].toInteger(1000);
    request.destination = target["index"_L1].toString();
    request.createOnly = target["op_type"_L1].toString() == "create"_L1;
    QString missing;
    if (request.sources.isEmpty())
        missing += u" 1: use _all if you really want to copy from all existing indexes;"_s;
    if (request.destination.isEmpty())
        missing += u" %1: index is missing;"_s.arg(missing.isEmpty() ? 1 : 2);
    if (!missing.isEmpty()) {
        call.parameters.refuse({"action_request_validation_exception"_ba, u"Validation Failed:"_s + missing, 400, {}, {}, false});
    }
    if (source.contains("remote"_L1))
        call.parameters.refuse(cluster::illegalArgument(u"reindex from remote is not served by this local queue"_s));
    readQuery(call, source["query"_L1], request);
    readCommon(call, body, request);
    request.description = u"reindex from [%1]"_s.arg(joined(request.sources));
    if (!request.script.isEmpty())
        request.description += u" updated with "_s + cluster::Script::description(request.script, request.scriptLang);
    request.description += u" to [%1]"_s.arg(request.destination);
    if (call.api().hasMappingTypes())
        request.description += u"[_doc]"_s;
    return request;
}

ByScrollRequest byQueryRequest(Call &call, const QJsonObject &body, ByScrollRequest::Kind kind)
{
    ByScrollRequest request;
    request.kind = kind;
    request.sources = call.names(0);
    request.batchSize = call.parameters.integer("scroll_size"_ba, 1000);
    ignoreIndicesOptions(call);
    readQuery(call, body["query"_L1], request);
    readCommon(call, body, request);
    const bool deletes = kind == ByScrollRequest::Kind::DeleteByQuery;
    if (deletes && !body.contains("query"_L1)) {
        call.parameters.refuse(
            {"action_request_validation_exception"_ba, u"Validation Failed: 1: query is missing;"_s, 400, {}, {}, false});
    }
    request.description = (deletes ? u"delete-by-query [%1]"_s : u"update-by-query [%1]"_s).arg(joined(request.sources));
    if (!request.script.isEmpty())
        request.description += u" updated with "_s + cluster::Script::description(request.script, request.scriptLang);
    return request;
}

/// Begins the work and answers its task at once, or waits for its end. \a wait comes before anything is refused: an
/// asynchronous start whose parameters have a name too many is answered 400 and runs all the same, on the real servers,
/// too.
void startJob(const CallPtr &call, ByScrollRequest request, bool wait, bool formIsSound)
{
    const ApiProfile api = call->api();
    if (!wait) {
        if (!formIsSound) {
            (void)call->refused();
            return;
        }
        const cluster::TaskId task = call->cluster.start(
            std::move(request),
            [api](const TaskInfo &last, const ByScrollOutcome &outcome) { return storedResultJson(last, outcome, api); }, {});
        if (!call->refused())
            call->answer(jsonAnswer(200, JsonObjectText().string("task", task.text()).text()));
        return;
    }
    if (call->refused())
        return;
    const ByScrollRequest::Kind kind = request.kind;
    call->cluster.start(std::move(request), {}, [call, kind](const TaskInfo &, const ByScrollOutcome &outcome) {
        if (outcome.fault)
            call->answer(*outcome.fault);
        else
            call->answer(jsonAnswer(syncStatus(outcome), syncResultJson(outcome, kind, call->api())));
    });
}

using RequestReader = ByScrollRequest (*)(Call &call, const QJsonObject &body);

void readAndStart(const CallPtr &call, RequestReader reader)
{
    const auto body = bodyOf(*call);
    if (!body) {
        call->answer(body.fault());
        return;
    }
    Parameters &parameters = call->parameters;
    const bool wait = parameters.flag("wait_for_completion"_ba, true);
    ByScrollRequest request = reader(*call, body.value());
    if (request.batchSize < 1)
        parameters.refuse(cluster::illegalArgument(u"[size] parameter must be at least 1, found [%1]"_s.arg(request.batchSize)));
    if (request.batchSize > kLargestBatch) {
        parameters.refuse(cluster::illegalArgument(
            u"Batch size is too large, size must be less than or equal to: [%1] but was [%2]. Scroll batch sizes cost as much "
             "memory as result windows so they are controlled by the [index.max_result_window] index level setting."_s.arg(
                QString::number(kLargestBatch), QString::number(request.batchSize))));
    }
    startJob(call, std::move(request), wait, parameters.isReadable());
}

void reindex(const CallPtr &call)
{
    readAndStart(call, reindexRequest);
}

void updateByQuery(const CallPtr &call)
{
    readAndStart(call, [](Call &one, const QJsonObject &body) {
        return byQueryRequest(one, body, ByScrollRequest::Kind::UpdateByQuery);
    });
}

void deleteByQuery(const CallPtr &call)
{
    readAndStart(call, [](Call &one, const QJsonObject &body) {
        return byQueryRequest(one, body, ByScrollRequest::Kind::DeleteByQuery);
    });
}

constexpr std::array kRoutes {
    Route {"POST", "/_reindex", reindex},
    Route {"POST", "/:index/_update_by_query", updateByQuery},
    Route {"POST", "/:index/_delete_by_query", deleteByQuery},
};

} // namespace

std::span<const Route> jobRoutes()
{
    return kRoutes;
}

} // namespace taskglass::localqueue::opensearch
