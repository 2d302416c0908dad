// SPDX-License-Identifier: GPL-3.0-or-later
// In a file of its own, so that what brings its own detector need not link every protocol.
#include "app/client/pollingclient.h"
#include "app/client/probe.h"
#include "app/client/protocol.h"

namespace taskglass {

PollingClient::PollingClient(ServerProfile profile, Credentials credentials, const Clock &clock, QObject *parent)
    : PollingClient(std::move(profile), std::move(credentials), clock, &detect, parent)
{
}

Probe::Probe(const ServerProfile &profile, const Credentials &credentials, const Clock &clock, QObject *parent)
    : Probe(profile, credentials, clock, &detect, parent)
{
}

} // namespace taskglass
