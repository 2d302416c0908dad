// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/http.h"
#include "models/domain/result.h"

namespace taskglass {

/// A web page by its body or by its content type.
[[nodiscard]] bool isWebPage(const HttpAnswer &answer);

/// What a status outside 2xx means on its own.
[[nodiscard]] Error::Kind kindForStatus(int status);

/// An answer that should have been JSON and is not, in a sentence.
[[nodiscard]] Error notJson(const HttpAnswer &answer);

} // namespace taskglass
