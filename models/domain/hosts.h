// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/serverprofile.h"

#include <QString>

namespace taskglass {

/// What is sent to \a host stays on this machine: localhost, 127.0.0.0/8, ::1. Whole names only: 127.example.com and
/// localhost.example.com belong to somebody else.
[[nodiscard]] bool isLoopback(const QString &host);

/// Whether \a host is one of the vendor's own, for a kind that is one vendor's service (Redis Cloud).
[[nodiscard]] bool isVendorHost(ServerKind kind, const QString &host);

/// Whether the keys of \a kind may go to \a profile's address. Those of a vendor's service open a whole account: they go to
/// this machine, to the vendor's hosts, and elsewhere only when somebody said that it is meant (ServerProfile::keysHost).
[[nodiscard]] bool mayHaveKeys(const ServerProfile &profile, ServerKind kind);

} // namespace taskglass
