// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/documentjson.h"
#include "app/localqueue/dialects/opensearch/routes.h"
#include "app/localqueue/jsontext.h"

#include <QJsonArray>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::opensearch {

namespace {

constexpr qint64 kLargestWindow = 10'000;

const QStringList &knownMembers()
{
    static const QStringList names {u"query"_s, u"from"_s, u"size"_s, u"sort"_s, u"_source"_s, u"track_total_hits"_s, u"timeout"_s};
    return names;
}

QStringList indicesOf(const Call &call)
{
    return call.arguments.isEmpty() ? QStringList {u"_all"_s} : call.names(0);
}

/// The first of "field", {"field": "desc"}, {"field": {"order": "desc"}}; one key is enough here.
void readSort(const QJsonValue &value, cluster::ClusterStore::Page &page)
{
    const QJsonValue first = value.isArray() ? value.toArray().first() : value;
    if (first.isString()) {
        page.sortField = first.toString().section(u':', 0, 0);
        page.descending = first.toString().endsWith(":desc"_L1);
    } else if (const QJsonObject fields = first.toObject(); !fields.isEmpty()) {
        const auto member = fields.begin();
        const QJsonValue order = member.value();
        page.sortField = member.key();
        page.descending = (order.isObject() ? order["order"_L1].toString() : order.toString()) == "desc"_L1;
    }
    if (page.sortField.startsWith(u'_')) // _doc and _score are the store's own order
        page.sortField.clear();
}

QByteArray answerJson(const Call &call, const cluster::SearchAnswer &found, bool withSource, bool sorted)
{
    QByteArrayList hits;
    for (const cluster::Hit &hit : found.hits) {
        JsonObjectText object;
        addDocumentName(object, hit.index, hit.document.id, call.api());
        object.raw("_score", sorted ? "null" : "1.0");
        if (withSource)
            object.raw("_source", hit.document.body);
        hits.append(object.text());
    }
    const qint64 shards = found.shards;
    return JsonObjectText()
        .integer("took", found.tookMs)
        .boolean("timed_out", false)
        .raw("_shards", JsonObjectText().integer("total", shards).integer("successful", shards).integer("skipped", qint64(0))
                            .integer("failed", qint64(0)).text())
        .raw("hits", JsonObjectText()
                         .raw("total", JsonObjectText().integer("value", found.total).string("relation", "eq").text())
                         .raw("max_score", found.hits.empty() || sorted ? "null" : "1.0")
                         .raw("hits", jsonArray(hits))
                         .text())
        .text();
}

cluster::Fault searchFault(const cluster::Fault &cause)
{
    if (cause.type != "task_cancelled_exception")
        return cause;
    return cluster::Fault {"search_phase_execution_exception"_ba, u"all shards failed"_s, 500,
                           {{"phase"_ba, "\"query\""_ba}, {"grouped"_ba, "true"_ba}, {"failed_shards"_ba, "[]"_ba}}, {}, true}
        .causedBy(cause);
}

QString descriptionOf(const QStringList &indices, const QByteArray &source, const ApiProfile &api)
{
    return u"indices[%1], %2search_type[QUERY_THEN_FETCH], source[%3]"_s.arg(
        indices == QStringList {u"_all"_s} ? QString() : indices.join(u", "_s),
        api.hasMappingTypes() ? u"types[], "_s : QString(), QString::fromUtf8(source));
}

void search(const CallPtr &call)
{
    const auto body = bodyOf(*call);
    if (!body) {
        call->answer(body.fault());
        return;
    }
    Parameters &parameters = call->parameters;
    for (const QString &name : body.value().keys()) {
        if (!knownMembers().contains(name))
            parameters.refuse(cluster::parsingFault(u"Unknown key for a VALUE in [%1]."_s.arg(name)));
    }
    cluster::SearchRequest request;
    request.indices = indicesOf(*call);
    request.page.size = parameters.integer("size"_ba, body.value()["size"_L1].toInteger(10));
    request.page.from = parameters.integer("from"_ba, body.value()["from"_L1].toInteger(0));
    if (request.page.size < 0 || request.page.from < 0) {
        parameters.refuse(cluster::illegalArgument(u"[size] and [from] parameters cannot be negative, found [%1] and [%2]"_s.arg(
            QString::number(request.page.size), QString::number(request.page.from))));
    } else if (request.page.size > kLargestWindow || request.page.from > kLargestWindow - request.page.size) {
        parameters.refuse(cluster::illegalArgument(
            u"Result window is too large, from + size must be less than or equal to: [%1] but was [%2]."_s.arg(
                QString::number(kLargestWindow), QString::number(double(request.page.from) + double(request.page.size), 'f', 0))));
    }
    readSort(parameters.has("sort"_ba) ? QJsonValue(parameters.text("sort"_ba)) : body.value()["sort"_L1], request.page);
    const bool withSource = parameters.flag("_source"_ba, body.value()["_source"_L1].toBool(true));
    parameters.ignore({"track_total_hits"_ba, "timeout"_ba, "request_cache"_ba, "search_type"_ba, "typed_keys"_ba,
                       "batched_reduce_size"_ba, "ccs_minimize_roundtrips"_ba, "max_concurrent_shard_requests"_ba});
    ignoreIndicesOptions(*call);
    auto query = cluster::parseQueryClause(body.value()["query"_L1].toObject());
    if (!query)
        parameters.refuse(query.fault());
    else
        request.query = query.take();
    if (call->refused())
        return;
    request.description = descriptionOf(request.indices, textOf(body.value()), call->api());
    request.origin = call->origin;
    const bool sorted = !request.page.sortField.isEmpty();
    call->cluster.search(std::move(request), [call, withSource, sorted](const cluster::SearchAnswer &found) {
        if (found.fault)
            call->answer(searchFault(*found.fault));
        else
            call->answer(jsonAnswer(200, answerJson(*call, found, withSource, sorted)));
    });
}

void count(const CallPtr &call)
{
    const auto body = bodyOf(*call);
    if (!body) {
        call->answer(body.fault());
        return;
    }
    ignoreIndicesOptions(*call);
    auto query = cluster::parseQueryClause(body.value()["query"_L1].toObject());
    if (!query)
        call->parameters.refuse(query.fault());
    if (call->refused())
        return;
    call->cluster.run([call, condition = query.take(), names = indicesOf(*call)](cluster::ClusterStore &store) {
        const auto indices = store.resolve(names);
        const auto documents = indices ? store.count(indices.value(), condition) : cluster::Fallible<qint64>(indices.fault());
        if (!documents) {
            call->answer(documents.fault());
            return;
        }
        qint64 shards = 0;
        for (const cluster::Index *index : indices.value())
            shards += index->shards;
        call->answer(jsonAnswer(200, JsonObjectText()
                                         .integer("count", documents.value())
                                         .raw("_shards", JsonObjectText().integer("total", shards).integer("successful", shards)
                                                             .integer("skipped", qint64(0)).integer("failed", qint64(0)).text())
                                         .text()));
    });
}

void refresh(const CallPtr &call)
{
    ignoreIndicesOptions(*call);
    if (call->refused())
        return;
    // Every write is visible at once here, so that there is nothing to do but to look whether the indices exist.
    call->cluster.run([call, names = indicesOf(*call)](cluster::ClusterStore &store) {
        const auto indices = store.resolve(names);
        if (!indices) {
            call->answer(indices.fault());
            return;
        }
        qint64 total = 0;
        qint64 primaries = 0;
        for (const cluster::Index *index : indices.value()) {
            primaries += index->shards;
            total += index->shards * (1 + index->replicas);
        }
        call->answer(jsonAnswer(200, JsonObjectText().raw("_shards", shardsJson(total, primaries)).text()));
    });
}

constexpr std::array kRoutes {
    Route {"GET", "/_search", search},          Route {"POST", "/_search", search},
    Route {"GET", "/:index/_search", search},   Route {"POST", "/:index/_search", search},
    Route {"GET", "/_count", count},            Route {"POST", "/_count", count},
    Route {"GET", "/:index/_count", count},     Route {"POST", "/:index/_count", count},
    Route {"GET", "/_refresh", refresh},        Route {"POST", "/_refresh", refresh},
    Route {"GET", "/:index/_refresh", refresh}, Route {"POST", "/:index/_refresh", refresh},
};

} // namespace

std::span<const Route> searchRoutes()
{
    return kRoutes;
}

} // namespace taskglass::localqueue::opensearch
