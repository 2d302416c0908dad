// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/protocol.h"
#include "app/client/rediscloud/ledger.h"
#include "app/client/rediscloud/quota.h"

#include <QByteArray>

namespace taskglass::rediscloud {

/// What is known of the account spoken to; shared by all conversations with it, on one thread.
struct Service
{
    QByteArray prefix; ///< What stands between the connection's address and the API's routes, see requests.h.
    Quota quota;
    Ledger ledger;

    /// Takes what \a outcome says of the quota, and gives a refusal for want of it the pause that it needs.
    [[nodiscard]] Result<DecodedPtr> noted(const Result<DecodedPtr> &outcome, EpochNs receivedAt);
};

/// "x-api-key" (the account's) and "x-api-secret-key" (the user's), as far as there are any.
[[nodiscard]] HttpHeaders keyHeaders(const Credentials &credentials);
/// The same with placeholders, for a shell.
[[nodiscard]] QList<QString> curlKeyHeaders();

/// What Redis Cloud can and cannot do, with the reasons.
[[nodiscard]] Capabilities capabilitiesOfRedisCloud();

} // namespace taskglass::rediscloud
