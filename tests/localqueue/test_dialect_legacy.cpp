// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/localqueue/dialecthelp.h"

#include "app/localqueue/dialects/meilisearch/taskjson.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace taskglass;
using namespace taskglass::localqueue;
using namespace taskglass::localqueue::meilisearch;

/// The same queue as older releases would tell it.
class TestDialectLegacy : public QObject
{
    Q_OBJECT
private slots:
    void firstGeneration();
    void firstGenerationTypes_data();
    void firstGenerationTypes();
    void firstGenerationIndexRoutes();
    void firstGenerationDumps();
    void secondGeneration();
    void keysOfATask_data();
    void keysOfATask();
    void pageKeys_data();
    void pageKeys();
    void routesBySince_data();
    void routesBySince();
    void canceledTasksOfALaterTime();
    void batchesWithoutTraces();
};

void TestDialectLegacy::firstGeneration()
{
    Bench bench({0, 25});
    const HttpResponse accepted = bench.ask("POST", "/indexes/boats/documents", R"([{"id":1}])");
    QCOMPARE(accepted.status, 202);
    QVERIFY2(accepted.body.startsWith(R"({"uid":0,"indexUid":"boats","status":"enqueued","type":"documentAddition",)"),
             accepted.body.constData());
    const QJsonObject failed = bench.run("POST", "/indexes/boats/documents", R"([{"t":1}])");
    QCOMPARE(failed["status"_L1].toString(), u"failed"_s);
    QCOMPARE(failed["error"_L1]["code"_L1].toString(), u"missing_document_id"_s);
    const QJsonObject good = bench.get("/tasks/0");
    QVERIFY(!good.contains("error"_L1));
    for (const auto key : {"batchUid"_L1, "canceledBy"_L1, "customMetadata"_L1})
        QVERIFY2(!good.contains(key), key.data());
    // One bare list, whatever is asked.
    const QJsonObject list = bench.get("/tasks?limit=1&statuses=failed&nonsense");
    QCOMPARE(list.keys(), QStringList {u"results"_s});
    QCOMPARE(list["results"_L1].toArray().size(), 2);
    QVERIFY(bench.ask("GET", "/indexes").body.startsWith('['));
}

void TestDialectLegacy::firstGenerationTypes_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("details");
    QTest::newRow("add") << "POST"_ba << "/indexes/a/documents"_ba << R"([{"id":2}])"_ba << u"documentAddition"_s
                         << R"({"receivedDocuments":1,"indexedDocuments":1})"_ba;
    QTest::newRow("update") << "PUT"_ba << "/indexes/a/documents"_ba << R"([{"id":2}])"_ba << u"documentPartial"_s
                            << R"({"receivedDocuments":1,"indexedDocuments":1})"_ba;
    QTest::newRow("clear") << "DELETE"_ba << "/indexes/a/documents"_ba << ""_ba << u"clearAll"_s
                           << R"({"deletedDocuments":1})"_ba;
    QTest::newRow("delete") << "DELETE"_ba << "/indexes/a/documents/1"_ba << ""_ba << u"documentDeletion"_s
                            << R"({"receivedDocumentIds":1,"deletedDocuments":1})"_ba;
    QTest::newRow("settings") << "POST"_ba << "/indexes/a/settings"_ba << R"({"stopWords":["a"]})"_ba
                              << u"settingsUpdate"_s << R"({"stopWords":["a"]})"_ba;
    QTest::newRow("setting") << "POST"_ba << "/indexes/a/settings/stop-words"_ba << R"(["a"])"_ba
                             << u"settingsUpdate"_s << R"({"stopWords":["a"]})"_ba;
    QTest::newRow("index") << "PUT"_ba << "/indexes/a"_ba << R"({"primaryKey":"id"})"_ba << u"indexUpdate"_s
                           << R"({"primaryKey":"id"})"_ba;
}

void TestDialectLegacy::firstGenerationTypes()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(QString, type);
    QFETCH(QByteArray, details);
    Bench bench({0, 25});
    bench.run("POST", "/indexes/a/documents", R"([{"id":1}])");
    const QJsonObject task = bench.run(method, target, body);
    QCOMPARE(task["type"_L1].toString(), type);
    QCOMPARE(task["details"_L1].toObject(), QJsonDocument::fromJson(details).object());
    QCOMPARE(task["status"_L1].toString(), u"succeeded"_s);
}

void TestDialectLegacy::firstGenerationIndexRoutes()
{
    Bench bench({0, 27});
    bench.run("POST", "/indexes/a/documents", R"([{"id":1}])");
    bench.run("DELETE", "/indexes/a");
    bench.run("POST", "/indexes", R"({"uid":"a"})");
    bench.run("POST", "/indexes", R"({"uid":"b"})");
    QCOMPARE(bench.get("/indexes/a/tasks")["results"_L1].toArray().size(), 1); // a made anew begins clean
    QCOMPARE(bench.get("/indexes/a/tasks/2")["uid"_L1].toInt(), 2);
    QCOMPARE(bench.ask("GET", "/indexes/a/tasks/3").status, 404);
    const HttpResponse missing = bench.ask("GET", "/indexes/ghost/tasks");
    QCOMPARE(missing.status, 404);
    QVERIFY(missing.body.contains("index_not_found"));
    QCOMPARE(Bench({0, 28}).ask("GET", "/indexes/a/tasks").body, QByteArray());
}

void TestDialectLegacy::firstGenerationDumps()
{
    Bench bench({0, 26});
    const HttpResponse made = bench.ask("POST", "/dumps");
    QCOMPARE(made.status, 202);
    const QJsonObject dump = QJsonDocument::fromJson(made.body).object();
    QCOMPARE(dump["status"_L1].toString(), u"in_progress"_s);
    QVERIFY(bench.engine().waitUntilIdle(20'000));
    const QByteArray path = QByteArray("/dumps/").append(dump["uid"_L1].toString().toLatin1()).append("/status");
    QCOMPARE(bench.get(path)["status"_L1].toString(), u"done"_s);
    QVERIFY(bench.get(path)["finishedAt"_L1].isString());
    QCOMPARE(bench.ask("GET", "/dumps/19700101-000000000/status").status, 404);
    QCOMPARE(bench.get("/tasks")["results"_L1].toArray().size(), 0); // no task yet
    QCOMPARE(Bench({0, 28}).run("POST", "/dumps")["type"_L1].toString(), u"dumpCreation"_s);
}

void TestDialectLegacy::secondGeneration()
{
    Bench bench({0, 28});
    const QJsonObject task = bench.run("POST", "/indexes/a/documents", R"([{"id":1}])");
    QCOMPARE(task["type"_L1].toString(), u"documentAdditionOrUpdate"_s);
    QVERIFY(!task.contains("error"_L1));
    QCOMPARE(bench.get("/tasks?status=succeeded&type=documentAdditionOrUpdate&indexUid=a")["results"_L1].toArray().size(),
             1);
    QCOMPARE(bench.ask("GET", "/tasks?statuses=failed").status, 400);
    QCOMPARE(bench.ask("POST", "/tasks/cancel?uids=1").status, 405); // read as a task's uid, which can only be got
    QCOMPARE(bench.ask("DELETE", "/tasks?uids=1").status, 405);
}

void TestDialectLegacy::keysOfATask_data()
{
    QTest::addColumn<QString>("api");
    QTest::addColumn<QByteArray>("json");
    const QByteArray times = R"("duration":"PT0.500000000S","enqueuedAt":"1970-01-01T00:00:01Z",)"
                             R"("startedAt":"1970-01-01T00:00:02Z","finishedAt":"1970-01-01T00:00:02.5Z")"_ba;
    const QByteArray head = R"("indexUid":"a","status":"succeeded","type":)"_ba;
    const QByteArray old = R"("details":{"receivedDocumentIds":2,"deletedDocuments":1},)"_ba;
    const QByteArray mid = R"("details":{"providedIds":2,"deletedDocuments":1},"error":null,)"_ba;
    const QByteArray now = R"("details":{"providedIds":2,"deletedDocuments":1,"originalFilter":null},"error":null,)"_ba;
    const QByteArray kind = R"("documentDeletion",)"_ba;
    const QByteArray by = R"("canceledBy":null,)"_ba;
    QTest::newRow("0.25") << u"0.25"_s << QByteArray("{\"uid\":7," + head + kind + old + times + "}");
    QTest::newRow("0.29") << u"0.29"_s << QByteArray("{\"uid\":7," + head + kind + old + times + "}");
    QTest::newRow("0.30") << u"0.30"_s << QByteArray("{\"uid\":7," + head + kind + by + mid + times + "}");
    QTest::newRow("1.11") << u"1.11"_s << QByteArray("{\"uid\":7," + head + kind + by + now + times + "}");
    QTest::newRow("1.12") << u"1.12"_s << QByteArray("{\"uid\":7,\"batchUid\":3," + head + kind + by + now + times + "}");
    QTest::newRow("1.26") << u"1.26"_s
                          << QByteArray("{\"uid\":7,\"batchUid\":3," + head + kind + by + now + times
                                        + ",\"customMetadata\":\"m\"}");
}

void TestDialectLegacy::keysOfATask()
{
    QFETCH(QString, api);
    QFETCH(QByteArray, json);
    TaskRecord task;
    task.uid = 7;
    task.batchUid = 3;
    task.indexUid = u"a"_s;
    task.status = TaskStatus::Succeeded;
    task.kind = TaskKind::DocumentDeletion;
    task.details = R"({"providedIds":2,"deletedDocuments":1,"originalFilter":null})";
    task.enqueuedAt = kNsPerSecond;
    task.startedAt = 2 * kNsPerSecond;
    task.finishedAt = 2 * kNsPerSecond + 500 * kNsPerMs;
    task.customMetadata = u"m"_s;
    QCOMPARE(taskJson(task, *ApiVersion::parse(api)), json);
}

void TestDialectLegacy::pageKeys_data()
{
    QTest::addColumn<QString>("api");
    QTest::addColumn<QByteArray>("page");
    QTest::newRow("0.27") << u"0.27"_s << R"({"results":[]})"_ba;
    QTest::newRow("0.28") << u"0.28"_s << R"({"results":[],"limit":20,"from":null,"next":null})"_ba;
    QTest::newRow("1.2") << u"1.2"_s << R"({"results":[],"limit":20,"from":null,"next":null})"_ba;
    QTest::newRow("1.3") << u"1.3"_s << R"({"results":[],"total":0,"limit":20,"from":null,"next":null})"_ba;
}

void TestDialectLegacy::pageKeys()
{
    QFETCH(QString, api);
    QFETCH(QByteArray, page);
    QCOMPARE(Bench(*ApiVersion::parse(api)).ask("GET", "/tasks").body, page);
}

void TestDialectLegacy::routesBySince_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("since");
    const auto row = [](const char *method, const char *target, const char *before, const char *since) {
        QTest::addRow("%s %s", method, target) << QByteArray(method) << QByteArray(target) << QString::fromLatin1(before)
                                               << QString::fromLatin1(since);
    };
    row("GET", "/batches", "1.11", "1.12");
    row("GET", "/batches/0", "1.11", "1.12");
    row("POST", "/tasks/cancel?uids=1", "0.29", "0.30");
    row("POST", "/swap-indexes", "0.29", "0.30");
    row("POST", "/snapshots", "1.4", "1.5");
    row("POST", "/indexes/a/compact", "1.22", "1.23");
    row("POST", "/indexes/a/documents/delete", "1.1", "1.2");
    row("GET", "/experimental-features", "1.2", "1.3");
    row("POST", "/tasks/compact", "1.39", "1.40");
}

void TestDialectLegacy::routesBySince()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QString, before);
    QFETCH(QString, since);
    const HttpResponse missing = Bench(*ApiVersion::parse(before)).ask(method, target);
    QVERIFY(missing.status == 404 || missing.status == 405);
    QVERIFY(missing.body.isEmpty());
    QVERIFY(!Bench(*ApiVersion::parse(since)).ask(method, target).body.isEmpty());
}

void TestDialectLegacy::canceledTasksOfALaterTime()
{
    TaskRecord task;
    task.status = TaskStatus::Canceled;
    task.canceledBy = 9;
    const QJsonObject old = QJsonDocument::fromJson(taskJson(task, {0, 28})).object();
    QCOMPARE(old["status"_L1].toString(), u"failed"_s);
    QVERIFY(old["error"_L1]["message"_L1].toString().contains(u"`9`"_s));
    const QJsonObject today = QJsonDocument::fromJson(taskJson(task, {1, 50})).object();
    QCOMPARE(today["status"_L1].toString(), u"canceled"_s);
    QVERIFY(today["error"_L1].isNull());
}

void TestDialectLegacy::batchesWithoutTraces()
{
    BatchRecord batch;
    batch.stats = R"({"totalNbTasks":1,"status":{"succeeded":1},"types":{},"indexUids":{},"progressTrace":{"x":"1ms"}})";
    batch.strategy = u"s"_s;
    QVERIFY(!batchJson(batch, {1, 13}).contains("progressTrace"));
    QVERIFY(batchJson(batch, {1, 14}).contains("progressTrace"));
    QVERIFY(!batchJson(batch, {1, 14}).contains("batchStrategy"));
    QVERIFY(batchJson(batch, {1, 15}).contains("batchStrategy"));
}

QTEST_GUILESS_MAIN(TestDialectLegacy)
#include "test_dialect_legacy.moc"
