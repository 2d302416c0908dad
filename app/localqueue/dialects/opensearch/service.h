// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/dialects/opensearch/clusterfeed.h"
#include "app/localqueue/dialects/opensearch/dialect.h"
#include "app/localqueue/dialects/opensearch/replydesk.h"
#include "app/localqueue/options.h"
#include "app/localqueue/service.h"

#include <memory>

namespace taskglass::localqueue::opensearch {

/// OpenSearch, or Elasticsearch, as one of a local queue's servers: a Cluster behind a Dialect, and a feed for the demo.
class OpenSearchService final : public Service
{
public:
    /// \a options must outlive the service.
    explicit OpenSearchService(const LocalQueueOptions &options);
    ~OpenSearchService() override;

    [[nodiscard]] std::optional<Error> open() override;
    void serve(const QUrl &base) override;
    /// "/_…" and "/{index}/_…".
    [[nodiscard]] bool claims(const HttpRequest &request) const override;
    void handle(const HttpRequest &request, Respond respond) override;
    [[nodiscard]] HttpResponse faultAnswer(const HttpRequest &request, int status) const override;
    void finish() override;

private:
    const LocalQueueOptions &m_options;
    // Destroyed from below: the cluster ends first, since its last steps may still answer through the dialect.
    std::shared_ptr<ReplyDesk> m_desk;
    std::unique_ptr<Dialect> m_dialect;
    std::unique_ptr<cluster::Cluster> m_cluster;
    std::unique_ptr<ClusterFeed> m_feed;
};

} // namespace taskglass::localqueue::opensearch
