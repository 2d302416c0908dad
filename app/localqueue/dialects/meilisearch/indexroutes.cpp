// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/meilisearch/parameters.h"
#include "app/localqueue/dialects/meilisearch/routes.h"
#include "app/localqueue/dialects/meilisearch/taskjson.h"

#include <QJsonArray>
#include <QSet>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::meilisearch {

namespace {

QByteArray indexJson(const IndexRecord &index, ApiVersion api)
{
    JsonObjectText object;
    object.string("uid", index.uid);
    if (api.unpaginated())
        object.string("name", index.uid);
    object.raw("createdAt", timeJson(index.createdAt)).raw("updatedAt", timeJson(index.updatedAt));
    if (index.primaryKey)
        object.string("primaryKey", *index.primaryKey);
    else
        object.null("primaryKey");
    return object.text();
}

HttpResponse getIndexes(Call &call)
{
    const auto page = paging(call, u"invalid_index_%1"_s);
    if (!page)
        return errorResponse(page.error());
    // A restricted key sees a part of the list, so the whole is read and cut here; indexes are few.
    const auto list = call.engine.indexes(0, std::numeric_limits<qint32>::max());
    if (!list)
        return errorResponse(list.error());
    QByteArrayList visible;
    for (const IndexRecord &index : list.value().indexes) {
        if (call.access.sees(index.uid))
            visible.append(indexJson(index, call.api()));
    }
    const qint64 limit = call.api().unpaginated() ? visible.size() : page.value().limit;
    return jsonResponse(200, pageJson(call, visible.mid(page.value().offset, limit), page.value(), visible.size(), true));
}

HttpResponse getIndex(Call &call)
{
    const auto index = call.engine.index(call.argument(0));
    return index ? jsonResponse(200, indexJson(index.value(), call.api())) : errorResponse(index.error());
}

/// A field that may be a string or null; another type is refused with \a code.
Result<std::optional<QString>> stringField(const QJsonObject &object, const QString &name, const QString &code)
{
    const QJsonValue value = object[name];
    if (value.isUndefined() || value.isNull())
        return std::optional<QString>();
    if (value.isString())
        return std::optional(value.toString());
    return refusal(400, code, u"Invalid value type at `.%1`: expected a string"_s.arg(name));
}

HttpResponse createIndex(Call &call)
{
    const auto body = jsonBody(call);
    if (!body)
        return errorResponse(body.error());
    const QJsonObject object = body.value().toObject();
    if (const auto unknown = refuseUnknown(call, object.keys(), {u"uid"_s, u"primaryKey"_s}, u"field"_s))
        return errorResponse(*unknown);
    const auto uid = stringField(object, u"uid"_s, u"invalid_index_uid"_s);
    if (!uid)
        return errorResponse(uid.error());
    if (!uid.value())
        return errorResponse(refusal(400, u"missing_index_uid"_s, u"Missing field `uid`"_s));
    if (!isValidIndexUid(*uid.value()))
        return errorResponse(invalidIndexUid(u"Invalid value at `.uid`: "_s, *uid.value()));
    if (!call.access.sees(*uid.value()))
        return errorResponse(invalidApiKey());
    const auto key = stringField(object, u"primaryKey"_s, u"invalid_index_primary_key"_s);
    if (!key)
        return errorResponse(key.error());
    return enqueued(call, {.indexUid = *uid.value(), .work = IndexCreation {key.value()}, .customMetadata = {}});
}

HttpResponse updateIndex(Call &call)
{
    const auto body = jsonBody(call);
    if (!body)
        return errorResponse(body.error());
    const QJsonObject object = body.value().toObject();
    QStringList accepted {u"primaryKey"_s};
    if (call.api().renames())
        accepted.append(u"uid"_s);
    for (const auto &[field, code] : {std::pair("createdAt"_L1, "immutable_index_created_at"_L1),
                                      std::pair("updatedAt"_L1, "immutable_index_updated_at"_L1)}) {
        if (object.contains(field))
            return errorResponse(refusal(400, code, u"Immutable field `%1`: expected one of `%2`"_s.arg(
                                                        field, accepted.join("`, `"_L1))));
    }
    if (object.contains("uid"_L1) && !call.api().renames())
        return errorResponse(
            refusal(400, u"immutable_index_uid"_s, u"Immutable field `uid`: expected one of `primaryKey`"_s));
    if (const auto unknown = refuseUnknown(call, object.keys(), accepted, u"field"_s))
        return errorResponse(*unknown);
    const auto key = stringField(object, u"primaryKey"_s, u"invalid_index_primary_key"_s);
    if (!key)
        return errorResponse(key.error());
    const auto newUid = stringField(object, u"uid"_s, u"invalid_index_uid"_s);
    if (!newUid)
        return errorResponse(newUid.error());
    if (newUid.value() && !isValidIndexUid(*newUid.value()))
        return errorResponse(invalidIndexUid(u"Invalid value at `.uid`: "_s, *newUid.value()));
    if (newUid.value() && !call.access.sees(*newUid.value()))
        return errorResponse(invalidApiKey());
    return enqueued(call, {.indexUid = call.argument(0), .work = IndexUpdate {key.value(), newUid.value()},
                           .customMetadata = {}});
}

HttpResponse deleteIndex(Call &call)
{
    return enqueued(call, {.indexUid = call.argument(0), .work = IndexDeletion {}, .customMetadata = {}});
}

HttpResponse compactIndex(Call &call)
{
    return enqueued(call, {.indexUid = call.argument(0), .work = IndexCompaction {}, .customMetadata = {}});
}

QByteArray indexStatsJson(const IndexStats &stats, ApiVersion api)
{
    JsonObjectText fields;
    for (const auto &[name, count] : stats.fieldDistribution)
        fields.integer(QByteArrayView(name.toUtf8()), count);
    JsonObjectText object;
    object.integer("numberOfDocuments", stats.numberOfDocuments);
    if (api.progressTrace()) { // 1.14, as the trace
        const qint64 average = stats.numberOfDocuments > 0 ? stats.documentBytes / stats.numberOfDocuments : 0;
        object.integer("rawDocumentDbSize", stats.documentBytes).integer("avgDocumentSize", average);
    }
    object.boolean("isIndexing", stats.isIndexing);
    if (api.upgrades()) // 1.13
        object.integer("numberOfEmbeddings", qint64(0)).integer("numberOfEmbeddedDocuments", qint64(0));
    object.raw("fieldDistribution", fields.text());
    return object.text();
}

HttpResponse getStats(Call &call)
{
    const auto stats = call.engine.stats();
    if (!stats)
        return errorResponse(stats.error());
    JsonObjectText indexes;
    for (const IndexStats &index : stats.value().indexes) {
        if (call.access.sees(index.uid))
            indexes.raw(QByteArrayView(index.uid.toUtf8()), indexStatsJson(index, call.api()));
    }
    JsonObjectText object;
    object.integer("databaseSize", stats.value().databaseBytes);
    if (call.api().upgrades())
        object.integer("usedDatabaseSize", stats.value().usedBytes);
    object.raw("lastUpdate", timeJson(stats.value().lastUpdate)).raw("indexes", indexes.text());
    return jsonResponse(200, object.text());
}

HttpResponse getIndexStats(Call &call)
{
    const auto stats = call.engine.stats();
    if (!stats)
        return errorResponse(stats.error());
    for (const IndexStats &index : stats.value().indexes) {
        if (index.uid == call.argument(0))
            return jsonResponse(200, indexStatsJson(index, call.api()));
    }
    return errorResponse(refusal(404, u"index_not_found"_s, u"Index `%1` not found."_s.arg(call.argument(0))));
}

// --- swaps ---

/// One element of the body; \a position is for the sentences.
Result<IndexPair> swapOf(const Call &call, const QJsonValue &value, qsizetype position)
{
    const QJsonObject object = value.toObject();
    QStringList accepted {u"indexes"_s};
    if (call.api().renames())
        accepted.append(u"rename"_s);
    if (const auto unknown = refuseUnknown(call, object.keys(), accepted, u"field"_s))
        return *unknown;
    const QJsonArray names = object["indexes"_L1].toArray();
    if (!object["indexes"_L1].isArray())
        return refusal(400, u"missing_swap_indexes"_s, u"Missing field `indexes` inside `[%1]`"_s.arg(position));
    QByteArrayList shown;
    for (const QJsonValue &name : names)
        shown.append(jsonString(name.toString()));
    if (names.size() != 2) {
        return refusal(400, u"invalid_swap_indexes"_s,
                       u"Two indexes must be given for each swap. The list `[%1]` contains %2 indexes."_s
                           .arg(QString::fromUtf8(shown.join(", ")), QString::number(names.size())));
    }
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (!isValidIndexUid(names[i].toString()))
            return invalidIndexUid(u"Invalid value at `[%1].indexes[%2]`: "_s.arg(position).arg(i),
                                   names[i].toString());
        if (!call.access.sees(names[i].toString()))
            return invalidApiKey();
    }
    return IndexPair {names[0].toString(), names[1].toString(), object["rename"_L1].toBool()};
}

HttpResponse swapIndexes(Call &call)
{
    const auto body = jsonBody(call);
    if (!body)
        return errorResponse(body.error());
    if (!body.value().isArray())
        return errorResponse(refusal(400, u"bad_request"_s, u"Invalid value type: expected an array, but found an object"_s));
    IndexSwap work;
    QSet<QString> seen;
    const QJsonArray given = body.value().toArray();
    for (qsizetype i = 0; i < given.size(); ++i) {
        const auto pair = swapOf(call, given[i], i);
        if (!pair)
            return errorResponse(pair.error());
        for (const QString &name : {pair.value().lhs, pair.value().rhs}) {
            if (seen.contains(name))
                return errorResponse(refusal(400, u"invalid_swap_duplicate_index_found"_s,
                                             u"Indexes must be declared only once during a swap. `%1` was specified "
                                              "several times."_s.arg(name)));
            seen.insert(name);
        }
        work.swaps.append(pair.value());
    }
    return enqueued(call, {.indexUid = {}, .work = std::move(work), .customMetadata = {}});
}

constexpr ApiVersion kPatchSince {0, 28}; // PUT before

constexpr std::array kRoutes {
    Route {"GET", "/indexes", "indexes.get", getIndexes},
    Route {"POST", "/indexes", "indexes.create", createIndex},
    Route {"GET", "/indexes/:index", "indexes.get", getIndex},
    Route {"PATCH", "/indexes/:index", "indexes.update", updateIndex, kPatchSince},
    Route {"PUT", "/indexes/:index", "indexes.update", updateIndex, {0, 25}, kPatchSince},
    Route {"DELETE", "/indexes/:index", "indexes.delete", deleteIndex},
    Route {"GET", "/indexes/:index/stats", "stats.get", getIndexStats},
    Route {"POST", "/indexes/:index/compact", "indexes.compact", compactIndex, {1, 23}},
    Route {"GET", "/stats", "stats.get", getStats},
    Route {"POST", "/swap-indexes", "indexes.swap", swapIndexes, {0, 30}},
};

} // namespace

std::span<const Route> indexRoutes()
{
    return kRoutes;
}

} // namespace taskglass::localqueue::meilisearch
