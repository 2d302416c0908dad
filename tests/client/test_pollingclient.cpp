// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/pollingclient.h"
#include "app/client/protocol.h"
#include "tests/support/fakeprotocol.h"
#include "tests/support/scriptedserver.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace taskglass;
using namespace Qt::StringLiterals;
using Phase = ConnectionStatus::Phase;
using Fault = ScriptedAnswer::Fault;

Q_DECLARE_METATYPE(taskglass::ScriptedAnswer)

namespace {

const QString kSecret = u"s3cr3t-key"_s;

ServerProfile profileFor(const ScriptedServer &server)
{
    ServerProfile profile;
    profile.id = u"test"_s;
    profile.name = u"test"_s;
    profile.url = server.url();
    profile.intervalMs = 100;
    profile.timeoutMs = 2000;
    return profile;
}

Credentials secret()
{
    Credentials credentials;
    credentials.key = kSecret;
    return credentials;
}

/// What a healthy fake server says; a test overrides what it is about.
ScriptedAnswer healthy(const SeenRequest &request)
{
    const QByteArray path = request.path();
    if (path == "/who")
        return ScriptedAnswer::json(R"({"version":"1"})");
    if (path == "/list")
        return ScriptedAnswer::json(R"({"from":1000,"count":3,"busy":true})");
    if (path == "/older")
        return ScriptedAnswer::json(R"({"from":0,"count":10,"more":false})");
    if (path.startsWith("/task/"))
        return ScriptedAnswer::json(R"({"from":)" + path.mid(6) + R"(,"count":1})");
    if (path == "/preview")
        return ScriptedAnswer::json(R"({"count":2})");
    if (path == "/cancel")
        return ScriptedAnswer::json(R"({"job":"7"})", 202);
    if (path.startsWith("/job/"))
        return ScriptedAnswer::json(R"({"done":true})");
    if (path == "/search")
        return ScriptedAnswer::json(R"({"from":5,"count":2})");
    return ScriptedAnswer::json("{}", 404);
}

/// A client on a scripted server, and what it said.
class Watch
{
public:
    explicit Watch(const ScriptedServer &server, int decodeMs = 0) : Watch(profileFor(server), decodeMs) { }
    explicit Watch(const ServerProfile &profile, int decodeMs = 0)
        : client(profile, secret(), clock, [decodeMs](ServerKind) { return std::make_unique<FakeDetection>(decodeMs); })
    {
        QObject::connect(&client, &PollingClient::updated, &client, [this](const TaskUpdate &update) {
            updates.append(update);
            resets += update.reset ? 1 : 0;
            rows += update.page ? static_cast<qint64>(update.page->rows.size()) : 0;
            largest = std::max(largest, update.page ? update.page->rows.size() : 0);
        });
        QObject::connect(&client, &PollingClient::logged, &client, [this](const QString &line) { log += line + u'\n'; });
    }
    [[nodiscard]] Phase phase() const { return client.status().phase; }
    [[nodiscard]] Error error() const { return client.status().error.value_or(Error()); }

    SystemClock clock;
    QList<TaskUpdate> updates;
    int resets = 0;
    qint64 rows = 0;
    std::size_t largest = 0;
    QString log;
    PollingClient client;
};

Command cancelOf(const QList<TaskId> &ids)
{
    Command command;
    command.id = u"c1"_s;
    command.ids = ids;
    return command;
}

} // namespace

class TestPollingClient : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void connectsAndPolls();
    void statusIsToldOncePerTurn();
    void failures_data();
    void failures();
    void refusals_data();
    void refusals();
    void retryAfterIsObeyed();
    void rateLimitRaisesTheInterval();
    void recoversWhenTheServerIsBack();
    void pauseSendsNothing();
    void pauseWhileARequestIsUnderWay();
    void hiddenIsSlower();
    void refreshAsksAtOnce();
    void oneListRequestAtATime();
    void staleAnswersAfterReconnectAreDropped();
    void staleDecodesAfterReconnectAreDropped();
    void otherCredentialsForgetWithTheFirstNewRows();
    void detectsAgainWhenWiped();
    void largePagesComeInSlices();
    void guiIsNotBlockedByDecoding();
    void loadsOlderAndStops();
    void keyNeverGoesElsewhere();
    void trustsACertificate();
    void fetchesAndSearches();
    void previewsAndCancels();
    void readOnlySendsNothing();
    void impossibleCommandSendsNothing();
    void commandIsNotRepeated();
    void commandFollowSurvivesALostAnswer();
    void stopAbandonsACommandHonestly();
    void quitsInTheMiddle_data();
    void quitsInTheMiddle();
    void neverLogsTheKey();
};

void TestPollingClient::initTestCase()
{
    qRegisterMetaType<ConnectionStatus>();
    qRegisterMetaType<std::optional<Error>>();
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestPollingClient::connectsAndPolls()
{
    ScriptedServer server;
    server.setHandler(&healthy);
    Watch watch(server);
    QCOMPARE(watch.phase(), Phase::Idle);
    watch.client.start();
    QCOMPARE(watch.phase(), Phase::Connecting);
    QVERIFY(watch.client.status().connectingSince != kNoTime);
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QTRY_VERIFY(server.requestsTo("/list").size() >= 3);
    QCOMPARE(server.requestsTo("/who").size(), 1);
    const ConnectionStatus &status = watch.client.status();
    QCOMPARE(status.product, u"Fake"_s);
    QCOMPARE(status.version, u"1"_s);
    QVERIFY(status.capabilities.cancel);
    QVERIFY(!status.error);
    QVERIFY(status.requests >= 4);
    QTRY_VERIFY(status.bytesReceived > 100); // the last answer is still on its way
    QVERIFY(status.answerMs >= 0);
    QVERIFY(status.lastAnswerAt != kNoTime);
    QCOMPARE(watch.updates.constFirst().page->rows.size(), std::size_t(3));
    QCOMPARE(server.requests().constFirst().headers.value("authorization"), "Bearer " + kSecret.toUtf8());
    // Counted from the end of an answer: never closer than the interval.
    const QList<SeenRequest> lists = server.requestsTo("/list");
    for (qsizetype i = 1; i < lists.size(); ++i)
        QVERIFY(lists.at(i).atMs - lists.at(i - 1).atMs >= 90);
    QCOMPARE(watch.resets, 0);
    watch.client.stop();
    QCOMPARE(watch.phase(), Phase::Idle);
}

void TestPollingClient::statusIsToldOncePerTurn()
{
    ScriptedServer server;
    server.setHandler(&healthy);
    Watch watch(server);
    QSignalSpy told(&watch.client, &PollingClient::statusChanged);
    watch.client.start();
    watch.client.setInterval(200);
    watch.client.setHidden(true);
    watch.client.setHidden(false);
    QCOMPARE(told.size(), 0);
    QTRY_COMPARE(told.size() > 0, true);
    QTRY_COMPARE(watch.phase(), Phase::Live);
    for (qsizetype i = 1; i < told.size(); ++i)
        QVERIFY(told.at(i).constFirst().value<ConnectionStatus>() != told.at(i - 1).constFirst().value<ConnectionStatus>());
}

void TestPollingClient::failures_data()
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

void TestPollingClient::failures()
{
    QFETCH(ScriptedAnswer, scripted);
    QFETCH(Error::Kind, kind);
    ScriptedServer server;
    server.setHandler(&healthy);
    ServerProfile profile = profileFor(server);
    profile.timeoutMs = 300;
    Watch watch(profile);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
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

void TestPollingClient::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("401") << 401;
    QTest::newRow("403") << 403;
}

void TestPollingClient::refusals()
{
    QFETCH(int, status);
    ScriptedServer server;
    server.setHandler(&healthy);
    Watch watch(server);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
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

void TestPollingClient::retryAfterIsObeyed()
{
    ScriptedServer server;
    server.setHandler(&healthy);
    Watch watch(server);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
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

void TestPollingClient::rateLimitRaisesTheInterval()
{
    ScriptedServer server;
    server.setHandler(&healthy);
    Watch watch(server);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
    server.enqueue(ScriptedAnswer::json("{}", 429));
    QTRY_COMPARE(watch.phase(), Phase::Failing);
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QCOMPARE(watch.client.status().intervalMs, 1000);
    QVERIFY(watch.client.status().intervalReason.contains(u"fewer requests"_s));
    QCOMPARE(watch.log.count(u"fewer requests"_s), 1); // told once
}

void TestPollingClient::recoversWhenTheServerIsBack()
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

void TestPollingClient::pauseSendsNothing()
{
    ScriptedServer server;
    server.setHandler(&healthy);
    Watch watch(server);
    watch.client.start();
    QTRY_VERIFY(server.requestsTo("/list").size() >= 2);
    watch.client.setPaused(true);
    QCOMPARE(watch.phase(), Phase::Paused);
    QTest::qWait(200); // whatever was on its way has arrived
    const qsizetype asked = server.requests().size();
    watch.client.refresh();
    watch.client.retry();
    watch.client.setInterval(100);
    watch.client.loadOlder(0);
    watch.client.fetchTask(u"1"_s);
    watch.client.fetchBatch(u"1"_s);
    watch.client.search(TaskFilter());
    QTest::qWait(500);
    QCOMPARE(server.requests().size(), asked);
    QCOMPARE(watch.phase(), Phase::Paused);
    QCOMPARE(watch.client.status().nextTryAt, kNoTime);
    watch.client.setPaused(false);
    QTRY_VERIFY(server.requestsTo("/list").size() >= 4);
    QTRY_COMPARE(watch.phase(), Phase::Live);
}

void TestPollingClient::pauseWhileARequestIsUnderWay()
{
    ScriptedServer server;
    server.setHandler([](const SeenRequest &request) { return healthy(request).delayed(100); });
    Watch watch(server);
    watch.client.start();
    QTRY_COMPARE(server.requestsTo("/who").size(), 1);
    watch.client.setPaused(true); // in the middle of detection
    QTest::qWait(400);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(watch.phase(), Phase::Paused);
    watch.client.setPaused(false);
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QTRY_VERIFY(server.requestsTo("/list").size() >= 2);
}

void TestPollingClient::hiddenIsSlower()
{
    ScriptedServer server;
    server.setHandler(&healthy);
    Watch watch(server);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
    watch.client.setHidden(true);
    QTRY_COMPARE(watch.client.status().intervalMs, 10'000);
    QTest::qWait(200);
    const qsizetype asked = server.requests().size();
    QTest::qWait(400);
    QCOMPARE(server.requests().size(), asked);
    watch.client.setHidden(false);
    QTRY_VERIFY(server.requests().size() > asked);
    QCOMPARE(watch.client.status().intervalMs, 100);
}

void TestPollingClient::refreshAsksAtOnce()
{
    ScriptedServer server;
    server.setHandler(&healthy);
    ServerProfile profile = profileFor(server);
    profile.intervalMs = 60'000;
    Watch watch(profile);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QCOMPARE(server.requestsTo("/list").size(), 1);
    watch.client.refresh();
    QTRY_COMPARE(server.requestsTo("/list").size(), 2);
}

void TestPollingClient::oneListRequestAtATime()
{
    ScriptedServer server;
    server.setHandler([](const SeenRequest &request) { return healthy(request).delayed(150); });
    Watch watch(server);
    watch.client.start();
    QTRY_COMPARE(server.requestsTo("/list").size(), 1);
    for (int i = 0; i < 20; ++i) {
        watch.client.refresh();
        QTest::qWait(10);
    }
    QTRY_VERIFY(server.requestsTo("/list").size() >= 3);
    const QList<SeenRequest> lists = server.requestsTo("/list");
    for (qsizetype i = 1; i < lists.size(); ++i)
        QVERIFY(lists.at(i).atMs - lists.at(i - 1).atMs >= 149); // after the one before was answered
}

void TestPollingClient::staleAnswersAfterReconnectAreDropped()
{
    ScriptedServer old;
    ScriptedServer current;
    current.setHandler(&healthy);
    bool slow = false;
    old.setHandler([&](const SeenRequest &request) {
        return slow && request.path() == "/list" ? ScriptedAnswer::json(R"({"from":666,"count":1})").delayed(200) : healthy(request);
    });
    Watch watch(old);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
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

void TestPollingClient::staleDecodesAfterReconnectAreDropped()
{
    ScriptedServer old;
    ScriptedServer current;
    current.setHandler(&healthy);
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

void TestPollingClient::otherCredentialsForgetWithTheFirstNewRows()
{
    ScriptedServer server;
    server.setHandler(&healthy);
    Watch watch(server);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
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

void TestPollingClient::detectsAgainWhenWiped()
{
    ScriptedServer server;
    server.setHandler(&healthy);
    Watch watch(server);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
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

void TestPollingClient::largePagesComeInSlices()
{
    ScriptedServer server;
    server.setHandler([](const SeenRequest &request) {
        return request.path() == "/list" ? ScriptedAnswer::json(R"({"from":1,"count":10500})" + QByteArray(100'000, ' ')).compressed() : healthy(request);
    });
    ServerProfile profile = profileFor(server);
    profile.intervalMs = 60'000;
    Watch watch(profile);
    watch.client.start();
    QTRY_COMPARE(watch.rows, 10'500);
    QVERIFY(watch.largest <= 1000);
    qint64 expected = 1;
    for (const TaskUpdate &update : watch.updates) {
        for (const TaskRow &row : update.page->rows) {
            QCOMPARE(row.idNumber, expected);
            QCOMPARE(update.page->strings.at(row.type), std::string_view("documentAdditionOrUpdate"));
            QCOMPARE(update.page->strings.at(row.target), std::string_view("index-" + std::to_string(expected % 7)));
            ++expected;
        }
    }
}

void TestPollingClient::guiIsNotBlockedByDecoding()
{
    ScriptedServer server;
    server.setHandler([](const SeenRequest &request) {
        return request.path() == "/list" ? ScriptedAnswer::json(R"({"from":1,"count":500})" + QByteArray(100'000, ' ')) : healthy(request);
    });
    Watch watch(server, 400);
    watch.client.start();
    QTRY_COMPARE(fakeDecodesRunning(), 1);
    int turns = 0;
    QTimer beat;
    QObject::connect(&beat, &QTimer::timeout, this, [&] { ++turns; });
    beat.start(5);
    QTRY_COMPARE(fakeDecodesRunning(), 0);
    QVERIFY2(turns > 10, qPrintable(QString::number(turns)));
    QTRY_VERIFY(watch.rows >= 500);
}

void TestPollingClient::loadsOlderAndStops()
{
    ScriptedServer server;
    server.setHandler([](const SeenRequest &request) {
        return request.path() == "/older" ? ScriptedAnswer::json(R"({"from":0,"count":10,"more":true})").delayed(20) : healthy(request);
    });
    Watch watch(server);
    watch.client.loadOlder(0); // before there is a connection: remembered
    watch.client.start();
    QTRY_VERIFY(server.requestsTo("/older").size() >= 5);
    QTRY_VERIFY(watch.client.status().backfilling);
    QVERIFY(server.requestsTo("/list").size() >= 1);
    watch.client.stopLoading();
    QTest::qWait(200);
    const qsizetype asked = server.requestsTo("/older").size();
    QVERIFY(!watch.client.status().backfilling);
    QTRY_VERIFY(server.requestsTo("/list").size() >= 4);
    QCOMPARE(server.requestsTo("/older").size(), asked);
    server.setHandler(&healthy);
    watch.client.loadOlder(10);
    QTRY_VERIFY(watch.client.status().complete);
}

void TestPollingClient::keyNeverGoesElsewhere()
{
    ScriptedServer server;
    ScriptedServer other;
    other.setHandler(&healthy);
    server.setHandler([&](const SeenRequest &request) { return ScriptedAnswer::redirect(other.url(QString::fromLatin1(request.target))); });
    Watch watch(server);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Failing);
    QCOMPARE(watch.error().kind, Error::Kind::Redirected);
    QCOMPARE(other.connections(), 0);
    QCOMPARE(other.requests().size(), 0);
}

void TestPollingClient::trustsACertificate()
{
    ScriptedServer server(ScriptedServer::Security::SelfSigned);
    server.setHandler(&healthy);
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

void TestPollingClient::fetchesAndSearches()
{
    ScriptedServer server;
    server.setHandler(&healthy);
    ServerProfile profile = profileFor(server);
    profile.intervalMs = 60'000;
    Watch watch(profile);
    QSignalSpy fetched(&watch.client, &PollingClient::taskFetched);
    QSignalSpy searched(&watch.client, &PollingClient::searchEnded);
    watch.client.fetchTask(u"1"_s);
    QCOMPARE(fetched.size(), 1); // no connection: said at once
    QVERIFY(fetched.constFirst().at(1).value<std::optional<Error>>());
    fetched.clear();
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
    watch.updates.clear();
    for (int id = 1; id <= 12; ++id)
        watch.client.fetchTask(QString::number(id));
    QTRY_COMPARE(fetched.size(), 12);
    QCOMPARE(watch.updates.size(), 12);
    for (const QList<QVariant> &one : fetched)
        QVERIFY(!one.at(1).value<std::optional<Error>>());
    server.enqueue(ScriptedAnswer::json("{}", 404));
    watch.client.fetchTask(u"99"_s);
    QTRY_COMPARE(fetched.size(), 13);
    QCOMPARE(fetched.constLast().at(1).value<std::optional<Error>>().value_or(Error()).kind, Error::Kind::NotFound);
    QCOMPARE(watch.phase(), Phase::Live); // a task that is gone is no trouble of the connection
    watch.updates.clear();
    watch.client.search(TaskFilter());
    QTRY_COMPARE(searched.size(), 1);
    QCOMPARE(watch.updates.size(), 1);
}

void TestPollingClient::previewsAndCancels()
{
    ScriptedServer server;
    int polls = 0;
    server.setHandler([&](const SeenRequest &request) {
        return request.path() == "/job/7" ? ScriptedAnswer::json(++polls < 3 ? R"({"done":false})" : R"({"done":true})") : healthy(request);
    });
    ServerProfile profile = profileFor(server);
    profile.intervalMs = 60'000;
    Watch watch(profile);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QSignalSpy ready(&watch.client, &PollingClient::previewReady);
    QSignalSpy reports(&watch.client, &PollingClient::reportChanged);
    QSignalSpy accepted(&watch.client, &PollingClient::cancelAccepted);
    CommandDraft draft;
    draft.ids = {u"1"_s, u"2"_s};
    watch.client.preview(42, draft);
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(ready.constFirst().at(0).toInt(), 42);
    const auto preview = ready.constFirst().at(1).value<CommandPreview>();
    QCOMPARE(preview.count, 2);
    QVERIFY(server.requestsTo("/cancel").isEmpty());

    server.forgetRequests();
    watch.client.send(preview.command);
    QTRY_VERIFY(!reports.isEmpty() && reports.constLast().constFirst().value<CommandReport>().phase == CommandReport::Phase::Done);
    QCOMPARE(server.requestsTo("/cancel").size(), 1);
    QCOMPARE(server.requestsTo("/cancel").constFirst().target, QByteArray("/cancel?ids=1,2"));
    QCOMPARE(server.requestsTo("/job/7").size(), 3);
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(accepted.constFirst().constFirst().value<QList<TaskId>>(), draft.ids);
    QList<CommandReport::Phase> phases;
    for (const QList<QVariant> &one : reports)
        phases.append(one.constFirst().value<CommandReport>().phase);
    QCOMPARE(phases, (QList<CommandReport::Phase> {CommandReport::Phase::Sending, CommandReport::Phase::Accepted, CommandReport::Phase::Done}));
    QTRY_VERIFY(!server.requestsTo("/list").isEmpty()); // the truth is asked for, a minute early
}

void TestPollingClient::readOnlySendsNothing()
{
    ScriptedServer server;
    server.setHandler(&healthy);
    ServerProfile profile = profileFor(server);
    profile.readOnly = true;
    Watch watch(profile);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QSignalSpy reports(&watch.client, &PollingClient::reportChanged);
    QSignalSpy failed(&watch.client, &PollingClient::previewFailed);
    watch.client.send(cancelOf({u"1"_s}));
    CommandDraft draft;
    draft.ids = {u"1"_s};
    watch.client.preview(1, draft);
    QCOMPARE(reports.size(), 1);
    const auto report = reports.constFirst().constFirst().value<CommandReport>();
    QCOMPARE(report.phase, CommandReport::Phase::Failed);
    QCOMPARE(report.error.value_or(Error()).kind, Error::Kind::ReadOnly);
    QCOMPARE(report.sentAt, kNoTime);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().at(1).value<Error>().kind, Error::Kind::ReadOnly);
    QTRY_VERIFY(server.requestsTo("/list").size() >= 3);
    for (const SeenRequest &request : server.requests())
        QCOMPARE(request.method, QByteArray("GET"));
    // Made read-only while connected: holds from that moment.
    profile.readOnly = false;
    watch.client.setProfile(profile, secret());
    profile.readOnly = true;
    watch.client.setProfile(profile, secret());
    watch.client.send(cancelOf({u"1"_s}));
    QCOMPARE(reports.constLast().constFirst().value<CommandReport>().error.value_or(Error()).kind, Error::Kind::ReadOnly);
}

void TestPollingClient::impossibleCommandSendsNothing()
{
    ScriptedServer server;
    server.setHandler(&healthy);
    Watch watch(server);
    QSignalSpy reports(&watch.client, &PollingClient::reportChanged);
    watch.client.send(cancelOf({u"1"_s})); // not connected
    QCOMPARE(reports.constLast().constFirst().value<CommandReport>().error.value_or(Error()).kind, Error::Kind::Network);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
    Command remove = cancelOf({u"1"_s});
    remove.kind = CommandKind::Delete;
    watch.client.send(remove);
    const auto report = reports.constLast().constFirst().value<CommandReport>();
    QCOMPARE(report.error.value_or(Error()).kind, Error::Kind::Unsupported);
    QCOMPARE(report.error->message, u"The fake deletes nothing."_s);

    // Nothing pointed at, or a filter without its pin.
    watch.client.send(cancelOf({}));
    QCOMPARE(reports.constLast().constFirst().value<CommandReport>().phase, CommandReport::Phase::Failed);
    QSignalSpy failed(&watch.client, &PollingClient::previewFailed);
    watch.client.preview(1, CommandDraft());
    QCOMPARE(failed.size(), 1);
    for (const SeenRequest &request : server.requests())
        QVERIFY(request.method == "GET" && request.path() != "/preview");
}

void TestPollingClient::commandIsNotRepeated()
{
    ScriptedServer server;
    server.setHandler([](const SeenRequest &request) {
        return request.path() == "/cancel" ? ScriptedAnswer::json("{}").failing(Fault::ResetAtOnce) : healthy(request);
    });
    Watch watch(server);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QSignalSpy reports(&watch.client, &PollingClient::reportChanged);
    watch.client.send(cancelOf({u"1"_s}));
    QTRY_VERIFY(!reports.isEmpty() && reports.constLast().constFirst().value<CommandReport>().phase == CommandReport::Phase::Failed);
    QTRY_VERIFY(server.requestsTo("/list").size() >= 5);
    QCOMPARE(server.requestsTo("/cancel").size(), 1);
    QVERIFY(reports.constLast().constFirst().value<CommandReport>().error->message.contains(u"may or may not"_s));
}

void TestPollingClient::commandFollowSurvivesALostAnswer()
{
    ScriptedServer server;
    int polls = 0;
    server.setHandler([&](const SeenRequest &request) {
        return request.path() == "/job/7" && ++polls == 1 ? ScriptedAnswer::json("{}").failing(Fault::Cut, 1) : healthy(request);
    });
    Watch watch(server);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QSignalSpy reports(&watch.client, &PollingClient::reportChanged);
    watch.client.send(cancelOf({u"1"_s}));
    QTRY_VERIFY(!reports.isEmpty() && reports.constLast().constFirst().value<CommandReport>().phase == CommandReport::Phase::Done);
    QCOMPARE(server.requestsTo("/cancel").size(), 1);
    const QList<SeenRequest> follows = server.requestsTo("/job/7");
    QCOMPARE(follows.size(), 2);
    QVERIFY(follows.at(1).atMs - follows.at(0).atMs >= 900); // with a breath between
}

void TestPollingClient::stopAbandonsACommandHonestly()
{
    ScriptedServer server;
    server.setHandler([](const SeenRequest &request) {
        return request.path() == "/cancel" ? ScriptedAnswer::json("{}").failing(Fault::Hang) : healthy(request);
    });
    Watch watch(server);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QSignalSpy reports(&watch.client, &PollingClient::reportChanged);
    watch.client.send(cancelOf({u"1"_s}));
    QTRY_COMPARE(server.requestsTo("/cancel").size(), 1);
    watch.client.stop();
    const auto report = reports.constLast().constFirst().value<CommandReport>();
    QCOMPARE(report.phase, CommandReport::Phase::Failed);
    QVERIFY(report.error->message.contains(u"may or may not"_s));
    QTRY_COMPARE(server.openConnections(), 0);
    watch.client.start(); // and again
    QTRY_COMPARE(watch.phase(), Phase::Live);
}

void TestPollingClient::quitsInTheMiddle_data()
{
    QTest::addColumn<int>("afterMs");
    for (const int ms : {0, 1, 3, 10, 30, 60, 100, 150})
        QTest::addRow("%d ms", ms) << ms;
}

void TestPollingClient::quitsInTheMiddle()
{
    QFETCH(int, afterMs);
    ScriptedServer server;
    server.setHandler([](const SeenRequest &request) {
        if (request.path() == "/list" || request.path() == "/older")
            return ScriptedAnswer::json(R"({"from":1,"count":3000,"more":true})" + QByteArray(100'000, ' ')).compressed();
        return request.path() == "/job/7" ? ScriptedAnswer::json(R"({"done":false})") : healthy(request);
    });
    {
        Watch watch(server, 20);
        watch.client.loadOlder(0);
        watch.client.start();
        QTRY_VERIFY(watch.client.status().capabilities.cancel);
        watch.client.send(cancelOf({u"1"_s}));
        watch.client.fetchTask(u"2"_s);
        CommandDraft draft;
        draft.ids = {u"3"_s};
        watch.client.preview(1, draft);
        QTest::qWait(afterMs);
    }
    QTRY_COMPARE(server.openConnections(), 0);
    const qsizetype asked = server.requests().size();
    QTest::qWait(20);
    QCOMPARE(server.requests().size(), asked);
}

void TestPollingClient::neverLogsTheKey()
{
    ScriptedServer server;
    server.setHandler(&healthy);
    Watch watch(server);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
    server.setAnswer(ScriptedAnswer::json("{}", 500));
    QTRY_COMPARE(watch.phase(), Phase::Failing);
    QVERIFY(watch.log.contains(u"GET /list → 200"_s));
    QVERIFY(watch.log.contains(u"GET /list → 500"_s));
    QVERIFY(!watch.log.contains(kSecret));
    QVERIFY(!watch.log.contains(u"127.0.0.1"_s));
    QVERIFY(!watch.error().message.contains(kSecret));
}

QTEST_GUILESS_MAIN(TestPollingClient)
#include "test_pollingclient.moc"
