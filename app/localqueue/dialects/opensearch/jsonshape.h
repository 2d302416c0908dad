// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace taskglass::localqueue::opensearch {

/// What `filter_path` leaves of a valid JSON object: patterns of names joined by dots, with `*` within a name and `**` for
/// any number of names; those that begin with '-' take away. Nothing left is `{}`.
[[nodiscard]] QByteArray filteredJson(const QByteArray &json, const QByteArrayList &patterns);

/// The same JSON for people, two blanks a level and blanks around colons, as `pretty` asks for. Ends with a line feed.
[[nodiscard]] QByteArray prettyJson(const QByteArray &json);

} // namespace taskglass::localqueue::opensearch
