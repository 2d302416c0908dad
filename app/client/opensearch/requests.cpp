// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/opensearch/requests.h"

#include "app/client/newrequest.h"
#include "app/client/opensearch/actions.h"
#include "app/client/opensearch/wire.h"

using namespace Qt::StringLiterals;

namespace taskglass::opensearch {

namespace {

/// A list of 50,000 tasks with descriptions is some 50 MB; beyond this the client asks without descriptions.
constexpr qint64 kLargestList = 256LL * 1024 * 1024;
/// A result lists every document that failed.
constexpr qint64 kLargestResult = 64LL * 1024 * 1024;
constexpr qint64 kSmall = 1024 * 1024;
/// A node that needs longer is told as failed, and the others' tasks still come.
constexpr int kNodeLimitMs = 10'000;

HttpRequest get(const QByteArray &target, Shape shape, Lane lane, qint64 maxBytes)
{
    return newGet(target, int(shape), lane, maxBytes);
}

HttpRequest post(const QByteArray &target)
{
    return newCommand(QByteArrayLiteral("POST"), target, int(Shape::List), kLargestList);
}

Query queryFor(const ListScope &scope)
{
    Query query;
    if (!scope.nodes.isEmpty())
        query.add("nodes", scope.nodes);
    if (!scope.actions.isEmpty())
        query.add("actions", scope.actions);
    if (!scope.parent.isEmpty())
        query.add("parent_task_id", scope.parent);
    return query;
}

/// Ids are "node:77": the colon is allowed in a path, everything else that is not plain is encoded.
QByteArray pathOf(const TaskId &id)
{
    return id.toUtf8().toPercentEncoding(QByteArrayLiteral(":"));
}

HttpRequest cancel(const QByteArray &path, Query query, bool wait, const Knowledge &knowledge)
{
    const bool waits = wait && knowledge.dialect().canWaitForCancel() && knowledge.accepts("wait_for_completion");
    if (waits)
        query.add("wait_for_completion", QByteArrayLiteral("true"));
    HttpRequest request = post(QByteArray(path + query.text()));
    request.extraMs = waits ? kLongestWaitMs : 0;
    return request;
}

} // namespace

HttpRequest getRoot(Lane lane)
{
    return get(QByteArrayLiteral("/"), Shape::Root, lane, kSmall);
}

HttpRequest getLocalNode()
{
    return get(QByteArrayLiteral("/_nodes/_local?filter_path=nodes.*.version"), Shape::Nodes, Lane::Demand, kSmall);
}

HttpRequest getPlugins()
{
    return get(QByteArrayLiteral("/_cat/plugins?format=json&h=component"), Shape::Plugins, Lane::Demand, kSmall);
}

HttpRequest listTasks(const ListScope &scope, bool detailed, const Knowledge &knowledge, Lane lane)
{
    Query query = queryFor(scope);
    if (detailed && knowledge.accepts("detailed"))
        query.add("detailed", QByteArrayLiteral("true"));
    if (knowledge.accepts("group_by"))
        query.add("group_by", QByteArrayLiteral("nodes"));
    if (knowledge.accepts("timeout"))
        query.add("timeout", QByteArray(QByteArray::number(kNodeLimitMs / 1000) + 's'));
    HttpRequest request = get(QByteArray("/_tasks" + query.text()), Shape::List, lane, kLargestList);
    request.extraMs = kNodeLimitMs;
    return request;
}

HttpRequest getTask(const TaskId &id, Lane lane)
{
    return get(QByteArray("/_tasks/" + pathOf(id)), Shape::Result, lane, kLargestResult);
}

HttpRequest cancelTask(const TaskId &id, bool wait, const Knowledge &knowledge)
{
    return cancel(QByteArray("/_tasks/" + pathOf(id) + "/_cancel"), {}, wait, knowledge);
}

HttpRequest cancelTasks(const ListScope &scope, bool wait, const Knowledge &knowledge)
{
    Q_ASSERT(!scope.isEmpty());
    return cancel(QByteArrayLiteral("/_tasks/_cancel"), queryFor(scope), wait, knowledge);
}

HttpRequest rethrottleTask(std::string_view name, const TaskId &id, double perSecond)
{
    const QByteArray limit = perSecond > 0 ? QByteArray::number(perSecond, 'g', 9) : QByteArrayLiteral("-1");
    const Query query = Query().add("requests_per_second", limit);
    return post(QByteArray('/' + QByteArray(name.data(), qsizetype(name.size())) + '/' + pathOf(id) + "/_rethrottle" + query.text()));
}

AuthScheme schemeOf(const Credentials &credentials)
{
    if (!credentials.user.isEmpty())
        return AuthScheme::Basic;
    if (credentials.key.isEmpty())
        return AuthScheme::None;
    return credentials.key.startsWith("Bearer "_L1, Qt::CaseInsensitive) ? AuthScheme::Bearer : AuthScheme::ApiKey;
}

HttpHeaders authHeadersFor(const Credentials &credentials)
{
    HttpHeaders headers {{QByteArrayLiteral("X-Opaque-Id"), QByteArray(kOpaqueId.data(), qsizetype(kOpaqueId.size()))}};
    const QByteArray key = credentials.key.toUtf8();
    QByteArray value;
    switch (schemeOf(credentials)) {
    case AuthScheme::None:
        return headers;
    case AuthScheme::Basic:
        value = QByteArray("Basic " + QByteArray(credentials.user.toUtf8() + ':' + credentials.password.toUtf8()).toBase64());
        break;
    case AuthScheme::ApiKey:
        // An encoded key is base64 and an opaque one letters and digits: a colon stands in the plain form only.
        value = key.contains(':') ? QByteArray("ApiKey " + key.toBase64())
            : key.startsWith("ApiKey ") ? key
                                        : QByteArray("ApiKey " + key);
        break;
    case AuthScheme::Bearer:
        value = key;
        break;
    }
    headers.append({QByteArrayLiteral("Authorization"), value});
    return headers;
}

QList<QString> curlHeaders(AuthScheme scheme)
{
    switch (scheme) {
    case AuthScheme::None:
        return {};
    case AuthScheme::Basic:
        return {u"Authorization: Basic $(printf %s $ES_USER:$ES_PASSWORD | base64 -w0)"_s};
    case AuthScheme::ApiKey:
        return {u"Authorization: ApiKey $ES_API_KEY"_s};
    case AuthScheme::Bearer:
        return {u"Authorization: Bearer $ES_TOKEN"_s};
    }
    Q_UNREACHABLE();
}

} // namespace taskglass::opensearch
