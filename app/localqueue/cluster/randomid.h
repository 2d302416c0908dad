// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace taskglass::localqueue::cluster {

/// A new id in the alphabet of nodes', indices' and documents' ids: 22 characters for 16 \a bytes, 20 for 15. Any thread.
[[nodiscard]] QByteArray randomId(int bytes);

} // namespace taskglass::localqueue::cluster
