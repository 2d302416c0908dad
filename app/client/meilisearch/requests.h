// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/http.h"
#include "app/client/meilisearch/wire.h"
#include "app/client/query.h"

#include <QByteArray>
#include <QList>

#include <span>

namespace taskglass::meilisearch {

/// `uids=` lists longer than this do not pass some proxies (4 KiB of request line).
inline constexpr qsizetype kUidsPerRequest = 500;

/// A list page may be large: 100,000 tasks of G1 at once are some 40 MB.
inline constexpr qint64 kLargestList = 512LL * 1024 * 1024;

[[nodiscard]] HttpRequest getHealth();
[[nodiscard]] HttpRequest getVersion();
[[nodiscard]] HttpRequest listTasks(const Query &query, Lane lane);
[[nodiscard]] HttpRequest listBatches(const Query &query, Lane lane);
[[nodiscard]] HttpRequest getTask(qint64 uid, Lane lane);
[[nodiscard]] HttpRequest getBatch(const QByteArray &uid, Lane lane);
/// Commands: only non-empty queries come here; see filterquery.h.
[[nodiscard]] HttpRequest postCancel(const Query &query);
[[nodiscard]] HttpRequest deleteTasks(const Query &query);

[[nodiscard]] QByteArray joined(std::span<const qint64> uids);

} // namespace taskglass::meilisearch
