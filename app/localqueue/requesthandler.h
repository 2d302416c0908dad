// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/http.h"

#include <functional>

namespace taskglass::localqueue {

/// Sends the answer of one request. Called once at most, on the thread that the request came on, now or later; does
/// nothing when the client, or the whole server, has gone meanwhile. Never called: the client waits until it gives up.
using Respond = std::function<void(HttpResponse)>;

/// What stands behind the HTTP front.
class RequestHandler
{
public:
    RequestHandler() = default;
    virtual ~RequestHandler() = default;
    RequestHandler(const RequestHandler &) = delete;
    RequestHandler &operator=(const RequestHandler &) = delete;

    /// Answers by \a respond, before or after it returns: work that a client waits for must not hold up the others.
    /// \a request is gone after the call.
    virtual void handle(const HttpRequest &request, Respond respond) = 0;

    /// What a fault rule's \a status looks like here. The bare status, with Retry-After where clients look for it.
    [[nodiscard]] virtual HttpResponse faultAnswer(const HttpRequest &request, int status) const;
};

} // namespace taskglass::localqueue
