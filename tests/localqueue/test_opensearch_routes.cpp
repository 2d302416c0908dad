// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/localqueue/clusterbench.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace taskglass::localqueue;

/// What each route of a cluster answers, release by release.
class TestOpenSearchRoutes : public QObject
{
    Q_OBJECT

private slots:
    void bannerNamesTheRelease();
    void lists();
    void ownListing();
    void opaqueIds();
    void unrecognized_data();
    void unrecognized();
    void lenient();
    void waitsForTasks();
    void waitsInVain();
    void cancelsWhatCannotBe();
    void nodeFilters_data();
    void nodeFilters();
    void filterPath_data();
    void filterPath();
    void pretty();
    void catColumns();
    void documents();
    void bulk();
    void indices();
    void searches_data();
    void searches();
    void basicAuthentication();
    void releasesDiffer();
    void resultsOutliveTheCluster();
};

void TestOpenSearchRoutes::bannerNamesTheRelease()
{
    ClusterBench bench(ClusterBench::of(u"opensearch"_s, u"3.8"_s));
    const HttpResponse response = bench.ask("GET", "/");
    const QJsonObject banner = ClusterBench::json(response);
    QCOMPARE(banner["version"_L1]["distribution"_L1].toString(), u"opensearch"_s);
    QCOMPARE(banner["version"_L1]["number"_L1].toString(), u"3.8.0"_s);
    QCOMPARE(banner["cluster_uuid"_L1].toString().size(), 22);
    QVERIFY(response.body.startsWith("{\n  \"name\" : \"node-1\",\n"));
    QVERIFY(std::find(response.headers.begin(), response.headers.end(),
                      HttpHeader("X-OpenSearch-Version", "OpenSearch/3.8.0 (opensearch)")) != response.headers.end());
    ClusterBench old(ClusterBench::of(u"elasticsearch"_s, u"7.10"_s));
    QCOMPARE(old.get("/")["tagline"_L1].toString(), u"You Know, for Search"_s);
    QVERIFY(!old.get("/")["version"_L1].toObject().contains("distribution"_L1));
    QCOMPARE(bench.ask("HEAD", "/").body, QByteArray());
}

void TestOpenSearchRoutes::lists()
{
    ClusterBench bench;
    QCOMPARE(bench.get("/_tasks?group_by=none")["tasks"_L1].toArray().size(), 4);
    QCOMPARE(bench.get("/_tasks?group_by=parents")["tasks"_L1].toObject().size(), 1);
    QCOMPARE(bench.ask("GET", "/_tasks/").status, 200);
    QCOMPARE(bench.ask("GET", "/_tasks", "{broken").status, 200); // a body on GET is not looked at
    QCOMPARE(bench.ask("GET", "/_tasks?group_by=").status, 400);
    QCOMPARE(bench.ask("GET", "/_tasks?detailed=TRUE").status, 400);
    QCOMPARE(bench.ask("GET", "/_tasks?detailed").status, 200);
    QCOMPARE(bench.ask("GET", "/_tasks?timeout=5").status, 400);
    QCOMPARE(bench.get("/_tasks?actions=*lists&group_by=none")["tasks"_L1].toArray().size(), 1);
    QCOMPARE(bench.get("/_tasks?actions=*lists%5Bn%5D&group_by=none")["tasks"_L1].toArray().size(), 3);
    QCOMPARE(bench.get("/_tasks?actions=nothing&group_by=none")["tasks"_L1].toArray().size(), 0);
}

void TestOpenSearchRoutes::ownListing()
{
    ClusterBench bench;
    const QJsonArray tasks = ClusterBench::json(bench.ask("GET", "/_tasks?group_by=none", {}, {{"X-Opaque-Id", "me"}}))["tasks"_L1].toArray();
    QJsonObject parent;
    for (const QJsonValue &task : tasks) {
        QCOMPARE(task["cancellable"_L1].toBool(true), false);
        QCOMPARE(task["headers"_L1]["X-Opaque-Id"_L1].toString(), u"me"_s);
        if (task["action"_L1].toString() == "cluster:monitor/tasks/lists"_L1)
            parent = task.toObject();
    }
    const QString id = parent["node"_L1].toString() + u':' + QString::number(parent["id"_L1].toInteger());
    QSet<QString> nodes;
    for (const QJsonValue &task : tasks) {
        if (task["action"_L1].toString() != "cluster:monitor/tasks/lists[n]"_L1)
            continue;
        QCOMPARE(task["parent_task_id"_L1].toString(), id);
        QCOMPARE(task["type"_L1].toString(), task["node"_L1] == parent["node"_L1] ? u"direct"_s : u"transport"_s);
        nodes.insert(task["node"_L1].toString());
    }
    QCOMPARE(nodes.size(), 3);
    QVERIFY(bench.cluster().tasks().list({}).empty()); // all gone with the answer
}

void TestOpenSearchRoutes::opaqueIds()
{
    ClusterBench bench;
    for (const QByteArray &target : {"/_tasks"_ba, "/_tasks?foo"_ba, "/_tasks/a:1"_ba, "/_nosuch/x"_ba, "/nosuch/_count"_ba}) {
        const HttpResponse response = bench.ask("GET", target, {}, {{"X-Opaque-Id", "mine <b>"}});
        QVERIFY2(std::find(response.headers.begin(), response.headers.end(), HttpHeader("X-Opaque-Id", "mine <b>")) != response.headers.end(),
                 target.constData());
    }
}

void TestOpenSearchRoutes::unrecognized_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &method, const QByteArray &target, const QString &reason) {
        QTest::newRow(name) << method << target << reason;
    };
    row("several", "GET", "/_tasks?b=1&a=2", u"request [/_tasks] contains unrecognized parameters: [a], [b]"_s);
    row("near miss", "GET", "/_tasks?detaild=true", u"request [/_tasks] contains unrecognized parameter: [detaild] -> did you mean [detailed]?"_s);
    row("get has no detailed", "GET", "/_tasks/a:1?detailed=true", u"request [/_tasks/a:1] contains unrecognized parameter: [detailed]"_s);
    row("cancel has no detailed", "POST", "/_tasks/_cancel?actions=x&detailed=true",
        u"request [/_tasks/_cancel] contains unrecognized parameter: [detailed]"_s);
    row("cancel has no timeout", "POST", "/_tasks/_cancel?actions=x&timeout=5s",
        u"request [/_tasks/_cancel] contains unrecognized parameter: [timeout]"_s);
    row("cat has no group_by", "GET", "/_cat/tasks?group_by=none", u"request [/_cat/tasks] contains unrecognized parameter: [group_by]"_s);
    row("id and nodes", "POST", "/_tasks/a:1/_cancel?nodes=b", u"Validation Failed: 1: task id cannot be used together with node ids;"_s);
}

void TestOpenSearchRoutes::unrecognized()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QString, reason);
    ClusterBench bench;
    const HttpResponse response = bench.ask(method, target);
    QCOMPARE(response.status, 400);
    QCOMPARE(ClusterBench::json(response)["error"_L1]["reason"_L1].toString(), reason);
}

void TestOpenSearchRoutes::lenient()
{
    ClusterBench bench(ClusterBench::of(u"opensearch"_s, u"2.19"_s, true));
    QCOMPARE(bench.ask("GET", "/_tasks?master_timeout=30s&parent_task_id=-1").status, 200);
    QCOMPARE(bench.get("/_tasks?parent_task_id=-1&group_by=none")["tasks"_L1].toArray().size(), 4);
    QCOMPARE(bench.ask("POST", "/_tasks/_cancel?actions=none&timeout=5s&detailed=true").status, 200);
    QCOMPARE(bench.ask("POST", "/_tasks/_cancel?action=none").status, 400); // a misspelt filter must not hit everything
}

void TestOpenSearchRoutes::waitsForTasks()
{
    ClusterBench bench;
    bench.fill("src", 20);
    const QByteArray task = bench.start("/_reindex?requests_per_second=100", R"({"source":{"index":"src","size":10},"dest":{"index":"dst"}})");
    const QJsonArray tasks = bench.get("/_tasks?actions=*reindex&wait_for_completion=true&timeout=10s&group_by=none&detailed")["tasks"_L1].toArray();
    QCOMPARE(tasks.size(), 1); // as it was at its end
    QCOMPARE(tasks[0]["status"_L1]["created"_L1].toInteger(), 20);
    QCOMPARE(bench.get("/_tasks/" + task)["completed"_L1].toBool(), true);
}

void TestOpenSearchRoutes::waitsInVain()
{
    ClusterBench bench(ClusterBench::of(u"opensearch"_s, u"3.8"_s));
    bench.fill("src", 20);
    const QByteArray task = bench.start("/_reindex?requests_per_second=1", R"({"source":{"index":"src","size":10},"dest":{"index":"dst"}})");
    const QJsonObject list = bench.get("/_tasks?actions=*reindex&wait_for_completion=true&timeout=30ms");
    QCOMPARE(list["nodes"_L1].toObject(), QJsonObject());
    QCOMPARE(list["node_failures"_L1][0]["caused_by"_L1]["type"_L1].toString(), u"receive_timeout_transport_exception"_s);
    const HttpResponse get = bench.ask("GET", "/_tasks/" + task + "?wait_for_completion=true&timeout=30ms");
    QCOMPARE(get.status, 504); // 500 before OpenSearch 3.8
    QCOMPARE(ClusterBench::json(get)["error"_L1]["type"_L1].toString(), u"timeout_exception"_s);
    bench.post("/_tasks/" + task + "/_cancel?wait_for_completion=true");
}

void TestOpenSearchRoutes::cancelsWhatCannotBe()
{
    ClusterBench bench;
    cluster::TaskInfo info;
    info.action = "indices:admin/forcemerge";
    const cluster::ScopedTask merge(bench.cluster().tasks(), info);
    const QJsonObject answer = bench.post("/_tasks/" + merge.id().text() + "/_cancel");
    QCOMPARE(answer["node_failures"_L1][0]["caused_by"_L1]["reason"_L1].toString(),
             u"task [%1] doesn't support cancellation"_s.arg(QString::fromLatin1(merge.id().text())));
    QCOMPARE(bench.post("/_tasks/_cancel?actions=*forcemerge"), (QJsonObject {{u"nodes"_s, QJsonObject()}}));
    const QJsonObject guarded = bench.post("/_tasks/" + merge.id().text() + "/_cancel?actions=*reindex");
    QVERIFY(guarded["node_failures"_L1][0]["caused_by"_L1]["reason"_L1].toString().endsWith("doesn't support this operation"_L1));
}

void TestOpenSearchRoutes::nodeFilters_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<QByteArrayList>("names");
    const QByteArrayList all {"node-1", "node-2", "node-3"};
    QTest::newRow("all") << "_all"_ba << all;
    QTest::newRow("empty") << ""_ba << all;
    QTest::newRow("local") << "_local"_ba << QByteArrayList {"node-1"};
    QTest::newRow("manager") << "_cluster_manager"_ba << QByteArrayList {"node-1"};
    QTest::newRow("name") << "node-2"_ba << QByteArrayList {"node-2"};
    QTest::newRow("pattern and name") << "*-3,node-1"_ba << QByteArrayList {"node-1", "node-3"};
    QTest::newRow("role") << "data:true"_ba << all;
    QTest::newRow("role taken away") << "_all,data:false"_ba << QByteArrayList();
    QTest::newRow("only taken away") << "data:false"_ba << QByteArrayList();
    QTest::newRow("unknown ones are dropped") << "nosuch,node-3"_ba << QByteArrayList {"node-3"};
}

void TestOpenSearchRoutes::nodeFilters()
{
    QFETCH(QByteArray, filter);
    QFETCH(QByteArrayList, names);
    ClusterBench bench;
    QByteArrayList found;
    const QJsonObject nodes = bench.get("/_tasks?nodes=" + filter)["nodes"_L1].toObject();
    for (const QJsonValue &node : nodes)
        found.append(node["name"_L1].toString().toLatin1());
    std::sort(found.begin(), found.end());
    QCOMPARE(found, names);
}

void TestOpenSearchRoutes::filterPath_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<QByteArray>("left");
    QTest::newRow("one") << "version.number"_ba << R"({"version":{"number":"2.19.1"}})"_ba;
    QTest::newRow("star") << "version.num*"_ba << R"({"version":{"number":"2.19.1"}})"_ba;
    QTest::newRow("two stars") << "**.distribution"_ba << R"({"version":{"distribution":"opensearch"}})"_ba;
    QTest::newRow("several") << "name,version.number"_ba << R"({"name":"node-1","version":{"number":"2.19.1"}})"_ba;
    QTest::newRow("away") << "version,-version.build*,-version.min*,-version.lucene_version"_ba
                          << R"({"version":{"distribution":"opensearch","number":"2.19.1"}})"_ba;
    QTest::newRow("nothing left") << "nosuch"_ba << "{}"_ba;
}

void TestOpenSearchRoutes::filterPath()
{
    QFETCH(QByteArray, filter);
    QFETCH(QByteArray, left);
    ClusterBench bench;
    QCOMPARE(bench.get("/?filter_path=" + filter), QJsonDocument::fromJson(left).object());
}

void TestOpenSearchRoutes::pretty()
{
    ClusterBench bench;
    QCOMPARE(bench.ask("GET", "/_tasks?nodes=nosuch&pretty").body, "{\n  \"nodes\" : { }\n}\n"_ba);
    QVERIFY(bench.ask("GET", "/_tasks?foo&pretty").body.startsWith("{\n  \"error\" : {\n    \"root_cause\" : [\n      {\n"));
}

void TestOpenSearchRoutes::catColumns()
{
    ClusterBench bench;
    const QByteArrayList lines = bench.ask("GET", "/_cat/tasks?v&h=action,node,x_opaque_id,nonsense&s=node:desc", {}, {{"X-Opaque-Id", "me"}}).body.split('\n');
    QCOMPARE(lines.size(), 6);
    QCOMPARE(lines[0], "action                         node   x_opaque_id"_ba);
    QCOMPARE(lines[1], "cluster:monitor/tasks/lists[n] node-3 me"_ba);
    const HttpResponse plain = bench.ask("GET", "/_cat/tasks");
    QCOMPARE(plain.contentType, "text/plain; charset=UTF-8"_ba);
    QCOMPARE(plain.body.trimmed().split('\n').size(), 4);
    const QJsonArray json = QJsonDocument::fromJson(bench.ask("GET", "/_cat/tasks?format=json&time=nanos").body).array();
    for (const QJsonValue &row : json)
        QVERIFY(row["running_time"_L1].toString().toLongLong() > 0);
}

void TestOpenSearchRoutes::documents()
{
    ClusterBench bench;
    const HttpResponse made = bench.ask("PUT", "/a/_doc/1", R"({ "big" : 9007199254740993, "x" : 1.50 })");
    QCOMPARE(made.status, 201);
    QCOMPARE(ClusterBench::json(made)["result"_L1].toString(), u"created"_s);
    QVERIFY(bench.ask("GET", "/a/_doc/1").body.contains(R"({"big":9007199254740993,"x":1.50})")); // numbers to the digit
    QCOMPARE(bench.ask("PUT", "/a/_doc/1", R"({"x":2})").status, 200);
    QCOMPARE(bench.ask("PUT", "/a/_create/1", R"({"x":3})").status, 409);
    QCOMPARE(bench.ask("PUT", "/a/_doc/1?if_seq_no=0&if_primary_term=1", R"({"x":3})").status, 409);
    QCOMPARE(bench.ask("PUT", "/a/_doc/1?if_seq_no=1&if_primary_term=1", R"({"x":3})").status, 200);
    QCOMPARE(bench.ask("PUT", "/a/_doc/2", R"({"x":"word"})").status, 400);
    QCOMPARE(bench.ask("PUT", "/a/_doc/2", "{broken").status, 400);
    const QString made2 = bench.post("/a/_doc", R"({"x":4})")["_id"_L1].toString();
    QCOMPARE(made2.size(), 20);
    const HttpResponse form = bench.ask("PUT", "/a/_doc/3", R"({"x":1})", {{"Content-Type", "application/x-www-form-urlencoded"}});
    QCOMPARE(form.status, 406);
    QCOMPARE(form.body, R"({"error":"Content-Type header [application/x-www-form-urlencoded] is not supported","status":406})"_ba);
    QCOMPARE(bench.ask("DELETE", "/a/_doc/1").status, 200);
    QCOMPARE(bench.ask("DELETE", "/a/_doc/1").status, 404);
    QCOMPARE(bench.ask("HEAD", "/a/_doc/1").status, 404);
    QCOMPARE(bench.get("/a/_count")["count"_L1].toInteger(), 1);
}

void TestOpenSearchRoutes::bulk()
{
    ClusterBench bench;
    const QJsonObject answer = bench.post("/_bulk", R"({"index":{"_index":"a","_id":"1"}}
{"n":1}
{"create":{"_index":"a","_id":"1"}}
{"n":2}
{"update":{"_index":"a","_id":"1"}}
{"doc":{"m":5}}
{"update":{"_index":"a","_id":"9"}}
{"doc":{"m":5}}
{"index":{"_index":"a","_id":"2"}}
{"n":"word"}
{"delete":{"_index":"a","_id":"7"}}
)");
    QCOMPARE(answer["errors"_L1].toBool(), true);
    const QJsonArray items = answer["items"_L1].toArray();
    QList<qint64> statuses;
    for (const QJsonValue &item : items)
        statuses.append(item.toObject().begin().value()["status"_L1].toInteger());
    QCOMPARE(statuses, (QList<qint64> {201, 409, 200, 404, 400, 404}));
    QCOMPARE(items[1]["create"_L1]["error"_L1]["type"_L1].toString(), u"version_conflict_engine_exception"_s);
    QCOMPARE(bench.get("/a/_doc/1")["_source"_L1].toObject(), (QJsonObject {{u"n"_s, 1}, {u"m"_s, 5}}));
    QCOMPARE(bench.ask("POST", "/a/_bulk", R"({"index":{}})").status, 400); // no line feed at the end
    QCOMPARE(bench.ask("POST", "/_bulk", "{\"index\":{}}\n{}\n").status, 400); // no index
    QCOMPARE(bench.ask("POST", "/a/_bulk", "{\"wipe\":{}}\n").status, 400);
    QCOMPARE(bench.post("/a/_bulk", "{\"index\":{}}\n{\"n\":3}\n")["errors"_L1].toBool(true), false);
}

void TestOpenSearchRoutes::indices()
{
    ClusterBench bench;
    QCOMPARE(bench.ask("PUT", "/books", R"({"settings":{"index":{"number_of_shards":"2"}},"mappings":{"dynamic":"strict","properties":{"isbn":{"type":"keyword"}}}})").status, 200);
    QCOMPARE(bench.ask("PUT", "/books").status, 400);
    QCOMPARE(bench.ask("PUT", "/Books").status, 400);
    QCOMPARE(bench.ask("HEAD", "/books").status, 200);
    QCOMPARE(bench.ask("PUT", "/books/_doc/1", R"({"isbn":"1","title":"x"})").status, 400);
    QCOMPARE(bench.get("/books/_mapping")["books"_L1]["mappings"_L1]["properties"_L1]["isbn"_L1]["type"_L1].toString(), u"keyword"_s);
    QCOMPARE(bench.get("/books")["books"_L1]["settings"_L1]["index"_L1]["number_of_shards"_L1].toString(), u"2"_s);
    QCOMPARE(bench.post("/books/_refresh")["_shards"_L1]["successful"_L1].toInteger(), 2);
    QCOMPARE(bench.get("/_cluster/health")["active_primary_shards"_L1].toInteger(), 2);
    QCOMPARE(bench.ask("DELETE", "/books").status, 200);
    QCOMPARE(bench.ask("DELETE", "/books").status, 404);
    QCOMPARE(bench.get("/_nodes")["nodes"_L1].toObject().size(), 3);
}

void TestOpenSearchRoutes::searches_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QStringList>("ids");
    const auto row = [](const char *name, const QByteArray &query, const QStringList &ids) { QTest::newRow(name) << query << ids; };
    row("all", R"({"match_all":{}})", {u"1"_s, u"2"_s, u"3"_s, u"4"_s});
    row("none", R"({"match_none":{}})", {});
    row("term of a number", R"({"term":{"n":2}})", {u"2"_s});
    row("term of text that is a number", R"({"term":{"n":"2"}})", {u"2"_s});
    row("term of an array's element", R"({"term":{"tags":"b"}})", {u"1"_s, u"2"_s});
    row("term the long way", R"({"term":{"city.keyword":{"value":"Graz"}}})", {u"1"_s});
    row("term of a flag", R"({"term":{"open":true}})", {u"1"_s});
    row("terms", R"({"terms":{"n":[1,3]}})", {u"1"_s, u"3"_s});
    row("range", R"({"range":{"n":{"gt":1,"lte":3}}})", {u"2"_s, u"3"_s});
    row("range of dates", R"({"range":{"day":{"gte":"2026-02-01"}}})", {u"2"_s});
    row("ids", R"({"ids":{"values":["3","9"]}})", {u"3"_s});
    row("exists", R"({"exists":{"field":"tags"}})", {u"1"_s, u"2"_s});
    row("inner field", R"({"term":{"address.zip":"80"}})", {u"4"_s});
    row("prefix", R"({"prefix":{"city":"Gr"}})", {u"1"_s});
    row("bool", R"({"bool":{"filter":[{"range":{"n":{"gte":1}}}],"must_not":{"term":{"n":2}},"should":[{"term":{"n":3}}]}})",
        {u"1"_s, u"3"_s});
    row("bool of should alone", R"({"bool":{"should":[{"term":{"n":3}},{"term":{"n":1}}]}})", {u"1"_s, u"3"_s});
}

void TestOpenSearchRoutes::searches()
{
    QFETCH(QByteArray, query);
    QFETCH(QStringList, ids);
    ClusterBench bench;
    bench.post("/a/_bulk", R"({"index":{"_id":"1"}}
{"n":1,"tags":["a","b"],"city":"Graz","open":true,"day":"2026-01-05"}
{"index":{"_id":"2"}}
{"n":2,"tags":"b","open":false,"day":"2026-02-07"}
{"index":{"_id":"3"}}
{"n":3}
{"index":{"_id":"4"}}
{"address":{"zip":"80"}}
)");
    const QJsonObject answer = bench.post("/a/_search", "{\"query\":" + query + "}");
    QStringList found;
    for (const QJsonValue &hit : answer["hits"_L1]["hits"_L1].toArray())
        found.append(hit["_id"_L1].toString());
    QCOMPARE(found, ids);
    QCOMPARE(answer["hits"_L1]["total"_L1]["value"_L1].toInteger(), ids.size());
    QCOMPARE(bench.ask("POST", "/a/_search", R"({"query":{"wobble":{"n":1}}})").status, 400);
    QCOMPARE(bench.ask("GET", "/nosuch/_search").status, 404);
    const QJsonObject sorted = bench.post("/a/_search", R"({"size":1,"sort":[{"n":{"order":"desc"}}]})");
    QCOMPARE(sorted["hits"_L1]["hits"_L1][0]["_id"_L1].toString(), u"3"_s);
}

void TestOpenSearchRoutes::basicAuthentication()
{
    ClusterBench::Setup setup;
    setup.dialect.users = {{"admin", "s3cret"}};
    ClusterBench bench(setup);
    const HttpResponse refused = bench.ask("GET", "/_tasks");
    QCOMPARE(refused.status, 401);
    QCOMPARE(refused.body, "Unauthorized"_ba);
    QCOMPARE(bench.ask("GET", "/_tasks", {}, {{"Authorization", "Basic " + QByteArray("admin:wrong").toBase64()}}).status, 401);
    QCOMPARE(bench.ask("GET", "/_tasks", {}, {{"Authorization", "Basic " + QByteArray("admin:s3cret").toBase64()}}).status, 200);
}

void TestOpenSearchRoutes::releasesDiffer()
{
    using opensearch::ApiProfile;
    QVERIFY(!ApiProfile::parse(u"opensearch"_s, u"4.0"_s));
    QVERIFY(!ApiProfile::parse(u"elasticsearch"_s, u"5.6"_s));
    QVERIFY(!ApiProfile::parse(u"solr"_s, u"9.0"_s));
    QVERIFY(!ApiProfile::parse(u"opensearch"_s, u"2"_s));
    ClusterBench first(ClusterBench::of(u"opensearch"_s, u"1.3"_s));
    const QJsonObject task = first.get("/_tasks?group_by=none&detailed")["tasks"_L1][0].toObject();
    QVERIFY(!task.contains("cancelled"_L1) && !task.contains("resource_stats"_L1));
    QVERIFY(first.ask("GET", "/_tasks").body.contains("\"master\""));
    ClusterBench seven(ClusterBench::of(u"elasticsearch"_s, u"7.7"_s));
    QCOMPARE(seven.ask("POST", "/_tasks/_cancel?actions=x&wait_for_completion=true").status, 400);
}

void TestOpenSearchRoutes::resultsOutliveTheCluster()
{
    QTemporaryDir dir;
    ClusterBench::Setup setup;
    setup.cluster.dataDir = dir.path();
    QByteArray ended;
    QByteArray running;
    QJsonObject uuid;
    {
        ClusterBench bench(setup);
        bench.fill("src", 20);
        ended = bench.start("/_reindex", R"({"source":{"index":"src"},"dest":{"index":"dst"}})");
        QVERIFY(bench.result(ended)["completed"_L1].toBool());
        running = bench.start("/_reindex?requests_per_second=1", R"({"source":{"index":"src","size":10},"dest":{"index":"dst2"}})");
        QTRY_COMPARE(bench.get("/dst2/_count")["count"_L1].toInteger(), 10);
        uuid = bench.get("/?filter_path=cluster_uuid");
    }
    ClusterBench again(setup);
    QCOMPARE(again.get("/?filter_path=cluster_uuid"), uuid);
    QCOMPARE(again.get("/_tasks/" + ended)["response"_L1]["created"_L1].toInteger(), 20);
    QCOMPARE(again.get("/dst/_count")["count"_L1].toInteger(), 20);
    // What ran is lost with its process, and numbers are used again.
    QCOMPARE(again.ask("GET", "/_tasks/" + running).status, 404);
    const cluster::TaskId fresh = cluster::parseTaskId(again.start("/_reindex", R"({"source":{"index":"src"},"dest":{"index":"d"}})")).value();
    QVERIFY(fresh.number < 20);
    QCOMPARE(fresh.node, cluster::parseTaskId(ended).value().node);
}

QTEST_GUILESS_MAIN(TestOpenSearchRoutes)
#include "test_opensearch_routes.moc"
