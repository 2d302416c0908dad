// SPDX-License-Identifier: GPL-3.0-or-later
// How the client connects, keeps time and brings rows.
#include "tests/client/clientwatch.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace taskglass;
using namespace taskglass::test;
using namespace Qt::StringLiterals;
using Phase = ConnectionStatus::Phase;

class TestPollingClient : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void connectsAndPolls();
    void statusIsToldOncePerTurn();
    void pauseSendsNothing();
    void pauseWhileARequestIsUnderWay();
    void hiddenIsSlower();
    void refreshAsksAtOnce();
    void oneListRequestAtATime();
    void largePagesComeInSlices();
    void guiIsNotBlockedByDecoding();
    void loadsOlderAndStops();
    void quitsInTheMiddle_data();
    void quitsInTheMiddle();
};

void TestPollingClient::initTestCase()
{
    failOnAnyWarning();
}

void TestPollingClient::connectsAndPolls()
{
    HealthyServer server;
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
    HealthyServer server;
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

void TestPollingClient::pauseSendsNothing()
{
    HealthyServer server;
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
    HealthyServer server;
    Watch watch(server);
    QCOMPARE(watch.start(), Phase::Live);
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
    HealthyServer server;
    ServerProfile profile = profileFor(server);
    profile.intervalMs = 60'000;
    Watch watch(profile);
    QCOMPARE(watch.start(), Phase::Live);
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

QTEST_GUILESS_MAIN(TestPollingClient)
#include "test_pollingclient.moc"
