// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/opensearch/dialect.h"
#include "app/client/protocol.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <vector>

namespace taskglass::opensearch {

/// What shape of answer a request asks for: HttpRequest::purpose of this protocol.
enum class Shape : int {
    Root,     ///< `GET /`
    Nodes,    ///< `GET /_nodes/_local`, of which the version is read.
    Plugins,  ///< `GET /_cat/plugins`
    List,     ///< A list of tasks by node; cancels and rethrottles answer so, too.
    Result    ///< One task: running, or ended with its stored result.
};

/// Who answers, from `GET /`.
struct RootInfo final : Decoded
{
    QString clusterUuid;
    QString distribution;  ///< OpenSearch 1.0+; empty with Elasticsearch.
    QString number;        ///< "2.19.1", "7.10.2-SNAPSHOT"
    QString flavor;        ///< "default", "oss", "serverless", "unknown"; empty before Elasticsearch 6.3.
    QString tagline;
    QString headerVersion; ///< Of `X-OpenSearch-Version` (3.x).
};

/// Names or versions out of a small answer.
struct NameList final : Decoded
{
    QList<QString> names;
};

/// What is needed of a listed task beside its row. Same index as the row.
struct TaskFacts
{
    qint64 startMillis = -1;   ///< With the id it names a task for good: a restarted node counts from 1 again.
    bool mayHaveResult = false;
};

/// Why something was not done to or told about one task or node, in the server's words.
struct ServerFailure
{
    TaskId task;               ///< Empty when it is about a node.
    QString node;              ///< Node id; empty when not told.
    QString type;              ///< Of the innermost cause: "resource_not_found_exception".
    QString reason;            ///< Of the innermost cause.
    bool operator==(const ServerFailure &) const = default;
};

/// Tasks by node, without those that our own requests are.
struct Listing final : Decoded
{
    TaskPagePtr page;                  ///< Never null.
    std::vector<TaskFacts> facts;
    QList<NodeInfo> nodes;             ///< Those that answered.
    QList<ServerFailure> nodeFailures; ///< Their tasks are missing.
    QList<ServerFailure> taskFailures;
    qint64 ownStartMillis = -1;        ///< When the server began with our own list request, by its clock; -1: not seen.
    EpochNs sentAt = kNoTime;
    EpochNs receivedAt = kNoTime;
    qint64 bytes = 0;
};

/// One task with what became of it.
struct TaskResult final : Decoded
{
    TaskPagePtr page;          ///< One row.
    qint64 startMillis = -1;
    bool completed = false;
    bool hasOutcome = false;   ///< A response or an error was stored.
    bool progressKnown = true; ///< False for a running parent of slices: only the list knows how far they are.
};

[[nodiscard]] Result<std::shared_ptr<RootInfo>> readRoot(const HttpAnswer &answer);
[[nodiscard]] Result<std::shared_ptr<NameList>> readVersions(const QByteArray &body);
[[nodiscard]] Result<std::shared_ptr<NameList>> readPlugins(const QByteArray &body);
/// The id, the action and the times must be right; any other member of an unexpected type is left out (Raw still shows it).
[[nodiscard]] Result<std::shared_ptr<Listing>> readListing(const QByteArray &body, const Dialect &dialect);
[[nodiscard]] Result<std::shared_ptr<TaskResult>> readResult(const QByteArray &body);

/// Immutable; one for all conversations with a server.
class OpenSearchDecoder final : public Decoder
{
public:
    explicit OpenSearchDecoder(const Dialect &dialect) : m_dialect(dialect) { }
    [[nodiscard]] Result<DecodedPtr> decode(const HttpAnswer &answer) const override;

private:
    Dialect m_dialect;
};

} // namespace taskglass::opensearch
