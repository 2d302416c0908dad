// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace taskglass {

/// A release, as far as numbers go: suffixes such as "-rc.1" are cut off.
struct Version
{
    int major = 0;
    int minor = 0;
    int patch = 0;
    auto operator<=>(const Version &) const = default;
};

/// Reads "1.50.0", "v1.12", "0.30.0-rc.1"; empty for anything that does not begin with two numbers.
[[nodiscard]] std::optional<Version> parseVersion(const QString &text);

} // namespace taskglass
