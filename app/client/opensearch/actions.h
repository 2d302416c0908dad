// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string_view>

namespace taskglass::opensearch {

/// The header that names our own tasks, so that they can be told from others'. One for all installations and requests:
/// servers write deprecation warnings once for each value.
inline constexpr std::string_view kOpaqueId = "taskglass-monitor";

/// What the cluster does by itself or for whoever watches it: monitoring, internal transport, persistent tasks, keeping
/// replicas and leases in step, and the storing of results.
[[nodiscard]] bool isHousekeeping(std::string_view action, std::string_view type, std::string_view parent, std::string_view target);

/// A list request, ours or another monitor's, or its part on a node.
[[nodiscard]] bool isListing(std::string_view action);

/// Whether the result of such a task can have been stored for `GET /_tasks/{id}`: only tasks that can be started with
/// `wait_for_completion=false`, and never their children.
[[nodiscard]] bool mayHaveResult(std::string_view action, std::string_view parent);

/// "_reindex", "_update_by_query" or "_delete_by_query", for `POST /<name>/{id}/_rethrottle`; empty for all other actions.
[[nodiscard]] std::string_view rethrottleName(std::string_view action);

/// The index that \a description (as listed with `detailed`) says the task works on: of a copy where it goes to, of a
/// search all that it names, comma-separated. Empty when the text does not tell.
[[nodiscard]] std::string_view targetIn(std::string_view description);

/// "node" of "node:77"; empty when there is no colon.
[[nodiscard]] std::string_view nodeOf(std::string_view taskId);

} // namespace taskglass::opensearch
