// SPDX-License-Identifier: GPL-3.0-or-later
// Each kind of task, and each way to fail, against what a Meilisearch 1.50.0 answered.
#include "tests/localqueue/enginefixture.h"

#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace taskglass;
using namespace taskglass::localqueue;

namespace {

DocumentImport csv(const QByteArray &body, char delimiter = ',')
{
    DocumentImport import;
    import.format = PayloadFormat::Csv;
    import.csvDelimiter = delimiter;
    import.body = body;
    return import;
}

} // namespace

class TestEngineTasks : public QObject
{
    Q_OBJECT

private slots:
    void importsRunAndAreListed();
    void formatsAreRead();
    void updatesMergeFields();
    void failures_data();
    void failures();
    void malformedPayloads_data();
    void malformedPayloads();
    void deletions();
    void settingsAreKeptAndShown();
    void indexesAreMadeRenamedSwappedDeleted();
    void swapOfMissingIndexes();
    void geoAndVectors();
    void dumpIsWritten();
    void customMetadataAndMethodStay();
};

void TestEngineTasks::importsRunAndAreListed()
{
    EngineFixture f;
    QVERIFY2(f.engine, qPrintable(f.openError.message));
    const quint32 uid = f.add(u"movies"_s, someDocuments(500));
    QCOMPARE(uid, 0U);
    const TaskRecord task = f.finish(uid);
    QCOMPARE(task.status, TaskStatus::Succeeded);
    QCOMPARE(task.details, QByteArray("{\"receivedDocuments\":500,\"indexedDocuments\":500}"));
    QCOMPARE(task.batchUid, std::optional<quint32>(0));
    QVERIFY(task.enqueuedAt <= task.startedAt && task.startedAt <= task.finishedAt);
    QVERIFY(!task.error);

    const Result<TaskList> list = f.engine->tasks({}, {});
    QVERIFY(list.ok());
    QCOMPARE(list.value().total, 1);
    QCOMPARE(list.value().tasks, QList<TaskRecord> {task});
    QVERIFY(!list.value().next);

    const Result<DocumentList> documents = f.engine->documents(u"movies"_s, 0, 1);
    QVERIFY(documents.ok());
    QCOMPARE(documents.value().total, 500);
    QCOMPARE(documents.value().documents.first(), QByteArray("{\"id\":0,\"title\":\"Film 0\",\"genre\":\"a\"}"));
    QCOMPARE(f.engine->index(u"movies"_s).value().primaryKey, std::optional<QString>(u"id"_s));

    const Result<BatchRecord> batch = f.engine->batch(0);
    QVERIFY(batch.ok());
    QCOMPARE(batch.value().strategy, u"batched all enqueued tasks"_s);
    QVERIFY(batch.value().stats.startsWith("{\"totalNbTasks\":1,\"status\":{\"succeeded\":1},"
                                           "\"types\":{\"documentAdditionOrUpdate\":1},\"indexUids\":{\"movies\":1},"
                                           "\"progressTrace\":{\"processing tasks > retrieving config\":\""));
    QCOMPARE(batch.value().startedAt, task.startedAt);
    QCOMPARE(batch.value().finishedAt, task.finishedAt);
}

void TestEngineTasks::formatsAreRead()
{
    EngineFixture f;
    f.enqueue(u"m"_s, csv("id;title;price:number;in stock:boolean\n900;\"neuf; \"\"9\"\"\";1.5;true\n901;;;\n", ';'));
    DocumentImport ndjson;
    ndjson.format = PayloadFormat::Ndjson;
    ndjson.body = "{\"id\": 902, \"title\": \"a\"}\n\n{\"id\":\"x-903\",\"title\":\"b\"}\n";
    const quint32 last = f.enqueue(u"m"_s, ndjson);
    QCOMPARE(f.finish(last).details, QByteArray("{\"receivedDocuments\":2,\"indexedDocuments\":2}"));
    const auto document = [&f](const QString &id) { return f.engine->document(u"m"_s, id); };
    QCOMPARE(document(u"900"_s).value(),
             QByteArray("{\"id\":\"900\",\"title\":\"neuf; \\\"9\\\"\",\"price\":1.5,\"in stock\":true}"));
    QCOMPARE(document(u"901"_s).value(), QByteArray("{\"id\":\"901\",\"title\":null,\"price\":null,\"in stock\":null}"));
    QCOMPARE(document(u"902"_s).value(), QByteArray("{\"id\":902,\"title\":\"a\"}"));
    QCOMPARE(document(u"x-903"_s).value(), QByteArray("{\"id\":\"x-903\",\"title\":\"b\"}"));
    QCOMPARE(document(u"nope"_s).error().serverCode, u"document_not_found"_s);
}

void TestEngineTasks::updatesMergeFields()
{
    EngineFixture f;
    f.add(u"m"_s, "[{\"id\":1,\"a\":1,\"b\":2}]");
    DocumentImport update;
    update.method = ImportMethod::Update;
    update.body = "[{\"id\":1,\"b\":3,\"c\":4}]";
    f.finish(f.enqueue(u"m"_s, update));
    QCOMPARE(f.engine->document(u"m"_s, u"1"_s).value(), QByteArray("{\"id\":1,\"a\":1,\"b\":3,\"c\":4}"));
    f.finish(f.add(u"m"_s, "[{\"id\":1,\"z\":0}]"));
    QCOMPARE(f.engine->document(u"m"_s, u"1"_s).value(), QByteArray("{\"id\":1,\"z\":0}"));
    const EngineStats stats = f.engine->stats().value();
    QCOMPARE(stats.indexes.first().numberOfDocuments, 1);
    QCOMPARE(stats.indexes.first().fieldDistribution, (QList<std::pair<QString, qint64>> {{u"id"_s, 1}, {u"z"_s, 1}}));
}

void TestEngineTasks::failures_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    QTest::newRow("no primary key") << QByteArray("[{\"name\":\"a\"}]") << u"index_primary_key_no_candidate_found"_s
                                    << u"The primary key inference failed as the engine did not find any field ending with "
                                       "`id` in its name. Please specify the primary key manually using the `primaryKey` "
                                       "query parameter."_s;
    QTest::newRow("many primary keys")
        << QByteArray("[{\"id\":1,\"other_id\":2}]") << u"index_primary_key_multiple_candidates_found"_s
        << u"The primary key inference failed as the engine found 2 fields ending with `id` in their names: 'id' and "
           "'other_id'. Please specify the primary key manually using the `primaryKey` query parameter."_s;
    QTest::newRow("bad id") << QByteArray("[{\"id\":\"not ok <b>bold</b> \xC3\xA9/\xE2\x80\xAE\",\"title\":\"x\"}]")
                            << u"invalid_document_id"_s
                            << u"Document identifier `\"not ok <b>bold</b> \u00e9/\u202e\"` is invalid. A document identifier "
                               "can be of type integer or string, only composed of alphanumeric characters (a-z A-Z 0-9), "
                               "hyphens (-) and underscores (_), and can not be more than 511 bytes."_s;
    QTest::newRow("missing id") << QByteArray("[{\"id\":1},{\"title\":\"no id\"}]") << u"missing_document_id"_s
                                << u"Document doesn't have a `id` attribute: `{\"title\":\"no id\"}`."_s;
}

void TestEngineTasks::failures()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    QFETCH(QString, message);
    EngineFixture f;
    const TaskRecord task = f.finish(f.add(u"movies"_s, body));
    QCOMPARE(task.status, TaskStatus::Failed);
    QVERIFY(task.error.has_value());
    QCOMPARE(task.error->message, message);
    QCOMPARE(task.error->code, code);
    QCOMPARE(task.error->type, u"invalid_request"_s);
    QCOMPARE(task.error->link, u"https://docs.meilisearch.com/errors#"_s + code);
    QVERIFY(task.details.endsWith("\"indexedDocuments\":0}"));
    // The index was made nevertheless, and stays empty.
    QCOMPARE(f.engine->documents(u"movies"_s, 0, 10).value().total, 0);
}

void TestEngineTasks::malformedPayloads_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    const auto json = [](const char *name, const char *body, const QString &fault) {
        QTest::newRow(name) << 0 << QByteArray(body) << u"malformed_payload"_s
                            << u"The `json` payload provided is malformed. `Couldn't serialize document value: %1`."_s.arg(fault);
    };
    json("recorded", "[{\"id\":1,}]", u"key must be a string at line 1 column 10"_s);
    json("cut", "[{\"id\":1},{\"i", u"EOF while parsing a string at line 1 column 13"_s);
    json("trailing comma", "[{\"id\":1},]", u"trailing comma at line 1 column 11"_s);
    json("two values", "{\"id\":1} x", u"trailing characters at line 1 column 10"_s);
    json("second line", "[\n{\"id\" 1}]", u"expected `:` at line 2 column 7"_s);
    QTest::newRow("empty json") << 0 << QByteArray() << u"missing_payload"_s << u"A json payload is missing."_s;
    QTest::newRow("empty csv") << 2 << QByteArray("\n") << u"missing_payload"_s << u"A csv payload is missing."_s;
    QTest::newRow("csv width") << 2 << QByteArray("id,a\n1,2,3\n") << u"malformed_payload"_s
                               << u"The `csv` payload provided is malformed: `CSV error: record 1 (line: 2, byte: 5): found "
                                  "record with 3 fields, but the previous record has 2 fields`."_s;
}

void TestEngineTasks::malformedPayloads()
{
    QFETCH(int, format);
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    QFETCH(QString, message);
    EngineFixture f;
    DocumentImport import;
    import.format = static_cast<PayloadFormat>(format);
    import.body = body;
    f.enqueue(u"movies"_s, import);
    QCOMPARE(f.lastError.serverMessage, message);
    QCOMPARE(f.lastError.serverCode, code);
    QCOMPARE(f.lastError.httpStatus, 400);
    QCOMPARE(f.engine->tasks({}, {}).value().total, 0);
}

void TestEngineTasks::deletions()
{
    EngineFixture f;
    f.add(u"movies"_s, someDocuments(500));
    f.enqueue(u"movies"_s, SettingsUpdate {"{\"filterableAttributes\":[\"genre\",\"id\"]}"});
    QCOMPARE(f.finish(f.enqueue(u"movies"_s, DocumentDeletionByFilter {"\"genre = a AND id < 20\""})).details,
             QByteArray("{\"providedIds\":0,\"deletedDocuments\":10,\"originalFilter\":\"\\\"genre = a AND id < 20\\\"\"}"));
    QCOMPARE(f.finish(f.enqueue(u"movies"_s, DocumentDeletionByIds {{u"1"_s, u"2"_s, u"3"_s, u"999999"_s}})).details,
             QByteArray("{\"providedIds\":4,\"deletedDocuments\":2,\"originalFilter\":null}"));

    const TaskRecord unfilterable = f.finish(f.enqueue(u"movies"_s, DocumentDeletionByFilter {"\"nope = 1\""}));
    QCOMPARE(unfilterable.status, TaskStatus::Failed);
    QCOMPARE(unfilterable.details,
             QByteArray("{\"providedIds\":0,\"deletedDocuments\":0,\"originalFilter\":\"\\\"nope = 1\\\"\"}"));
    QCOMPARE(unfilterable.error->message,
             u"Index `movies`: Attribute `nope` is not filterable. Available filterable attribute patterns are: `genre`, "
             "`id`.\n1:5 nope = 1"_s);
    QCOMPARE(unfilterable.error->code, u"invalid_document_filter"_s);

    const TaskRecord ghost = f.finish(f.enqueue(u"ghost"_s, DocumentDeletionByFilter {"\"a = 1\""}));
    QCOMPARE(ghost.error->message, u"Index `ghost` not found."_s);
    QCOMPARE(ghost.error->code, u"index_not_found"_s);

    f.enqueue(u"movies"_s, DocumentDeletionByFilter {"\"genre ~ a\""});
    QCOMPARE(f.lastError.serverCode, u"invalid_document_filter"_s);

    QCOMPARE(f.finish(f.enqueue(u"movies"_s, DocumentClear {})).details, QByteArray("{\"deletedDocuments\":488}"));
    QVERIFY(f.engine->stats().value().indexes.first().fieldDistribution.isEmpty());
}

void TestEngineTasks::settingsAreKeptAndShown()
{
    EngineFixture f;
    const QByteArray sent = "{\"rankingRules\":[\"words\",\"sort\"],\"filterableAttributes\":[\"genre\"],"
                            "\"typoTolerance\":{\"enabled\":false}}";
    const TaskRecord task = f.finish(f.enqueue(u"movies"_s, SettingsUpdate {sent}));
    QCOMPARE(task.details, QByteArray("{\"filterableAttributes\":[\"genre\"],\"rankingRules\":[\"words\",\"sort\"],"
                                      "\"typoTolerance\":{\"enabled\":false}}"));
    const QByteArray settings = f.engine->settings(u"movies"_s).value();
    QVERIFY2(settings.startsWith("{\"displayedAttributes\":[\"*\"],\"searchableAttributes\":[\"*\"],"
                                 "\"filterableAttributes\":[\"genre\"],"), settings.constData());
    QVERIFY(settings.contains("\"typoTolerance\":{\"enabled\":false,\"minWordSizeForTypos\":"));
    SettingsUpdate reset;
    reset.resetAll = true;
    const TaskRecord all = f.finish(f.enqueue(u"movies"_s, reset));
    QVERIFY(all.details.startsWith("{\"displayedAttributes\":[\"*\"],\"searchableAttributes\":[\"*\"],"
                                   "\"filterableAttributes\":null,"));
    QCOMPARE(f.finish(f.enqueue(u"ghost"_s, reset)).error->code, u"index_not_found"_s);

    QCOMPARE(validateSettings("{\"rankingRules\":[\"nope\"]}").error().serverMessage,
             u"Invalid value at `.rankingRules[0]`: `nope` ranking rule is invalid. Valid ranking rules are words, typo, sort, "
             "proximity, attribute, exactness and custom ranking rules."_s);
    QCOMPARE(validateSettings("[\"*\"]", u"displayedAttributes"_s).value(), QByteArray("{\"displayedAttributes\":[\"*\"]}"));
    QCOMPARE(validateSettings("{\"frob\":1}").error().serverCode, u"bad_request"_s);
}

void TestEngineTasks::indexesAreMadeRenamedSwappedDeleted()
{
    EngineFixture f;
    f.finish(f.enqueue(u"movies"_s, IndexCreation {u"id"_s}));
    const TaskRecord exists = f.finish(f.enqueue(u"movies"_s, IndexCreation {}));
    QCOMPARE(exists.error->message, u"Index `movies` already exists."_s);
    QCOMPARE(exists.error->code, u"index_already_exists"_s);
    QCOMPARE(exists.details, QByteArray("{\"primaryKey\":null}"));

    f.add(u"movies"_s, someDocuments(3));
    f.finish(f.enqueue(u"movies_new"_s, IndexCreation {}));
    const quint32 swap = f.enqueue({}, IndexSwap {{{u"movies"_s, u"movies_new"_s, false}}});
    QCOMPARE(f.finish(swap).status, TaskStatus::Succeeded);
    QCOMPARE(f.engine->documents(u"movies_new"_s, 0, 9).value().total, 3);
    QCOMPARE(f.task(0).indexUid, u"movies_new"_s); // earlier tasks follow their index
    QCOMPARE(f.task(3).indexUid, u"movies"_s);

    const quint32 rename = f.enqueue(u"movies_new"_s, IndexUpdate {{}, u"films"_s});
    const TaskRecord renamed = f.finish(rename);
    QCOMPARE(renamed.details,
             QByteArray("{\"primaryKey\":null,\"oldIndexUid\":\"movies_new\",\"newIndexUid\":\"films\"}"));
    QCOMPARE(renamed.indexUid, u"movies_new"_s);
    QCOMPARE(f.task(0).indexUid, u"films"_s);
    QCOMPARE(f.task(swap).details, QByteArray("{\"swaps\":[{\"indexes\":[\"movies\",\"films\"],\"rename\":false}]}"));
    TaskQuery byName;
    byName.indexUids = QStringList {u"films"_s};
    byName.kinds = QList<TaskKind> {TaskKind::IndexUpdate};
    QCOMPARE(f.engine->tasks(byName, {}).value().total, 1);
    byName.indexUids = QStringList {u"movies_new"_s};
    QCOMPARE(f.engine->tasks(byName, {}).value().total, 1);

    const TaskRecord taken = f.finish(f.enqueue(u"films"_s, IndexUpdate {{}, u"movies"_s}));
    QCOMPARE(taken.error->message, u"Index `movies` already exists."_s);
    const TaskRecord key = f.finish(f.enqueue(u"films"_s, IndexUpdate {u"title"_s, {}}));
    QCOMPARE(key.error->message, u"Index `films`: Index already has a primary key: `id`."_s);
    QCOMPARE(key.error->code, u"index_primary_key_already_exists"_s);
    QCOMPARE(f.finish(f.enqueue(u"films"_s, IndexDeletion {})).details, QByteArray("{\"deletedDocuments\":3}"));
    const TaskRecord missing = f.finish(f.enqueue(u"nosuch"_s, IndexDeletion {}));
    QCOMPARE(missing.error->message, u"Index `nosuch` not found."_s);
    QCOMPARE(missing.details, QByteArray("{\"deletedDocuments\":0}"));
}

void TestEngineTasks::swapOfMissingIndexes()
{
    EngineFixture f;
    const TaskRecord task = f.finish(f.enqueue({}, IndexSwap {{{u"ghost1"_s, u"ghost2"_s, false}}}));
    QCOMPARE(task.error->message, u"Indexes `ghost1`, `ghost2` not found."_s);
    QCOMPARE(task.error->code, u"index_not_found"_s);
    QCOMPARE(task.details, QByteArray("{\"swaps\":[{\"indexes\":[\"ghost1\",\"ghost2\"],\"rename\":false}]}"));
    f.enqueue({}, IndexSwap {{{u"a"_s, u"a"_s, false}}});
    QCOMPARE(f.lastError.serverCode, u"invalid_swap_duplicate_index_found"_s);
}

void TestEngineTasks::geoAndVectors()
{
    EngineFixture f;
    const QByteArray badGeo = "[{\"id\":1,\"_geo\":{\"lat\":\"north\",\"lng\":2}}]";
    QCOMPARE(f.finish(f.add(u"geo"_s, badGeo)).status, TaskStatus::Succeeded);
    f.finish(f.enqueue(u"geo2"_s, SettingsUpdate {"{\"filterableAttributes\":[\"_geo\"]}"}));
    const TaskRecord geo = f.finish(f.add(u"geo2"_s, badGeo));
    QCOMPARE(geo.error->message, u"Index `geo2`: Could not parse latitude in the document with the id: `\"1\"`. Was expecting "
                                 "a finite number but instead got `\"north\"`."_s);
    QCOMPARE(geo.error->code, u"invalid_document_geo_field"_s);
    QCOMPARE(f.engine->documents(u"geo2"_s, 0, 9).value().total, 0);

    f.finish(f.enqueue(u"vec"_s,
                       SettingsUpdate {"{\"embedders\":{\"manual\":{\"source\":\"userProvided\",\"dimensions\":3}}}"}));
    const TaskRecord vector = f.finish(f.add(u"vec"_s, "[{\"id\":1,\"_vectors\":{\"manual\":[0.1,0.2]}}]"));
    QCOMPARE(vector.error->message, u"Index `vec`: Invalid vector dimensions in document with id `1` in `._vectors.manual`.\n"
                                    "  - note: embedding #0 has dimensions 2\n  - note: embedder `manual` requires 3"_s);
    QCOMPARE(vector.error->code, u"invalid_vector_dimensions"_s);
}

void TestEngineTasks::dumpIsWritten()
{
    QTemporaryDir dir;
    EngineOptions options;
    options.dumpDir = dir.filePath(u"dumps"_s);
    options.snapshotDir = dir.filePath(u"snapshots"_s);
    EngineFixture f(options);
    f.finish(f.add(u"movies"_s, someDocuments(10)));
    const TaskRecord dump = f.finish(f.enqueue({}, DumpCreation {}));
    QCOMPARE(dump.status, TaskStatus::Succeeded);
    QVERIFY(dump.details.startsWith("{\"dumpUid\":\""));
    const QString uid = QString::fromLatin1(dump.details.sliced(12, 18));
    QVERIFY2(QFileInfo(options.dumpDir + u'/' + uid + u".dump"_s).size() > 100, qPrintable(uid));
    const TaskRecord snapshot = f.finish(f.enqueue({}, SnapshotCreation {}));
    QCOMPARE(snapshot.status, TaskStatus::Succeeded);
    QVERIFY(snapshot.details.isEmpty());
    QVERIFY(QFileInfo(options.snapshotDir + u"/data.ms.snapshot"_s).size() > 100);
    const TaskRecord compaction = f.finish(f.enqueue(u"movies"_s, IndexCompaction {}));
    QVERIFY2(compaction.details.startsWith("{\"preCompactionSize\":\""), compaction.details.constData());
}

void TestEngineTasks::customMetadataAndMethodStay()
{
    EngineOptions options;
    options.startPaused = true;
    EngineFixture f(options);
    DocumentImport import;
    import.method = ImportMethod::Update;
    import.body = "[{\"id\":39,\"t\": \"x\"},{\"id\":40}]";
    const Result<TaskRecord> enqueued = f.engine->enqueue({u"m"_s, import, u"import \u00e9 <b>42</b>"_s});
    QVERIFY(enqueued.ok());
    QCOMPARE(enqueued.value(), f.task(0));
    QCOMPARE(f.engine->taskDocuments(0).value(), QByteArray("{\"id\":39,\"t\":\"x\"}{\"id\":40}"));
    const TaskRecord task = f.finish(0);
    QCOMPARE(task.customMetadata, std::optional<QString>(u"import \u00e9 <b>42</b>"_s));
    QCOMPARE(task.method, ImportMethod::Update);
    QCOMPARE(f.engine->taskDocuments(0).error().serverCode, u"task_file_not_found"_s);
    QCOMPARE(f.engine->task(7).error().serverMessage, u"Task `7` not found."_s);
}

QTEST_GUILESS_MAIN(TestEngineTasks)
#include "test_engine_tasks.moc"
