// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/localqueue/clusterbench.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace taskglass::localqueue;

/// Jobs that really work on documents, through the routes that start, watch and stop them.
class TestOpenSearchJobs : public QObject
{
    Q_OBJECT
private slots:
    void copiesEveryDocument();
    void copiesWhatTheQueryFinds();
    void storesItsResult();
    void answersAtTheEndWhenWaitedFor();
    void slicesAreChildren();
    void slicesAddUp();
    void throttles();
    void rethrottles();
    void rethrottlesSlices();
    void cancelsHalfWay();
    void cancelsOneSlice();
    void cancelsWithoutReachingOthers();
    void conflictsAbort();
    void conflictsProceed();
    void mappingFailures();
    void scripts_data();
    void scripts();
    void scriptsThatThrow();
    void missingSource();
    void copiesNotIntoItself();
    void maxDocs();
    void startsInSpiteOfAnUnknownParameter();
    void slowSearches();
    void aDeletedDestinationFailsNothing();
};

namespace {

/// The job's status while it runs, through GET /_tasks/{id}.
QJsonObject statusOf(ClusterBench &bench, const QByteArray &task)
{
    return bench.get("/_tasks/" + task)["task"_L1]["status"_L1].toObject();
}

QJsonObject tasksBelow(ClusterBench &bench, const QByteArray &parent)
{
    const QJsonArray list = bench.get("/_tasks?group_by=none&detailed&actions=*reindex&parent_task_id=" + parent)["tasks"_L1].toArray();
    QJsonObject byId;
    for (const QJsonValue &task : list)
        byId[task["node"_L1].toString() + u':' + QString::number(task["id"_L1].toInteger())] = task;
    return byId;
}

} // namespace

void TestOpenSearchJobs::copiesEveryDocument()
{
    ClusterBench bench;
    bench.fill("src", 2500);
    const QJsonObject answer = bench.post("/_reindex", R"({"source":{"index":"src"},"dest":{"index":"dst"}})");
    QCOMPARE(answer["total"_L1].toInteger(), 2500);
    QCOMPARE(answer["created"_L1].toInteger(), 2500);
    QCOMPARE(answer["batches"_L1].toInteger(), 3);
    QCOMPARE(bench.get("/dst/_count")["count"_L1].toInteger(), 2500);
    QCOMPARE(bench.get("/dst/_doc/77")["_source"_L1]["name"_L1].toString(), u"document 77"_s);
    const QJsonObject again = bench.post("/_reindex", R"({"source":{"index":"src"},"dest":{"index":"dst"}})");
    QCOMPARE(again["updated"_L1].toInteger(), 2500);
    QCOMPARE(again["created"_L1].toInteger(), 0);
    QCOMPARE(bench.get("/dst/_doc/77")["_version"_L1].toInteger(), 2);
}

void TestOpenSearchJobs::copiesWhatTheQueryFinds()
{
    ClusterBench bench;
    bench.fill("src", 100);
    const QJsonObject answer = bench.post(
        "/_reindex", R"({"source":{"index":"src","query":{"range":{"n":{"gte":90}}}},"dest":{"index":"dst"}})");
    QCOMPARE(answer["created"_L1].toInteger(), 10);
    QCOMPARE(bench.get("/dst/_count")["count"_L1].toInteger(), 10);
}

void TestOpenSearchJobs::storesItsResult()
{
    ClusterBench bench;
    bench.fill("src", 50);
    const QByteArray task = bench.start("/_reindex", R"({"source":{"index":"src"},"dest":{"index":"dst"}})",
                                        {{"X-Opaque-Id", "nightly"}});
    const QJsonObject result = bench.result(task);
    QCOMPARE(result["completed"_L1].toBool(), true);
    QCOMPARE(result["task"_L1]["headers"_L1]["X-Opaque-Id"_L1].toString(), u"nightly"_s);
    QCOMPARE(result["response"_L1]["created"_L1].toInteger(), 50);
    QCOMPARE(result["response"_L1]["throttled"_L1].toString(), u"0s"_s);
    QVERIFY(!result.contains("error"_L1));
    // As a document of the index that keeps results, too.
    QCOMPARE(bench.get("/.tasks/_doc/" + task)["_source"_L1].toObject(), result);
    QCOMPARE(bench.get("/_tasks?actions=*reindex*")["nodes"_L1].toObject(), QJsonObject());
}

void TestOpenSearchJobs::answersAtTheEndWhenWaitedFor()
{
    ClusterBench bench;
    bench.fill("src", 30);
    auto reindex = bench.begin("POST", "/_reindex?requests_per_second=100",
                               R"({"source":{"index":"src","size":10},"dest":{"index":"dst"}})");
    // Others are answered meanwhile.
    QCOMPARE(bench.get("/_tasks?actions=*reindex&group_by=none")["tasks"_L1].toArray().size(), 1);
    QVERIFY(reindex.wait_for(std::chrono::milliseconds(0)) != std::future_status::ready);
    const HttpResponse response = reindex.get();
    QCOMPARE(response.status, 200);
    const QJsonObject answer = ClusterBench::json(response);
    QCOMPARE(answer["created"_L1].toInteger(), 30);
    QVERIFY(!answer.contains("throttled"_L1)); // texts are for stored results
    QVERIFY(bench.get("/_search?size=0")["hits"_L1]["total"_L1]["value"_L1].toInteger() == 60); // nothing was stored
}

void TestOpenSearchJobs::slicesAreChildren()
{
    ClusterBench bench;
    bench.fill("src", 300);
    const QByteArray task = bench.start("/_reindex?slices=3&requests_per_second=30",
                                        R"({"source":{"index":"src","size":10},"dest":{"index":"dst"}})", {{"X-Opaque-Id", "n"}});
    const auto haveSearched = [&] {
        const QJsonObject below = tasksBelow(bench, task);
        return below.size() == 3 && std::all_of(below.begin(), below.end(), [](const QJsonValue &slice) { return slice["status"_L1]["total"_L1].toInteger() > 0; });
    };
    QTRY_VERIFY(haveSearched());
    const QJsonObject parent = statusOf(bench, task);
    QCOMPARE(parent["slices"_L1].toArray(), (QJsonArray {QJsonValue::Null, QJsonValue::Null, QJsonValue::Null}));
    QCOMPARE(parent["total"_L1].toInteger(), 0); // running slices do not count
    qint64 total = 0;
    const QJsonObject slices = tasksBelow(bench, task);
    for (const QJsonValue &slice : slices) {
        QCOMPARE(slice["parent_task_id"_L1].toString().toLatin1(), task);
        QCOMPARE(slice["headers"_L1]["X-Opaque-Id"_L1].toString(), u"n"_s);
        QCOMPARE(slice["status"_L1]["requests_per_second"_L1].toDouble(), 10.0);
        total += slice["status"_L1]["total"_L1].toInteger();
    }
    QCOMPARE(total, 300);
    bench.post("/_tasks/" + task + "/_cancel");
    const QJsonObject result = bench.result(task);
    QCOMPARE(result["response"_L1]["canceled"_L1].toString(), u"by user request"_s);
    QCOMPARE(result["task"_L1]["cancelled"_L1].toBool(), true);
    for (const QJsonValue &slice : result["response"_L1]["slices"_L1].toArray())
        QCOMPARE(slice["canceled"_L1].toString(), u"by user request"_s);
}

void TestOpenSearchJobs::slicesAddUp()
{
    ClusterBench bench;
    bench.fill("src", 1000);
    const QJsonObject answer = bench.post("/_reindex?slices=4", R"({"source":{"index":"src","size":50},"dest":{"index":"dst"}})");
    QCOMPARE(answer["total"_L1].toInteger(), 1000);
    QCOMPARE(answer["created"_L1].toInteger(), 1000);
    QCOMPARE(answer["slices"_L1].toArray().size(), 4);
    QCOMPARE(bench.get("/dst/_count")["count"_L1].toInteger(), 1000);
    const QJsonObject byShards = bench.post("/_reindex?slices=auto", R"({"source":{"index":"src"},"dest":{"index":"dst"}})");
    QCOMPARE(byShards["slices"_L1].toArray().size(), 3);
    QCOMPARE(byShards["updated"_L1].toInteger(), 1000);
}

void TestOpenSearchJobs::throttles()
{
    ClusterBench bench;
    bench.fill("src", 30);
    QElapsedTimer timer;
    timer.start();
    const QJsonObject answer = bench.post("/_reindex?requests_per_second=100",
                                          R"({"source":{"index":"src","size":10},"dest":{"index":"dst"}})");
    QVERIFY(timer.elapsed() >= 280); // three batches of a tenth of a second each
    QVERIFY(answer["throttled_millis"_L1].toInteger() >= 200);
    QCOMPARE(answer["requests_per_second"_L1].toDouble(), 100.0);
}

void TestOpenSearchJobs::rethrottles()
{
    ClusterBench bench;
    bench.fill("src", 100);
    const QByteArray task = bench.start("/src/_update_by_query?requests_per_second=1&scroll_size=50", "{}");
    QTRY_COMPARE(statusOf(bench, task)["updated"_L1].toInteger(), 50);
    QVERIFY(statusOf(bench, task)["throttled_until_millis"_L1].toInteger() > 10'000);
    const QJsonObject changed = bench.post("/_update_by_query/" + task + "/_rethrottle?requests_per_second=-1&group_by=none");
    QCOMPARE(changed["tasks"_L1][0]["status"_L1]["requests_per_second"_L1].toDouble(), -1.0);
    QCOMPARE(bench.result(task)["response"_L1]["updated"_L1].toInteger(), 100); // at once, not in a minute
    QCOMPARE(bench.post("/_reindex/" + task + "/_rethrottle?requests_per_second=5")["node_failures"_L1][0]["caused_by"_L1]["type"_L1].toString(),
             u"resource_not_found_exception"_s);
    QCOMPARE(bench.ask("POST", "/_reindex/" + task + "/_rethrottle").status, 400);
    QCOMPARE(bench.ask("POST", "/_reindex/" + task + "/_rethrottle?requests_per_second=0").status, 400);
}

void TestOpenSearchJobs::rethrottlesSlices()
{
    ClusterBench bench;
    bench.fill("src", 300);
    const QByteArray task = bench.start("/_reindex?slices=3&requests_per_second=3",
                                        R"({"source":{"index":"src","size":10},"dest":{"index":"dst"}})");
    QTRY_COMPARE(bench.get("/dst/_count")["count"_L1].toInteger(), 30);
    const QJsonObject changed = bench.post("/_reindex/" + task + "/_rethrottle?requests_per_second=6&group_by=none");
    const QJsonObject status = changed["tasks"_L1][0]["status"_L1].toObject();
    QCOMPARE(status["requests_per_second"_L1].toDouble(), 6.0);
    QCOMPARE(status["created"_L1].toInteger(), 30); // live numbers, here alone
    QCOMPARE(status["slices"_L1].toArray().size(), 3);
    QCOMPARE(status["slices"_L1][2]["requests_per_second"_L1].toDouble(), 2.0);
    QVERIFY(status["slices"_L1][0]["throttled_until_millis"_L1].toInteger() <= 5000);
    bench.post("/_tasks/" + task + "/_cancel");
    QVERIFY(bench.result(task)["completed"_L1].toBool());
}

void TestOpenSearchJobs::cancelsHalfWay()
{
    ClusterBench bench;
    bench.fill("src", 1000);
    const QByteArray task = bench.start("/_reindex?requests_per_second=50",
                                        R"({"source":{"index":"src","size":100},"dest":{"index":"dst"}})");
    QTRY_COMPARE(bench.get("/dst/_count")["count"_L1].toInteger(), 100);
    const QJsonObject canceled = bench.post("/_tasks/" + task + "/_cancel?wait_for_completion=true&group_by=none");
    QCOMPARE(canceled["tasks"_L1].toArray().size(), 1);
    QCOMPARE(canceled["tasks"_L1][0]["cancelled"_L1].toBool(), true);
    // It is over when the waiting cancel answers, and the result is there.
    const QJsonObject result = bench.get("/_tasks/" + task);
    QCOMPARE(result["completed"_L1].toBool(), true);
    QCOMPARE(result["response"_L1]["created"_L1].toInteger(), 100);
    QCOMPARE(result["response"_L1]["total"_L1].toInteger(), 1000);
    QCOMPARE(result["response"_L1]["requests_per_second"_L1].toDouble(), -1.0);
    QCOMPARE(bench.get("/dst/_count")["count"_L1].toInteger(), 100);
    const QJsonObject late = bench.post("/_tasks/" + task + "/_cancel");
    QCOMPARE(late["nodes"_L1].toObject(), QJsonObject());
    QCOMPARE(late["node_failures"_L1][0]["caused_by"_L1]["reason"_L1].toString(), u"task [%1] is not found"_s.arg(QString::fromLatin1(task)));
}

void TestOpenSearchJobs::cancelsOneSlice()
{
    ClusterBench bench;
    bench.fill("src", 300);
    const QByteArray task = bench.start("/_reindex?slices=2&requests_per_second=10",
                                        R"({"source":{"index":"src","size":10},"dest":{"index":"dst"}})");
    QTRY_COMPARE(tasksBelow(bench, task).size(), 2);
    const QByteArray slice = tasksBelow(bench, task).keys().first().toLatin1();
    bench.post("/_tasks/" + slice + "/_cancel?wait_for_completion=true");
    const QJsonObject running = bench.get("/_tasks/" + task);
    QCOMPARE(running["completed"_L1].toBool(), false);
    QCOMPARE(running["task"_L1]["cancelled"_L1].toBool(), false);
    int ended = 0;
    for (const QJsonValue &one : running["task"_L1]["status"_L1]["slices"_L1].toArray())
        ended += one["canceled"_L1].toString() == "by user request"_L1 ? 1 : 0;
    QCOMPARE(ended, 1);
    QCOMPARE(bench.ask("GET", "/_tasks/" + slice).status, 404); // only the parent's result is kept
    bench.post("/_reindex/" + task + "/_rethrottle?requests_per_second=-1");
    const QJsonObject result = bench.result(task);
    QVERIFY(!result["response"_L1].toObject().contains("canceled"_L1)); // the parent does not tell
    QVERIFY(result["response"_L1]["created"_L1].toInteger() < 300);
}

void TestOpenSearchJobs::cancelsWithoutReachingOthers()
{
    ClusterBench bench;
    bench.fill("a", 100);
    bench.fill("b", 100);
    const QByteArray first = bench.start("/a/_update_by_query?requests_per_second=1&scroll_size=10", "{}");
    const QByteArray second = bench.start("/_reindex?requests_per_second=1", R"({"source":{"index":"b","size":10},"dest":{"index":"c"}})");
    QTRY_COMPARE(bench.get("/c/_count")["count"_L1].toInteger(), 10);
    const QJsonObject hit = bench.post("/_tasks/_cancel?actions=*byquery&wait_for_completion=true&group_by=none");
    QCOMPARE(hit["tasks"_L1].toArray().size(), 1);
    QCOMPARE(bench.get("/_tasks/" + second)["completed"_L1].toBool(), false);
    QCOMPARE(bench.get("/_tasks/" + first)["response"_L1]["canceled"_L1].toString(), u"by user request"_s);
    QCOMPARE(bench.post("/_tasks/_cancel?actions=*byquery"), (QJsonObject {{u"nodes"_s, QJsonObject()}}));
    bench.post("/_tasks/" + second + "/_cancel?wait_for_completion=true");
}

/// Starts a slow update of `src`, writes to document \a id behind its back, and answers the result.
static QJsonObject disturbedUpdate(ClusterBench &bench, const QByteArray &conflicts)
{
    bench.fill("src", 40);
    const QByteArray task = bench.start("/src/_update_by_query?requests_per_second=1&scroll_size=20&conflicts=" + conflicts, "{}");
    [&] { QTRY_COMPARE(statusOf(bench, task)["updated"_L1].toInteger(), 20); }();
    bench.ask("PUT", "/src/_doc/25", R"({"n":-1,"name":"changed meanwhile"})");
    bench.ask("DELETE", "/src/_doc/30");
    bench.post("/_update_by_query/" + task + "/_rethrottle?requests_per_second=-1");
    return bench.result(task);
}

void TestOpenSearchJobs::conflictsAbort()
{
    ClusterBench bench;
    const QJsonObject response = disturbedUpdate(bench, "abort")["response"_L1].toObject();
    QCOMPARE(response["version_conflicts"_L1].toInteger(), 2);
    QCOMPARE(response["updated"_L1].toInteger(), 38);
    const QJsonArray failures = response["failures"_L1].toArray();
    QCOMPARE(failures.size(), 2);
    QCOMPARE(failures[0]["id"_L1].toString(), u"25"_s);
    QCOMPARE(failures[0]["status"_L1].toInteger(), 409);
    QCOMPARE(failures[0]["cause"_L1]["type"_L1].toString(), u"version_conflict_engine_exception"_s);
    QVERIFY(failures[0]["cause"_L1]["reason"_L1].toString().startsWith("[25]: version conflict, required seqNo ["_L1));
    QVERIFY(failures[1]["cause"_L1]["reason"_L1].toString().endsWith("but no document was found"_L1));
    QCOMPARE(bench.get("/src/_doc/25")["_source"_L1]["n"_L1].toInteger(), -1); // the newer one stays
}

void TestOpenSearchJobs::conflictsProceed()
{
    ClusterBench bench;
    const QJsonObject response = disturbedUpdate(bench, "proceed")["response"_L1].toObject();
    QCOMPARE(response["version_conflicts"_L1].toInteger(), 2);
    QCOMPARE(response["failures"_L1].toArray(), QJsonArray());
}

void TestOpenSearchJobs::mappingFailures()
{
    ClusterBench bench;
    bench.ask("PUT", "/src/_doc/1", R"({"k":1})");
    bench.ask("PUT", "/src2/_doc/2", R"({"k":"abc"})");
    bench.ask("PUT", "/strict", R"({"mappings":{"properties":{"k":{"type":"integer"}}}})");
    const HttpResponse response = bench.ask("POST", "/_reindex", R"({"source":{"index":["src","src2"]},"dest":{"index":"strict"}})");
    QCOMPARE(response.status, 400); // the worst of the failures
    const QJsonObject failure = ClusterBench::json(response)["failures"_L1][0].toObject();
    QCOMPARE(failure["id"_L1].toString(), u"2"_s);
    QCOMPARE(failure["cause"_L1]["reason"_L1].toString(),
             u"failed to parse field [k] of type [integer] in document with id '2'. Preview of field's value: 'abc'"_s);
    QCOMPARE(failure["cause"_L1]["caused_by"_L1]["reason"_L1].toString(), u"For input string: \"abc\""_s);
    QCOMPARE(bench.get("/strict/_count")["count"_L1].toInteger(), 1);
}

void TestOpenSearchJobs::scripts_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QByteArray>("counter");
    QTest::newRow("set") << "ctx._source.k = 'x'"_ba << R"({"n":0,"name":"document 0","k":"x"})"_ba << "updated"_ba;
    QTest::newRow("add") << "ctx._source.n += 5; ctx._source.n++"_ba << R"({"n":6,"name":"document 0"})"_ba << "updated"_ba;
    QTest::newRow("remove") << "ctx._source.remove('n')"_ba << R"({"name":"document 0"})"_ba << "updated"_ba;
    QTest::newRow("noop") << "ctx.op = 'noop'"_ba << R"({"n":0,"name":"document 0"})"_ba << "noops"_ba;
    QTest::newRow("delete") << "ctx.op = 'delete'"_ba << QByteArray() << "deleted"_ba;
    QTest::newRow("condition") << "if (ctx._source.n == 1) { ctx._source.k = 1 }"_ba << R"({"n":0,"name":"document 0"})"_ba
                               << "updated"_ba;
}

void TestOpenSearchJobs::scripts()
{
    QFETCH(QByteArray, script);
    QFETCH(QByteArray, document);
    QFETCH(QByteArray, counter);
    ClusterBench bench;
    bench.fill("src", 1);
    const QByteArray body = QJsonDocument(QJsonObject {{u"script"_s, QString::fromLatin1(script)}}).toJson();
    const QByteArray task = bench.start("/src/_update_by_query", body);
    QCOMPARE(bench.result(task)["response"_L1][QLatin1StringView(counter)].toInteger(), 1);
    QCOMPARE(bench.get("/src/_doc/0")["_source"_L1].toObject(), QJsonDocument::fromJson(document).object());
}

void TestOpenSearchJobs::scriptsThatThrow()
{
    ClusterBench bench;
    bench.fill("src", 10);
    const auto errorOf = [&](const QByteArray &script) {
        return bench.result(bench.start("/src/_update_by_query", R"({"script":{"source":")" + script + R"(","lang":"painless"}})"))["error"_L1]
            .toObject();
    };
    const QJsonObject compile = errorOf("ctx._source.n = null.foo()");
    QCOMPARE(compile["type"_L1].toString(), u"script_exception"_s);
    QCOMPARE(compile["reason"_L1].toString(), u"compile error"_s);
    QVERIFY(compile["script_stack"_L1].isArray());
    const QJsonObject runtime = errorOf("if (ctx._source.n == 7) { throw new IllegalArgumentException('bad row 7') }");
    QCOMPARE(runtime["reason"_L1].toString(), u"runtime error"_s);
    QCOMPARE(runtime["caused_by"_L1]["type"_L1].toString(), u"illegal_argument_exception"_s);
    QCOMPARE(runtime["caused_by"_L1]["reason"_L1].toString(), u"bad row 7"_s);
    QCOMPARE(bench.get("/src/_doc/0")["_version"_L1].toInteger(), 1); // the whole batch was given up
}

void TestOpenSearchJobs::missingSource()
{
    ClusterBench bench;
    const QByteArray body = R"({"source":{"index":"nosuch"},"dest":{"index":"x"}})";
    const QJsonObject error = bench.result(bench.start("/_reindex", body))["error"_L1].toObject();
    QCOMPARE(error["type"_L1].toString(), u"index_not_found_exception"_s);
    QCOMPARE(error["resource.id"_L1].toString(), u"nosuch"_s);
    QCOMPARE(bench.ask("POST", "/_reindex", body).status, 404);
    QCOMPARE(bench.ask("POST", "/_reindex?wait_for_completion=false", R"({"source":{"index":"a"}})").status, 400);
}

void TestOpenSearchJobs::copiesNotIntoItself()
{
    ClusterBench bench;
    bench.fill("src", 1);
    const QJsonObject result = bench.result(bench.start("/_reindex", R"({"source":{"index":"src"},"dest":{"index":"src"}})"));
    QCOMPARE(result["error"_L1]["type"_L1].toString(), u"action_request_validation_exception"_s);
}

void TestOpenSearchJobs::maxDocs()
{
    ClusterBench bench;
    bench.fill("src", 100);
    const QJsonObject answer = bench.post("/_reindex?max_docs=25", R"({"source":{"index":"src","size":10},"dest":{"index":"dst"}})");
    QCOMPARE(answer["total"_L1].toInteger(), 25);
    QCOMPARE(answer["created"_L1].toInteger(), 25);
    QCOMPARE(bench.post("/src/_delete_by_query?max_docs=7", R"({"query":{"match_all":{}}})")["deleted"_L1].toInteger(), 7);
    QCOMPARE(bench.get("/src/_count")["count"_L1].toInteger(), 93);
}

void TestOpenSearchJobs::startsInSpiteOfAnUnknownParameter()
{
    // A trap of the real servers: the answer is 400, and the job runs.
    ClusterBench bench;
    bench.fill("src", 20);
    const HttpResponse refused = bench.ask("POST", "/_reindex?wait_for_completion=false&nonsense=1",
                                           R"({"source":{"index":"src"},"dest":{"index":"dst"}})");
    QCOMPARE(refused.status, 400);
    QTRY_COMPARE(bench.get("/dst/_count")["count"_L1].toInteger(), 20);
    QCOMPARE(bench.ask("POST", "/_reindex?nonsense=1", R"({"source":{"index":"src"},"dest":{"index":"dst2"}})").status, 400);
    QVERIFY(bench.cluster().waitUntilIdle(20'000));
    QCOMPARE(bench.ask("HEAD", "/dst2").status, 404);
}

void TestOpenSearchJobs::slowSearches()
{
    ClusterBench bench;
    bench.fill("src", 1000);
    const QByteArray slow = R"({"query":{"script_score":{"query":{"match_all":{}},"script":{"source":"for (int i=0;i<200000000;i++){}"}}}})";
    auto search = bench.begin("POST", "/src/_search", slow, {{"X-Opaque-Id", "dash"}});
    QTRY_COMPARE(bench.get("/_tasks?actions=*search*&group_by=none")["tasks"_L1].toArray().size(), 4);
    const QJsonObject tree = bench.get("/_tasks?actions=*search*&group_by=parents&detailed")["tasks"_L1].toObject();
    QCOMPARE(tree.size(), 1);
    const QJsonObject parent = tree.begin().value().toObject();
    QCOMPARE(parent["children"_L1].toArray().size(), 3);
    QVERIFY(parent["description"_L1].toString().startsWith("indices[src], search_type[QUERY_THEN_FETCH], source[{"_L1));
    QTRY_VERIFY(bench.get("/_tasks?actions=*phase/query*&group_by=none&detailed")["tasks"_L1][0]["resource_stats"_L1]["total"_L1]
                    ["cpu_time_in_nanos"_L1].toInteger() > 0);
    bench.post("/_tasks/_cancel?actions=indices:data/read/search");
    const HttpResponse response = search.get();
    QCOMPARE(response.status, 500);
    QCOMPARE(ClusterBench::json(response)["error"_L1]["caused_by"_L1]["type"_L1].toString(), u"task_cancelled_exception"_s);
}

void TestOpenSearchJobs::aDeletedDestinationFailsNothing()
{
    ClusterBench bench;
    bench.fill("src", 40);
    const QByteArray task = bench.start("/_reindex?requests_per_second=1", R"({"source":{"index":"src","size":20},"dest":{"index":"dst"}})");
    QTRY_COMPARE(bench.get("/dst/_count")["count"_L1].toInteger(), 20);
    QCOMPARE(bench.ask("DELETE", "/dst").status, 200);
    bench.post("/_reindex/" + task + "/_rethrottle?requests_per_second=-1");
    QCOMPARE(bench.result(task)["response"_L1]["created"_L1].toInteger(), 40);
    QCOMPARE(bench.get("/dst/_count")["count"_L1].toInteger(), 20); // made again by the second batch
}

QTEST_GUILESS_MAIN(TestOpenSearchJobs)
#include "test_opensearch_jobs.moc"
