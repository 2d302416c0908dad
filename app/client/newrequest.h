// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/http.h"

namespace taskglass {

/// A GET of \a target. \a purpose: the protocol's own, see HttpRequest; \a maxBytes: of its answer.
[[nodiscard]] inline HttpRequest newGet(const QByteArray &target, int purpose, Lane lane, qint64 maxBytes)
{
    HttpRequest request;
    request.target = target;
    request.purpose = purpose;
    request.lane = lane;
    request.maxBytes = maxBytes;
    return request;
}

/// What changes something on the server: somebody waits for it, and it is sent once.
[[nodiscard]] inline HttpRequest newCommand(const QByteArray &verb, const QByteArray &target, int purpose, qint64 maxBytes)
{
    HttpRequest request = newGet(target, purpose, Lane::Demand, maxBytes);
    request.verb = verb;
    request.idempotent = false;
    return request;
}

} // namespace taskglass
