// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/cluster.h"
#include "app/localqueue/dialects/opensearch/apiprofile.h"
#include "app/localqueue/dialects/opensearch/users.h"
#include "app/localqueue/http.h"

#include <functional>
#include <memory>
#include <vector>

namespace taskglass::localqueue::opensearch {

struct DialectOptions
{
    ApiProfile api;
    /// Takes what the vendors' documents show although servers refuse it: master_timeout, parent_task_id=-1.
    bool lenient = false;
    /// None: everybody may come in, as on a cluster without its security plugin.
    std::vector<User> users;
    qint64 payloadLimit = 100 * 1024 * 1024;
};

/// The HTTP interface of OpenSearch and Elasticsearch over a Cluster. handle() belongs to one thread.
class Dialect
{
public:
    /// Called once for each request, on handle()'s thread or the cluster's.
    using Reply = std::function<void(HttpResponse)>;

    /// \a cluster must outlive the dialect.
    Dialect(cluster::Cluster &cluster, DialectOptions options);
    ~Dialect();

    void handle(const HttpRequest &request, Reply reply);

    /// Whether a path looks like one of this interface where it shares a port with others: "/_…" or "/{index}/_…".
    [[nodiscard]] static bool claims(const HttpRequest &request);
    [[nodiscard]] const DialectOptions &options() const { return m_options; }

private:
    cluster::Cluster &m_cluster;
    const DialectOptions m_options;
};

} // namespace taskglass::localqueue::opensearch
