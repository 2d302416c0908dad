// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/dialects/meilisearch/apiversion.h"
#include "app/localqueue/dialects/meilisearch/keyring.h"
#include "app/localqueue/engine/engine.h"
#include "app/localqueue/http.h"

#include <QJsonObject>

#include <memory>

namespace taskglass::localqueue::meilisearch {

struct DialectOptions
{
    ApiVersion api;
    /// Ignores unknown parameters of lists. What a real server refuses for other reasons stays refused.
    bool lenient = false;
    qint64 payloadLimit = 100 * 1024 * 1024;
    const Clock *clock = nullptr;       ///< For the expiry of keys; null: the system's.
};

/// Meilisearch's HTTP interface over an engine: a function from request to answer. Lives on one thread.
class Dialect
{
public:
    /// \a engine must outlive the dialect.
    Dialect(Engine &engine, KeyRing keys, DialectOptions options);
    ~Dialect();

    /// Routes, checks the key, answers. Unknown paths are 404 and wrong methods 405, both empty and before any key is
    /// looked at, as on the real server.
    [[nodiscard]] HttpResponse handle(const HttpRequest &request);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace taskglass::localqueue::meilisearch
