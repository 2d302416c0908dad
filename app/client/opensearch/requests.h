// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/http.h"
#include "app/client/opensearch/knowledge.h"
#include "app/client/query.h"
#include "models/domain/serverprofile.h"
#include "models/domain/task.h"

#include <QList>

#include <string_view>

namespace taskglass::opensearch {

[[nodiscard]] HttpRequest getRoot(Lane lane);
/// Of the node that answers only the version.
[[nodiscard]] HttpRequest getLocalNode();
[[nodiscard]] HttpRequest getPlugins();

/// Which tasks of a list. Empty lists restrict nothing.
struct ListScope
{
    QList<QByteArray> nodes;   ///< Node ids.
    QList<QByteArray> actions; ///< May hold `*`.
    QByteArray parent;
    [[nodiscard]] bool isEmpty() const { return nodes.isEmpty() && actions.isEmpty() && parent.isEmpty(); }
};
/// Parameters that the server refused before are left out; the time limit a node is kept below the client's own.
[[nodiscard]] HttpRequest listTasks(const ListScope &scope, bool detailed, const Knowledge &knowledge, Lane lane);

/// A task that runs, or the stored result of one that ended.
[[nodiscard]] HttpRequest getTask(const TaskId &id, Lane lane);
/// With \a wait the answer comes when the task has stopped, at most kLongestWaitMs later.
[[nodiscard]] HttpRequest cancelTask(const TaskId &id, bool wait, const Knowledge &knowledge);
/// Cancels everything that \a scope matches. Only non-empty scopes come here: a bare cancel would stop the whole cluster.
[[nodiscard]] HttpRequest cancelTasks(const ListScope &scope, bool wait, const Knowledge &knowledge);
/// \a name as rethrottleName() gives it; \a perSecond is above 0, or -1 for no limit.
[[nodiscard]] HttpRequest rethrottleTask(std::string_view name, const TaskId &id, double perSecond);

/// How long a cancel that waits may take beyond the usual deadline.
inline constexpr int kLongestWaitMs = 60'000;

/// Which of the forms below \a credentials are.
[[nodiscard]] AuthScheme schemeOf(const Credentials &credentials);
/// Authorization and the header that names our own tasks. User and password: Basic. A key "id:key", or the encoded form of
/// it, or an opaque token (OpenSearch 3.7+): ApiKey. A key that begins with "Bearer " is sent as it is.
[[nodiscard]] HttpHeaders authHeadersFor(const Credentials &credentials);
/// The Authorization line of a copied cURL command, with a placeholder that a shell fills in; empty without a scheme.
[[nodiscard]] QList<QString> curlHeaders(AuthScheme scheme);

} // namespace taskglass::opensearch
