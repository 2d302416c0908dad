// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace taskglass::rediscloud {

/// A command type in words for people: "fixedDatabaseCreateRequest" is "Create Essentials database". Made by rule, since
/// the service's list of types is open and grows; hence English, whatever the language of the window. What no rule fits
/// is the type's own words, and what has no words is the type itself.
[[nodiscard]] QString titleFor(const QString &commandType);

/// Whether the type's name says that it only reads (…GetRequest, …ListRequest, …StatusRequest, in any case of letters):
/// such queries are tasks as well, and automation makes many of them.
[[nodiscard]] bool isReadOnlyQuery(const QString &commandType);

} // namespace taskglass::rediscloud
