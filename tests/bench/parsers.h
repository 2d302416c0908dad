// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace taskglass::bench {

/// What reading JSON costs by itself, in ms.
struct ParseTimes
{
    double simdjson = 0;      ///< Parsed and nothing kept: the limit.
    double qJsonDocument = 0; ///< What a Qt program would write first.
};

/// Every file of \a folder, parsed as a whole, one after the other.
[[nodiscard]] ParseTimes parseFiles(const QString &folder);

} // namespace taskglass::bench
