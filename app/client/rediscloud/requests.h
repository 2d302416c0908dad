// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/http.h"

#include <QByteArray>
#include <QUrl>

#include <optional>

namespace taskglass {
struct TaskLink;
}

namespace taskglass::rediscloud {

/// \file
/// The few requests that there are, all GET. \a prefix is what stands between the connection's address and the API's
/// routes: empty when the address ends in "/v1" itself, else "/v1".

[[nodiscard]] HttpRequest getAccount(const QByteArray &prefix);
[[nodiscard]] HttpRequest listTasks(const QByteArray &prefix, Lane lane);
[[nodiscard]] HttpRequest getTask(const QByteArray &prefix, const QByteArray &id, Lane lane);
/// What \a link leads to; empty when it must not be asked with the keys: not a GET, another origin than \a base, or
/// outside the path of the API that \a base and \a prefix name.
[[nodiscard]] std::optional<HttpRequest> getLink(const TaskLink &link, const QUrl &base, const QByteArray &prefix);

} // namespace taskglass::rediscloud
