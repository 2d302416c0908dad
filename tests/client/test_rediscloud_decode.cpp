// SPDX-License-Identifier: GPL-3.0-or-later
// Lists and tasks of Redis Cloud, as values: every shape of them, and what is none.
#include "tests/client/rediscloudanswers.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace taskglass;
using namespace taskglass::rediscloud;
using namespace taskglass::test;
using namespace Qt::StringLiterals;

class TestRedisCloudDecode : public QObject
{
    Q_OBJECT

private slots:
    void listShapes_data();
    void listShapes();
    void notLists_data();
    void notLists();
    void wholeList();
    void responseErrors_data();
    void responseErrors();
    void links_data();
    void links();
    void numbers_data();
    void numbers();
    void unexpectedTypes();
    void answeredQueryOfAFailure();
    void listedTwice();
    void longDescriptionIsCutAtACharacter();
    void cutAndMutated();
};

void TestRedisCloudDecode::listShapes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("count");
    const QByteArray task = taskWith("\"status\":\"received\"");
    QTest::newRow("wrapper") << QByteArray("{\"tasks\":[" + task + "]}") << 1;
    QTest::newRow("empty wrapper") << QByteArray("{\"tasks\":[]}") << 0;
    QTest::newRow("empty object") << QByteArray("{}") << 0;
    QTest::newRow("null") << QByteArray("null") << 0;
    QTest::newRow("bare array") << QByteArray("[" + task + "]") << 1;
    QTest::newRow("empty array") << QByteArray("[]") << 0;
    QTest::newRow("account and links around") << QByteArray("{\"accountId\":7,\"links\":[],\"tasks\":[" + task + "]}") << 1;
    QTest::newRow("account and links around nothing") << QByteArray("{\"accountId\":7,\"links\":[]}") << 0;
    QTest::newRow("other members too") << QByteArray("{\"x\":{\"tasks\":1},\"tasks\":[" + task + "],\"y\":[1]}") << 1;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{\"tasks\":[" + task + "]}") << 1;
    QTest::newRow("white space") << QByteArray(" \n{ \"tasks\" : [ " + task + " , " + QByteArray(task).replace("t1", "t2") + " ] } \n") << 2;
}

void TestRedisCloudDecode::listShapes()
{
    QFETCH(QByteArray, body);
    QFETCH(int, count);
    const Result<DecodedPtr> decoded = RedisCloudDecoder().decode(answerOf(body)); // no Content-Type at all
    QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().message));
    const auto *list = dynamic_cast<const TaskList *>(decoded.value().get());
    QVERIFY(list);
    QCOMPARE(int(list->page->rows.size()), count);
    QCOMPARE(int(list->facts.size()), count);
}

void TestRedisCloudDecode::notLists_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QByteArray() << u"empty body"_s;
    QTest::newRow("spaces") << QByteArray("  \n") << u"empty body"_s;
    QTest::newRow("web page") << QByteArray("\n<!DOCTYPE html><html><body onload=evil()>Sign in</body></html>") << u"a web page"_s;
    QTest::newRow("a text") << QByteArray("\"tasks\"") << u"cannot be understood|not valid JSON"_s;
    QTest::newRow("a number") << QByteArray("42") << u"cannot be understood|not valid JSON"_s;
    QTest::newRow("not JSON") << QByteArray("Service OK") << u"not valid JSON"_s;
    QTest::newRow("error object with 200") << QByteArray(R"({"timestamp":"2026-03-04T08:15:02.417+00:00","status":404,"error":"Not Found"})") << u"at tasks"_s;
    QTest::newRow("tasks is no array") << QByteArray(R"({"tasks":{"taskId":"t"}})") << u"at tasks"_s;
    QTest::newRow("tasks is null") << QByteArray(R"({"tasks":null})") << u"at tasks"_s;
    QTest::newRow("an item is no object") << QByteArray(R"({"tasks":[{"taskId":"t"},7]})") << u"at tasks\\[1\\]"_s;
    QTest::newRow("an item without id") << QByteArray(R"({"tasks":[{"status":"received"}]})") << u"at tasks\\[0\\]\\.taskId"_s;
    QTest::newRow("an empty id") << QByteArray(R"([{"taskId":""}])") << u"at tasks\\[0\\]\\.taskId"_s;
    QTest::newRow("cut") << QByteArray(R"({"tasks":[{"taskId":"t","status":"rec)") << u"too early|not valid"_s;
    QTest::newRow("two documents") << QByteArray("{\"tasks\":[]}{\"tasks\":[]}") << u"not valid JSON|cannot be understood"_s;
    QTest::newRow("list of another server") << QByteArray(R"({"results":[],"total":0})") << u"at tasks"_s;
}

void TestRedisCloudDecode::notLists()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, says);
    const Result<DecodedPtr> decoded = RedisCloudDecoder().decode(answerOf(body));
    QVERIFY2(!decoded, "an answer that is no list was taken for an empty one");
    QCOMPARE(decoded.error().kind, Error::Kind::BadResponse);
    QVERIFY2(decoded.error().message.contains(QRegularExpression(says)), qPrintable(decoded.error().message));
    QVERIFY(!decoded.error().message.contains(u'<'));
}

/// A list with every form of item that was ever seen, in one file.
void TestRedisCloudDecode::wholeList()
{
    const QByteArray body = dataFile(u"list.json"_s);
    QVERIFY(!body.isEmpty());
    const Result<DecodedPtr> decoded = RedisCloudDecoder().decode(answerOf(body));
    QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().message));
    const auto &list = dynamic_cast<const TaskList &>(*decoded.value());
    const TaskPage &page = *list.page;
    const auto column = [&page](StringTable::Ref TaskRow::*ref) {
        QStringList texts;
        for (const TaskRow &row : page.rows)
            texts << text(page, row.*ref);
        return texts;
    };
    QCOMPARE(page.rows.size(), std::size_t(6));
    QCOMPARE(column(&TaskRow::title), QStringList({u"Create database"_s, u"Create Essentials database"_s, u"Delete cloud account"_s,
                                                   u"Create subscription"_s, u"Check database import status"_s, u"Create memory store"_s}));
    QCOMPARE(column(&TaskRow::target), QStringList({{}, u"database 51999001 in subscription 120045"_s, {}, u"subscription 90210"_s,
                                                    u"database 51234567 in subscription 120045"_s, u"resource 77"_s}));
    QCOMPARE(column(&TaskRow::subscription), QStringList({{}, u"120045"_s, {}, u"90210"_s, u"120045"_s, {}}));
    QCOMPARE(column(&TaskRow::database), QStringList({{}, u"51999001"_s, {}, {}, u"51234567"_s, {}}));
    QCOMPARE(text(page, page.rows[2].errorMessage), u"Account still referenced. · account-in-use"_s);
    QCOMPARE(text(page, page.rows[2].errorCode), u"CLOUD_ACCOUNT_USED"_s);
    QCOMPARE(text(page, page.rows[2].errorType), u"409 CONFLICT"_s);
    QCOMPARE(text(page, page.rows[4].description), u"Done. · resource status: failed · file-corrupted-dump"_s);
    QVERIFY(page.rows[4].housekeeping);
    QCOMPARE(page.rows[5].state, TaskState::Unknown);
    // Raw is raw: the bytes of each task are in the body as they are here.
    for (const TaskRow &row : page.rows) {
        const QByteArray raw = page.rawBlocks[row.rawBlock]->at(row.rawIndex);
        QVERIFY(raw.startsWith('{') && raw.endsWith('}'));
        QVERIFY(body.contains(raw));
        QVERIFY(raw.contains(text(page, row.id).toUtf8()));
    }
}

void TestRedisCloudDecode::responseErrors_data()
{
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<QStringList>("said"); // message, code, type
    QTest::newRow("object") << QByteArray(R"({"error":{"type":"X_FAILED","status":"404 NOT_FOUND","description":"Not there."}})")
                            << QStringList {u"Not there."_s, u"X_FAILED"_s, u"404 NOT_FOUND"_s};
    QTest::newRow("object and reason") << QByteArray(R"({"additionalInfo":"gone-already","error":{"type":"X","status":"","description":"Not there."}})")
                                       << QStringList {u"Not there. · gone-already"_s, u"X"_s, QString()};
    QTest::newRow("string") << QByteArray(R"({"error":"SUBSCRIPTION_NOT_ACTIVE"})") << QStringList {u"Failed; see the error."_s, u"SUBSCRIPTION_NOT_ACTIVE"_s, QString()};
    QTest::newRow("string and reason") << QByteArray(R"({"error":"GENERAL_ERROR","additionalInfo":"no-quota"})") << QStringList {u"no-quota"_s, u"GENERAL_ERROR"_s, QString()};
    QTest::newRow("null") << QByteArray(R"({"error":null})") << QStringList {u"Failed; see the error."_s, QString(), QString()};
    QTest::newRow("null and reason") << QByteArray(R"({"error":null,"additionalInfo":"no-quota"})") << QStringList {u"no-quota"_s, QString(), QString()};
    QTest::newRow("number") << QByteArray(R"({"error":500})") << QStringList {u"Failed; see the error."_s, QString(), QString()};
    QTest::newRow("array") << QByteArray(R"({"error":[{"type":"X"}]})") << QStringList {u"Failed; see the error."_s, QString(), QString()};
    QTest::newRow("empty") << QByteArray("{}") << QStringList {u"Failed; see the error."_s, QString(), QString()};
    QTest::newRow("no response") << QByteArray("null") << QStringList {u"Failed; see the error."_s, QString(), QString()};
    QTest::newRow("resource beside") << QByteArray(R"({"resourceId":9,"error":{"type":"X","description":5}})") << QStringList {u"Failed; see the error."_s, u"X"_s, QString()};
}

void TestRedisCloudDecode::responseErrors()
{
    QFETCH(QByteArray, response);
    QFETCH(QStringList, said);
    const One one(taskWith("\"status\":\"processing-error\",\"description\":\"Failed; see the error.\",\"response\":" + response));
    QVERIFY(one.ok());
    QCOMPARE(one.row().state, TaskState::Failed);
    QCOMPARE(QStringList({one.text(&TaskRow::errorMessage), one.text(&TaskRow::errorCode), one.text(&TaskRow::errorType)}), said);
    QCOMPARE(one.text(&TaskRow::description), u"Failed; see the error."_s);
}

void TestRedisCloudDecode::links_data()
{
    QTest::addColumn<QByteArray>("links");
    QTest::addColumn<QString>("target");
    const QByteArray link = R"("href":"https://api.redislabs.com/v1/subscriptions/90210","type":"GET")";
    const QString found = u"subscription 90210"_s;
    QTest::newRow("array") << QByteArray("\"links\":[{\"rel\":\"task\",\"href\":\"x\"},{\"rel\":\"resource\"," + link + "}]") << found;
    QTest::newRow("array, rel behind") << QByteArray("\"links\":[{" + link + ",\"rel\":\"resource\"}]") << found;
    QTest::newRow("object") << QByteArray("\"_links\":{\"self\":{\"href\":\"x\"},\"resource\":{" + link + "}}") << found;
    QTest::newRow("object with rel inside") << QByteArray("\"_links\":{\"resource\":{\"rel\":\"resource\"," + link + "}}") << found;
    QTest::newRow("object named links") << QByteArray("\"links\":{\"resource\":{" + link + "}}") << found;
    QTest::newRow("array named _links") << QByteArray("\"_links\":[{\"rel\":\"resource\"," + link + "}]") << found;
    QTest::newRow("both") << QByteArray("\"_links\":{\"self\":{\"href\":\"x\"}},\"links\":[{\"rel\":\"resource\"," + link + "}]") << found;
    QTest::newRow("escaped") << QByteArray("\"links\":[{\"rel\":\"res\\u006furce\",\"href\":\"https:\\/\\/x\\/v1\\/subscriptions\\/90210\"}]") << found;
    QTest::newRow("empty array") << QByteArray("\"links\":[]") << QString();
    QTest::newRow("empty object") << QByteArray("\"_links\":{}") << QString();
    QTest::newRow("null") << QByteArray("\"links\":null,\"_links\":null") << QString();
    QTest::newRow("texts") << QByteArray("\"links\":[\"resource\",7,null,[]]") << QString();
    QTest::newRow("address is no text") << QByteArray("\"links\":[{\"rel\":\"resource\",\"href\":7}]") << QString();
    QTest::newRow("missing") << QByteArray("\"x\":1") << QString();
}

void TestRedisCloudDecode::links()
{
    QFETCH(QByteArray, links);
    QFETCH(QString, target);
    const One one("{\"taskId\":\"t\",\"commandType\":\"subscriptionCreateRequest\"," + links + '}');
    QVERIFY2(one.ok(), one.list ? "" : qPrintable(one.list.error().message));
    QCOMPARE(one.text(&TaskRow::target), target);
}

void TestRedisCloudDecode::numbers_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<QString>("database");
    QTest::newRow("number") << QByteArray("51999001") << u"51999001"_s;
    QTest::newRow("text") << QByteArray("\"51999001\"") << u"51999001"_s;
    QTest::newRow("beyond 32 bits") << QByteArray("9007199254740993") << u"9007199254740993"_s;
    QTest::newRow("largest") << QByteArray("9223372036854775807") << u"9223372036854775807"_s;
    QTest::newRow("too large") << QByteArray("9223372036854775808") << QString();
    QTest::newRow("too large a text") << QByteArray("\"92233720368547758080\"") << QString();
    QTest::newRow("negative") << QByteArray("-1") << QString();
    QTest::newRow("fraction") << QByteArray("1.5") << QString();
    QTest::newRow("words") << QByteArray("\"12 monkeys\"") << QString();
    QTest::newRow("null") << QByteArray("null") << QString();
    QTest::newRow("array") << QByteArray("[1]") << QString();
    QTest::newRow("true") << QByteArray("true") << QString();
}

void TestRedisCloudDecode::numbers()
{
    QFETCH(QByteArray, number);
    QFETCH(QString, database);
    const One one(taskWith("\"status\":\"processing-completed\",\"response\":{\"resourceId\":" + number + ",\"additionalResourceId\":120045}"));
    QVERIFY2(one.ok(), one.list ? "" : qPrintable(one.list.error().message));
    QCOMPARE(one.text(&TaskRow::database), database);
}

void TestRedisCloudDecode::unexpectedTypes()
{
    for (const QByteArray &value : {QByteArray("null"), QByteArray("7"), QByteArray("true"), QByteArray("[]"), QByteArray("{}"), QByteArray("[[{\"a\":1}]]"), QByteArray("1e400")}) {
        QByteArray task = "{\"taskId\":\"t\"";
        for (const char *member : {"commandType", "status", "description", "timestamp", "response", "links", "_links", "progress"})
            task += ",\"" + QByteArray(member) + "\":" + value;
        const One one(task + '}');
        QVERIFY2(one.ok(), value.constData());
        QCOMPARE(one.row().state, TaskState::Unknown);
        QCOMPARE(one.row().finishedAt, kNoTime);
        QCOMPARE(one.row().target, StringTable::Ref(0));
        const One inside("{\"taskId\":\"t\",\"response\":{\"error\":" + value + ",\"additionalInfo\":" + value + ",\"resource\":" + value
                         + ",\"resourceId\":[" + value + "]},\"links\":[" + value + "]}");
        QVERIFY2(inside.ok(), value.constData());
    }
    const One number("{\"taskId\":12345}");
    QVERIFY(number.ok());
    QCOMPARE(number.text(&TaskRow::id), u"12345"_s);
}

void TestRedisCloudDecode::answeredQueryOfAFailure()
{
    const One one(taskWith(R"("status":"processing-completed","description":"Done.","response":{"additionalInfo":"see-below","resource":{"status":"failed"}})"));
    QVERIFY(one.ok());
    QCOMPARE(one.row().state, TaskState::Succeeded);
    QCOMPARE(one.text(&TaskRow::description), u"Done. · see-below · resource status: failed"_s);
    QCOMPARE(one.text(&TaskRow::errorMessage), QString());
}

void TestRedisCloudDecode::listedTwice()
{
    const auto task = [](const char *status, const char *stamp) -> QByteArray {
        return QByteArray("{\"taskId\":\"t\",\"status\":\"") + status + "\",\"timestamp\":\"2026-03-04T12:00:" + stamp + "Z\"}";
    };
    for (const bool newestFirst : {true, false}) {
        const QByteArray a = task("processing-completed", "05");
        const QByteArray b = task("processing-in-progress", "01");
        const auto list = readTasks('[' + (newestFirst ? a : b) + ',' + (newestFirst ? b : a) + ']', Shape::TaskList);
        QVERIFY(list);
        QCOMPARE(list.value()->page->rows.size(), std::size_t(1));
        const TaskRow &row = list.value()->page->rows.front();
        QCOMPARE(row.state, TaskState::Succeeded);
        QCOMPARE(list.value()->page->rawBlocks[row.rawBlock]->at(row.rawIndex), a);
        QCOMPARE(list.value()->facts.front().timestamp, kNoon + 5 * kNsPerSecond);
    }
}

void TestRedisCloudDecode::longDescriptionIsCutAtACharacter()
{
    const One one(taskWith("\"description\":\"" + QByteArray("ü").repeated(400) + '"'));
    QVERIFY(one.ok());
    QCOMPARE(one.text(&TaskRow::description), QString(256, u'ü'));
    const One odd(taskWith("\"description\":\"a" + QByteArray("ü").repeated(400) + '"'));
    QVERIFY(odd.ok());
    QCOMPARE(odd.text(&TaskRow::description), QString(u'a' + QString(255, u'ü')));
}

/// Whatever arrives, it is a list or an error, and what is a list has rows, facts and bytes that fit together.
void TestRedisCloudDecode::cutAndMutated()
{
    const QByteArray whole = dataFile(u"list.json"_s);
    QVERIFY(!whole.isEmpty());
    const auto check = [](const QByteArray &body, Shape shape) {
        const Result<DecodedPtr> decoded = RedisCloudDecoder().decode(answerOf(body, shape));
        if (!decoded)
            return !decoded.error().message.isEmpty();
        const auto *list = dynamic_cast<const TaskList *>(decoded.value().get());
        if (!list)
            return true;
        for (const TaskRow &row : list->page->rows) {
            if (row.id == 0 || row.rawBlock >= list->page->rawBlocks.size() || !list->page->rawBlocks[row.rawBlock]->at(row.rawIndex).startsWith('{'))
                return false;
        }
        return list->facts.size() == list->page->rows.size();
    };
    for (qsizetype size = 0; size < whole.trimmed().size(); ++size) {
        const QByteArray cut = whole.first(size);
        QVERIFY(check(cut, Shape::TaskList));
        QVERIFY2(!RedisCloudDecoder().decode(answerOf(cut)), "a list that was cut short was taken for a whole one");
    }
    std::mt19937 random(7);
    const QByteArray bytes = "{}[]\",:\\0n1e-.\xff\xc3 tf";
    for (int i = 0; i < 5000; ++i) {
        QByteArray mutated = whole;
        for (int change = int(random() % 4); change >= 0; --change) {
            const qsizetype at = qsizetype(random() % quint32(mutated.size()));
            if (random() % 3 == 0)
                mutated.remove(at, qsizetype(random() % 20));
            else
                mutated[at] = bytes[qsizetype(random() % quint32(bytes.size()))];
        }
        QVERIFY2(check(mutated, i % 4 == 0 ? Shape::Task : i % 4 == 1 ? Shape::Account : Shape::TaskList), mutated.constData());
    }
}

QTEST_APPLESS_MAIN(TestRedisCloudDecode)
#include "test_rediscloud_decode.moc"
