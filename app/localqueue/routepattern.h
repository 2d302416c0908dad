// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QByteArrayView>

#include <optional>

namespace taskglass::localqueue {

/// What stands at the placeholders of \a pattern ("/indexes/:index/documents/:id") in a path of these decoded segments, in
/// their order; empty when the path is another. "/" fits the path without segments.
[[nodiscard]] std::optional<QByteArrayList> matchPath(QByteArrayView pattern, const QByteArrayList &segments);

} // namespace taskglass::localqueue
