// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/localqueue/dialecthelp.h"

#include "app/localqueue/gzip.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace taskglass;
using namespace taskglass::localqueue;
using namespace taskglass::localqueue::meilisearch;

/// Today's routes, without a socket: recorded refusals byte for byte, and what each write leaves behind.
class TestDialectAnswers : public QObject
{
    Q_OBJECT
private slots:
    void recorded_data();
    void recorded();
    void emptyLists();
    void anImportEndToEnd();
    void everyWriteHasItsTask_data();
    void everyWriteHasItsTask();
    void pages();
    void cancelAndDeleteAnswer200();
    void batchesShowTheirMembers();
    void metadataComesBackWhereAsked();
    void payloadLimit();
    void contentTypesAndEncodings();
    void settingsRoutes();
    void documentsCanBeReadBack();
    void keysGuardRoutes();
    void restrictedKeysSeeTheirTasksOnly();
    void keysAreMadeAndUsed();
    void taskDocumentsNeedTheirSwitch();
    void statsAndIndexes();
    void headersOfUnknownRoutes();
};

void TestDialectAnswers::recorded_data()
{
    QTest::addColumn<QJsonObject>("exchange");
    QFile file(QStringLiteral(TASKGLASS_TEST_DATA "/localqueue/answers-1.50.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray exchanges = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(exchanges.size() > 30);
    for (const QJsonValue &exchange : exchanges)
        QTest::newRow(qPrintable(exchange["recording"_L1].toString())) << exchange.toObject();
}

void TestDialectAnswers::recorded()
{
    QFETCH(QJsonObject, exchange);
    const bool needsKey = exchange["status"_L1].toInt() == 401;
    Bench bench({}, needsKey ? KeyRing("MASTER") : KeyRing());
    const HttpResponse response = bench.ask(exchange["method"_L1].toString().toLatin1(),
                                            exchange["path"_L1].toString().toUtf8(),
                                            exchange["body"_L1].toString().toUtf8(),
                                            {{"content-type", exchange["contentType"_L1].toString().toLatin1()}});
    QCOMPARE(response.body, exchange["answer"_L1].toString().toUtf8());
    QCOMPARE(response.status, exchange["status"_L1].toInt());
    if (exchange.contains("allow"_L1)) {
        const auto allow = std::find_if(response.headers.begin(), response.headers.end(),
                                        [](const HttpHeader &header) { return header.first == "allow"; });
        QVERIFY(allow != response.headers.end());
        QCOMPARE(QString::fromLatin1(allow->second), exchange["allow"_L1].toString());
    }
}

void TestDialectAnswers::emptyLists()
{
    Bench bench;
    const QByteArray empty = R"({"results":[],"total":0,"limit":20,"from":null,"next":null})";
    QCOMPARE(bench.ask("GET", "/tasks").body, empty);
    QCOMPARE(bench.ask("GET", "/batches").body, empty);
    QCOMPARE(bench.ask("GET", "/indexes").body, R"({"results":[],"offset":0,"limit":20,"total":0})"_ba);
}

void TestDialectAnswers::anImportEndToEnd()
{
    Bench bench;
    const HttpResponse accepted = bench.ask("POST", "/indexes/movies/documents", R"([{"id":1,"title":"x"}])");
    QCOMPARE(accepted.status, 202);
    QVERIFY2(accepted.body.startsWith(R"({"taskUid":0,"indexUid":"movies","status":"enqueued",)"
                                      R"("type":"documentAdditionOrUpdate","enqueuedAt":")"),
             accepted.body.constData());
    QVERIFY(bench.engine().waitUntilIdle(20'000));
    const QByteArray task = bench.ask("GET", "/tasks/0").body;
    QVERIFY2(task.startsWith(R"({"uid":0,"batchUid":0,"indexUid":"movies","status":"succeeded",)"
                             R"("type":"documentAdditionOrUpdate","canceledBy":null,)"
                             R"("details":{"receivedDocuments":1,"indexedDocuments":1},"error":null,"duration":"PT)"),
             task.constData());
    const QJsonObject object = QJsonDocument::fromJson(task).object();
    for (const auto key : {"enqueuedAt"_L1, "startedAt"_L1, "finishedAt"_L1})
        QVERIFY2(object[key].toString().endsWith(u'Z'), key.data());
    QVERIFY(!object.contains("customMetadata"_L1));
}

void TestDialectAnswers::everyWriteHasItsTask_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("outcome"); // a status, or the error's code
    const auto row = [](const char *name, const char *method, const char *target, const char *body, const char *type,
                        const char *outcome) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(target) << QByteArray(body) << QString::fromLatin1(type)
                            << QString::fromLatin1(outcome);
    };
    row("add", "POST", "/indexes/a/documents", R"([{"id":1}])", "documentAdditionOrUpdate", "succeeded");
    row("update", "PUT", "/indexes/a/documents", R"([{"id":7}])", "documentAdditionOrUpdate", "succeeded");
    row("other primary key", "POST", "/indexes/a/documents?primaryKey=x", R"([{"x":1}])", "documentAdditionOrUpdate",
        "index_primary_key_already_exists");
    row("no id", "POST", "/indexes/a/documents", R"([{"title":"no id"}])", "documentAdditionOrUpdate",
        "missing_document_id");
    row("bad id", "POST", "/indexes/a/documents", R"([{"id":"no good"}])", "documentAdditionOrUpdate",
        "invalid_document_id");
    row("no candidate", "POST", "/indexes/fresh/documents", R"([{"name":"a"}])", "documentAdditionOrUpdate",
        "index_primary_key_no_candidate_found");
    row("two candidates", "POST", "/indexes/fresh/documents", R"([{"id":1,"other_id":2}])", "documentAdditionOrUpdate",
        "index_primary_key_multiple_candidates_found");
    row("delete one", "DELETE", "/indexes/a/documents/0", "", "documentDeletion", "succeeded");
    row("delete batch", "POST", "/indexes/a/documents/delete-batch", R"([0,"1"])", "documentDeletion", "succeeded");
    row("delete by filter", "POST", "/indexes/a/documents/delete", R"({"filter":"n = 1"})", "documentDeletion",
        "succeeded");
    row("not filterable", "POST", "/indexes/a/documents/delete", R"({"filter":"nope = 1"})", "documentDeletion",
        "invalid_document_filter");
    row("delete all", "DELETE", "/indexes/a/documents", "", "documentDeletion", "succeeded");
    row("settings", "PATCH", "/indexes/a/settings", R"({"stopWords":["the"]})", "settingsUpdate", "succeeded");
    row("one setting", "PUT", "/indexes/a/settings/sortable-attributes", R"(["n"])", "settingsUpdate", "succeeded");
    row("merged setting", "PATCH", "/indexes/a/settings/typo-tolerance", R"({"enabled":false})", "settingsUpdate",
        "succeeded");
    row("reset setting", "DELETE", "/indexes/a/settings/stop-words", "", "settingsUpdate", "succeeded");
    row("reset settings", "DELETE", "/indexes/a/settings", "", "settingsUpdate", "succeeded");
    row("create", "POST", "/indexes", R"({"uid":"new","primaryKey":"k"})", "indexCreation", "succeeded");
    row("create again", "POST", "/indexes", R"({"uid":"a"})", "indexCreation", "index_already_exists");
    row("change", "PATCH", "/indexes/b", R"({"primaryKey":"k"})", "indexUpdate", "succeeded");
    row("rename", "PATCH", "/indexes/a", R"({"uid":"c"})", "indexUpdate", "succeeded");
    row("remove", "DELETE", "/indexes/a", "", "indexDeletion", "succeeded");
    row("remove nothing", "DELETE", "/indexes/ghost", "", "indexDeletion", "index_not_found");
    row("compact", "POST", "/indexes/a/compact", "", "indexCompaction", "succeeded");
    row("swap", "POST", "/swap-indexes", R"([{"indexes":["a","b"]}])", "indexSwap", "succeeded");
    row("swap nothing", "POST", "/swap-indexes", R"([{"indexes":["a","ghost"]}])", "indexSwap", "index_not_found");
    row("dump", "POST", "/dumps", "", "dumpCreation", "succeeded");
    row("snapshot", "POST", "/snapshots", "", "snapshotCreation", "succeeded");
    row("cancel", "POST", "/tasks/cancel?statuses=enqueued", "", "taskCancelation", "succeeded");
    row("delete tasks", "DELETE", "/tasks?statuses=succeeded", "", "taskDeletion", "succeeded");
}

void TestDialectAnswers::everyWriteHasItsTask()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(QString, type);
    QFETCH(QString, outcome);
    Bench bench;
    bench.run("POST", "/indexes/a/documents", R"([{"id":0,"n":1},{"id":2,"n":2}])");
    bench.run("PUT", "/indexes/a/settings/filterable-attributes", R"(["n"])");
    bench.run("POST", "/indexes", R"({"uid":"b"})");
    const QJsonObject task = bench.run(method, target, body);
    QCOMPARE(task["type"_L1].toString(), type);
    const QString got = task["error"_L1].isNull() ? task["status"_L1].toString()
                                                   : task["error"_L1]["code"_L1].toString();
    QCOMPARE(got, outcome);
    QVERIFY(task["duration"_L1].toString().startsWith("PT"_L1));
}

void TestDialectAnswers::pages()
{
    Bench bench;
    for (int i = 0; i < 5; ++i)
        bench.ask("POST", "/indexes", R"({"uid":"i"})");
    QVERIFY(bench.engine().waitUntilIdle(20'000));
    const auto shape = [&](const QByteArray &target) {
        QJsonObject page = bench.get(target);
        QStringList uids;
        const QJsonArray results = page["results"_L1].toArray();
        for (const QJsonValue &task : results)
            uids.append(QString::number(task["uid"_L1].toInteger()));
        const auto number = [&](QLatin1StringView key) {
            return page[key].isNull() ? u"-"_s : QString::number(page[key].toInteger());
        };
        return QString(uids.join(u',') % u" of "_s % number("total"_L1) % u" limit "_s % number("limit"_L1) % u" from "_s
                       % number("from"_L1) % u" next "_s % number("next"_L1));
    };
    QCOMPARE(shape("/tasks?limit=2"), u"4,3 of 5 limit 2 from 4 next 2"_s);
    QCOMPARE(shape("/tasks?limit=2&from=2"), u"2,1 of 5 limit 2 from 2 next 0"_s);
    QCOMPARE(shape("/tasks?limit=2&from=0"), u"0 of 5 limit 2 from 0 next -"_s);
    QCOMPARE(shape("/tasks?limit=0"), u" of 5 limit 0 from - next 4"_s);
    QCOMPARE(shape("/tasks?from=99999"), u"4,3,2,1,0 of 5 limit 20 from 4 next -"_s);
    QCOMPARE(shape("/tasks?limit=2&reverse=true"), u"0,1 of 5 limit 2 from 0 next 2"_s);
    QCOMPARE(shape("/tasks?uids="), u" of 0 limit 20 from - next -"_s);
    QCOMPARE(shape("/tasks?statuses=failed"), u"4,3,2,1 of 4 limit 20 from 4 next -"_s);
    QCOMPARE(shape("/tasks?uids=1,3,77&statuses=*"), u"3,1 of 2 limit 20 from 3 next -"_s);
    QCOMPARE(shape("/batches?limit=1"), u"4 of 5 limit 1 from 4 next 3"_s);
}

void TestDialectAnswers::cancelAndDeleteAnswer200()
{
    Bench bench;
    bench.run("POST", "/indexes", R"({"uid":"i"})");
    const HttpResponse canceled = bench.ask("POST", "/tasks/cancel?uids=0,44&statuses=enqueued,processing");
    QCOMPARE(canceled.status, 200);
    QVERIFY(canceled.body.startsWith(R"({"taskUid":1,"indexUid":null,"status":"enqueued","type":"taskCancelation",)"));
    QVERIFY(bench.engine().waitUntilIdle(20'000));
    QJsonObject details = bench.get("/tasks/1")["details"_L1].toObject();
    QCOMPARE(details["originalFilter"_L1].toString(), u"?uids=0,44&statuses=enqueued,processing"_s);
    QCOMPARE(details["matchedTasks"_L1].toInt(-1), 0);
    QCOMPARE(bench.ask("DELETE", "/tasks?uids=0").status, 200);
    QVERIFY(bench.engine().waitUntilIdle(20'000));
    details = bench.get("/tasks/2")["details"_L1].toObject();
    QCOMPARE(details["deletedTasks"_L1].toInt(-1), 1);
    QCOMPARE(bench.ask("GET", "/tasks/0").status, 404);
}

void TestDialectAnswers::batchesShowTheirMembers()
{
    Bench bench;
    bench.run("POST", "/indexes/a/documents", R"([{"id":1}])");
    const QByteArray text = bench.ask("GET", "/batches/0").body;
    QVERIFY2(text.startsWith(R"({"uid":0,"progress":null,"details":{"receivedDocuments":1,"indexedDocuments":1},)"
                             R"("stats":{"totalNbTasks":1,"status":{"succeeded":1},)"
                             R"("types":{"documentAdditionOrUpdate":1},"indexUids":{"a":1})"),
             text.constData());
    const QJsonObject batch = QJsonDocument::fromJson(text).object();
    for (const auto key : {"duration"_L1, "startedAt"_L1, "finishedAt"_L1, "batchStrategy"_L1})
        QVERIFY2(batch[key].isString(), key.data());
    QCOMPARE(bench.ask("GET", "/batches/x").status, 400);
}

void TestDialectAnswers::metadataComesBackWhereAsked()
{
    Bench bench;
    const QJsonObject task = bench.run(
        "POST", "/indexes/a/documents?customMetadata=import%20%C3%A9%20%3Cb%3E42%3C%2Fb%3E", R"([{"id":1}])");
    QCOMPARE(task["customMetadata"_L1].toString(), u"import é <b>42</b>"_s);
    QCOMPARE(bench.ask("POST", "/tasks/cancel?uids=1&customMetadata=x").status, 400);
    const QJsonObject empty = bench.run("DELETE", "/indexes/a/documents/1?customMetadata=");
    QVERIFY(empty.contains("customMetadata"_L1));
    QCOMPARE(empty["customMetadata"_L1].toString(), QString());
}

void TestDialectAnswers::payloadLimit()
{
    Bench bench({}, KeyRing(), 64);
    QCOMPARE(bench.ask("POST", "/indexes/a/documents", R"([{"id":1}])").status, 202);
    const HttpResponse refused = bench.ask("POST", "/indexes/a/documents", QByteArray(65, ' '));
    QCOMPARE(refused.status, 413);
    QVERIFY(refused.body.contains("payload_too_large"));
    const HttpResponse bomb = bench.ask("POST", "/indexes/a/documents", gzip(QByteArray(1000, ' ')),
                                        {{"content-type", "application/json"}, {"content-encoding", "gzip"}});
    QVERIFY(bomb.status >= 400);
}

void TestDialectAnswers::contentTypesAndEncodings()
{
    Bench bench;
    const auto post = [&](const QByteArray &target, const QByteArray &body, std::vector<HttpHeader> headers) {
        return bench.ask("POST", target, body, std::move(headers)).status;
    };
    QCOMPARE(post("/indexes/a/documents", "{\"id\":1}\n{\"id\":2}\n", {{"Content-Type", "application/x-ndjson"}}), 202);
    QCOMPARE(post("/indexes/a/documents?csvDelimiter=%3B", "id;t\n3;x\n", {{"content-type", "text/csv; charset=utf-8"}}),
             202);
    QCOMPARE(post("/indexes/a/documents", gzip(R"([{"id":4}])"),
                  {{"content-type", "application/json"}, {"content-encoding", "gzip"}}), 202);
    QVERIFY(bench.engine().waitUntilIdle(20'000));
    QCOMPARE(bench.get("/indexes/a/documents?limit=1")["total"_L1].toInt(), 4);
    QCOMPARE(post("/indexes/a/documents", "[]", {}), 415);
    QCOMPARE(post("/indexes/a/documents?csvDelimiter=%3B", "[]", {{"content-type", "application/json"}}), 400);
    QCOMPARE(post("/indexes/a/documents?csvDelimiter=ab", "id", {{"content-type", "text/csv"}}), 400);
    QCOMPARE(post("/indexes/a/documents?nonsense=1", "[]", {{"content-type", "application/json"}}), 400);
    QCOMPARE(post("/indexes/no%20good/documents", "[]", {{"content-type", "application/json"}}), 400);
    QCOMPARE(post("/indexes", "{\"uid\":\"a\"}", {{"content-type", "text/plain"}}), 415);
}

void TestDialectAnswers::settingsRoutes()
{
    Bench bench;
    bench.run("PATCH", "/indexes/a/settings", R"({"stopWords":["the"],"searchCutoffMs":150})");
    QCOMPARE(bench.ask("GET", "/indexes/a/settings/stop-words").body, R"(["the"])"_ba);
    QCOMPARE(bench.ask("GET", "/indexes/a/settings/search-cutoff-ms").body, "150"_ba);
    QVERIFY(bench.get("/indexes/a/settings").contains("rankingRules"_L1));
    QCOMPARE(bench.ask("GET", "/indexes/ghost/settings").status, 404);
    QCOMPARE(bench.ask("GET", "/indexes/a/settings/no-such").status, 404);
    QCOMPARE(bench.ask("PATCH", "/indexes/a/settings/stop-words", "[]").status, 405);
    QCOMPARE(bench.ask("PUT", "/indexes/a/settings/typo-tolerance", "{}").status, 405);
    QCOMPARE(bench.ask("PATCH", "/indexes/a/settings", R"({"nonsense":1})").status, 400);
}

void TestDialectAnswers::documentsCanBeReadBack()
{
    Bench bench;
    bench.run("POST", "/indexes/a/documents", R"([{"id":1,"t":"x"},{"id":"two","t":"y"}])");
    QCOMPARE(bench.get("/indexes/a/documents/two")["t"_L1].toString(), u"y"_s);
    QCOMPARE(bench.ask("GET", "/indexes/a/documents/1?fields=id").body, R"({"id":1})"_ba);
    QCOMPARE(bench.ask("GET", "/indexes/a/documents/3").status, 404);
    const QJsonObject page = bench.get("/indexes/a/documents?offset=1&limit=1");
    QCOMPARE(page["total"_L1].toInt(), 2);
    QCOMPARE(page["results"_L1].toArray().size(), 1);
    QCOMPARE(bench.ask("GET", "/indexes/a/documents?limit=-1").status, 400);
    const HttpResponse fetched = bench.ask("POST", "/indexes/a/documents/fetch", R"({"limit":1,"fields":["t"]})");
    QVERIFY(fetched.body.contains(R"([{"t":"x"}])"));
}

void TestDialectAnswers::keysGuardRoutes()
{
    KeyRing ring("MASTER");
    ring.add("READ", {u"tasks.get"_s}, {});
    Bench bench({}, std::move(ring));
    QCOMPARE(bench.ask("GET", "/health").status, 200);
    QCOMPARE(bench.ask("GET", "/tasks").status, 401);
    QCOMPARE(bench.ask("GET", "/nonsense").status, 404); // before any key is asked for
    QCOMPARE(bench.ask("PUT", "/tasks").status, 405);
    QCOMPARE(bench.askWithKey("nonsense", "GET", "/tasks").status, 403);
    QCOMPARE(bench.askWithKey("READ", "GET", "/tasks").status, 200);
    QCOMPARE(bench.askWithKey("READ", "GET", "/batches").status, 200);
    QCOMPARE(bench.askWithKey("READ", "POST", "/tasks/cancel?uids=1").status, 403);
    QCOMPARE(bench.askWithKey("READ", "DELETE", "/tasks?uids=1").status, 403);
    QCOMPARE(bench.askWithKey("READ", "GET", "/version").status, 403);
    QCOMPARE(bench.askWithKey("READ", "GET", "/stats").status, 403);
    QCOMPARE(bench.askWithKey("MASTER", "GET", "/version").status, 200);
    QCOMPARE(bench.askWithKey("MASTER", "POST", "/indexes/a/documents", R"([{"id":1}])").status, 202);
}

void TestDialectAnswers::restrictedKeysSeeTheirTasksOnly()
{
    KeyRing ring("MASTER");
    ring.add("MOVIES", {u"*"_s}, {u"movies"_s});
    Bench bench({}, std::move(ring));
    bench.askWithKey("MASTER", "POST", "/indexes", R"({"uid":"movies"})");
    bench.askWithKey("MASTER", "POST", "/indexes", R"({"uid":"books"})");
    QVERIFY(bench.engine().waitUntilIdle(20'000));
    const QJsonObject page = QJsonDocument::fromJson(bench.askWithKey("MOVIES", "GET", "/tasks").body).object();
    QCOMPARE(page["results"_L1].toArray().size(), 1);
    QCOMPARE(bench.askWithKey("MOVIES", "GET", "/tasks/0").status, 200);
    QCOMPARE(bench.askWithKey("MOVIES", "GET", "/tasks/1").status, 404);
    QCOMPARE(bench.askWithKey("MOVIES", "POST", "/indexes/books/documents", R"([{"id":1}])").status, 403);
    QCOMPARE(bench.askWithKey("MOVIES", "POST", "/indexes", R"({"uid":"books2"})").status, 403);
    QCOMPARE(bench.askWithKey("MOVIES", "GET", "/version").status, 403);
    const QByteArray indexes = bench.askWithKey("MOVIES", "GET", "/indexes").body;
    QVERIFY(indexes.contains("movies") && !indexes.contains("books"));
}

void TestDialectAnswers::keysAreMadeAndUsed()
{
    Bench open;
    QCOMPARE(open.ask("GET", "/keys").status, 401);
    QVERIFY(open.ask("GET", "/keys").body.contains("missing_master_key"));

    Bench bench({}, KeyRing("MASTER"));
    const HttpResponse made = bench.askWithKey(
        "MASTER", "POST", "/keys", R"({"name":"read","actions":["tasks.get"],"indexes":["*"],"expiresAt":null})");
    QCOMPARE(made.status, 201);
    const QJsonObject key = QJsonDocument::fromJson(made.body).object();
    QCOMPARE(key["key"_L1].toString().size(), 64);
    QCOMPARE(bench.askWithKey(key["key"_L1].toString().toLatin1(), "GET", "/tasks").status, 200);
    QCOMPARE(bench.askWithKey(key["key"_L1].toString().toLatin1(), "GET", "/keys").status, 403);
    const QByteArray path = QByteArray("/keys/").append(key["uid"_L1].toString().toLatin1());
    QCOMPARE(bench.askWithKey("MASTER", "GET", path).body, made.body);
    QCOMPARE(bench.askWithKey("MASTER", "DELETE", path).status, 204);
    QCOMPARE(bench.askWithKey(key["key"_L1].toString().toLatin1(), "GET", "/tasks").status, 403);
    QCOMPARE(bench.askWithKey("MASTER", "POST", "/keys", R"({"actions":["tasks.get"],"indexes":["*"]})").status, 400);
}

void TestDialectAnswers::taskDocumentsNeedTheirSwitch()
{
    Bench bench;
    bench.engine().setPaused(true);
    bench.ask("POST", "/indexes/a/documents", R"([{"id":39,"t":"x"}])");
    QVERIFY(bench.ask("GET", "/tasks/0/documents").body.contains("feature_not_enabled"));
    QCOMPARE(bench.ask("PATCH", "/experimental-features", R"({"getTaskDocumentsRoute":true})").status, 200);
    QCOMPARE(bench.ask("GET", "/tasks/0/documents").body, R"({"id":39,"t":"x"})"_ba);
    bench.engine().setPaused(false);
    QVERIFY(bench.engine().waitUntilIdle(20'000));
    const HttpResponse gone = bench.ask("GET", "/tasks/0/documents");
    QCOMPARE(gone.status, 404);
    QVERIFY(gone.body.contains("task_file_not_found"));
}

void TestDialectAnswers::statsAndIndexes()
{
    Bench bench;
    bench.run("POST", "/indexes/a/documents", R"([{"id":1,"t":"x"},{"id":2}])");
    const QJsonObject stats = bench.get("/stats");
    QVERIFY(stats["databaseSize"_L1].toInteger() > 0);
    QVERIFY(stats["lastUpdate"_L1].isString());
    const QJsonValue index = stats["indexes"_L1]["a"_L1];
    QCOMPARE(index["numberOfDocuments"_L1].toInt(), 2);
    QCOMPARE(index["isIndexing"_L1].toBool(true), false);
    QCOMPARE(index["fieldDistribution"_L1]["t"_L1].toInt(), 1);
    QCOMPARE(bench.get("/indexes/a/stats")["numberOfDocuments"_L1].toInt(), 2);
    QCOMPARE(bench.get("/indexes/a")["primaryKey"_L1].toString(), u"id"_s);
    QCOMPARE(bench.get("/indexes")["total"_L1].toInt(), 1);
    QCOMPARE(bench.ask("GET", "/indexes/ghost").status, 404);
    QCOMPARE(bench.ask("GET", "/indexes/ghost/stats").status, 404);
}

void TestDialectAnswers::headersOfUnknownRoutes()
{
    Bench bench;
    const HttpResponse missing = bench.ask("GET", "/Tasks");
    QCOMPARE(missing.status, 404);
    QVERIFY(missing.body.isEmpty() && missing.contentType.isEmpty());
    QCOMPARE(bench.ask("HEAD", "/tasks").status, 405);
    QCOMPARE(bench.ask("GET", "/tasks/cancel").status, 405);
    QCOMPARE(bench.ask("GET", "/tasks/stream").status, 400); // read as a uid
}

QTEST_GUILESS_MAIN(TestDialectAnswers)
#include "test_dialect_answers.moc"
