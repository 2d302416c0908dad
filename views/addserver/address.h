// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/hosts.h"
#include "models/domain/serverprofile.h"

#include <QString>
#include <QUrl>

namespace taskglass {

/// The address that somebody typed or pasted: "search.example:7700" is http on this machine and https everywhere else.
/// User, query and fragment are dropped, since secrets hide there. Empty or invalid for what is no address.
[[nodiscard]] QUrl addressFrom(const QString &typed);

/// What an address of \a kind looks like; of Redis Cloud there is one only.
[[nodiscard]] QString exampleAddress(ServerKind kind);

} // namespace taskglass
