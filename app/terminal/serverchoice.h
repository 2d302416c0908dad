// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "app/terminal/arguments.h"
#include "models/domain/result.h"

namespace taskglass {

/// Which server a command means, and the words behind it.
struct ServerChoice
{
    ServerProfile profile;
    QStringList rest;
};

/// Reads SERVER from \a words: a saved name or a URL first, else the only saved server, else the only one of the last
/// session. Options of the command line override what is saved. An error is wrong usage, as a sentence.
[[nodiscard]] Result<ServerChoice> chooseServer(const QStringList &words, const Settings &settings, const Invocation &invocation);

/// One SERVER word as a profile; for `servers test` and the window.
[[nodiscard]] Result<ServerProfile> serverFromWord(const QString &word, const Settings &settings, const Invocation &invocation);

/// \a profile with the command line's options over it.
[[nodiscard]] ServerProfile withOptions(ServerProfile profile, const Invocation &invocation);

/// Why nothing is asked at all: the keys would go to a host that has no right to them, and nobody said that it is meant. A
/// sentence that names the option; empty when they may be sent. \a kind: what the server is asked as.
[[nodiscard]] QString keysProblem(const ServerProfile &profile, ServerKind kind);

} // namespace taskglass
