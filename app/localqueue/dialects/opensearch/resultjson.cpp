// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/resultjson.h"

#include "app/localqueue/dialects/opensearch/statusjson.h"
#include "app/localqueue/dialects/opensearch/taskjson.h"
#include "app/localqueue/jsontext.h"

#include <algorithm>

namespace taskglass::localqueue::opensearch {

using cluster::ByScrollOutcome;
using cluster::ByScrollRequest;
using cluster::TaskInfo;

namespace {

QByteArray failureJson(const cluster::DocumentFailure &failure, const ApiProfile &api)
{
    JsonObjectText object;
    object.string("index", failure.index);
    if (api.hasMappingTypes())
        object.string("type", "_doc");
    return object.string("id", failure.id)
        .raw("cause", failure.cause.json())
        .integer("status", qint64(failure.cause.status))
        .text();
}

QByteArray resultJson(const ByScrollOutcome &outcome, const StatusForm &form, const ApiProfile &api)
{
    JsonObjectText object;
    object.integer("took", outcome.tookMs).boolean("timed_out", false);
    addStatus(object, outcome.status, form);
    QByteArrayList failures;
    for (const cluster::DocumentFailure &failure : outcome.failures)
        failures.append(failureJson(failure, api));
    return object.raw("failures", jsonArray(failures)).text();
}

} // namespace

QByteArray storedResultJson(const TaskInfo &last, const ByScrollOutcome &outcome, const ApiProfile &api)
{
    TaskForm form;
    form.detailed = true;
    JsonObjectText object;
    object.boolean("completed", true).raw("task", taskJson(last, api, form));
    if (outcome.fault) {
        object.raw("error", outcome.fault->json());
    } else {
        StatusForm status;
        status.texts = true;
        object.raw("response", resultJson(outcome, status, api));
    }
    return object.text();
}

QByteArray syncResultJson(const ByScrollOutcome &outcome, ByScrollRequest::Kind kind, const ApiProfile &api)
{
    StatusForm form;
    form.created = kind == ByScrollRequest::Kind::Reindex;
    form.updated = kind != ByScrollRequest::Kind::DeleteByQuery;
    return resultJson(outcome, form, api);
}

int syncStatus(const ByScrollOutcome &outcome)
{
    int worst = 200;
    for (const cluster::DocumentFailure &failure : outcome.failures)
        worst = std::max(worst, failure.cause.status);
    return worst;
}

} // namespace taskglass::localqueue::opensearch
