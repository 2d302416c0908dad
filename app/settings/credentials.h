// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/serverprofile.h"

#include <QString>

#include <functional>

namespace taskglass {

/// Where the command line says that the secrets are. Never the secrets themselves: arguments are seen by everybody.
struct CredentialSources
{
    QString keyFile;
    bool keyFromStdin = false;
    QString secretFile;
    QString user;
};

/// What readCredentials() needs from the world around it, so that tests decide it.
struct CredentialWorld
{
    std::function<QString(const char *)> environment;  ///< The value of a variable; empty when unset.
    std::function<Result<QByteArray>(const QString &)> readFile;
    std::function<Result<QByteArray>()> readStdin;     ///< Up to the first line's end.
    /// The process' own.
    [[nodiscard]] static CredentialWorld real();
};

/// The secrets for a connection of \a kind. What the command line names beats TASKGLASS_KEY, TASKGLASS_SECRET,
/// TASKGLASS_USER and TASKGLASS_PASSWORD, and those beat the vendors' variables, which go to their own kind of server
/// only: MEILI_MASTER_KEY to Meilisearch or to a kind still to be asked, REDISCLOUD_… to Redis Cloud. With a user name
/// and no password of its own, the secret is the password. An empty or multi-line secret is an error, never "no secret".
[[nodiscard]] Result<Credentials> readCredentials(const CredentialSources &sources, ServerKind kind, const CredentialWorld &world);

} // namespace taskglass
