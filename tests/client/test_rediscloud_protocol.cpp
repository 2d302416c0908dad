// SPDX-License-Identifier: GPL-3.0-or-later
// Whether an address is a Redis Cloud API, and what can and cannot be done through it.
#include "app/client/rediscloud/detection.h"
#include "app/client/rediscloud/rediscloudprotocol.h"
#include "app/client/rediscloud/wire.h"
#include "tests/client/fakerediscloud.h"

#include <QTest>

#include <random>

using namespace taskglass;
using namespace taskglass::rediscloud;
using namespace taskglass::test;
using namespace Qt::StringLiterals;

class TestRedisCloudProtocol : public QObject
{
    Q_OBJECT

private slots:
    void detects_data();
    void detects();
    void detectionGivesUp_data();
    void detectionGivesUp();
    void commandsAreRefused();
    void keysStayOutOfTheShell();
};

void TestRedisCloudProtocol::detects_data()
{
    QTest::addColumn<bool>("hasVersionedBase");
    QTest::newRow("address with /v1") << true;
    QTest::newRow("address without") << false;
}

void TestRedisCloudProtocol::detects()
{
    QFETCH(bool, hasVersionedBase);
    FakeRedisCloud account;
    account.hasVersionedBase = hasVersionedBase;
    RedisCloudDetection detection;
    while (!detection.isOver()) {
        const auto request = detection.next(account.now);
        QVERIFY(request);
        QCOMPARE(request->keysOf, ServerKind::RedisCloud);
        account.now += 7 * kNsPerMs;
        const HttpAnswer answer = account.answer(*request);
        detection.absorb(*request, answer.receivedAt, detection.decoder()->decode(answer));
    }
    const Result<Detected> detected = detection.result();
    QVERIFY2(detected, detected ? "" : qPrintable(detected.error().message));
    QCOMPARE(detected.value().kind, ServerKind::RedisCloud);
    QCOMPARE(detected.value().product, u"Redis Cloud"_s);
    QCOMPARE(detected.value().note, u"Account: Acme, user key: monitor, seen from the address 192.0.2.7."_s);
    const auto sync = detected.value().protocol->startSync();
    sync->beginRound(account.now, false);
    QCOMPARE(sync->next(account.now)->target, QByteArray(hasVersionedBase ? "/tasks" : "/v1/tasks"));
    QCOMPARE(detected.value().protocol->curlFor(u"a/b"_s, QUrl(u"https://api.redislabs.com"_s + (hasVersionedBase ? u"/v1"_s : QString()))),
             u"curl 'https://api.redislabs.com/v1/tasks/a%2Fb' -H \"x-api-key: $REDISCLOUD_ACCESS_KEY\" -H \"x-api-secret-key: $REDISCLOUD_SECRET_KEY\" -H 'Content-Type: application/json'"_s);
}

void TestRedisCloudProtocol::detectionGivesUp_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("requests");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("keys refused") << 401 << 2 << Error::Kind::Auth;
    QTest::newRow("access refused") << 403 << 2 << Error::Kind::Auth;
    QTest::newRow("switched off") << 412 << 1 << Error::Kind::Unsupported;
    QTest::newRow("too many requests") << 429 << 1 << Error::Kind::RateLimited;
    QTest::newRow("in trouble") << 503 << 1 << Error::Kind::Server;
    QTest::newRow("something else") << 404 << 4 << Error::Kind::Unsupported;
    QTest::newRow("page of something else") << 200 << 4 << Error::Kind::Unsupported;
}

void TestRedisCloudProtocol::detectionGivesUp()
{
    QFETCH(int, status);
    QFETCH(int, requests);
    QFETCH(Error::Kind, kind);
    FakeRedisCloud account;
    account.failing = status; // without a body
    RedisCloudDetection detection;
    while (const auto request = detection.next(account.now))
        detection.absorb(*request, account.now, detection.decoder()->decode(account.answer(*request)));
    QVERIFY(detection.isOver());
    QVERIFY(!detection.result());
    QCOMPARE(detection.result().error().kind, kind);
    QVERIFY(!detection.result().error().message.isEmpty());
    QCOMPARE(int(account.seen.size()), requests);
}

void TestRedisCloudProtocol::commandsAreRefused()
{
    RedisCloudProtocol protocol(std::make_shared<Service>(), std::make_shared<RedisCloudDecoder>());
    const Capabilities can = protocol.capabilities();
    for (const CommandKind kind : {CommandKind::Cancel, CommandKind::Delete, CommandKind::Rethrottle}) {
        CommandDraft draft;
        draft.kind = kind;
        draft.ids = {u"t"_s};
        const auto preview = protocol.preview(draft, {}, 0);
        QVERIFY(preview->isOver());
        QVERIFY(!preview->next(0));
        QVERIFY(!preview->result());
        QCOMPARE(preview->result().error().kind, Error::Kind::Unsupported);
        Command command;
        command.kind = kind;
        command.ids = draft.ids;
        const auto run = protocol.send(command, 5);
        QVERIFY(run->isOver());
        QVERIFY(!run->next(0));
        QCOMPARE(run->report().phase, CommandReport::Phase::Failed);
        QCOMPARE(run->report().error->message, preview->result().error().message);
    }
    QVERIFY(!can.cancel && !can.cancelByFilter && !can.deleteTasks);
    QVERIFY(can.cancel.reason.contains(u"opposite operation"_s));
    QVERIFY(!protocol.canAsk(TaskFilter()));
    QVERIFY(protocol.fetchBatch(u"1"_s)->isOver());
    QVERIFY(protocol.search(TaskFilter(), 0, 10)->isOver());
}

void TestRedisCloudProtocol::keysStayOutOfTheShell()
{
    RedisCloudProtocol protocol(std::make_shared<Service>(), std::make_shared<RedisCloudDecoder>());
    Credentials credentials;
    credentials.key = u" account-key\n"_s;
    credentials.secret = u"user-key"_s;
    QCOMPARE(protocol.authHeaders(credentials), (HttpHeaders {{"x-api-key", "account-key"}, {"x-api-secret-key", "user-key"}}));
    QCOMPARE(protocol.authHeaders({}), HttpHeaders());
    QVERIFY(!protocol.curlFor(u"t"_s, QUrl(u"https://api.redislabs.com/v1"_s)).contains(u"user-key"_s));
}

QTEST_APPLESS_MAIN(TestRedisCloudProtocol)
#include "test_rediscloud_protocol.moc"
