// SPDX-License-Identifier: GPL-3.0-or-later
// What users ask of the client: tasks, searches, previews and commands.
#include "tests/client/clientwatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace taskglass;
using namespace taskglass::test;
using namespace Qt::StringLiterals;
using Phase = ConnectionStatus::Phase;
using Fault = ScriptedAnswer::Fault;

class TestPollingClientOrders : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void fetchesAndSearches();
    void previewsAndCancels();
    void readOnlySendsNothing();
    void impossibleCommandSendsNothing();
    void commandIsNotRepeated();
    void commandFollowSurvivesALostAnswer();
    void stopAbandonsACommandHonestly();
};

void TestPollingClientOrders::initTestCase()
{
    failOnAnyWarning();
}

void TestPollingClientOrders::fetchesAndSearches()
{
    HealthyServer server;
    ServerProfile profile = profileFor(server);
    profile.intervalMs = 60'000;
    Watch watch(profile);
    QSignalSpy fetched(&watch.client, &PollingClient::taskFetched);
    QSignalSpy searched(&watch.client, &PollingClient::searchEnded);
    watch.client.fetchTask(u"1"_s);
    QCOMPARE(fetched.size(), 1); // no connection: said at once
    QVERIFY(fetched.constFirst().at(1).value<std::optional<Error>>());
    fetched.clear();
    QCOMPARE(watch.start(), Phase::Live);
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

void TestPollingClientOrders::previewsAndCancels()
{
    ScriptedServer server;
    int polls = 0;
    server.setHandler([&](const SeenRequest &request) {
        return request.path() == "/job/7" ? ScriptedAnswer::json(++polls < 3 ? R"({"done":false})" : R"({"done":true})") : healthy(request);
    });
    ServerProfile profile = profileFor(server);
    profile.intervalMs = 60'000;
    Watch watch(profile);
    QCOMPARE(watch.start(), Phase::Live);
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

void TestPollingClientOrders::readOnlySendsNothing()
{
    HealthyServer server;
    ServerProfile profile = profileFor(server);
    profile.readOnly = true;
    Watch watch(profile);
    QCOMPARE(watch.start(), Phase::Live);
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

void TestPollingClientOrders::impossibleCommandSendsNothing()
{
    HealthyServer server;
    Watch watch(server);
    QSignalSpy reports(&watch.client, &PollingClient::reportChanged);
    watch.client.send(cancelOf({u"1"_s})); // not connected
    QCOMPARE(reports.constLast().constFirst().value<CommandReport>().error.value_or(Error()).kind, Error::Kind::Network);
    QCOMPARE(watch.start(), Phase::Live);
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

void TestPollingClientOrders::commandIsNotRepeated()
{
    ScriptedServer server;
    server.setHandler([](const SeenRequest &request) {
        return request.path() == "/cancel" ? ScriptedAnswer::json("{}").failing(Fault::ResetAtOnce) : healthy(request);
    });
    Watch watch(server);
    QCOMPARE(watch.start(), Phase::Live);
    QSignalSpy reports(&watch.client, &PollingClient::reportChanged);
    watch.client.send(cancelOf({u"1"_s}));
    QTRY_VERIFY(!reports.isEmpty() && reports.constLast().constFirst().value<CommandReport>().phase == CommandReport::Phase::Failed);
    QTRY_VERIFY(server.requestsTo("/list").size() >= 5);
    QCOMPARE(server.requestsTo("/cancel").size(), 1);
    QVERIFY(reports.constLast().constFirst().value<CommandReport>().error->message.contains(u"may or may not"_s));
}

void TestPollingClientOrders::commandFollowSurvivesALostAnswer()
{
    ScriptedServer server;
    int polls = 0;
    server.setHandler([&](const SeenRequest &request) {
        return request.path() == "/job/7" && ++polls == 1 ? ScriptedAnswer::json("{}").failing(Fault::Cut, 1) : healthy(request);
    });
    Watch watch(server);
    QCOMPARE(watch.start(), Phase::Live);
    QSignalSpy reports(&watch.client, &PollingClient::reportChanged);
    watch.client.send(cancelOf({u"1"_s}));
    QTRY_VERIFY(!reports.isEmpty() && reports.constLast().constFirst().value<CommandReport>().phase == CommandReport::Phase::Done);
    QCOMPARE(server.requestsTo("/cancel").size(), 1);
    const QList<SeenRequest> follows = server.requestsTo("/job/7");
    QCOMPARE(follows.size(), 2);
    QVERIFY(follows.at(1).atMs - follows.at(0).atMs >= 900); // with a breath between
}

void TestPollingClientOrders::stopAbandonsACommandHonestly()
{
    ScriptedServer server;
    server.setHandler([](const SeenRequest &request) {
        return request.path() == "/cancel" ? ScriptedAnswer::json("{}").failing(Fault::Hang) : healthy(request);
    });
    Watch watch(server);
    QCOMPARE(watch.start(), Phase::Live);
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

QTEST_GUILESS_MAIN(TestPollingClientOrders)
#include "test_pollingclient_orders.moc"
