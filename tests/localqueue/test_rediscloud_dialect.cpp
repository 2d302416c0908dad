// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/rediscloud/dialect.h"
#include "app/localqueue/dialects/rediscloud/quota.h"
#include "app/localqueue/engine/json.h"
#include "tests/localqueue/accountfixture.h"
#include "tests/localqueue/requestfor.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSet>

using namespace taskglass;
using namespace taskglass::localqueue;
using namespace taskglass::localqueue::rediscloud;

namespace {

/// A dialect over an account whose clock stands still, asked without any socket.
struct Bench
{
    explicit Bench(DialectOptions options = {})
    {
        options.root = "http://127.0.0.1:7700/v1";
        options.clock = &f.clock;
        dialect = std::make_unique<Dialect>(*f.account, std::move(options));
    }

    static DialectOptions odd(Oddity oddity)
    {
        DialectOptions options;
        options.oddities = {oddity};
        return options;
    }

    HttpResponse ask(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                     std::vector<HttpHeader> headers = {{"x-api-key", "a"}, {"x-api-secret-key", "s"}})
    {
        return dialect->handle(requestFor(method, target, body, std::move(headers)));
    }

    QJsonObject get(const QByteArray &target) { return QJsonDocument::fromJson(ask("GET", target).body).object(); }

    /// Orders a rule; its task's path.
    QByteArray startRule(const QByteArray &pattern = "+@read ~*")
    {
        const QByteArray body = R"({"name":"rule","redisRule":")" + pattern + R"("})";
        const HttpResponse receipt = ask("POST", "/v1/acl/redisRules", body);
        return "/v1/tasks/" + QJsonDocument::fromJson(receipt.body)[u"taskId"_s].toString().toLatin1();
    }

    account::AccountFixture f;
    std::unique_ptr<Dialect> dialect;
};

QByteArray headerOf(const HttpResponse &response, const QByteArray &name)
{
    for (const auto &[key, value] : response.headers) {
        if (key == name)
            return value;
    }
    return {};
}

QStringList keysInOrder(const QByteArray &object)
{
    QStringList keys;
    for (const JsonMember &member : membersOf(object))
        keys.append(member.key);
    return keys;
}

} // namespace

/// Redis Cloud's answers, byte for byte where clients look at them.
class TestRedisCloudDialect : public QObject
{
    Q_OBJECT
private slots:
    void keys_data();
    void keys();
    void refusedKeys();
    void viewersRead();
    void unknownPathsAndMethods();
    void quotaAMinute();
    void receipt();
    void taskOnItsWay();
    void failedTask();
    void listIsEmptyOrWrapped();
    void stampsHaveDifferentDigits();
    void oddities();
    void lateTasks();
    void subscriptionsAndDatabases();
    void pagesOfDatabases();
    void malformedBodies_data();
    void malformedBodies();
    void idsThatAreNone();
    void faultAnswers();
    void anythingMayCome_data();
    void anythingMayCome();
};

void TestRedisCloudDialect::keys_data()
{
    QTest::addColumn<QByteArray>("account");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<int>("open");
    QTest::addColumn<int>("guarded");
    QTest::newRow("right") << "acc"_ba << "sec"_ba << 200 << 200;
    QTest::newRow("wrong secret") << "acc"_ba << "other"_ba << 200 << 401;
    QTest::newRow("wrong account") << "other"_ba << "sec"_ba << 200 << 401;
    QTest::newRow("swapped") << "sec"_ba << "acc"_ba << 200 << 401;
    QTest::newRow("of different accounts") << "acc2"_ba << "sec"_ba << 200 << 401;
    QTest::newRow("case matters") << "ACC"_ba << "sec"_ba << 200 << 401;
    QTest::newRow("no secret") << "acc"_ba << QByteArray() << 401 << 401;
    QTest::newRow("no account") << QByteArray() << "sec"_ba << 401 << 401;
}

void TestRedisCloudDialect::keys()
{
    QFETCH(QByteArray, account);
    QFETCH(QByteArray, secret);
    const std::vector<HttpHeader> headers {{"X-API-Key", account}, {"x-api-secret-key", secret}};
    Bench open;
    QTEST(open.ask("GET", "/v1/tasks", {}, headers).status, "open");
    DialectOptions options;
    options.keys = {{"acc", "sec", true}, {"acc2", "sec2", true}};
    Bench guarded(options);
    QTEST(guarded.ask("GET", "/v1/tasks", {}, headers).status, "guarded");
}

void TestRedisCloudDialect::refusedKeys()
{
    Bench bench;
    const HttpResponse html = bench.ask("GET", "/v1/tasks", {}, {});
    QCOMPARE(html.status, 401);
    QCOMPARE(html.contentType, "text/html"_ba);
    QVERIFY(html.body.startsWith("<html>"));
    Bench other(Bench::odd(Oddity::Json401));
    const HttpResponse refused = other.ask("GET", "/v1/tasks", {}, {});
    QCOMPARE(refused.status, 401);
    QCOMPARE(keysInOrder(refused.body),
             (QStringList {u"timestamp"_s, u"status"_s, u"error"_s, u"message"_s, u"path"_s}));
    QVERIFY(QJsonDocument::fromJson(refused.body)[u"status"_s].isDouble());
    QVERIFY(QJsonDocument::fromJson(refused.body)[u"timestamp"_s].toString().endsWith(u"+00:00"_s));
}

void TestRedisCloudDialect::viewersRead()
{
    DialectOptions options;
    options.keys = {{"a", "s", false}};
    Bench bench(options);
    QCOMPARE(bench.ask("GET", "/v1/acl/redisRules").status, 200);
    QCOMPARE(bench.ask("POST", "/v1/acl/redisRules", R"({"name":"n","redisRule":"+@all"})").status, 403);
    QCOMPARE(bench.get("/v1/tasks"), QJsonObject());
}

void TestRedisCloudDialect::unknownPathsAndMethods()
{
    Bench bench;
    QCOMPARE(bench.ask("GET", "/v1/nothing").status, 404);
    QCOMPARE(bench.ask("GET", "/tasks").status, 404);
    QCOMPARE(bench.ask("DELETE", "/v1/tasks").status, 405);
    QCOMPARE(bench.ask("POST", "/v1/tasks/1").status, 405);
    QCOMPARE(bench.get("/v1/tasks/1")[u"error"_s].toString(), u"Not Found"_s);
    const QJsonObject who = bench.get("/v1/");
    QCOMPARE(who[u"account"_s][u"key"_s][u"accountId"_s], who[u"account"_s][u"id"_s]);
}

void TestRedisCloudDialect::quotaAMinute()
{
    DialectOptions options;
    options.quotaPerMinute = 3;
    Bench bench(options);
    for (const QByteArray &left : {"2"_ba, "1"_ba, "0"_ba})
        QCOMPARE(headerOf(bench.ask("GET", "/v1/tasks"), "X-Rate-Limit-Remaining"), left);
    bench.f.clock.pass(20 * kNsPerSecond);
    const HttpResponse refused = bench.ask("GET", "/v1/tasks");
    QCOMPARE(refused.status, 429);
    QCOMPARE(headerOf(refused, "x-rate-limit-retry-after-seconds"), "40"_ba);
    QCOMPARE(headerOf(refused, "X-Rate-Limit-Remaining"), "0"_ba);
    // Another account has a quota of its own.
    QCOMPARE(bench.ask("GET", "/v1/tasks", {}, {{"x-api-key", "b"}, {"x-api-secret-key", "s"}}).status, 200);
    bench.f.clock.pass(40 * kNsPerSecond);
    QCOMPARE(headerOf(bench.ask("GET", "/v1/tasks"), "X-Rate-Limit-Remaining"), "2"_ba);
}

void TestRedisCloudDialect::receipt()
{
    Bench bench;
    const HttpResponse receipt = bench.ask("POST", "/v1/acl/redisRules", R"({"name":"n","redisRule":"+@all"})");
    QCOMPARE(receipt.status, 202);
    QCOMPARE(receipt.contentType, "application/json"_ba);
    QCOMPARE(keysInOrder(receipt.body), (QStringList {u"taskId"_s, u"commandType"_s, u"status"_s, u"description"_s,
                                                      u"timestamp"_s, u"links"_s})); // no response yet
    const QJsonObject task = QJsonDocument::fromJson(receipt.body).object();
    QCOMPARE(task[u"status"_s].toString(), u"received"_s);
    const QJsonObject link = task[u"links"_s][0].toObject();
    QCOMPARE(link[u"rel"_s].toString(), u"task"_s);
    QCOMPARE(link[u"type"_s].toString(), u"GET"_s);
    QCOMPARE(link[u"href"_s].toString(), u"http://127.0.0.1:7700/v1/tasks/"_s + task[u"taskId"_s].toString());
}

void TestRedisCloudDialect::taskOnItsWay()
{
    Bench bench;
    const QByteArray path = bench.startRule();
    QStringList statuses;
    for (int i = 0; i < 100; ++i) {
        const HttpResponse answer = bench.ask("GET", path);
        const QJsonObject task = QJsonDocument::fromJson(answer.body).object();
        const QString status = task[u"status"_s].toString();
        if (!statuses.contains(status))
            statuses.append(status);
        QCOMPARE(task.contains(u"response"_s), status != u"received"_s);
        const bool isOpen = status == u"initialized"_s || status == u"processing-in-progress"_s;
        if (isOpen)
            QCOMPARE(task[u"response"_s].toObject(), QJsonObject());
        QCOMPARE(task.contains(u"description"_s), !isOpen);
        bench.f.clock.pass(100 * kNsPerMs);
    }
    statuses.removeOne(u"initialized"_s); // which some tasks skip
    QCOMPARE(statuses, (QStringList {u"received"_s, u"processing-in-progress"_s, u"processing-completed"_s}));
    const QJsonObject done = bench.get(path);
    QCOMPARE(done[u"response"_s][u"resourceId"_s].toInt(), 2004);
    QCOMPARE(done[u"links"_s][0][u"rel"_s].toString(), u"resource"_s);
    QCOMPARE(done[u"links"_s][1][u"rel"_s].toString(), u"self"_s);
    QCOMPARE(bench.get("/v1/tasks")[u"tasks"_s][0][u"links"_s][1][u"rel"_s].toString(), u"task"_s);
}

void TestRedisCloudDialect::failedTask()
{
    Bench bench;
    const QByteArray path = bench.startRule("let-me-in");
    bench.f.clock.pass(account::kHour);
    const QJsonObject task = bench.get(path);
    QCOMPARE(task[u"status"_s].toString(), u"processing-error"_s);
    const QJsonValue error = task[u"response"_s][u"error"_s];
    QCOMPARE(error[u"type"_s].toString(), u"ACL_REDIS_RULE_PATTERN_NOT_VALID"_s);
    QCOMPARE(error[u"status"_s].toString(), u"400 BAD_REQUEST"_s);
    QCOMPARE(task[u"response"_s][u"additionalInfo"_s].toString(), u"redis-acl-wrong-acl-rule-pattern"_s);
    QCOMPARE(task[u"links"_s].toArray().size(), 1); // of a failure there is no resource
}

void TestRedisCloudDialect::listIsEmptyOrWrapped()
{
    Bench bench;
    QCOMPARE(bench.ask("GET", "/v1/tasks").body, "{}"_ba);
    QCOMPARE(Bench(Bench::odd(Oddity::EmptyArray)).ask("GET", "/v1/tasks").body, R"({"tasks":[]})"_ba);
    bench.startRule();
    QCOMPARE(keysInOrder(bench.ask("GET", "/v1/tasks").body), QStringList {u"tasks"_s});
    QCOMPARE(bench.get("/v1/tasks?status=received&limit=0")[u"tasks"_s].toArray().size(), 1); // no parameter is heard
    bench.f.clock.pass(11 * account::kDay);
    QCOMPARE(bench.ask("GET", "/v1/tasks").body, "{}"_ba);
}

void TestRedisCloudDialect::stampsHaveDifferentDigits()
{
    Bench bench;
    QCOMPARE(bench.f.account->seed(1, 300).value(), 300);
    QSet<qsizetype> widths;
    const QJsonArray tasks = bench.get("/v1/tasks")[u"tasks"_s].toArray();
    for (const QJsonValue &task : tasks) {
        const QString stamp = task[u"timestamp"_s].toString();
        QVERIFY(stamp.endsWith(u'Z'));
        QVERIFY(parseRfc3339(stamp.toStdString()));
        widths.insert(stamp.section(u'.', 1).size());
    }
    QVERIFY2(widths.size() >= 6, qPrintable(QString::number(widths.size())));
    QVERIFY(widths.contains(0) && widths.contains(10));
}

void TestRedisCloudDialect::oddities()
{
    Bench links(Bench::odd(Oddity::ObjectLinks));
    const QByteArray path = links.startRule();
    links.f.clock.pass(account::kHour);
    const QJsonObject task = links.get(path);
    QVERIFY(!task.contains(u"links"_s));
    QCOMPARE(task[u"_links"_s].toObject().keys(), (QStringList {u"resource"_s, u"self"_s}));

    Bench text(Bench::odd(Oddity::TextError));
    const QByteArray failed = text.startRule("no");
    text.f.clock.pass(account::kHour);
    QCOMPARE(text.get(failed)[u"response"_s][u"error"_s].toString(), u"ACL_REDIS_RULE_PATTERN_NOT_VALID"_s);

    Bench stamp(Bench::odd(Oddity::NoTimestamp));
    const QByteArray open = stamp.startRule();
    QVERIFY(!stamp.get(open).contains(u"timestamp"_s));
    stamp.f.clock.pass(account::kHour);
    QVERIFY(stamp.get(open).contains(u"timestamp"_s));

    Bench status(Bench::odd(Oddity::NewStatus));
    const QByteArray working = status.startRule();
    QTRY_VERIFY((status.f.clock.pass(50 * kNsPerMs), status.get(working)[u"status"_s] == u"processing-suspended"_s));

    Bench command(Bench::odd(Oddity::NewCommand));
    const HttpResponse receipt = command.ask("POST", "/v1/subscriptions/1/databases/2/import", "{}");
    QCOMPARE(QJsonDocument::fromJson(receipt.body)[u"commandType"_s].toString(), u"databaseMoveHereRequest"_s);
}

void TestRedisCloudDialect::lateTasks()
{
    Bench bench(Bench::odd(Oddity::LateTasks));
    const QByteArray path = bench.startRule();
    QCOMPARE(bench.ask("GET", path).status, 404);
    QCOMPARE(bench.ask("GET", "/v1/tasks").body, "{}"_ba);
    bench.f.clock.pass(3 * kNsPerSecond);
    QCOMPARE(bench.ask("GET", path).status, 200);
}

void TestRedisCloudDialect::subscriptionsAndDatabases()
{
    Bench bench;
    const QByteArray body =
        R"({"name":"shop","cloudProviders":[{"provider":"AWS","regions":[{"region":"eu-west-1"}]}],)"
        R"("databases":[{"name":"one","datasetSizeInGb":2.5,"quantity":2}]})";
    QCOMPARE(bench.ask("POST", "/v1/subscriptions", body).status, 202);
    bench.f.clock.pass(30 * kNsPerSecond);
    const QJsonObject pending = bench.get("/v1/subscriptions")[u"subscriptions"_s][0].toObject();
    QCOMPARE(pending[u"status"_s].toString(), u"pending"_s);
    QCOMPARE(pending[u"numberOfDatabases"_s].toInt(), 2);
    bench.f.clock.pass(account::kHour);
    const QByteArray path = "/v1/subscriptions/" + QByteArray::number(pending[u"id"_s].toInteger());
    QCOMPARE(bench.get(path)[u"status"_s].toString(), u"active"_s);
    const QJsonObject group = bench.get(path + "/databases")[u"subscription"_s][0].toObject();
    QCOMPARE(group[u"subscriptionId"_s], pending[u"id"_s]);
    const QJsonObject listed = group[u"databases"_s][0].toObject();
    const QJsonObject database = bench.get(path + "/databases/" + QByteArray::number(listed[u"databaseId"_s].toInteger()));
    QCOMPARE(database, listed);
    QCOMPARE(database[u"datasetSizeInGb"_s].toDouble(), 2.5);
    QCOMPARE(database[u"region"_s].toString(), u"eu-west-1"_s);
    QCOMPARE(database[u"status"_s].toString(), u"active"_s);
    QVERIFY(database.contains(u"activatedOn"_s));
    QCOMPARE(bench.ask("GET", "/v1/subscriptions/1").status, 404);
    QCOMPARE(bench.ask("GET", path + "/databases/1").status, 404);
}

void TestRedisCloudDialect::pagesOfDatabases()
{
    Bench bench;
    QCOMPARE(bench.f.account->seed(1, 5).value(), 5);
    const qint64 id = bench.get("/v1/subscriptions")[u"subscriptions"_s][0][u"id"_s].toInteger();
    const QByteArray path = "/v1/subscriptions/" + QByteArray::number(id) + "/databases";
    const auto page = [&](const QByteArray &query) {
        return bench.get(path + query)[u"subscription"_s][0][u"databases"_s].toArray().size();
    };
    QCOMPARE(page("?limit=100&offset=0"), 3);
    QCOMPARE(page("?limit=2"), 2);
    QCOMPARE(page("?limit=2&offset=2"), 1);
    QCOMPARE(bench.ask("GET", path + "?limit=100&offset=100").status, 404); // how clients know that they are through
}

void TestRedisCloudDialect::malformedBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << "name=x"_ba;
    QTest::newRow("an array") << "[]"_ba;
    QTest::newRow("cut") << R"({"name":)"_ba;
}

void TestRedisCloudDialect::malformedBodies()
{
    QFETCH(QByteArray, body);
    Bench bench;
    const HttpResponse answer = bench.ask("POST", "/v1/subscriptions", body);
    QCOMPARE(answer.status, 400);
    QCOMPARE(QJsonDocument::fromJson(answer.body)[u"path"_s].toString(), u"/v1/subscriptions"_s);
    QCOMPARE(bench.ask("GET", "/v1/tasks").body, "{}"_ba); // refused at the door: no task
}

void TestRedisCloudDialect::idsThatAreNone()
{
    Bench bench;
    QCOMPARE(bench.ask("GET", "/v1/subscriptions/abc").status, 404);
    QCOMPARE(bench.ask("GET", "/v1/subscriptions/99999999999999999999").status, 404);
    // Changing what is not there is accepted, and fails as a task.
    QCOMPARE(bench.ask("DELETE", "/v1/acl/redisRules/-7").status, 202);
    bench.f.clock.pass(account::kHour);
    QCOMPARE(bench.get("/v1/tasks")[u"tasks"_s][0][u"response"_s][u"error"_s][u"type"_s].toString(),
             u"ACL_REDIS_RULE_NOT_FOUND"_s);
}

void TestRedisCloudDialect::faultAnswers()
{
    Bench bench;
    HttpRequest request;
    request.path = "/v1/tasks";
    QCOMPARE(headerOf(bench.dialect->faultAnswer(request, 429), "x-rate-limit-retry-after-seconds"), "1"_ba);
    QCOMPARE(headerOf(bench.dialect->faultAnswer(request, 503), "retry-after"), "1"_ba);
    QCOMPARE(bench.dialect->faultAnswer(request, 401).contentType, "text/html"_ba);
    QCOMPARE(QJsonDocument::fromJson(bench.dialect->faultAnswer(request, 500).body)[u"status"_s].toInt(), 500);
}

/// A value of any kind; deeper ones get rarer.
QJsonValue anyValue(QRandomGenerator &random, int depth = 0)
{
    static const QStringList keys {u"name"_s, u"databases"_s, u"cloudProviders"_s, u"regions"_s, u"region"_s,
                                   u"networking"_s, u"deploymentCIDR"_s, u"datasetSizeInGb"_s, u"memoryLimitInGb"_s,
                                   u"quantity"_s, u"redisRule"_s, u"sourceType"_s, u"importFromUri"_s, u"dryRun"_s,
                                   u"replication"_s, u"modules"_s, u"throughputMeasurement"_s, u"paymentMethodId"_s};
    static const QStringList texts {QString(), u"a"_s, u"eu-west-1"_s, u"10.0.0.0/24"_s, u"+@all"_s, u"aws-s3"_s,
                                    u"s3://b/x.rdb"_s, u"\u0000\U0001F525'\";--"_s, QString(300, u'x')};
    switch (random.bounded(depth < 4 ? 8 : 5)) {
    case 0: return QJsonValue::Null;
    case 1: return random.bounded(2) == 0;
    case 2: return random.bounded(3) == 0 ? 1e300 : random.generateDouble() * 10 - 3;
    case 3: return qint64(random.generate64() >> random.bounded(1, 64));
    case 4: return texts[random.bounded(static_cast<int>(texts.size()))];
    case 5: {
        QJsonArray array;
        for (int i = random.bounded(3); i >= 0; --i)
            array.append(anyValue(random, depth + 1));
        return array;
    }
    default: {
        QJsonObject object;
        for (int i = random.bounded(6); i >= 0; --i)
            object[keys[random.bounded(static_cast<int>(keys.size()))]] = anyValue(random, depth + 1);
        return object;
    }
    }
}

void TestRedisCloudDialect::anythingMayCome_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Whatever is sent, the answer is one of the service's, and the account goes on.
void TestRedisCloudDialect::anythingMayCome()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    DialectOptions options;
    options.quotaPerMinute = 0;
    Bench bench(options);
    QCOMPARE(bench.f.account->seed(seed, 5).value(), 5);
    const QByteArrayList verbs {"GET", "POST", "PUT", "DELETE", "PATCH", ""};
    const QByteArrayList words {"v1", "tasks", "subscriptions", "databases", "import", "acl", "redisRules", "120041",
                                "51999001", "2004", "-1", "%00", "x y", "99999999999999999999"};
    const QByteArrayList paths {"/v1/subscriptions", "/v1/subscriptions/120041", "/v1/subscriptions/120041/databases",
                                "/v1/subscriptions/120041/databases/51999001",
                                "/v1/subscriptions/120041/databases/51999001/import", "/v1/acl/redisRules",
                                "/v1/acl/redisRules/2004"};
    for (int i = 0; i < 150; ++i) {
        QByteArray path = paths[random.bounded(static_cast<int>(paths.size()))];
        if (random.bounded(4) == 0)
            path += '/' + words[random.bounded(static_cast<int>(words.size()))];
        QByteArray body = QJsonDocument(QJsonArray {anyValue(random)}).toJson(QJsonDocument::Compact);
        body = random.bounded(10) == 0 ? body : body.mid(1, body.size() - 2);
        const HttpResponse answer = bench.ask(verbs[random.bounded(static_cast<int>(verbs.size()))], path, body);
        QVERIFY2(answer.status >= 200 && answer.status < 500, answer.body.constData());
        QVERIFY2(!QJsonDocument::fromJson(answer.body).isNull(), answer.body.constData());
        bench.f.clock.pass(qint64(random.bounded(200'000)) * kNsPerMs);
    }
    bench.f.clock.pass(account::kDay);
    QCOMPARE(bench.f.account->openTasks().value(), 0);
    QCOMPARE(bench.ask("GET", "/v1/tasks").status, 200);
    QCOMPARE(bench.ask("GET", "/v1/subscriptions").status, 200);
}

QTEST_GUILESS_MAIN(TestRedisCloudDialect)
#include "test_rediscloud_dialect.moc"
