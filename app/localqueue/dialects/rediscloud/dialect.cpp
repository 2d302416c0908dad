// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/rediscloud/dialect.h"

#include "app/localqueue/dialects/rediscloud/quota.h"
#include "app/localqueue/dialects/rediscloud/routes.h"
#include "app/localqueue/routepattern.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::rediscloud {

namespace {

FoundRoute<Route> routeFor(const HttpRequest &request)
{
    return findRoute<Route>(request, {accountRoutes(), taskRoutes(), subscriptionRoutes(), databaseRoutes(), ruleRoutes()},
                            [](const Route &) { return true; });
}

/// What the proxy in front of the service says, before the service has seen the request.
HttpResponse htmlRefusal()
{
    return {401, "text/html"_ba,
            "<html>\r\n<head><title>401 Authorization Required</title></head>\r\n<body>\r\n"
            "<center><h1>401 Authorization Required</h1></center>\r\n<hr><center>taskglass-queue</center>\r\n"
            "</body>\r\n</html>\r\n"_ba,
            {}};
}

} // namespace

struct Dialect::Private
{
    account::Account &account;
    DialectOptions options;
    Quota quota;
    SystemClock systemClock;

    [[nodiscard]] EpochNs now() const { return options.clock ? options.clock->now() : systemClock.now(); }

    [[nodiscard]] HttpResponse checked(const HttpRequest &request)
    {
        const Access access =
            accessOf(options.keys, request.header("x-api-key"), request.header("x-api-secret-key"));
        if (access == Access::None) {
            return options.has(Oddity::Json401) ? problem(request, 401, u"The keys are missing or wrong."_s, now())
                                                : htmlRefusal();
        }
        const FoundRoute<Route> found = routeFor(request);
        if (!found.route) {
            return found.allowed.isEmpty() ? problem(request, 404, u"There is nothing at this path."_s, now())
                                           : problem(request, 405, u"%1 is not possible here."_s
                                                         .arg(QString::fromLatin1(request.method)), now());
        }
        if (access == Access::Read && request.method != "GET")
            return problem(request, 403, u"The key's role allows reading only."_s, now());
        Call call {account, options, request, found.arguments, now()};
        return found.route->handler(call);
    }
};

Dialect::Dialect(account::Account &account, DialectOptions options)
    : d(new Private {account, std::move(options), Quota(0), {}})
{
    d->quota = Quota(d->options.quotaPerMinute);
}

Dialect::~Dialect() = default;

HttpResponse Dialect::handle(const HttpRequest &request)
{
    const Quota::Decision quota = d->quota.take(request.header("x-api-key"), d->now());
    HttpResponse response;
    if (quota.allowed) {
        response = d->checked(request);
    } else {
        response = faultAnswer(request, 429);
        response.headers.clear();
        response.headers.emplace_back("x-rate-limit-retry-after-seconds"_ba, QByteArray::number(quota.retryAfterS));
    }
    if (d->options.quotaPerMinute > 0)
        response.headers.emplace_back("X-Rate-Limit-Remaining"_ba, QByteArray::number(quota.remaining));
    return response;
}

void Dialect::setKeys(std::vector<KeyPair> keys)
{
    d->options.keys = std::move(keys);
}

HttpResponse Dialect::faultAnswer(const HttpRequest &request, int status) const
{
    if (status == 401 && !d->options.has(Oddity::Json401))
        return htmlRefusal();
    HttpResponse response = problem(
        request, status,
        status == 429 ? u"Too many requests for this account."_s : u"The service cannot answer now."_s, d->now());
    if (status == 429)
        response.headers.emplace_back("x-rate-limit-retry-after-seconds"_ba, "1"_ba);
    else if (status == 503)
        response.headers.emplace_back("retry-after"_ba, "1"_ba);
    return response;
}

} // namespace taskglass::localqueue::rediscloud
