// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/dialects/meilisearch/keyring.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace taskglass::localqueue {

/// Reads a key file's text: one key a line, `DIALECT …`; empty lines and those that begin with '#' are skipped, and so are
/// lines for the other dialects. The error names the line.
[[nodiscard]] Result<std::vector<meilisearch::KeyLine>> parseKeyFile(const QByteArray &text);

/// The same from disk.
[[nodiscard]] Result<std::vector<meilisearch::KeyLine>> readKeyFile(const QString &path);

} // namespace taskglass::localqueue
