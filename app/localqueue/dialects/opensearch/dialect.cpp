// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/dialect.h"

#include "app/localqueue/dialects/opensearch/routes.h"
#include "app/localqueue/jsontext.h"
#include "app/localqueue/routepattern.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::opensearch {

namespace {

/// Names that begin with '_' are words of the interface and no indices, but for "_all".
FoundRoute<Route> routeFor(const HttpRequest &request)
{
    const QByteArrayList segments = request.segments();
    const bool isWord = !segments.isEmpty() && segments.first().startsWith('_') && segments.first() != "_all";
    return findRoute<Route>(request, {taskRoutes(), jobRoutes(), clusterRoutes(), searchRoutes(), documentRoutes(), indexRoutes()},
                            [isWord](const Route &route) { return !isWord || !route.pattern.startsWith("/:index"); });
}

QString uriOf(const HttpRequest &request)
{
    return QString::fromUtf8(request.query.isEmpty() ? request.path : request.path + '?' + request.query);
}

HttpResponse wrongMethod(const HttpRequest &request, const QByteArrayList &allowed)
{
    HttpResponse response = plainErrorAnswer(
        405, u"Incorrect HTTP method for uri [%1] and method [%2], allowed: [%3]"_s.arg(
                 uriOf(request), QString::fromLatin1(request.method), QString::fromLatin1(allowed.join(", "))));
    response.headers.emplace_back("Allow"_ba, allowed.join(','));
    return response;
}

/// What real servers make of paths that nobody serves.
HttpResponse noRoute(const HttpRequest &request, const ApiProfile &api)
{
    const QByteArrayList segments = request.segments();
    const QString first = segments.isEmpty() ? QString() : QString::fromUtf8(segments.first());
    if (segments.size() == 1) {
        cluster::Fault fault {"invalid_index_name_exception"_ba, u"Invalid index name [%1], must not start with '_'."_s.arg(first),
                              400, {}, {}, true};
        return faultAnswer(fault.with("index"_ba, jsonString(first)).with("index_uuid"_ba, "\"_na_\""_ba));
    }
    if (!api.isOpenSearch() && api.major < 8 && segments.size() == 2)
        return wrongMethod(request, {"POST"_ba}); // taken for an index and a type
    if (!api.isOpenSearch() && api.major < 8)
        return faultAnswer(cluster::indexNotFound(first));
    return plainErrorAnswer(400, u"no handler found for uri [%1] and method [%2]"_s.arg(
                                     uriOf(request), QString::fromLatin1(request.method)), false);
}

/// Bodies come as JSON, or as lines of it; a body without a type is taken for JSON.
bool isSupported(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    return type.isEmpty() || type == "application/json" || type == "application/x-ndjson"
        || (type.startsWith("application/vnd.") && type.endsWith("json"));
}

} // namespace

Dialect::Dialect(cluster::Cluster &cluster, DialectOptions options)
    : m_cluster(cluster)
    , m_options(std::move(options))
{
}

Dialect::~Dialect() = default;

bool Dialect::claims(const HttpRequest &request)
{
    const QByteArrayList segments = request.segments();
    return (!segments.isEmpty() && segments[0].startsWith('_')) || (segments.size() > 1 && segments[1].startsWith('_'));
}

void Dialect::handle(const HttpRequest &request, Reply reply)
{
    FoundRoute<Route> found = routeFor(request);
    auto call = std::make_shared<Call>(Call {m_cluster, m_options, request, std::move(found.arguments),
                                             Parameters(request, m_options.lenient), {}, std::move(reply), {}});
    for (const QByteArray &name : {"X-Opaque-Id"_ba, "X-Request-Id"_ba}) {
        const QByteArray value = request.header(name);
        if (!value.isEmpty() && (name == "X-Opaque-Id" || m_options.api.keepsRequestId()))
            call->origin.headers.emplace_back(name, value);
    }
    if (!letsIn(m_options.users, request.header("authorization"))) {
        HttpResponse response = textAnswer(401, "Unauthorized"_ba);
        response.headers.emplace_back("WWW-Authenticate"_ba, "Basic realm=\"OpenSearch Security\""_ba);
        call->answer(std::move(response));
    } else if (!request.body.isEmpty() && !isSupported(request.header("content-type"))) {
        call->answer(plainErrorAnswer(406, u"Content-Type header [%1] is not supported"_s.arg(
                                               QString::fromUtf8(request.header("content-type")))));
    } else if (found.route) {
        found.route->handler(call);
    } else {
        call->answer(found.allowed.isEmpty() ? noRoute(request, m_options.api) : wrongMethod(request, found.allowed));
    }
}

} // namespace taskglass::localqueue::opensearch
