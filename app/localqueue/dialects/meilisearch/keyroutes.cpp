// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/meilisearch/routes.h"

#include <QJsonArray>
#include <QUuid>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::meilisearch {

namespace {

/// Without a master key there are no keys to speak of.
std::optional<Error> refuseWithoutMaster(const Call &call)
{
    if (call.keys.hasMasterKey())
        return std::nullopt;
    return refusal(401, u"missing_master_key"_s,
                   u"Meilisearch is running without a master key. To access this API endpoint, you must have set a "
                    "master key at launch."_s);
}

Error keyNotFound(const QString &uid)
{
    return refusal(404, u"api_key_not_found"_s, u"API key `%1` not found."_s.arg(uid));
}

HttpResponse getKeys(Call &call)
{
    if (const auto refused = refuseWithoutMaster(call))
        return errorResponse(*refused);
    const auto page = paging(call, u"invalid_api_key_%1"_s);
    if (!page)
        return errorResponse(page.error());
    QByteArrayList all;
    for (const ApiKey &key : call.keys.keys())
        all.append(keyJson(key, call.api()));
    if (call.api().unpaginated())
        return jsonResponse(200, JsonObjectText().raw("results", jsonArray(all)).text());
    return jsonResponse(200, pageJson(call, all.mid(page.value().offset, page.value().limit), page.value(), all.size(),
                                      false));
}

HttpResponse getKey(Call &call)
{
    if (const auto refused = refuseWithoutMaster(call))
        return errorResponse(*refused);
    const ApiKey *key = call.keys.find(call.arguments.first());
    return key ? jsonResponse(200, keyJson(*key, call.api())) : errorResponse(keyNotFound(call.argument(0)));
}

Result<QStringList> stringList(const QJsonObject &object, const QString &name, const QString &code)
{
    const QJsonValue value = object[name];
    if (value.isUndefined())
        return refusal(400, u"missing_api_key_%1"_s.arg(name), u"Missing field `%1`"_s.arg(name));
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &element : array) {
        if (!element.isString())
            return refusal(400, code, u"Invalid value type at `.%1`: expected a string"_s.arg(name));
        list.append(element.toString());
    }
    if (!value.isArray())
        return refusal(400, code, u"Invalid value type at `.%1`: expected an array"_s.arg(name));
    return list;
}

/// The body's fields as a key without its secret.
Result<ApiKey> readKey(const Call &call, const QJsonObject &object)
{
    ApiKey key;
    if (object["name"_L1].isString())
        key.name = object["name"_L1].toString();
    if (object["description"_L1].isString())
        key.description = object["description"_L1].toString();
    auto actions = stringList(object, u"actions"_s, u"invalid_api_key_actions"_s);
    if (!actions)
        return actions.error();
    key.actions = actions.take();
    auto indexes = stringList(object, u"indexes"_s, u"invalid_api_key_indexes"_s);
    if (!indexes)
        return indexes.error();
    key.indexes = indexes.take();
    if (!object.contains("expiresAt"_L1))
        return refusal(400, u"missing_api_key_expires_at"_s, u"Missing field `expiresAt`"_s);
    if (object["expiresAt"_L1].isString()) {
        key.expiresAt = parseRfc3339(object["expiresAt"_L1].toString().toStdString());
        if (!key.expiresAt || *key.expiresAt <= call.clock.now()) {
            return refusal(400, u"invalid_api_key_expires_at"_s,
                           u"Invalid value at `.expiresAt`: `%1` is not a valid date in the future. It should follow "
                            "the RFC 3339 format."_s.arg(object["expiresAt"_L1].toString()));
        }
    }
    const QString uid = object["uid"_L1].toString();
    key.uid = uid.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : uid;
    key.createdAt = call.clock.now();
    key.updatedAt = key.createdAt;
    return key;
}

HttpResponse createKey(Call &call)
{
    if (const auto refused = refuseWithoutMaster(call))
        return errorResponse(*refused);
    const auto body = jsonBody(call);
    if (!body)
        return errorResponse(body.error());
    auto key = readKey(call, body.value().toObject());
    if (!key)
        return errorResponse(key.error());
    if (call.keys.find(key.value().uid.toLatin1())) {
        return errorResponse(refusal(409, u"api_key_already_exists"_s,
                                     u"`uid` field value `%1` is already an existing API key."_s.arg(key.value().uid)));
    }
    const auto created = call.keys.create(key.take());
    return created ? jsonResponse(201, keyJson(created.value(), call.api())) : errorResponse(created.error());
}

HttpResponse updateKey(Call &call)
{
    if (const auto refused = refuseWithoutMaster(call))
        return errorResponse(*refused);
    const auto body = jsonBody(call);
    if (!body)
        return errorResponse(body.error());
    const QJsonObject object = body.value().toObject();
    const ApiKey *key = call.keys.find(call.arguments.first());
    if (!key)
        return errorResponse(keyNotFound(call.argument(0)));
    const auto text = [&](QLatin1StringView name) {
        return object[name].isString() ? std::optional(object[name].toString()) : std::nullopt;
    };
    const auto updated = call.keys.update(key->uid, text("name"_L1), text("description"_L1), call.clock.now());
    return updated ? jsonResponse(200, keyJson(updated.value(), call.api())) : errorResponse(updated.error());
}

HttpResponse deleteKey(Call &call)
{
    if (const auto refused = refuseWithoutMaster(call))
        return errorResponse(*refused);
    const ApiKey *key = call.keys.find(call.arguments.first());
    if (!key)
        return errorResponse(keyNotFound(call.argument(0)));
    const auto removed = call.keys.remove(key->uid);
    return removed ? emptyResponse(204) : errorResponse(removed.error());
}

constexpr std::array kRoutes {
    Route {"GET", "/keys", "keys.get", getKeys},
    Route {"POST", "/keys", "keys.create", createKey},
    Route {"GET", "/keys/:id", "keys.get", getKey},
    Route {"PATCH", "/keys/:id", "keys.update", updateKey},
    Route {"DELETE", "/keys/:id", "keys.delete", deleteKey},
};

} // namespace

std::span<const Route> keyRoutes()
{
    return kRoutes;
}

} // namespace taskglass::localqueue::meilisearch
