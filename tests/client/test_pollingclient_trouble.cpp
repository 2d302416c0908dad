// SPDX-License-Identifier: GPL-3.0-or-later
// What the client makes of servers and networks that fail, refuse, lie or come back as others.
#include "tests/client/clientwatch.h"

#include <QTest>

using namespace taskglass;
using namespace taskglass::test;
using namespace Qt::StringLiterals;
using Phase = ConnectionStatus::Phase;
using Fault = ScriptedAnswer::Fault;

Q_DECLARE_METATYPE(taskglass::ScriptedAnswer)

class TestPollingClientTrouble : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void failures_data();
    void failures();
    void refusals_data();
    void refusals();
    void retryAfterIsObeyed();
    void rateLimitRaisesTheInterval();
    void recoversWhenTheServerIsBack();
    void staleAnswersAfterReconnectAreDropped();
    void staleDecodesAfterReconnectAreDropped();
    void otherCredentialsForgetWithTheFirstNewRows();
    void detectsAgainWhenWiped();
    void keyNeverGoesElsewhere();
    void trustsACertificate();
    void neverLogsTheKey();
};

void TestPollingClientTrouble::initTestCase()
{
    failOnAnyWarning();
}

void TestPollingClientTrouble::failures_data()
{
    QTest::addColumn<ScriptedAnswer>("scripted");
    QTest::addColumn<Error::Kind>("kind");
    using K = Error::Kind;
    const ScriptedAnswer ok = ScriptedAnswer::json(R"({"from":1,"count":1})");
    QTest::newRow("reset") << ok.failing(Fault::ResetAtOnce) << K::Network;
    QTest::newRow("reset in the middle") << ok.failing(Fault::ResetInBody, 4) << K::Network;
    QTest::newRow("cut") << ok.failing(Fault::Cut, 4) << K::Network;
    QTest::newRow("wrong length") << ok.failing(Fault::WrongLength, 4) << K::BadResponse;
    QTest::newRow("malformed") << ScriptedAnswer::json("{\"from\":") << K::BadResponse;
    QTest::newRow("endless") << ok.failing(Fault::EndlessChunks) << K::TooLarge;
    QTest::newRow("hangs") << ok.failing(Fault::Hang) << K::Timeout;
    QTest::newRow("drips") << ok.dripping(1, 60) << K::Timeout;
    QTest::newRow("404") << ScriptedAnswer::json("{}", 404) << K::NotFound;
    QTest::newRow("500") << ScriptedAnswer::json("{}", 500) << K::Server;
    QTest::newRow("429") << ScriptedAnswer::json("{}", 429) << K::RateLimited;
}

void TestPollingClientTrouble::failures()
{
    QFETCH(ScriptedAnswer, scripted);
    QFETCH(Error::Kind, kind);
    HealthyServer server;
    ServerProfile profile = profileFor(server);
    profile.timeoutMs = kind == Error::Kind::TooLarge ? 60'000 : 300; // the limit is to end it, on any machine
    Watch watch(profile);
    QCOMPARE(watch.start(), Phase::Live);
    const qint64 rows = watch.rows;
    const EpochNs lastGood = watch.client.status().lastAnswerAt;

    server.setHandler([&](const SeenRequest &request) { return request.path() == "/list" ? scripted : healthy(request); });
    QTRY_COMPARE(watch.phase(), Phase::Failing);
    QCOMPARE(watch.error().kind, kind);
    QVERIFY(!watch.error().message.isEmpty());
    QVERIFY(watch.client.status().nextTryAt != kNoTime);
    QVERIFY(watch.client.status().lastAnswerAt >= lastGood);
    QCOMPARE(watch.resets, 0); // the last good rows stay
    QVERIFY(watch.rows >= rows);

    // And it gets over it. (That it does so by itself: recoversWhenTheServerIsBack.)
    server.setHandler(&healthy);
    watch.client.retry();
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QVERIFY(!watch.client.status().error);
    QCOMPARE(watch.resets, 0);
    QCOMPARE(server.requestsTo("/who").size(), 1);
}

void TestPollingClientTrouble::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("401") << 401;
    QTest::newRow("403") << 403;
}

void TestPollingClientTrouble::refusals()
{
    QFETCH(int, status);
    HealthyServer server;
    Watch watch(server);
    QCOMPARE(watch.start(), Phase::Live);
    server.setAnswer(ScriptedAnswer::json("{}", status));
    QTRY_COMPARE(watch.phase(), Phase::Refused);
    QCOMPARE(watch.error().httpStatus, status);
    QCOMPARE(watch.client.status().nextTryAt, kNoTime);
    const qsizetype asked = server.requests().size();
    QTest::qWait(500); // five intervals: no hammering
    QCOMPARE(server.requests().size(), asked);
    watch.client.retry();
    QTRY_COMPARE(watch.log.count(u"→ %1"_s.arg(status)), 2);
    QCOMPARE(server.requests().size(), asked + 1);
    QTRY_COMPARE(watch.phase(), Phase::Refused);
    server.setHandler(&healthy);
    watch.client.retry();
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QCOMPARE(watch.resets, 0);
}

void TestPollingClientTrouble::retryAfterIsObeyed()
{
    HealthyServer server;
    Watch watch(server);
    QCOMPARE(watch.start(), Phase::Live);
    server.setAnswer(ScriptedAnswer::json("{}", 503).withHeader("Retry-After", "120"));
    QTRY_COMPARE(watch.phase(), Phase::Failing);
    const qint64 wait = (watch.client.status().nextTryAt - watch.clock.now()) / kNsPerMs;
    QVERIFY(wait > 110'000 && wait <= 120'000);
    const qsizetype asked = server.requests().size();
    QTest::qWait(300);
    QCOMPARE(server.requests().size(), asked);
    server.setHandler(&healthy);
    watch.client.refresh(); // the user's own word goes before it
    QTRY_COMPARE(watch.phase(), Phase::Live);
}

void TestPollingClientTrouble::rateLimitRaisesTheInterval()
{
    HealthyServer server;
    Watch watch(server);
    QCOMPARE(watch.start(), Phase::Live);
    server.enqueue(ScriptedAnswer::json("{}", 429));
    QTRY_COMPARE(watch.phase(), Phase::Failing);
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QCOMPARE(watch.client.status().intervalMs, 1000);
    QVERIFY(watch.client.status().intervalReason.contains(u"fewer requests"_s));
    QCOMPARE(watch.log.count(u"fewer requests"_s), 1); // told once
}

void TestPollingClientTrouble::recoversWhenTheServerIsBack()
{
    ScriptedServer server;
    server.stop();
    server.setHandler(&healthy);
    Watch watch(server);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Failing);
    QCOMPARE(watch.error().kind, Error::Kind::Network);
    QVERIFY(server.start());
    QTRY_COMPARE(watch.phase(), Phase::Live);
    server.stop();
    QTRY_COMPARE(watch.phase(), Phase::Failing);
    QVERIFY(server.start());
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QCOMPARE(watch.resets, 0);
}

void TestPollingClientTrouble::staleAnswersAfterReconnectAreDropped()
{
    ScriptedServer old;
    HealthyServer current;
    bool slow = false;
    old.setHandler([&](const SeenRequest &request) {
        return slow && request.path() == "/list" ? ScriptedAnswer::json(R"({"from":666,"count":1})").delayed(200) : healthy(request);
    });
    Watch watch(old);
    QCOMPARE(watch.start(), Phase::Live);
    slow = true;
    old.forgetRequests();
    QTRY_COMPARE(old.requestsTo("/list").size(), 1);
    watch.client.setProfile(profileFor(current), secret());
    QCOMPARE(watch.resets, 1); // not one moment under the new name
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QTest::qWait(300);
    for (const TaskUpdate &update : watch.updates)
        QVERIFY(!update.page || update.page->rows.front().idNumber != 666);
    QCOMPARE(old.requestsTo("/list").size(), 1);
    QCOMPARE(old.openConnections(), 0);
}

void TestPollingClientTrouble::staleDecodesAfterReconnectAreDropped()
{
    ScriptedServer old;
    HealthyServer current;
    old.setHandler([&](const SeenRequest &request) {
        return request.path() == "/list" ? ScriptedAnswer::json(R"({"from":666,"count":5000})" + QByteArray(100'000, ' ')) : healthy(request);
    });
    Watch watch(old, 300);
    watch.client.start();
    QTRY_COMPARE(fakeDecodesRunning(), 1);
    watch.client.setProfile(profileFor(current), secret());
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QTRY_COMPARE(fakeDecodesRunning(), 0);
    QTest::qWait(50);
    for (const TaskUpdate &update : watch.updates)
        QVERIFY(!update.page || update.page->rows.front().idNumber == 1000);
}

void TestPollingClientTrouble::otherCredentialsForgetWithTheFirstNewRows()
{
    HealthyServer server;
    Watch watch(server);
    QCOMPARE(watch.start(), Phase::Live);
    server.setAnswer(ScriptedAnswer::json("{}", 403));
    Credentials other = secret();
    other.key = u"another"_s;
    watch.client.setProfile(profileFor(server), other);
    QTRY_COMPARE(watch.phase(), Phase::Refused);
    QCOMPARE(watch.resets, 0); // a wrong key takes nothing away
    server.setHandler(&healthy);
    watch.updates.clear();
    watch.client.retry();
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QTRY_COMPARE(watch.resets, 1);
    QVERIFY(watch.updates.constFirst().reset && watch.updates.constFirst().page);
    QCOMPARE(server.requests().constLast().headers.value("authorization"), QByteArray("Bearer another"));
}

void TestPollingClientTrouble::detectsAgainWhenWiped()
{
    HealthyServer server;
    Watch watch(server);
    QCOMPARE(watch.start(), Phase::Live);
    bool wiped = true;
    server.setHandler([&](const SeenRequest &request) {
        if (request.path() == "/list" && std::exchange(wiped, false))
            return ScriptedAnswer::json(R"({"wiped":true})");
        return healthy(request);
    });
    QTRY_COMPARE(server.requestsTo("/who").size(), 2);
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QTRY_COMPARE(watch.resets, 1);
}

void TestPollingClientTrouble::keyNeverGoesElsewhere()
{
    ScriptedServer server;
    HealthyServer other;
    server.setHandler([&](const SeenRequest &request) { return ScriptedAnswer::redirect(other.url(QString::fromLatin1(request.target))); });
    Watch watch(server);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Failing);
    QCOMPARE(watch.error().kind, Error::Kind::Redirected);
    QCOMPARE(other.connections(), 0);
    QCOMPARE(other.requests().size(), 0);
}

void TestPollingClientTrouble::trustsACertificate()
{
    HealthyServer server(ScriptedServer::Security::SelfSigned);
    Watch watch(server);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Refused);
    QCOMPARE(watch.error().kind, Error::Kind::Tls);
    QCOMPARE(watch.error().fingerprint, server.fingerprint());
    QCOMPARE(server.requests().size(), 0);
    watch.client.trustCertificate(u"00"_s + server.fingerprint().mid(2));
    QTRY_COMPARE(watch.phase(), Phase::Refused); // another one
    watch.client.trustCertificate(server.fingerprint().toUpper());
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QCOMPARE(watch.client.profile().trustedFingerprint, server.fingerprint());
}

void TestPollingClientTrouble::neverLogsTheKey()
{
    HealthyServer server;
    Watch watch(server);
    QCOMPARE(watch.start(), Phase::Live);
    server.setAnswer(ScriptedAnswer::json("{}", 500));
    QTRY_COMPARE(watch.phase(), Phase::Failing);
    QVERIFY(watch.log.contains(u"GET /list → 200"_s));
    QVERIFY(watch.log.contains(u"GET /list → 500"_s));
    QVERIFY(!watch.log.contains(kSecret));
    QVERIFY(!watch.log.contains(u"127.0.0.1"_s));
    QVERIFY(!watch.error().message.contains(kSecret));
}

QTEST_GUILESS_MAIN(TestPollingClientTrouble)
#include "test_pollingclient_trouble.moc"
