// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/dialects/rediscloud/dialect.h"

namespace taskglass::localqueue::rediscloud {

/// Where a task is told, which decides its links.
enum class TaskView {
    Receipt, ///< The answer to the request that started it.
    ListItem,
    ById
};

/// A task as the service writes it, with the oddities asked for. Nothing that the service does not tell is told: no time
/// of acceptance, no start, no progress.
[[nodiscard]] QByteArray taskJson(const account::Task &task, TaskView view, const DialectOptions &options);

/// `{"rel":…,"href":…,"type":"GET"}`.
[[nodiscard]] QByteArray linkJson(QByteArrayView rel, const QByteArray &href);

} // namespace taskglass::localqueue::rediscloud
