// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/service.h"

#include "app/localqueue/dialects/opensearch/answers.h"

#include <QDir>

#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::opensearch {

OpenSearchService::OpenSearchService(const LocalQueueOptions &options)
    : m_options(options)
{
}

OpenSearchService::~OpenSearchService() = default;

std::optional<Error> OpenSearchService::open()
{
    cluster::ClusterOptions options;
    if (!m_options.dataDir.isEmpty())
        options.dataDir = QDir(m_options.dataDir).filePath(wordFor(DialectKind::OpenSearch));
    options.pace = m_options.pace;
    auto cluster = cluster::Cluster::open(options);
    if (!cluster)
        return cluster.error();
    m_cluster = cluster.take();
    return std::nullopt;
}

void OpenSearchService::serve(const QUrl &)
{
    m_desk = std::make_shared<ReplyDesk>();
    DialectOptions options;
    options.api = m_options.clusterApi;
    options.lenient = m_options.lenient;
    options.users = m_options.openSearchUsers;
    options.payloadLimit = m_options.payloadLimit;
    m_dialect = std::make_unique<Dialect>(*m_cluster, options);
    if (m_options.feedsItself) {
        m_feed = std::make_unique<ClusterFeed>(*m_cluster, m_options.clusterApi, m_options.seed);
        m_feed->start();
    }
}

bool OpenSearchService::claims(const HttpRequest &request) const
{
    return Dialect::claims(request);
}

void OpenSearchService::handle(const HttpRequest &request, Respond respond)
{
    const quint64 number = m_desk->take(std::move(respond));
    m_dialect->handle(request, [desk = m_desk, number](HttpResponse response) { desk->give(number, std::move(response)); });
}

HttpResponse OpenSearchService::faultAnswer(const HttpRequest &, int status) const
{
    cluster::Fault fault {"circuit_breaking_exception"_ba, u"[parent] Data too large"_s, status, {}, {}, true};
    if (status == 503)
        fault = {"cluster_manager_not_discovered_exception"_ba, QString(), status, {}, {}, true};
    return opensearch::faultAnswer(fault, status);
}

void OpenSearchService::finish()
{
    m_feed.reset();
    if (m_desk)
        m_desk->close();
}

} // namespace taskglass::localqueue::opensearch
