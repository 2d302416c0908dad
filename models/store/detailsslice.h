// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace taskglass {

/// The value of \a key in the outermost object of \a json, byte for byte as it stands there; empty when the key is
/// missing, its value is null, or the text is not an object. The text is not validated beyond what finding needs.
[[nodiscard]] std::string_view memberOf(std::string_view json, std::string_view key);

} // namespace taskglass
