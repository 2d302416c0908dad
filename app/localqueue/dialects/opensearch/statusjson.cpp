// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/statusjson.h"

#include "app/localqueue/dialects/opensearch/timetext.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::opensearch {

using cluster::ScrollStatus;

namespace {

QByteArray sliceJson(const std::shared_ptr<const cluster::SliceEnd> &slice, const StatusForm &form)
{
    if (!slice)
        return "null"_ba;
    if (slice->fault)
        return slice->fault->json();
    JsonObjectText object;
    addStatus(object, slice->status, form);
    return object.text();
}

} // namespace

void addStatus(JsonObjectText &object, const ScrollStatus &status, const StatusForm &form)
{
    if (status.sliceId)
        object.integer("slice_id", qint64(*status.sliceId));
    object.integer("total", status.total);
    if (form.updated)
        object.integer("updated", status.updated);
    if (form.created)
        object.integer("created", status.created);
    object.integer("deleted", status.deleted)
        .integer("batches", status.batches)
        .integer("version_conflicts", status.versionConflicts)
        .integer("noops", status.noops)
        .raw("retries", R"({"bulk":0,"search":0})");
    if (form.texts)
        object.string("throttled", timeText(status.throttledNs));
    object.integer("throttled_millis", status.throttledNs / 1'000'000)
        .raw("requests_per_second", rateText(status.requestsPerSecond));
    if (!status.canceled.isEmpty())
        object.string("canceled", status.canceled);
    if (form.texts)
        object.string("throttled_until", timeText(status.throttledUntilNs));
    object.integer("throttled_until_millis", status.throttledUntilNs / 1'000'000);
    if (status.slices.empty())
        return;
    QByteArrayList slices;
    for (const auto &slice : status.slices)
        slices.append(sliceJson(slice, form));
    object.raw("slices", jsonArray(slices));
}

} // namespace taskglass::localqueue::opensearch
