// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/probe.h"
#include "tests/client/fakemeilisearch.h"
#include "tests/support/scriptedserver.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace taskglass;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kMissingFilters = "missing_task_filters";

/// Meilisearch with some tasks, whose key has the rights that the row says; commands without a filter are refused as it
/// does, any other command is a failure of the test.
class Server
{
public:
    Server(Version version, bool mayRead, bool mayCancel, bool mayDelete) : m_fake({version, true})
    {
        for (int i = 0; i < 25; ++i)
            m_fake.add("books");
        http.setHandler([=, this](const SeenRequest &request) {
            if (request.method != "GET") {
                commands.append(request.method + ' ' + request.target);
                const bool may = request.method == "DELETE" ? mayDelete : mayCancel;
                return may ? ScriptedAnswer::error(400, kMissingFilters, "Query parameters to filter the tasks are missing.")
                           : ScriptedAnswer::error(403, "invalid_api_key", "The provided API key is invalid.");
            }
            if (!mayRead && request.path() != "/health")
                return ScriptedAnswer::error(403, "invalid_api_key", "The provided API key is invalid.");
            HttpRequest asked;
            asked.target = request.target;
            const HttpAnswer answer = m_fake.answer(asked);
            return ScriptedAnswer::json(answer.body, answer.status);
        });
    }
    ScriptedServer http;
    QList<QByteArray> commands;

private:
    test::FakeMeilisearch m_fake;
};

ProbeReport probe(const ServerProfile &profile)
{
    SystemClock clock;
    Probe probe(profile, {u"key"_s, {}, {}, {}}, clock);
    QSignalSpy ends(&probe, &Probe::finished);
    probe.start();
    if (!ends.wait(15'000))
        return {};
    return ends.constFirst().constFirst().value<ProbeReport>();
}

ServerProfile profileFor(const ScriptedServer &server)
{
    ServerProfile profile;
    profile.url = server.url();
    profile.timeoutMs = 3000;
    return profile;
}

} // namespace

class TestProbe : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void rights_data();
    void rights();
    void keyMayNotRead();
    void readOnlyTriesNothing();
    void oldVersionsAreNotAskedToCancel();
    void nobodyThere();
    void untrustedCertificate();
    void notMeilisearch();
};

void TestProbe::rights_data()
{
    QTest::addColumn<bool>("mayCancel");
    QTest::addColumn<bool>("mayDelete");
    QTest::newRow("all") << true << true;
    QTest::newRow("cancel only") << true << false;
    QTest::newRow("read only") << false << false;
}

void TestProbe::rights()
{
    QFETCH(bool, mayCancel);
    QFETCH(bool, mayDelete);
    Server server({1, 50, 0}, true, mayCancel, mayDelete);
    const ProbeReport report = probe(profileFor(server.http));
    QVERIFY2(!report.error, qPrintable(report.error ? report.error->message : QString()));
    QCOMPARE(report.kind, ServerKind::Meilisearch);
    QCOMPARE(report.version, u"1.50.0"_s);
    QCOMPARE(report.tasks, 25);
    QVERIFY(!report.atLeast);
    QVERIFY(report.read);
    QCOMPARE(report.cancel.allowed, mayCancel);
    QCOMPARE(report.deleteTasks.allowed, mayDelete);
    QCOMPARE(report.cancel.reason.contains(u"tasks.cancel"_s), !mayCancel);
    QCOMPARE(report.deleteTasks.reason.contains(u"tasks.delete"_s), !mayDelete);
    // Exactly these, without a single parameter: with an empty one Meilisearch makes a task.
    QCOMPARE(server.commands, (QList<QByteArray> {"POST /tasks/cancel", "DELETE /tasks"}));
    const QString said = report.sentences().join(u' ');
    QVERIFY2(said.contains(u"Meilisearch 1.50.0 answers"_s) && said.contains(u"25 task"_s), qPrintable(said));
}

void TestProbe::keyMayNotRead()
{
    Server server({1, 50, 0}, false, true, true);
    const ProbeReport report = probe(profileFor(server.http));
    QVERIFY(report.error);
    QCOMPARE(report.error->kind, Error::Kind::Auth);
    QVERIFY(!report.read);
    QVERIFY(server.commands.isEmpty());
}

void TestProbe::readOnlyTriesNothing()
{
    Server server({1, 50, 0}, true, true, true);
    ServerProfile profile = profileFor(server.http);
    profile.readOnly = true;
    const ProbeReport report = probe(profile);
    QVERIFY(!report.error);
    QVERIFY(report.read);
    QVERIFY(!report.cancel && !report.deleteTasks);
    QVERIFY(report.cancel.reason.contains(u"read-only"_s));
    QVERIFY(server.commands.isEmpty());
}

void TestProbe::oldVersionsAreNotAskedToCancel()
{
    Server server({0, 28, 0}, true, true, true);
    const ProbeReport report = probe(profileFor(server.http));
    QVERIFY2(!report.error, qPrintable(report.error ? report.error->message : QString()));
    QVERIFY(!report.cancel);
    QVERIFY(!report.cancel.reason.isEmpty());
    QVERIFY(server.commands.isEmpty());
}

void TestProbe::nobodyThere()
{
    ScriptedServer server;
    server.stop();
    const ProbeReport report = probe(profileFor(server));
    QVERIFY(report.error);
    QCOMPARE(report.error->kind, Error::Kind::Network);
    QCOMPARE(report.sentences(), QList<QString> {report.error->message});
}

void TestProbe::untrustedCertificate()
{
    ScriptedServer server(ScriptedServer::Security::SelfSigned);
    const ProbeReport report = probe(profileFor(server));
    QVERIFY(report.error);
    QCOMPARE(report.error->kind, Error::Kind::Tls);
    QCOMPARE(report.error->fingerprint, server.fingerprint());
}

void TestProbe::notMeilisearch()
{
    ScriptedServer server;
    server.setAnswer(ScriptedAnswer::html());
    const ProbeReport report = probe(profileFor(server));
    QVERIFY(report.error);
    QVERIFY(!report.error->message.isEmpty());
    for (const SeenRequest &request : server.requests())
        QCOMPARE(request.method, QByteArray("GET"));
}

QTEST_GUILESS_MAIN(TestProbe)
#include "test_probe.moc"
