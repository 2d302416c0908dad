// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/dialects/opensearch/answers.h"
#include "app/localqueue/dialects/opensearch/dialect.h"
#include "app/localqueue/dialects/opensearch/parameters.h"

#include <QJsonObject>

#include <optional>
#include <span>

namespace taskglass::localqueue::opensearch {

enum class Grouping;

/// What a handler works with, for one request. Shared with the callbacks of work that goes on behind it; used by one
/// thread after the other, never by two.
struct Call
{
    cluster::Cluster &cluster;
    const DialectOptions &options;
    HttpRequest request;
    QByteArrayList arguments;       ///< What stood at the pattern's placeholders, decoded, in order.
    Parameters parameters;
    cluster::Origin origin;
    Dialect::Reply reply;
    /// Tasks that are listed while the request is being answered.
    std::vector<std::unique_ptr<cluster::ScopedTask>> tasks;

    [[nodiscard]] const ApiProfile &api() const { return options.api; }
    [[nodiscard]] QString argument(int position) const { return QString::fromUtf8(arguments.at(position)); }
    /// The names of a comma list at a placeholder.
    [[nodiscard]] QStringList names(int position) const;
    /// Ends the tasks of this request, shapes the answer as asked for, and sends it. Once.
    void answer(HttpResponse response);
    void answer(const cluster::Fault &fault) { answer(faultAnswer(fault)); }
    /// Answers for what is wrong with the parameters, when something is: to be asked when a handler has taken all of its
    /// own. True: it was answered.
    [[nodiscard]] bool refused();
    /// Registers a task of this request that goes when the answer is sent.
    cluster::TaskId addTask(const QByteArray &action, int node = 0, const cluster::TaskId &parent = {},
                            const QString &description = {});
};
using CallPtr = std::shared_ptr<Call>;

/// One route. A placeholder is a word behind ':'; `:index` takes no names that begin with '_', but `_all`.
struct Route
{
    QByteArrayView method;
    QByteArrayView pattern;
    void (*handler)(const CallPtr &call);
};

[[nodiscard]] std::span<const Route> taskRoutes();
[[nodiscard]] std::span<const Route> jobRoutes();
[[nodiscard]] std::span<const Route> documentRoutes();
[[nodiscard]] std::span<const Route> searchRoutes();
[[nodiscard]] std::span<const Route> indexRoutes();
[[nodiscard]] std::span<const Route> clusterRoutes();

/// The cat family's tasks.
void catTasks(const CallPtr &call);
/// POST /_tasks/_cancel: all that the parameters name.
void cancelMany(const CallPtr &call);
/// POST /_tasks/{id}/_cancel.
void cancelOne(const CallPtr &call);
/// POST /_reindex/{id}/_rethrottle and its like.
void rethrottle(const CallPtr &call);

// --- what several handlers need ---

/// The body as a JSON object; an empty body is an empty object. Faults: parse_exception (400), what is not JSON or too
/// large.
[[nodiscard]] cluster::Fallible<QJsonObject> bodyOf(const Call &call);
/// The same as text, after any gzip.
[[nodiscard]] cluster::Fallible<QByteArray> plainBody(const Call &call);
/// \a object as text, in the order of its names.
[[nodiscard]] QByteArray textOf(const QJsonObject &object);

/// Which tasks `nodes`, `actions` and `parent_task_id` name.
[[nodiscard]] cluster::TaskFilter filterOf(Call &call);
/// How `group_by` asks for a list of tasks; other words are refused.
[[nodiscard]] Grouping groupingOf(Call &call);
/// `requests_per_second`, kUnthrottled for -1; empty when it is not there. What is no pace is refused.
[[nodiscard]] std::optional<float> rateOf(Call &call);
/// Registers a request to all nodes that \a filter names: one task for the request and one `[n]` for each node.
void addNodesTask(Call &call, const QByteArray &action, const cluster::TaskFilter &filter);

/// Parameters that change nothing here, where there are no replicas to wait for and no caches to leave.
void ignoreWriteOptions(Call &call);
void ignoreIndicesOptions(Call &call);
/// "1 of 1" of a write's shards; a second copy is never there.
[[nodiscard]] QByteArray shardsJson(qint64 total, qint64 successful);

} // namespace taskglass::localqueue::opensearch
