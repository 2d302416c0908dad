// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/http.h"
#include "app/client/opensearch/dialect.h"
#include "models/domain/capabilities.h"
#include "models/domain/result.h"
#include "models/domain/taskpage.h"

#include <QSet>

namespace taskglass::opensearch {

/// How requests are signed; decides the placeholder in copied cURL lines.
enum class AuthScheme : quint8 { None, Basic, ApiKey, Bearer };

/// What is known about the cluster spoken to: its dialect, and what answers taught since. Shared by all conversations
/// with it, on one thread.
class Knowledge
{
public:
    Knowledge(const Dialect &dialect, const QString &clusterUuid) : m_dialect(dialect), m_clusterUuid(clusterUuid) { }

    [[nodiscard]] const Dialect &dialect() const { return m_dialect; }
    /// Empty when the server did not tell.
    [[nodiscard]] const QString &clusterUuid() const { return m_clusterUuid; }
    /// What the version can do, less what was refused.
    [[nodiscard]] Capabilities capabilities() const;

    /// Learns from a refused request: a right that the user lacks, parameters that the server does not know. True when
    /// something changed that makes asking the same in another way worth while.
    bool learn(const HttpRequest &request, const Error &error);
    /// False for a parameter that this server said it does not know.
    [[nodiscard]] bool accepts(const char *parameter) const { return !m_unknownParameters.contains(QLatin1StringView(parameter)); }
    [[nodiscard]] bool canAskForResults() const { return m_resultsRefused.isEmpty(); }

    /// The machines as last listed; set by the sync.
    [[nodiscard]] const QList<NodeInfo> &nodes() const { return m_nodes; }
    /// What tasks of that node are shown under; its id when it was never listed.
    [[nodiscard]] QString labelOf(const QString &nodeId) const;
    void setNodes(const QList<NodeInfo> &nodes) { m_nodes = nodes; }

    [[nodiscard]] AuthScheme scheme() const { return m_scheme; }
    void setScheme(AuthScheme scheme) { m_scheme = scheme; }

private:
    Dialect m_dialect;
    QString m_clusterUuid;
    QSet<QString> m_unknownParameters;
    QString m_cancelRefused;     ///< The missing right, or a space when the server did not name it.
    QString m_rethrottleRefused;
    QString m_resultsRefused;
    QList<NodeInfo> m_nodes;
    AuthScheme m_scheme = AuthScheme::None;
};

/// The page of one task's result with the name of its node, which only lists tell.
[[nodiscard]] TaskPagePtr withNode(const TaskPage &page, const Knowledge &knowledge);

} // namespace taskglass::opensearch
