// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/http.h"
#include "models/domain/result.h"

#include <optional>

namespace taskglass::meilisearch {

/// What is wrong with \a answer before its JSON is read: its status, or a body that is no JSON at all. Empty when the
/// status is 2xx and the body may be what was asked for.
[[nodiscard]] std::optional<Error> errorIn(const HttpAnswer &answer);

/// The key action that \a request needs: "tasks.get", "tasks.cancel", "tasks.delete", "version"; empty for /health.
[[nodiscard]] QString rightFor(const HttpRequest &request);

/// The parameter that a 400 "Unknown parameter `x`" complains about; empty for any other error.
[[nodiscard]] QString unknownParameter(const Error &error);

/// True for a 404 without Meilisearch's own error object: the route does not exist, as opposed to the task.
[[nodiscard]] bool isMissingRoute(const Error &error);

} // namespace taskglass::meilisearch
