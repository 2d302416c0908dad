// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/dialects/meilisearch/keyring.h"
#include "app/localqueue/dialects/opensearch/users.h"
#include "app/localqueue/dialects/rediscloud/keys.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace taskglass::localqueue {

/// The keys of all servers that one key file names.
struct KeyFile
{
    std::vector<meilisearch::KeyLine> meilisearch;
    std::vector<opensearch::User> openSearch;
    std::vector<rediscloud::KeyPair> redisCloud;
};

/// Reads a key file's text: one key a line, `DIALECT …`; empty lines and those that begin with '#' are skipped, and so are
/// lines for servers that are not imitated. The error names the line.
[[nodiscard]] Result<KeyFile> parseKeyFile(const QByteArray &text);

/// The same from disk.
[[nodiscard]] Result<KeyFile> readKeyFile(const QString &path);

} // namespace taskglass::localqueue
