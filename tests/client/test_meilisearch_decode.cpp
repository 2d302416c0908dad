// SPDX-License-Identifier: GPL-3.0-or-later
#include "meilisearchrecordings.h"

#include "app/client/meilisearch/wire.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace taskglass;
using namespace taskglass::meilisearch;

namespace {

const Dialect kNow {{1, 50, 0}, true};

QString textOf(const TaskPage &page, StringTable::Ref ref)
{
    const std::string_view text = page.strings.at(ref);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

EpochNs stampOf(const QJsonValue &value)
{
    const QByteArray text = value.toString().toLatin1();
    return parseRfc3339({text.constData(), std::size_t(text.size())}).value_or(kNoTime);
}

/// Each column of \a row says what Qt's own parser reads from the same object.
void compareRow(const TaskPage &page, const TaskRow &row, const QJsonObject &task)
{
    QCOMPARE(row.idNumber, task["uid"_L1].toInteger(-1));
    QCOMPARE(textOf(page, row.serverState), task["status"_L1].toString());
    QCOMPARE(textOf(page, row.type), task["type"_L1].toString());
    QCOMPARE(textOf(page, row.target), task["indexUid"_L1].toString());
    const auto number = [&task](QLatin1StringView key) {
        return task[key].isDouble() ? QString::number(task[key].toInteger()) : QString();
    };
    QCOMPARE(textOf(page, row.batch), number("batchUid"_L1));
    QCOMPARE(textOf(page, row.canceledBy), number("canceledBy"_L1));
    QCOMPARE(row.enqueuedAt, stampOf(task["enqueuedAt"_L1]));
    QCOMPARE(row.startedAt, stampOf(task["startedAt"_L1]));
    QCOMPARE(row.finishedAt, stampOf(task["finishedAt"_L1]));
    const QByteArray duration = task["duration"_L1].toString().toLatin1();
    QCOMPARE(row.ran, parseIsoDuration({duration.constData(), std::size_t(duration.size())}).value_or(kNoTime));
    const QJsonObject error = task["error"_L1].toObject();
    QCOMPARE(textOf(page, row.errorMessage), error["message"_L1].toString());
    QCOMPARE(textOf(page, row.errorCode), error["code"_L1].toString());
    QCOMPARE(textOf(page, row.errorType), error["type"_L1].toString());
    QCOMPARE(textOf(page, row.errorLink), error["link"_L1].toString());
    QCOMPARE(textOf(page, row.labelText), task["customMetadata"_L1].toString());
    const QByteArray raw = rawOf(page, row);
    QCOMPARE(QJsonDocument::fromJson(raw).object(), task);
    const QByteArray details = detailsOf(raw);
    QCOMPARE(QJsonDocument::fromJson(details).object(), task["details"_L1].toObject());
    QVERIFY(raw.contains(details));
}

HttpAnswer answerOf(Shape shape, const QByteArray &body)
{
    HttpAnswer answer;
    answer.request.purpose = int(shape);
    answer.request.target = "/tasks";
    answer.status = 200;
    answer.headers = {{"content-type", "application/json"}};
    answer.body = body;
    return answer;
}

TaskRow rowOf(const QByteArray &task, const Dialect &dialect, std::shared_ptr<TaskList> *keep = nullptr)
{
    auto list = readTasks(task, Shape::Task, dialect);
    if (!list || list.value()->page->rows.size() != 1)
        return {};
    if (keep)
        *keep = list.value();
    return list.value()->page->rows.front();
}

} // namespace

class TestMeilisearchDecode : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryRecording_data();
    void readsEveryRecording();
    void readsProgressOfABatch();
    void readsOldShapes_data();
    void readsOldShapes();
    void correctsDurationsOfTheFirstReleases();
    void statusAloneDecides();
    void keepsWhatItDoesNotKnow();
    void readsWhatIsEscaped();
    void namesTheFault_data();
    void namesTheFault();
    void readsOddButValid_data();
    void readsOddButValid();
    void truncatedIsAnErrorOrNothing_data();
    void truncatedIsAnErrorOrNothing();
    void survivesMutations();
    void keepsRawBytesOfLargePages();
};

void TestMeilisearchDecode::readsEveryRecording_data()
{
    QTest::addColumn<int>("number");
    const auto all = test::recordings();
    QVERIFY(all.size() > 190);
    for (int i = 0; i < all.size(); ++i)
        QTest::newRow(qPrintable(all[i].file)) << i;
}

void TestMeilisearchDecode::readsEveryRecording()
{
    QFETCH(int, number);
    static const auto all = test::recordings();
    const HttpAnswer &answer = all[number].answer;
    const Result<DecodedPtr> decoded = MeilisearchDecoder(kNow).decode(answer);
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    if (answer.status >= 400) {
        QVERIFY(!decoded.ok());
        QCOMPARE(decoded.error().httpStatus, answer.status);
        QCOMPARE(decoded.error().serverCode, body["code"_L1].toString());
        QCOMPARE(decoded.error().serverMessage, body["message"_L1].toString());
        QVERIFY(!decoded.error().message.isEmpty());
        return;
    }
    const bool isOther = !decoded.ok(); // routes that the client never asks
    if (isOther) {
        QVERIFY(!body.contains("results"_L1) || answer.request.target.startsWith("/webhooks"));
        QVERIFY(!body.contains("taskUid"_L1));
        QCOMPARE(decoded.error().kind, Error::Kind::BadResponse);
        return;
    }
    if (const auto *list = dynamic_cast<const TaskList *>(decoded.value().get())) {
        const bool isOne = Shape(answer.request.purpose) == Shape::Task;
        const QJsonArray tasks = isOne ? QJsonArray {body} : body["results"_L1].toArray();
        QCOMPARE(qsizetype(list->page->rows.size()), tasks.size());
        for (int i = 0; i < tasks.size(); ++i) {
            compareRow(*list->page, list->page->rows[std::size_t(i)], tasks[i].toObject());
            if (QTest::currentTestFailed())
                return;
        }
        QCOMPARE(list->total, body["total"_L1].toInteger(-1));
        QCOMPARE(list->limit, body["limit"_L1].toInteger(-1));
        QCOMPARE(list->from, body["from"_L1].toInteger(-1));
        QCOMPARE(list->next, body["next"_L1].toInteger(-1));
    } else if (const auto *batches = dynamic_cast<const BatchList *>(decoded.value().get())) {
        const bool isOne = Shape(answer.request.purpose) == Shape::Batch;
        const QJsonArray wanted = isOne ? QJsonArray {body} : body["results"_L1].toArray();
        QCOMPARE(batches->batches.size(), wanted.size());
        for (int i = 0; i < wanted.size(); ++i) {
            const taskglass::Batch &batch = batches->batches[i];
            const QJsonObject object = wanted[i].toObject();
            QCOMPARE(batch.id, QString::number(object["uid"_L1].toInteger()));
            QCOMPARE(batch.progress.has_value(), object["progress"_L1].isObject());
            QCOMPARE(batch.startedAt.value_or(kNoTime), stampOf(object["startedAt"_L1]));
            QCOMPARE(batch.finishedAt.value_or(kNoTime), stampOf(object["finishedAt"_L1]));
            QCOMPARE(batch.strategy, object["batchStrategy"_L1].toString());
            QCOMPARE(QJsonDocument::fromJson(batch.raw).object(), object);
        }
    } else if (const auto *summary = dynamic_cast<const Summary *>(decoded.value().get())) {
        QCOMPARE(summary->taskUid, body["taskUid"_L1].toInteger());
        QCOMPARE(summary->type, body["type"_L1].toString());
    }
}

void TestMeilisearchDecode::readsProgressOfABatch()
{
    const QByteArray body = R"({"results":[{"uid":43,"progress":{"steps":[{"currentStep":"processing tasks","finished":0,"total":2},
        {"currentStep":"indexing","finished":3,"total":4}],"percentage":40.5},"startedAt":"2026-11-22T12:59:16Z","finishedAt":null,
        "batchStrategy":"why"},{"uid":42,"progress":{"steps":[],"percentage":null}}],"total":2,"next":null})";
    const auto list = readBatches(body, Shape::BatchList);
    QVERIFY(list.ok());
    const taskglass::Batch &batch = list.value()->batches.first();
    QCOMPARE(batch.progress->steps.size(), 2);
    QCOMPARE(batch.progress->steps.first(), (ProgressStep {u"processing tasks"_s, 0, 2}));
    QCOMPARE(batch.progress->phase, u"indexing"_s);
    QCOMPARE(batch.progress->done, 3);
    QCOMPARE(batch.progress->percent, 40.5);
    QVERIFY(!batch.finishedAt);
    QVERIFY(!list.value()->batches.last().progress->percent);
    QVERIFY(list.value()->batches.last().progress->phase.isEmpty());
}

void TestMeilisearchDecode::readsOldShapes_data()
{
    QTest::addColumn<Version>("version");
    QTest::addColumn<QByteArray>("task");
    QTest::addColumn<QString>("type");
    QTest::addColumn<TaskState>("state");
    QTest::addColumn<EpochNs>("startedAt");
    const auto stamp = R"("enqueuedAt":"2022-02-01T10:00:00.1Z")";
    const EpochNs started = 1643709600'200'000'000;
    QTest::newRow("0.25 failed, without canceledBy")
        << Version {0, 25, 2}
        << QByteArray(R"({"uid":12,"indexUid":"boats","status":"failed","type":"documentAddition","details":{"receivedDocuments":3,"indexedDocuments":0},"error":{"message":"m","code":"missing_document_id","type":"invalid_request","link":"l"},"duration":"PT0.004510S",)") + stamp + R"(,"startedAt":"2022-02-01T10:00:00.2Z","finishedAt":"2022-02-01T10:00:00.20451Z"})"
        << u"documentAdditionOrUpdate"_s << TaskState::Failed << started;
    QTest::newRow("0.25 enqueued, no error key")
        << Version {0, 25, 2}
        << QByteArray(R"({"uid":12,"indexUid":"boats","status":"enqueued","type":"clearAll","duration":null,)") + stamp + R"(,"startedAt":null,"finishedAt":null})"
        << u"documentDeletion"_s << TaskState::Queued << kNoTime;
    QTest::newRow("documentation of 0.25: startedProcessingAt, numberOfDocuments")
        << Version {0, 25, 0}
        << QByteArray(R"({"uid":12,"indexUid":"boats","status":"processing","type":"documentsAddition","details":{"numberOfDocuments":3},)") + stamp + R"(,"startedProcessingAt":"2022-02-01T10:00:00.2Z"})"
        << u"documentAdditionOrUpdate"_s << TaskState::Running << started;
    QTest::newRow("rc0 partial") << Version {0, 25, 0}
        << QByteArray(R"({"uid":1,"indexUid":"b","status":"processed","type":"documentsPartial",)") + stamp + "}"
        << u"documentAdditionOrUpdate"_s << TaskState::Succeeded << kNoTime;
    QTest::newRow("0.28 dump without index") << Version {0, 28, 0}
        << QByteArray(R"({"uid":1,"indexUid":null,"status":"succeeded","type":"dumpCreation","details":{"dumpUid":"x"},)") + stamp + "}"
        << u"dumpCreation"_s << TaskState::Succeeded << kNoTime;
    QTest::newRow("0.30 canceled, never started") << Version {0, 30, 0}
        << QByteArray(R"({"uid":1,"indexUid":"b","status":"canceled","type":"settingsUpdate","canceledBy":5,"error":null,"duration":null,)") + stamp + R"(,"startedAt":null,"finishedAt":"2022-02-01T10:00:01Z"})"
        << u"settingsUpdate"_s << TaskState::Canceled << kNoTime;
}

void TestMeilisearchDecode::readsOldShapes()
{
    QFETCH(Version, version);
    QFETCH(QByteArray, task);
    QFETCH(QString, type);
    QFETCH(TaskState, state);
    QFETCH(EpochNs, startedAt);
    std::shared_ptr<TaskList> list;
    const TaskRow row = rowOf(task, {version, true}, &list);
    QVERIFY(list);
    QCOMPARE(textOf(*list->page, row.type), type);
    QCOMPARE(row.state, state);
    QCOMPARE(row.startedAt, startedAt);
    QCOMPARE(row.enqueuedAt, 1643709600'100'000'000);
    QCOMPARE(rawOf(*list->page, row), task);
}

void TestMeilisearchDecode::correctsDurationsOfTheFirstReleases()
{
    const QByteArray task = R"({"uid":1,"status":"succeeded","type":"documentAddition","duration":"PT10.5S","enqueuedAt":"2022-02-01T10:00:00Z","startedAt":"2022-02-01T10:00:10Z","finishedAt":"2022-02-01T10:00:10.5Z"})";
    QCOMPARE(rowOf(task, {{0, 25, 0}, true}).ran, 500 * kNsPerMs);
    QCOMPARE(rowOf(task, {{0, 25, 0}, false}).ran, 500 * kNsPerMs);
    QCOMPARE(rowOf(task, {{0, 25, 2}, true}).ran, 10'500 * kNsPerMs);
    QByteArray right = task;
    right.replace("PT10.5S", "PT0.5S");
    QCOMPARE(rowOf(right, {{0, 25, 0}, true}).ran, 500 * kNsPerMs);
}

void TestMeilisearchDecode::statusAloneDecides()
{
    const TaskRow row = rowOf(R"({"uid":1,"status":"processing","type":"x","duration":"PT1S","error":{"message":"m"},"finishedAt":"2022-02-01T10:00:10Z"})", kNow);
    QCOMPARE(row.state, TaskState::Running);
    QCOMPARE(row.finishedAt, 1643709610'000'000'000);
}

void TestMeilisearchDecode::keepsWhatItDoesNotKnow()
{
    const QByteArray task = R"({ "uid" : 4294967296, "status":"paused", "type":"teleportation", "shiny":[{"a":null}], "details" : {"x": "\u00e4"} , "customMetadata":"" })";
    std::shared_ptr<TaskList> list;
    const TaskRow row = rowOf(task, kNow, &list);
    QVERIFY(list);
    QCOMPARE(row.idNumber, 4294967296);
    QCOMPARE(row.state, TaskState::Unknown);
    QCOMPARE(textOf(*list->page, row.serverState), u"paused"_s);
    QCOMPARE(textOf(*list->page, row.type), u"teleportation"_s);
    QCOMPARE(rawOf(*list->page, row), task);
    QCOMPARE(detailsOf(task), QByteArray(R"({"x": "\u00e4"})"));
    QCOMPARE(row.labelName, 0U);
}

void TestMeilisearchDecode::readsWhatIsEscaped()
{
    const QByteArray task = R"({"\u0075id":7 , "st\u0061tus" : "f\u0061iled" , "indexUid":"movies"	, "customMetadata":"\\",)"
                            R"("error":{ "messag\u0065" : "a \"quoted\" \u00e4\n" , "code":"" ,"link":"http:\/\/x" } })";
    std::shared_ptr<TaskList> list;
    const TaskRow row = rowOf(task, kNow, &list);
    QVERIFY(list);
    QCOMPARE(row.idNumber, 7);
    QCOMPARE(row.state, TaskState::Failed);
    QCOMPARE(textOf(*list->page, row.serverState), u"failed"_s);
    QCOMPARE(textOf(*list->page, row.target), u"movies"_s);
    QCOMPARE(textOf(*list->page, row.labelText), u"\\"_s);
    QCOMPARE(textOf(*list->page, row.errorMessage), u"a \"quoted\" \u00e4\n"_s);
    QCOMPARE(row.errorCode, 0U);
    QCOMPARE(textOf(*list->page, row.errorLink), u"http://x"_s);
    QCOMPARE(rawOf(*list->page, row), task);
}

void TestMeilisearchDecode::namesTheFault_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("says");
    const QByteArray good = R"({"uid":1,"status":"failed"})";
    QTest::newRow("no uid") << QByteArray(R"({"results":[)" + good + "," + good + R"(,{"status":"failed"}]})") << u"results[2].uid"_s;
    QTest::newRow("uid as text") << QByteArray(R"({"results":[{"uid":"1","status":"failed"}]})") << u"results[0].uid"_s;
    QTest::newRow("negative uid") << QByteArray(R"({"results":[{"uid":-1,"status":"failed"}]})") << u"results[0].uid"_s;
    QTest::newRow("fractional uid") << QByteArray(R"({"results":[{"uid":1.5,"status":"failed"}]})") << u"results[0].uid"_s;
    QTest::newRow("huge uid") << QByteArray(R"({"results":[{"uid":99999999999999999999,"status":"failed"}]})") << u"results[0].uid"_s;
    QTest::newRow("no status") << QByteArray(R"({"results":[{"uid":1}]})") << u"results[0].status"_s;
    QTest::newRow("status as number") << QByteArray(R"({"results":[{"uid":1,"status":7}]})") << u"results[0].status"_s;
    QTest::newRow("task as text") << QByteArray(R"({"results":["x"]})") << u"results[0]"_s;
    QTest::newRow("results as object") << QByteArray(R"({"results":{}})") << u"results"_s;
    QTest::newRow("no results") << QByteArray(R"({"hits":[]})") << u"results"_s;
    QTest::newRow("array") << QByteArray("[]") << u"not valid JSON"_s;
    QTest::newRow("text after the end") << QByteArray(R"({"results":[]} {})") << u"not valid JSON"_s;
    QTest::newRow("bad escape") << QByteArray(R"({"results":[{"uid":1,"status":"failed","indexUid":"\q"}]})") << u"results[0].indexUid"_s;
    QTest::newRow("empty") << QByteArray() << u"too early"_s;
    QTest::newRow("cut") << QByteArray(R"({"results":[{"uid":1,"status":"fai)") << u"too early"_s;
}

void TestMeilisearchDecode::namesTheFault()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, says);
    const auto decoded = MeilisearchDecoder(kNow).decode(answerOf(Shape::TaskList, body));
    QVERIFY(!decoded.ok());
    QCOMPARE(decoded.error().kind, Error::Kind::BadResponse);
    QVERIFY2(decoded.error().message.contains(says), qPrintable(decoded.error().message));
}

void TestMeilisearchDecode::readsOddButValid_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::newRow("numbers for texts") << QByteArray(R"("type":5,"indexUid":[],"duration":{},"enqueuedAt":true)");
    QTest::newRow("huge and odd counts") << QByteArray(R"("batchUid":1e400,"canceledBy":18446744073709551615)");
    QTest::newRow("error as text") << QByteArray(R"("error":"broken")");
    QTest::newRow("error as list") << QByteArray(R"("error":[1,2,{"a":[]}])");
    QTest::newRow("unreadable stamps") << QByteArray(R"("enqueuedAt":"yesterday","startedAt":"2022-13-45T00:00:00Z")");
    QTest::newRow("deep details") << QByteArray("\"details\":" + QByteArray(500, '[') + QByteArray(500, ']'));
}

void TestMeilisearchDecode::readsOddButValid()
{
    QFETCH(QByteArray, members);
    const QByteArray body = R"({"results":[{"uid":3,"status":"failed",)" + members + R"(},{"uid":2,"status":"failed"}],"total":"many"})";
    const auto list = readTasks(body, Shape::TaskList, kNow);
    QVERIFY2(list.ok(), list.ok() ? "" : qPrintable(list.error().message));
    QCOMPARE(list.value()->page->rows.size(), std::size_t(2));
    QCOMPARE(list.value()->page->rows[0].idNumber, 3);
    QCOMPARE(list.value()->page->rows[0].enqueuedAt, kNoTime);
    QCOMPARE(list.value()->total, -1);
}

void TestMeilisearchDecode::truncatedIsAnErrorOrNothing_data()
{
    QTest::addColumn<QString>("file");
    for (const char *file : {"000-version.json", "001-health.json", "006-no-key.json", "109-batch-processing.json", "117-cancel-filter.json",
                             "122-task-canceled-while-processing.json", "139-tasks-from.json", "152-batches.json"})
        QTest::newRow(file) << QString::fromLatin1(file);
}

void TestMeilisearchDecode::truncatedIsAnErrorOrNothing()
{
    QFETCH(QString, file);
    const MeilisearchDecoder decoder(kNow);
    for (const test::Recording &recording : test::recordings()) {
        if (recording.file != file)
            continue;
        HttpAnswer answer = recording.answer;
        while (answer.body.endsWith('\n'))
            answer.body.chop(1);
        for (qsizetype size = 0; size < answer.body.size(); ++size) {
            HttpAnswer cut = answer;
            cut.body = QByteArray(answer.body.constData(), size);
            const auto decoded = decoder.decode(cut);
            QVERIFY2(!decoded.ok(), qPrintable(QString::number(size)));
            QVERIFY(!decoded.error().message.isEmpty());
            Q_UNUSED(detailsOf(cut.body).size())
        }
        return;
    }
    QFAIL("no such recording");
}

void TestMeilisearchDecode::survivesMutations()
{
    const MeilisearchDecoder decoder(kNow);
    const QByteArray tokens[] {"{", "}", "[", "]", "\"", ",", ":", "null", "-", "1e9", "\\", "\\u12", "\xff", QByteArray(1, '\0')};
    std::mt19937 random(42);
    int values = 0;
    int errors = 0;
    for (const test::Recording &recording : test::recordings()) {
        if (recording.answer.body.size() > 9'000)
            continue;
        for (int i = 0; i < 25; ++i) {
            HttpAnswer answer = recording.answer;
            for (auto changes = 1 + random() % 4; changes > 0 && !answer.body.isEmpty(); --changes) {
                const qsizetype at = qsizetype(random() % std::size_t(answer.body.size()));
                const QByteArray &token = tokens[random() % std::size(tokens)];
                switch (random() % 4) {
                case 0:
                    answer.body.insert(at, token);
                    break;
                case 1:
                    answer.body.remove(at, qsizetype(1 + random() % 40));
                    break;
                case 2:
                    answer.body.replace(at, std::min<qsizetype>(token.size(), answer.body.size() - at), token);
                    break;
                default:
                    answer.body.insert(at, answer.body.mid(at, qsizetype(random() % 60)));
                }
            }
            const auto decoded = decoder.decode(answer);
            if (decoded.ok()) {
                QVERIFY(decoded.value());
                ++values;
            } else {
                QVERIFY(!decoded.error().message.isEmpty());
                ++errors;
            }
        }
    }
    QVERIFY(values > 100);
    QVERIFY(errors > 100);
}

void TestMeilisearchDecode::keepsRawBytesOfLargePages()
{
    QByteArray body = "{\"results\":[";
    for (int uid = 5'000; uid > 0; --uid)
        body += (uid < 5'000 ? "," : "") + QByteArray("{\"uid\":" + QByteArray::number(uid) + ",\"status\":\"succeeded\",\"type\":\"t\" }");
    body += "]}";
    const auto list = readTasks(body, Shape::TaskList, kNow);
    QVERIFY(list.ok());
    const TaskPage &page = *list.value()->page;
    QCOMPARE(page.rows.size(), std::size_t(5'000));
    QCOMPARE(page.rawBlocks.size(), (5'000 + RawBlock::kTasksPerBlock - 1) / RawBlock::kTasksPerBlock);
    for (const std::size_t at : {std::size_t(0), std::size_t(255), std::size_t(256), std::size_t(2'500), std::size_t(4'999)})
        QCOMPARE(rawOf(page, page.rows[at]),
                 QByteArray("{\"uid\":" + QByteArray::number(5'000 - qint64(at)) + ",\"status\":\"succeeded\",\"type\":\"t\" }"));
}


QTEST_GUILESS_MAIN(TestMeilisearchDecode)
#include "test_meilisearch_decode.moc"
