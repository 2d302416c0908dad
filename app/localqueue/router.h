// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/service.h"

#include <memory>
#include <vector>

namespace taskglass::localqueue {

/// Hands each request to the server it is meant for: the first that claims its path, else the first of all. A server
/// alone gets every request, and refuses in its own way what it does not know.
class Router final : public RequestHandler
{
public:
    /// \a services is not empty and outlives the router.
    explicit Router(const std::vector<std::unique_ptr<Service>> &services);

    void handle(const HttpRequest &request, Respond respond) override;
    [[nodiscard]] HttpResponse faultAnswer(const HttpRequest &request, int status) const override;

private:
    [[nodiscard]] Service &serviceFor(const HttpRequest &request) const;
    const std::vector<std::unique_ptr<Service>> &m_services;
};

} // namespace taskglass::localqueue
