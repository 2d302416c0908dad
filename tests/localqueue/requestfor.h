// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/http.h"

#include <utility>
#include <vector>

namespace taskglass::localqueue {

/// A request as a dialect gets it. \a target is path and query.
inline HttpRequest requestFor(const QByteArray &method, const QByteArray &target, const QByteArray &body, std::vector<HttpHeader> headers)
{
    HttpRequest request;
    request.method = method;
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.left(mark);
    request.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    request.body = body;
    request.headers = std::move(headers);
    return request;
}

} // namespace taskglass::localqueue
