// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakemeilisearch.h"
#include "opensearchrecordings.h"

#include "app/client/opensearch/actions.h"
#include "app/client/opensearch/opensearchprotocol.h"
#include "app/client/opensearch/requests.h"
#include "app/client/protocol.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace taskglass;
using namespace taskglass::opensearch;

namespace {

using Answers = std::function<HttpAnswer(const HttpRequest &)>;

HttpAnswer reply(const HttpRequest &request, int status, const QByteArray &body, const QByteArray &type = "application/json; charset=UTF-8")
{
    HttpAnswer answer;
    answer.request = request;
    answer.status = status;
    answer.headers = {{"content-type", type}};
    answer.body = body;
    return answer;
}

HttpAnswer noRoute(const HttpRequest &request)
{
    return reply(request, 400, R"({"error":"no handler found for uri [/health] and method [GET]"})");
}

QByteArray rootOf(const QByteArray &version, const QByteArray &tagline)
{
    return R"({"name":"n","cluster_name":"c","cluster_uuid":"u1","version":{)" + version + R"(},"tagline":")" + tagline + R"("})";
}

const QByteArray kKnow = "You Know, for Search";
const QByteArray kProject = "The OpenSearch Project: https://opensearch.org/";

struct Walk
{
    Result<Detected> result = Error {};
    QList<QByteArray> asked;
};

Walk walk(ServerKind kind, const Answers &answers)
{
    Walk walk;
    const auto detection = detect(kind);
    while (const auto request = detection->next(0)) {
        walk.asked << request->target;
        if (walk.asked.size() > 8)
            break;
        detection->absorb(*request, 0, detection->decoder()->decode(answers(*request)));
    }
    if (detection->isOver())
        walk.result = detection->result();
    return walk;
}

} // namespace

class TestOpenSearchDetection : public QObject
{
    Q_OBJECT

private slots:
    void knowsProducts_data();
    void knowsProducts();
    void sendsNoMoreThanItNeeds();
    void readsTheListWhenTheRootIsForbidden();
    void triesKindsInTurn();
    void tellsTheMostUsefulError_data();
    void tellsTheMostUsefulError();
    void leavesALostConnectionAtThat();
    void knowsWhatVersionsCan_data();
    void knowsWhatVersionsCan();
    void signs_data();
    void signs();
    void copiesPlaceholdersOnly();
};

void TestOpenSearchDetection::knowsProducts_data()
{
    QTest::addColumn<QByteArray>("root");
    QTest::addColumn<QByteArray>("second"); // what the next request answers; empty: 403
    QTest::addColumn<QString>("product");
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("noted");
    const QByteArray none;
    QTest::newRow("OpenSearch, recorded") << test::clusterRecording(u"opensearch-2.19.1/000-"_s).body << none << u"OpenSearch"_s << u"2.19.1"_s << false;
    QTest::newRow("Elasticsearch, recorded") << test::clusterRecording(u"elasticsearch-7.10.2/000-"_s).body << none << u"Elasticsearch"_s << u"7.10.2"_s << false;
    QTest::newRow("Open Distro") << rootOf(R"("number":"7.10.2","build_flavor":"oss")", kKnow) << QByteArray(R"([{"component":"opendistro-sql"},{"component":"x"}])")
                                 << u"Open Distro"_s << u"7.10.2"_s << false;
    QTest::newRow("OSS") << rootOf(R"("number":"7.10.2","build_flavor":"oss")", kKnow) << QByteArray(R"([{"component":"x"}])") << u"Elasticsearch"_s << u"7.10.2"_s << false;
    QTest::newRow("Elastic licence") << rootOf(R"("number":"7.17.0","build_flavor":"default")", kKnow) << none << u"Elasticsearch"_s << u"7.17.0"_s << true;
    QTest::newRow("snapshot") << rootOf(R"("number":"6.8.3-SNAPSHOT","build_flavor":"default")", kKnow) << none << u"Elasticsearch"_s << u"6.8.3-SNAPSHOT"_s << false;
    QTest::newRow("serverless") << rootOf(R"("number":"8.11.0","build_flavor":"serverless")", kKnow) << none << u"Elasticsearch"_s << u"8.11.0"_s << false;
    QTest::newRow("newer") << rootOf(R"("distribution":"opensearch","number":"4.2.0")", kProject) << none << u"OpenSearch"_s << u"4.2.0"_s << true;
    QTest::newRow("in disguise") << rootOf(R"("number":"7.10.2")", kProject) << QByteArray(R"({"nodes":{"a":{"version":"1.3.14"}}})") << u"OpenSearch"_s << u"1.3.14"_s << true;
    QTest::newRow("in disguise, closed") << rootOf(R"("number":"7.10.2")", kProject) << none << u"OpenSearch"_s << QString() << true;
    QTest::newRow("something else") << rootOf(R"("distribution":"taskglass","number":"0.1.0")", "hello") << none << u"taskglass"_s << u"0.1.0"_s << true;
}

void TestOpenSearchDetection::knowsProducts()
{
    QFETCH(QByteArray, root);
    QFETCH(QByteArray, second);
    QFETCH(QString, product);
    QFETCH(QString, version);
    QFETCH(bool, noted);
    const Walk found = walk(ServerKind::OpenSearch, [&](const HttpRequest &request) {
        if (request.target == "/")
            return reply(request, 200, root);
        return second.isEmpty() ? reply(request, 403, "{}") : reply(request, 200, second);
    });
    QVERIFY(found.result.ok());
    QCOMPARE(found.result.value().kind, ServerKind::OpenSearch);
    QCOMPARE(found.result.value().product, product);
    QCOMPARE(found.result.value().version, version);
    QCOMPARE(!found.result.value().note.isEmpty(), noted);
    QVERIFY(found.result.value().protocol != nullptr);
}

void TestOpenSearchDetection::sendsNoMoreThanItNeeds()
{
    const Walk found = walk(ServerKind::OpenSearch, [](const HttpRequest &request) {
        return reply(request, 200, rootOf(R"("distribution":"opensearch","number":"2.19.1")", kProject));
    });
    QCOMPARE(found.asked, QList<QByteArray> {"/"});
    const Walk old = walk(ServerKind::OpenSearch, [](const HttpRequest &request) {
        return reply(request, 200, rootOf(R"("number":"2.4.6")", kKnow));
    });
    QVERIFY(!old.result.ok());
    QCOMPARE(old.result.error().kind, Error::Kind::Unsupported);
    QVERIFY(old.result.error().message.contains(u"5.0"_s));
}

void TestOpenSearchDetection::readsTheListWhenTheRootIsForbidden()
{
    const QByteArray refused = R"({"error":{"type":"security_exception","reason":"no permissions for [cluster:monitor/main] and User [name=x]"},"status":403})";
    const Walk allowed = walk(ServerKind::OpenSearch, [&](const HttpRequest &request) {
        return request.target == "/" ? reply(request, 403, refused) : reply(request, 200, R"({"nodes":{}})");
    });
    QVERIFY(allowed.result.ok());
    QVERIFY(allowed.result.value().version.isEmpty());
    QVERIFY(!allowed.result.value().note.isEmpty());
    const Walk denied = walk(ServerKind::OpenSearch, [&](const HttpRequest &request) {
        return reply(request, 403, QByteArray(refused).replace("main", request.target == "/" ? "main" : "tasks/lists"));
    });
    QVERIFY(!denied.result.ok());
    QCOMPARE(denied.result.error().kind, Error::Kind::Auth);
    QVERIFY2(denied.result.error().message.contains(u"cluster:monitor/tasks/lists"_s), qPrintable(denied.result.error().message));
}

void TestOpenSearchDetection::triesKindsInTurn()
{
    const Walk cluster = walk(ServerKind::Auto, [](const HttpRequest &request) {
        return request.target == "/" ? reply(request, 200, rootOf(R"("distribution":"opensearch","number":"3.8.0")", kProject)) : noRoute(request);
    });
    QVERIFY(cluster.result.ok());
    QCOMPARE(cluster.result.value().kind, ServerKind::OpenSearch);
    QCOMPARE(cluster.asked.size(), 2);
    // A cluster with security answers 401 to everything that it does not know.
    const Walk secured = walk(ServerKind::Auto, [](const HttpRequest &request) { return reply(request, 401, "Unauthorized", "text/plain"); });
    QVERIFY(!secured.result.ok());
    QCOMPARE(secured.result.error().kind, Error::Kind::Auth);
    test::FakeMeilisearch meilisearch({{1, 50, 0}, true});
    const Walk other = walk(ServerKind::Auto, [&](const HttpRequest &request) { return meilisearch.answer(request); });
    QVERIFY(other.result.ok());
    QCOMPARE(other.result.value().kind, ServerKind::Meilisearch);
}

void TestOpenSearchDetection::tellsTheMostUsefulError_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("login page") << 200 << QByteArray("text/html") << QByteArray("<html>") << Error::Kind::BadResponse;
    QTest::newRow("some API") << 200 << QByteArray("application/json") << QByteArray("{}") << Error::Kind::BadResponse;
    QTest::newRow("nothing there") << 404 << QByteArray("application/json") << QByteArray("{}") << Error::Kind::NotFound;
    QTest::newRow("starting") << 503 << QByteArray("application/json") << QByteArray("{}") << Error::Kind::Server;
}

void TestOpenSearchDetection::tellsTheMostUsefulError()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(Error::Kind, kind);
    const Walk found = walk(ServerKind::Auto, [&](const HttpRequest &request) { return reply(request, status, body, type); });
    QVERIFY(!found.result.ok());
    QCOMPARE(found.result.error().kind, kind);
    QVERIFY(!found.result.error().message.isEmpty());
}

void TestOpenSearchDetection::leavesALostConnectionAtThat()
{
    const auto detection = detect(ServerKind::Auto);
    const auto request = detection->next(0);
    QVERIFY(request.has_value());
    Error lost;
    lost.kind = Error::Kind::Timeout;
    lost.message = u"late"_s;
    detection->absorb(*request, 0, lost);
    QVERIFY(detection->isOver());
    QCOMPARE(detection->result().error(), lost);
}

void TestOpenSearchDetection::knowsWhatVersionsCan_data()
{
    QTest::addColumn<Product>("product");
    QTest::addColumn<QList<int>>("version");
    QTest::addColumn<bool>("labels");
    QTest::addColumn<bool>("resources");
    QTest::addColumn<bool>("waits");
    using V = QList<int>;
    QTest::newRow("Elasticsearch 5.6") << Product::Elasticsearch << V {5, 6, 0} << false << false << false;
    QTest::newRow("Elasticsearch 6.8") << Product::Elasticsearch << V {6, 8, 0} << true << false << false;
    QTest::newRow("Elasticsearch 7.10") << Product::Elasticsearch << V {7, 10, 2} << true << false << true;
    QTest::newRow("Elasticsearch 9.5") << Product::Elasticsearch << V {9, 5, 0} << true << false << true;
    QTest::newRow("OpenSearch 1.3") << Product::OpenSearch << V {1, 3, 0} << true << false << true;
    QTest::newRow("OpenSearch 2.19") << Product::OpenSearch << V {2, 19, 1} << true << true << true;
}

void TestOpenSearchDetection::knowsWhatVersionsCan()
{
    QFETCH(Product, product);
    QFETCH(QList<int>, version);
    QFETCH(bool, labels);
    QFETCH(bool, resources);
    QFETCH(bool, waits);
    const Dialect dialect {product, {version[0], version[1], version[2]}, true};
    const Knowledge knowledge(dialect, {});
    const Capabilities can = knowledge.capabilities();
    QVERIFY(can.cancel.allowed && can.rethrottle.allowed && can.parents.allowed && can.progress.allowed);
    QVERIFY(!can.deleteTasks.allowed && !can.deleteTasks.reason.isEmpty());
    QCOMPARE(can.labels, labels);
    QCOMPARE(can.columns.contains(u"label"_s), labels);
    QCOMPARE(can.columns.contains(u"cpu"_s), resources);
    QCOMPARE(cancelTask(u"a:1"_s, true, knowledge).target.contains("wait_for_completion"), waits);
}

void TestOpenSearchDetection::signs_data()
{
    QTest::addColumn<Credentials>("credentials");
    QTest::addColumn<QByteArray>("authorization");
    QTest::newRow("nothing") << Credentials {} << QByteArray();
    QTest::newRow("user") << Credentials {{}, {}, u"admin"_s, u"pä:ss"_s} << QByteArray("Basic " + QByteArray("admin:pä:ss").toBase64());
    QTest::newRow("plain key") << Credentials {u"id:secret"_s, {}, {}, {}} << QByteArray("ApiKey " + QByteArray("id:secret").toBase64());
    QTest::newRow("encoded key") << Credentials {u"aWQ6c2VjcmV0"_s, {}, {}, {}} << QByteArray("ApiKey aWQ6c2VjcmV0");
    QTest::newRow("opaque key") << Credentials {u"os_abc"_s, {}, {}, {}} << QByteArray("ApiKey os_abc");
    QTest::newRow("token") << Credentials {u"Bearer xyz"_s, {}, {}, {}} << QByteArray("Bearer xyz");
}

void TestOpenSearchDetection::signs()
{
    QFETCH(Credentials, credentials);
    QFETCH(QByteArray, authorization);
    const OpenSearchProtocol protocol({Product::OpenSearch, {2, 19, 1}, true}, {});
    QByteArray found;
    QByteArray opaque;
    for (const auto &[name, value] : protocol.authHeaders(credentials)) {
        if (name == "Authorization")
            found = value;
        if (name == "X-Opaque-Id")
            opaque = value;
    }
    QCOMPARE(found, authorization);
    QCOMPARE(opaque, QByteArray(kOpaqueId.data(), qsizetype(kOpaqueId.size())));
}

void TestOpenSearchDetection::copiesPlaceholdersOnly()
{
    OpenSearchProtocol protocol({Product::OpenSearch, {2, 19, 1}, true}, {});
    const QUrl base(u"https://search.example:9200/prefix"_s);
    QCOMPARE(protocol.curlFor(u"a-_b:77"_s, base), u"curl 'https://search.example:9200/prefix/_tasks/a-_b:77'"_s);
    [[maybe_unused]] const HttpHeaders signedBy = protocol.authHeaders({{}, {}, u"admin"_s, u"geheim"_s});
    const QString line = protocol.curlFor(u"a:77"_s, base);
    QVERIFY2(line.contains(u"$ES_USER"_s), qPrintable(line));
    QVERIFY(!line.contains(u"geheim"_s) && !line.contains(QString::fromLatin1(QByteArray("admin:geheim").toBase64())));
}

QTEST_GUILESS_MAIN(TestOpenSearchDetection)
#include "test_opensearch_detection.moc"
