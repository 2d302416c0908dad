// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/probe.h"
#include "app/settings/settingsfile.h"
#include "app/terminal/arguments.h"
#include "app/terminal/console.h"

#include <QString>

namespace taskglass {

/// The parts of `taskglass servers` that ask no server: list, add, remove. The exit status; sentences go to \a console.
/// "test" is not for this function.
[[nodiscard]] int runServersCommand(const Invocation &invocation, SettingsFile &settings, Console &console);

/// The saved servers as a table for people; empty when there are none.
[[nodiscard]] QString serversText(const QList<ServerProfile> &servers);

/// What `servers test` says after an answer: product, version, rights, and in words what cannot be done.
[[nodiscard]] QString probeText(const ServerProfile &profile, const ProbeReport &report);

} // namespace taskglass
