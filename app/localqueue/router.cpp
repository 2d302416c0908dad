// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/router.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

HttpResponse RequestHandler::faultAnswer(const HttpRequest &, int status) const
{
    HttpResponse response;
    response.status = status;
    if (status == 429 || status == 503)
        response.headers.emplace_back("retry-after"_ba, "1"_ba);
    return response;
}

Router::Router(const std::vector<std::unique_ptr<Service>> &services)
    : m_services(services)
{
}

void Router::handle(const HttpRequest &request, Respond respond)
{
    serviceFor(request).handle(request, std::move(respond));
}

HttpResponse Router::faultAnswer(const HttpRequest &request, int status) const
{
    return serviceFor(request).faultAnswer(request, status);
}

Service &Router::serviceFor(const HttpRequest &request) const
{
    const auto claiming = std::find_if(m_services.begin(), m_services.end(),
                                       [&](const auto &service) { return service->claims(request); });
    return claiming != m_services.end() ? **claiming : *m_services.front();
}

} // namespace taskglass::localqueue
