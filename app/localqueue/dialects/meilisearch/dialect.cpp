// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/meilisearch/dialect.h"

#include "app/localqueue/dialects/meilisearch/routes.h"
#include "app/localqueue/routepattern.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::meilisearch {

namespace {

struct Found
{
    const Route *route = nullptr;
    QByteArrayList arguments;
    QByteArrayList allowed; ///< Methods of that path, when none fits the request.
};

Found findRoute(const HttpRequest &request, ApiVersion api)
{
    const QByteArrayList segments = request.segments();
    Found found;
    // The first pattern that fits the path decides, so fixed words stand before placeholders in each list: /tasks/cancel
    // is no task uid, and GET on it is a wrong method.
    QByteArrayView pattern;
    for (const auto &routes :
         {taskRoutes(), documentRoutes(), settingsRoutes(), indexRoutes(), serverRoutes(), keyRoutes()}) {
        for (const Route &route : routes) {
            if (api < route.since || api >= route.until || (!pattern.isEmpty() && route.pattern != pattern))
                continue;
            const auto arguments = matchPath(route.pattern, segments);
            if (!arguments)
                continue;
            if (route.method == request.method) {
                found.route = &route;
                found.arguments = *arguments;
                return found;
            }
            pattern = route.pattern;
            found.allowed.append(route.method.toByteArray());
        }
    }
    return found;
}

/// A key without the index of the path is refused as if it were wrong.
bool seesIndexOfPath(const Route &route, const QByteArrayList &arguments, const Access &access)
{
    return !route.pattern.contains(":index") || arguments.isEmpty() || access.sees(QString::fromUtf8(arguments.first()));
}

} // namespace

struct Dialect::Private
{
    Engine &engine;
    KeyRing keys;
    DialectOptions options;
    QJsonObject features;
    SystemClock systemClock;
};

Dialect::Dialect(Engine &engine, KeyRing keys, DialectOptions options)
    : d(new Private {engine, std::move(keys), options, {}, {}})
{
}

Dialect::~Dialect() = default;

HttpResponse Dialect::handle(const HttpRequest &request)
{
    const Found found = findRoute(request, d->options.api);
    if (!found.route) {
        HttpResponse response = emptyResponse(found.allowed.isEmpty() ? 404 : 405);
        if (!found.allowed.isEmpty())
            response.headers.emplace_back("allow"_ba, found.allowed.join(", "));
        return response;
    }
    const Clock &clock = d->options.clock ? *d->options.clock : d->systemClock;
    const auto access = d->keys.authorize(request.header("authorization"), found.route->action.toByteArray(),
                                          d->options.api, clock.now());
    if (!access)
        return errorResponse(access.error());
    if (!seesIndexOfPath(*found.route, found.arguments, access.value()))
        return errorResponse(invalidApiKey());
    Call call {d->engine, d->options, d->keys, d->features, clock, request, found.arguments, access.value()};
    return found.route->handler(call);
}

} // namespace taskglass::localqueue::meilisearch
