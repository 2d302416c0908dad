// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/http.h"

#include <QByteArrayList>
#include <QByteArrayView>

#include <initializer_list>
#include <optional>
#include <span>
#include <utility>

namespace taskglass::localqueue {

/// What stands at the placeholders of \a pattern ("/indexes/:index/documents/:id") in a path of these decoded segments, in
/// their order; empty when the path is another. "/" fits the path without segments.
[[nodiscard]] std::optional<QByteArrayList> matchPath(QByteArrayView pattern, const QByteArrayList &segments);

/// Where a request belongs in the tables of a dialect, whose routes have a `method` and a `pattern`.
template<typename Route>
struct FoundRoute
{
    const Route *route = nullptr; ///< Null when nobody serves the path, or not with this method.
    QByteArrayList arguments;     ///< What stands at the pattern's placeholders.
    QByteArrayList allowed;       ///< Methods of that path, when none fits the request; empty: nobody serves it.
};

/// The first pattern that fits the path decides, so fixed words stand before placeholders in each table: /tasks/cancel is
/// no task id, and GET on it is a wrong method. Only routes for which \a exists(route) is true are looked at.
template<typename Route, typename Exists>
[[nodiscard]] FoundRoute<Route> findRoute(const HttpRequest &request, std::initializer_list<std::span<const Route>> tables, Exists &&exists)
{
    const QByteArrayList segments = request.segments();
    FoundRoute<Route> found;
    QByteArrayView pattern;
    for (const auto &routes : tables) {
        for (const Route &route : routes) {
            if ((!pattern.isEmpty() && route.pattern != pattern) || !exists(route))
                continue;
            auto arguments = matchPath(route.pattern, segments);
            if (!arguments)
                continue;
            if (route.method == request.method)
                return {&route, *std::move(arguments), {}};
            pattern = route.pattern;
            found.allowed.append(route.method.toByteArray());
        }
    }
    return found;
}

} // namespace taskglass::localqueue
