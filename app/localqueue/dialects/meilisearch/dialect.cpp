// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/meilisearch/dialect.h"

#include "app/localqueue/dialects/meilisearch/routes.h"
#include "app/localqueue/routepattern.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::meilisearch {

namespace {

FoundRoute<Route> routeFor(const HttpRequest &request, ApiVersion api)
{
    return findRoute<Route>(request, {taskRoutes(), documentRoutes(), settingsRoutes(), indexRoutes(), serverRoutes(), keyRoutes()},
                            [api](const Route &route) { return api >= route.since && api < route.until; });
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
    const FoundRoute<Route> found = routeFor(request, d->options.api);
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
