// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts, errors, quotas and links, as values.
#include "app/client/rediscloud/errors.h"
#include "app/client/rediscloud/requests.h"
#include "tests/client/rediscloudanswers.h"

#include <QTest>

using namespace taskglass;
using namespace taskglass::rediscloud;
using namespace taskglass::test;
using namespace Qt::StringLiterals;

class TestRedisCloudAnswers : public QObject
{
    Q_OBJECT

private slots:
    void accounts();
    void errors_data();
    void errors();
    void rateLimitHeaders();
    void linkRequests_data();
    void linkRequests();
    void linkBodies();
};

void TestRedisCloudAnswers::accounts()
{
    const auto read = [](const QByteArray &body) { return RedisCloudDecoder().decode(answerOf(body, Shape::Account)); };
    const auto full = read(R"({"account":{"id":7,"name":"Acme","key":{"name":"monitor","httpSourceIp":"192.0.2.7"}},"links":[]})");
    QVERIFY(full);
    const auto &info = dynamic_cast<const AccountInfo &>(*full.value());
    QCOMPARE(QStringList({info.account, info.key, info.address}), QStringList({u"Acme"_s, u"monitor"_s, u"192.0.2.7"_s}));
    const auto nameless = read(R"({"account":{"id":7}})");
    QVERIFY(nameless);
    QCOMPARE(dynamic_cast<const AccountInfo &>(*nameless.value()).account, u"7"_s);
    QVERIFY(read(R"({"links":[]})"));
    for (const char *other : {"", "{}", "[]", "null", "<html></html>", R"({"status":"Meilisearch is running"})", R"({"cluster_name":"x","version":{"number":"2.19.1"}})"}) {
        const auto none = read(other);
        QVERIFY2(!none, other);
        QCOMPARE(none.error().kind, Error::Kind::BadResponse);
    }
}

void TestRedisCloudAnswers::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("says");
    using K = Error::Kind;
    const QByteArray json = R"({"timestamp":"2026-03-04T08:15:02.417+00:00","status":STATUS,"error":"Reason","message":"No such thing 41","path":"/v1/tasks/41"})";
    const QByteArray page = "<html><head><title>401 Authorization Required</title></head><body><center>nginx</center></body></html>";
    const auto rows = [&](int status, K kind, const QString &says) {
        QTest::addRow("%d, JSON", status) << status << QByteArray(json).replace("STATUS", QByteArray::number(status)) << kind << says;
        QTest::addRow("%d, nothing", status) << status << QByteArray() << kind << says;
        QTest::addRow("%d, web page", status) << status << page << kind << says;
    };
    rows(400, K::BadRequest, u"does not accept"_s);
    rows(401, K::Auth, u"rejected the keys"_s);
    rows(403, K::Auth, u"IP addresses"_s);
    rows(404, K::NotFound, u"does not know this task"_s);
    rows(408, K::Server, u"gave up waiting"_s);
    rows(409, K::Conflict, u"collides"_s);
    rows(412, K::Unsupported, u"switched off for the account"_s);
    rows(422, K::BadRequest, u"does not accept"_s);
    rows(429, K::RateLimited, u"request limit of the account"_s);
    rows(500, K::Server, u"problem of its own"_s);
    rows(502, K::Server, u"proxy"_s);
    rows(503, K::Server, u"not available"_s);
    rows(504, K::Server, u"proxy"_s);
    rows(302, K::Redirected, u"not followed"_s);
}

void TestRedisCloudAnswers::errors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Error::Kind, kind);
    QFETCH(QString, says);
    const Result<DecodedPtr> decoded = RedisCloudDecoder().decode(answerOf(body, Shape::Task, status));
    QVERIFY(!decoded);
    const Error &error = decoded.error();
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.httpStatus, status);
    QVERIFY2(error.message.contains(says), qPrintable(error.message));
    QCOMPARE(error.serverMessage, body.startsWith('{') ? u"No such thing 41"_s : QString());
    QCOMPARE(error.serverCode, body.startsWith('{') ? u"Reason"_s : QString());
    QVERIFY(!QString(error.message + error.serverMessage + error.serverCode).contains(u'<'));
}

void TestRedisCloudAnswers::rateLimitHeaders()
{
    HttpAnswer answer = answerOf({}, Shape::TaskList, 429);
    answer.receivedAt = kNoon;
    QCOMPARE(errorIn(answer)->retryAfterMs, qint64(-1));
    QCOMPARE(rateLimitRemaining(answer), qint64(-1));
    answer.headers = {{"retry-after", "Wed, 04 Mar 2026 12:00:40 GMT"}, {"date", "Wed, 04 Mar 2026 12:00:00 GMT"}};
    QCOMPARE(errorIn(answer)->retryAfterMs, qint64(40'000));
    answer.headers = {{"retry-after", "17"}};
    QCOMPARE(errorIn(answer)->retryAfterMs, qint64(17'000));
    answer.headers.emplace_back("x-rate-limit-retry-after-seconds", "9");
    QCOMPARE(errorIn(answer)->retryAfterMs, qint64(9'000));
    answer.headers = {{"retry-after", "17"}, {"x-rate-limit-retry-after-seconds", "soon"}};
    QCOMPARE(errorIn(answer)->retryAfterMs, qint64(17'000));
    answer.headers = {{"x-rate-limit-retry-after-seconds", "99999999999"}, {"x-rate-limit-remaining", " 123 "}};
    QCOMPARE(errorIn(answer)->retryAfterMs, qint64(24 * 3600 * 1000));
    QCOMPARE(rateLimitRemaining(answer), qint64(123));
    answer.headers = {{"x-rate-limit-remaining", "-5"}};
    QCOMPARE(rateLimitRemaining(answer), qint64(-1));
}

void TestRedisCloudAnswers::linkRequests_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QByteArray>("target"); // empty: not asked
    const QString base = u"https://api.redislabs.com/v1"_s;
    const auto row = [](const char *name, const QString &at, const char *prefix, const char *method, const QString &address, const char *target) {
        QTest::newRow(name) << at << QByteArray(prefix) << QString::fromLatin1(method) << address << QByteArray(target);
    };
    row("usual", base, "", "GET", base + u"/subscriptions/1"_s, "/subscriptions/1");
    row("no method", base, "", "", base + u"/subscriptions/1"_s, "/subscriptions/1");
    row("small letters", base, "", "get", base + u"/subscriptions/1"_s, "/subscriptions/1");
    row("slash at the end of the base", base + u"/"_s, "", "GET", base + u"/subscriptions/1"_s, "/subscriptions/1");
    row("base without version", u"https://api.redislabs.com"_s, "/v1", "GET", base + u"/subscriptions/1?a=b%20c"_s, "/v1/subscriptions/1?a=b%20c");
    row("port said", base, "", "GET", u"https://api.redislabs.com:443/v1/x"_s, "/x");
    row("path only", base, "", "GET", u"/v1/subscriptions/1"_s, "/subscriptions/1");
    row("host in capitals", base, "", "GET", u"https://API.redislabs.com/v1/x"_s, "/x");
    row("local", u"http://127.0.0.1:7700/v1"_s, "", "GET", u"http://127.0.0.1:7700/v1/x"_s, "/x");
    row("another host", base, "", "GET", u"https://api-qa.redislabs.com/v1/subscriptions/1"_s, "");
    row("another host without scheme", base, "", "GET", u"//evil.example/v1/x"_s, "");
    row("plain http", base, "", "GET", u"http://api.redislabs.com/v1/x"_s, "");
    row("another port", base, "", "GET", u"https://api.redislabs.com:8443/v1/x"_s, "");
    row("user in the address", base, "", "GET", u"https://a:b@api.redislabs.com/v1/x"_s, "");
    row("name that begins alike", base, "", "GET", u"https://api.redislabs.com.evil.example/v1/x"_s, "");
    row("outside the API", base, "", "GET", u"https://api.redislabs.com/admin"_s, "");
    row("outside by dots", base, "", "GET", u"https://api.redislabs.com/v1/../admin"_s, "");
    row("outside by written dots", base, "", "GET", u"https://api.redislabs.com/v1/%2e%2e/admin"_s, "");
    row("path that begins alike", base, "", "GET", u"https://api.redislabs.com/v10/x"_s, "");
    row("not a GET", base, "", "DELETE", base + u"/subscriptions/1"_s, "");
    row("file", base, "", "GET", u"file:///etc/passwd"_s, "");
    row("script", base, "", "GET", u"javascript:alert(1)"_s, "");
    row("nothing", base, "", "GET", QString(), "");
    row("broken", base, "", "GET", u"https://api.redislabs.com/v1/%zz x"_s, "");
}

void TestRedisCloudAnswers::linkRequests()
{
    QFETCH(QString, base);
    QFETCH(QByteArray, prefix);
    QFETCH(QString, method);
    QFETCH(QString, address);
    QFETCH(QByteArray, target);
    const auto request = getLink({u"resource"_s, {}, method, address}, QUrl(base), prefix);
    QCOMPARE(request ? request->target : QByteArray(), target);
    if (request) {
        QCOMPARE(request->verb, QByteArray("GET"));
        QCOMPARE(request->keysOf, ServerKind::RedisCloud);
        const QUrl url = urlFor(QUrl(base), *request);
        QCOMPARE(url.host(), QUrl(base).host());
    }
}

void TestRedisCloudAnswers::linkBodies()
{
    const auto read = [](const QByteArray &body) { return RedisCloudDecoder().decode(answerOf(body, Shape::Link)); };
    const auto good = read("{\"id\": 51999001,\n \"name\":\"a\"}");
    QVERIFY(good);
    QCOMPARE(dynamic_cast<const LinkBody &>(*good.value()).json, QByteArray("{\"id\": 51999001,\n \"name\":\"a\"}"));
    for (const char *bad : {"", "<html></html>", "{\"id\":", "plain"})
        QVERIFY2(!read(bad), bad);
    const auto missing = RedisCloudDecoder().decode(answerOf({}, Shape::Link, 404));
    QVERIFY(missing.error().message.contains(u"does not exist"_s));
}

QTEST_APPLESS_MAIN(TestRedisCloudAnswers)
#include "test_rediscloud_answers.moc"
