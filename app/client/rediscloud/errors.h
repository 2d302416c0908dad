// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/http.h"
#include "models/domain/result.h"

#include <optional>

namespace taskglass::rediscloud {

/// What an answer with an error status means, in a sentence of ours; empty for 2xx. The body may be the service's JSON,
/// empty, or the HTML page of its front proxy: the status decides, the body adds the service's own words if it has any.
[[nodiscard]] std::optional<Error> errorIn(const HttpAnswer &answer);

/// Error::BadResponse for a body that came with 2xx and is not what the API promises; says what it looks like.
[[nodiscard]] Error unexpectedBody(const HttpAnswer &answer);

/// Milliseconds to wait as a 429 says: `x-rate-limit-retry-after-seconds`, else `Retry-After`; -1 when it says neither.
[[nodiscard]] qint64 rateLimitWaitMs(const HttpAnswer &answer);

/// What the account says is left of its requests (`X-Rate-Limit-Remaining`); -1 when it does not say.
[[nodiscard]] qint64 rateLimitRemaining(const HttpAnswer &answer);

} // namespace taskglass::rediscloud
