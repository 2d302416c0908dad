// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/clusterplan.h"

#include "app/localqueue/cluster/script.h"
#include "app/localqueue/demodocuments.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::opensearch {

using cluster::ByScrollRequest;

namespace {

constexpr int kProducts = 6000;
constexpr int kCustomers = 1500;
constexpr int kArticles = 800;
constexpr int kOrders = 2500;

/// \a count documents with ids from \a first on, as the lines of a bulk request.
QByteArray bulkLines(DocumentMaker maker, QRandomGenerator &random, int first, int count)
{
    QByteArray lines;
    for (int id = first; id < first + count; ++id)
        lines += "{\"index\":{\"_id\":\""_ba + QByteArray::number(id) + "\"}}\n"_ba + maker(random, id) + '\n';
    return lines;
}

cluster::DocumentQuery queryOf(const QByteArray &json)
{
    auto query = cluster::parseQueryClause(QJsonDocument::fromJson(json).object());
    return query ? query.take() : cluster::DocumentQuery {};
}

QString scripted(const QString &description, const ByScrollRequest &request)
{
    return description + u" updated with "_s + cluster::Script::description(request.script, request.scriptLang);
}

void describeReindex(ByScrollRequest &request)
{
    request.description = u"reindex from [%1] to [%2]"_s.arg(request.sources.join(u", "_s), request.destination);
}

} // namespace

ClusterPlan::ClusterPlan(quint32 seed, int nodes)
    : m_random(seed)
    , m_nodes(nodes)
{
}

cluster::Origin ClusterPlan::origin(const QByteArray &opaqueId)
{
    cluster::Origin origin;
    origin.node = m_random.bounded(m_nodes);
    if (!opaqueId.isEmpty())
        origin.headers.emplace_back("X-Opaque-Id"_ba, opaqueId);
    return origin;
}

ByScrollRequest ClusterPlan::jobOn(const QString &source, const QByteArray &opaqueId)
{
    ByScrollRequest request;
    request.sources = QStringList {source};
    request.scriptLang = u"painless"_s;
    request.origin = origin(opaqueId);
    return request;
}

std::vector<PlannedAction> ClusterPlan::opening()
{
    std::vector<PlannedAction> actions;
    actions.push_back(FilledIndex {u"products"_s, 3, {}, bulkLines(productDocument, m_random, 1, kProducts)});
    actions.push_back(FilledIndex {u"customers"_s, 2, {}, bulkLines(customerDocument, m_random, 1, kCustomers)});
    actions.push_back(FilledIndex {u"articles"_s, 1, {}, bulkLines(articleDocument, m_random, 1, kArticles)});
    m_nextOrder = kOrders + 1;
    actions.push_back(FilledIndex {u"orders"_s, 3, {}, bulkLines(storeDocument, m_random, 1, kOrders)});
    // No headline is a number: whatever is copied here fails for a reason that can be read.
    actions.push_back(FilledIndex {u"articles-numbered"_s, 1, R"({"properties":{"headline":{"type":"integer"}}})"_ba, {}});
    actions.push_back(slicedReindex());
    actions.push_back(failingReindex());
    for (PlannedAction &action : disturbedUpdate())
        actions.push_back(std::move(action));
    actions.push_back(dashboard());
    return actions;
}

PlannedAction ClusterPlan::slicedReindex()
{
    JobStart job {jobOn(u"products"_s, "nightly-reindex-"_ba + QByteArray::number(++m_night)), true, true};
    job.request.destination = u"products-v2"_s;
    job.request.slices = 2 + m_random.bounded(3);
    job.request.batchSize = 100;
    job.request.requestsPerSecond = float(60 + 20 * m_random.bounded(8));
    describeReindex(job.request);
    return job;
}

PlannedAction ClusterPlan::smallReindex()
{
    JobStart job {jobOn(u"customers"_s, "crm-export"_ba), true, m_random.bounded(4) > 0};
    job.request.destination = u"customers-eu"_s;
    job.request.batchSize = 200;
    job.request.requestsPerSecond = float(150 + m_random.bounded(200));
    describeReindex(job.request);
    return job;
}

PlannedAction ClusterPlan::failingReindex()
{
    JobStart job {jobOn(m_random.bounded(3) > 0 ? u"articles"_s : u"articles-2019"_s, "newsroom-import"_ba), false, true};
    job.request.destination = u"articles-numbered"_s;
    describeReindex(job.request);
    return job;
}

PlannedAction ClusterPlan::failingScript()
{
    JobStart job {jobOn(u"customers"_s, "crm-clean-up"_ba), false, true};
    job.request.kind = ByScrollRequest::Kind::UpdateByQuery;
    job.request.script = u"if (ctx._source.orders == 7) { throw new IllegalArgumentException('seven orders are one too many') }"_s;
    job.request.description = scripted(u"update-by-query [customers]"_s, job.request);
    return job;
}

/// New orders arrive while all of them are being updated: the ones that changed meanwhile are conflicts.
std::vector<PlannedAction> ClusterPlan::disturbedUpdate()
{
    JobStart job {jobOn(u"orders"_s, "price-update"_ba), false, true};
    job.request.kind = ByScrollRequest::Kind::UpdateByQuery;
    job.request.script = u"ctx._source.open = true"_s;
    job.request.batchSize = 250;
    job.request.requestsPerSecond = 200;
    job.request.proceedOnConflicts = m_random.bounded(2) == 0;
    job.request.description = scripted(u"update-by-query [orders]"_s, job.request);
    const int first = kOrders - 300 + m_random.bounded(200);
    return {job, BulkWrite {u"orders"_s, bulkLines(storeDocument, m_random, first, 40)}};
}

PlannedAction ClusterPlan::tidyUp()
{
    JobStart job {jobOn(u"products-v2"_s, "tidy-up"_ba), false, true};
    job.request.kind = ByScrollRequest::Kind::DeleteByQuery;
    job.request.query = queryOf(R"({"term":{"discontinued":true}})");
    job.request.batchSize = 100;
    job.request.requestsPerSecond = 150;
    job.request.proceedOnConflicts = true;
    job.request.description = u"delete-by-query [products-v2]"_s;
    return job;
}

PlannedAction ClusterPlan::dashboard()
{
    const QByteArray turns = QByteArray::number(500'000 * (1 + m_random.bounded(6)));
    return SearchStart {{u"products"_s},
                        R"({"size":10,"query":{"script_score":{"query":{"match_all":{}},"script":{"source":"double s=0; for (int i=0;i<)"_ba
                            + turns + R"(;i++){ s+=Math.sqrt(i+doc['price'].value);} return s;"}}}})"_ba,
                        origin("dashboard-sales"_ba)};
}

PlannedAction ClusterPlan::quickSearch()
{
    static const QByteArrayList bodies {R"({"query":{"term":{"city":"Porto"}}})"_ba, R"({"query":{"range":{"price":{"lt":20}}}})"_ba,
                                        R"({"query":{"match_all":{}},"size":50})"_ba};
    return SearchStart {{u"products"_s, u"customers"_s}, bodies[m_random.bounded(int(bodies.size()))], origin("shop-front"_ba)};
}

PlannedAction ClusterPlan::newOrders()
{
    const int count = 20 + m_random.bounded(80);
    return BulkWrite {u"orders"_s, bulkLines(storeDocument, m_random, std::exchange(m_nextOrder, m_nextOrder + count), count)};
}

ClusterPlan::Step ClusterPlan::next()
{
    Step step;
    step.pauseMs = 700 + m_random.bounded(2500);
    const int dice = m_random.bounded(100);
    if (dice < 30)
        step.actions.push_back(quickSearch());
    else if (dice < 45)
        step.actions.push_back(newOrders());
    else if (dice < 57)
        step.actions.push_back(dashboard());
    else if (dice < 67)
        step.actions.push_back(smallReindex());
    else if (dice < 75)
        step.actions.push_back(slicedReindex());
    else if (dice < 83)
        step.actions = disturbedUpdate();
    else if (dice < 89)
        step.actions.push_back(m_random.bounded(2) == 0 ? failingReindex() : failingScript());
    else if (dice < 95)
        step.actions.push_back(tidyUp());
    else
        step.actions.push_back(CancelOldest {m_random.bounded(2) == 0 ? "indices:data/write/reindex"_ba : "indices:data/read/search"_ba});
    return step;
}

} // namespace taskglass::localqueue::opensearch
