// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/clusterplan.h"
#include "app/localqueue/server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace taskglass::localqueue;

namespace {

LocalQueueOptions openSearchAlone()
{
    LocalQueueOptions options;
    options.dialects = {DialectKind::OpenSearch};
    options.pace = Pace::Instant;
    return options;
}

} // namespace

/// OpenSearch behind real sockets, alone and beside the other servers.
class TestOpenSearchService : public QObject
{
    Q_OBJECT
private slots:
    void answersOverHttp();
    void waitingHoldsUpNobody();
    void stopsWhileClientsWait();
    void sharesAPort();
    void faultsLookLikeTheServers();
    void feedsItself();
    void theSamePlanForTheSameSeed();

private:
    std::unique_ptr<QNetworkReply> begin(const QByteArray &verb, const QUrl &url, const QByteArray &body = {});
    QJsonObject send(const QByteArray &verb, const QUrl &url, const QByteArray &body = {});
    QNetworkAccessManager m_network;
    int m_status = 0;
    QList<QByteArray> m_headers;
};

std::unique_ptr<QNetworkReply> TestOpenSearchService::begin(const QByteArray &verb, const QUrl &url, const QByteArray &body)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
    request.setRawHeader("X-Opaque-Id", "test");
    return std::unique_ptr<QNetworkReply>(m_network.sendCustomRequest(request, verb, body));
}

QJsonObject TestOpenSearchService::send(const QByteArray &verb, const QUrl &url, const QByteArray &body)
{
    const auto reply = begin(verb, url, body);
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished() && !finished.wait(20'000))
        return {};
    m_status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_headers.clear();
    for (const QByteArray &name : reply->rawHeaderList()) // Qt 6.8 sends and reads them in lower case
        m_headers.append(name.toLower());
    return QJsonDocument::fromJson(reply->readAll()).object();
}

void TestOpenSearchService::answersOverHttp()
{
    LocalQueue queue(openSearchAlone());
    const QUrl base = queue.start().value();
    QCOMPARE(send("GET", base)["version"_L1]["distribution"_L1].toString(), u"opensearch"_s);
    QVERIFY(m_headers.contains("x-opaque-id"_ba));
    QVERIFY(!m_headers.contains("date"_ba));
    QCOMPARE(send("PUT", base.resolved(QUrl(u"/a/_doc/1"_s)), R"({"n":1})")["result"_L1].toString(), u"created"_s);
    QCOMPARE(m_status, 201);
    QCOMPARE(send("GET", base.resolved(QUrl(u"/a/_count"_s)))["count"_L1].toInteger(), 1);
    QVERIFY(!queue.engine()); // Meilisearch's is not there
}

void TestOpenSearchService::waitingHoldsUpNobody()
{
    LocalQueue queue(openSearchAlone());
    const QUrl base = queue.start().value();
    send("POST", base.resolved(QUrl(u"/src/_bulk"_s)), "{\"index\":{}}\n{\"n\":1}\n{\"index\":{}}\n{\"n\":2}\n");
    const auto reindex = begin("POST", base.resolved(QUrl(u"/_reindex?requests_per_second=0.001"_s)),
                               R"({"source":{"index":"src","size":1},"dest":{"index":"dst"}})");
    const QUrl list = base.resolved(QUrl(u"/_tasks?actions=*reindex&group_by=none"_s));
    QTRY_COMPARE(send("GET", list)["tasks"_L1].toArray().size(), 1);
    QVERIFY(!reindex->isFinished());
    QSignalSpy finished(reindex.get(), &QNetworkReply::finished);
    send("POST", base.resolved(QUrl(u"/_tasks/_cancel?actions=*reindex"_s)));
    QVERIFY(reindex->isFinished() || finished.wait(20'000));
    QCOMPARE(QJsonDocument::fromJson(reindex->readAll()).object()["canceled"_L1].toString(), u"by user request"_s);
}

void TestOpenSearchService::stopsWhileClientsWait()
{
    LocalQueue queue(openSearchAlone());
    const QUrl base = queue.start().value();
    send("POST", base.resolved(QUrl(u"/src/_bulk"_s)), "{\"index\":{}}\n{\"n\":1}\n{\"index\":{}}\n{\"n\":2}\n");
    const auto reindex = begin("POST", base.resolved(QUrl(u"/_reindex?requests_per_second=0.001"_s)),
                               R"({"source":{"index":"src","size":1},"dest":{"index":"dst"}})");
    QTRY_COMPARE(send("GET", base.resolved(QUrl(u"/_tasks?actions=*reindex&group_by=none"_s)))["tasks"_L1].toArray().size(), 1);
    QSignalSpy finished(reindex.get(), &QNetworkReply::finished);
    queue.stop();
    QVERIFY(reindex->isFinished() || finished.wait(20'000));
    QVERIFY(reindex->error() != QNetworkReply::NoError);
}

void TestOpenSearchService::sharesAPort()
{
    LocalQueueOptions options;
    options.dialects = allDialects();
    options.pace = Pace::Instant;
    LocalQueue queue(options);
    const QUrl base = queue.start().value();
    QVERIFY(send("GET", base.resolved(QUrl(u"/_tasks"_s))).contains("nodes"_L1));
    QCOMPARE(send("POST", base.resolved(QUrl(u"/movies/_doc"_s)), R"({"n":1})")["result"_L1].toString(), u"created"_s);
    QVERIFY(send("GET", base.resolved(QUrl(u"/tasks"_s))).contains("results"_L1)); // Meilisearch
    QVERIFY(queue.engine());
    send("GET", base.resolved(QUrl(u"/v1/tasks"_s))); // Redis Cloud
    QCOMPARE(m_status, 401);
}

void TestOpenSearchService::faultsLookLikeTheServers()
{
    LocalQueueOptions options = openSearchAlone();
    options.faults = {parseFault(u"rate=429:100%"_s).value()};
    LocalQueue queue(options);
    const QUrl base = queue.start().value();
    QCOMPARE(send("GET", base.resolved(QUrl(u"/_tasks"_s)))["error"_L1]["type"_L1].toString(), u"circuit_breaking_exception"_s);
    QCOMPARE(m_status, 429);
}

void TestOpenSearchService::feedsItself()
{
    LocalQueueOptions options = openSearchAlone();
    options.feedsItself = true;
    LocalQueue queue(options);
    const QUrl base = queue.start().value();
    // The opening: slices under a parent, a search on its shards, an update by query, and a reindex that fails.
    const QUrl list = base.resolved(QUrl(u"/_tasks?group_by=none"_s));
    const auto actions = [&] {
        QStringList words;
        for (const QJsonValue &task : send("GET", list)["tasks"_L1].toArray())
            words.append(task["action"_L1].toString());
        return words;
    };
    QTRY_VERIFY(actions().count(u"indices:data/write/reindex"_s) >= 3);
    QTRY_VERIFY(actions().contains(u"indices:data/write/update/byquery"_s));
    QTRY_VERIFY(actions().contains(u"indices:data/read/search[phase/query]"_s));
    const QUrl results = base.resolved(QUrl(u"/.tasks/_search"_s));
    QTRY_VERIFY(send("GET", results)["hits"_L1]["total"_L1]["value"_L1].toInteger() >= 1);
    const QJsonObject first = send("GET", results)["hits"_L1]["hits"_L1][0]["_source"_L1].toObject();
    QVERIFY(!first["response"_L1]["failures"_L1].toArray().isEmpty());
}

void TestOpenSearchService::theSamePlanForTheSameSeed()
{
    using opensearch::ClusterPlan;
    const auto told = [](quint32 seed) {
        ClusterPlan plan(seed, 3);
        QStringList words;
        for (int i = 0; i < 200; ++i) {
            const ClusterPlan::Step step = plan.next();
            QString word = QString::number(step.pauseMs);
            for (const opensearch::PlannedAction &action : step.actions) {
                word += u'/' + QString::number(action.index());
                if (const auto *job = std::get_if<opensearch::JobStart>(&action))
                    word += job->request.description;
            }
            words.append(word);
        }
        return words;
    };
    QCOMPARE(told(7), told(7));
    QVERIFY(told(7) != told(8));
    // Everything that it can do comes up within 200 steps.
    const QString all = told(7).join(u'\n');
    for (const QString &word : {u"reindex from [products] to"_s, u"update-by-query [orders]"_s, u"delete-by-query"_s,
                                u"reindex from [articles"_s, u"seven orders"_s})
        QVERIFY2(all.contains(word), qPrintable(word));
}

QTEST_GUILESS_MAIN(TestOpenSearchService)
#include "test_opensearch_service.moc"
