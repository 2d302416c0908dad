// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/dialects/opensearch/dialect.h"
#include "tests/localqueue/requestfor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>
#include <future>
#include <memory>
#include <utility>

namespace taskglass::localqueue {

/// The OpenSearch dialect over a cluster of its own, asked without any socket.
class ClusterBench
{
public:
    struct Setup
    {
        opensearch::DialectOptions dialect;
        cluster::ClusterOptions cluster;
    };

    ClusterBench() : ClusterBench(Setup {}) { }
    explicit ClusterBench(Setup setup)
    {
        m_cluster = cluster::Cluster::open(setup.cluster).take();
        m_dialect = std::make_unique<opensearch::Dialect>(*m_cluster, std::move(setup.dialect));
    }
    /// The cluster first: what still runs may answer through the dialect.
    ~ClusterBench() { m_cluster.reset(); }

    [[nodiscard]] static Setup of(const QString &product, const QString &number, bool lenient = false)
    {
        Setup setup;
        setup.dialect.api = *opensearch::ApiProfile::parse(product, number);
        setup.dialect.lenient = lenient;
        return setup;
    }

    [[nodiscard]] cluster::Cluster &cluster() { return *m_cluster; }

    /// Begins a request whose answer may come later. \a target is path and query.
    std::future<HttpResponse> begin(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                                    std::vector<HttpHeader> headers = {})
    {
        const auto promise = std::make_shared<std::promise<HttpResponse>>();
        auto future = promise->get_future();
        m_dialect->handle(requestFor(method, target, body, std::move(headers)), [promise](HttpResponse response) { promise->set_value(std::move(response)); });
        return future;
    }

    /// Status 0 when no answer came in half a minute.
    HttpResponse ask(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                     std::vector<HttpHeader> headers = {})
    {
        auto future = begin(method, target, body, std::move(headers));
        if (future.wait_for(std::chrono::seconds(30)) != std::future_status::ready) {
            HttpResponse none;
            none.status = 0;
            return none;
        }
        return future.get();
    }

    static QJsonObject json(const HttpResponse &response) { return QJsonDocument::fromJson(response.body).object(); }
    QJsonObject get(const QByteArray &target) { return json(ask("GET", target)); }
    QJsonObject post(const QByteArray &target, const QByteArray &body = {}) { return json(ask("POST", target, body)); }

    /// \a count documents `{"n":i,"name":"document i"}` with ids from 0 on.
    void fill(const QByteArray &index, int count, int shards = 3)
    {
        ask("PUT", "/" + index, R"({"settings":{"number_of_shards":)" + QByteArray::number(shards) + "}}");
        QByteArray lines;
        for (int i = 0; i < count; ++i) {
            const QByteArray number = QByteArray::number(i);
            lines += R"({"index":{"_id":")" + number + "\"}}\n" + R"({"n":)" + number + R"(,"name":"document )" + number + "\"}\n";
        }
        ask("POST", "/" + index + "/_bulk", lines);
    }

    /// Starts a job with wait_for_completion=false and answers its id.
    QByteArray start(const QByteArray &target, const QByteArray &body, std::vector<HttpHeader> headers = {})
    {
        const QByteArray sign = target.contains('?') ? "&" : "?";
        return json(ask("POST", target + sign + "wait_for_completion=false", body, std::move(headers)))
            [QLatin1StringView("task")].toString().toLatin1();
    }

    /// The stored result of a job, once it has ended.
    QJsonObject result(const QByteArray &task) { return get("/_tasks/" + task + "?wait_for_completion=true&timeout=20s"); }

private:
    std::unique_ptr<cluster::Cluster> m_cluster;
    std::unique_ptr<opensearch::Dialect> m_dialect;
};

} // namespace taskglass::localqueue
