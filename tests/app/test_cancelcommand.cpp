// SPDX-License-Identifier: GPL-3.0-or-later
// cancel, servers and the window's stand-in, by running the built program.
#include "tests/app/localserver.h"
#include "tests/app/programrun.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace taskglass;

class TestCancelCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cancelsByIdAndKeepsRecord();
    void cancelsByFilter();
    void dryRunSendsNothing();
    void asksForATerminal();
    void saysWhenATaskHadFinished();
    void readOnlyIsNotAllowed();
    void nothingIsSentWithoutAnAuditFile();
    void anIdThatIsAFilterIsRefused();
    void savesAndTestsServers();
    void savedFilesAreFoundFromAnywhere();
    void drawsThePictureAskedFor();
    void withoutADisplayItWatches();

private:
    std::unique_ptr<LocalServer> m_server;
    std::unique_ptr<ProgramRun> m_program;
    QString m_waiting;
};

void TestCancelCommand::init()
{
    m_server = std::make_unique<LocalServer>(10);
    m_program = std::make_unique<ProgramRun>();
    m_server->hold(true);
    m_waiting = m_server->addDocument(u"books"_s);
    QVERIFY(!m_waiting.isEmpty());
}

void TestCancelCommand::cancelsByIdAndKeepsRecord()
{
    std::thread release([this] { m_server->releaseWhenCancelWaits(); });
    const auto result = m_program->run({u"cancel"_s, m_server->url(), m_waiting, u"--yes"_s, u"--reason"_s, u"wrong import"_s});
    release.join();
    QVERIFY2(result.exitCode == 0, result.err.constData());
    QCOMPARE(result.out, QByteArray(m_waiting.toUtf8() + "  canceled\n"));
    QCOMPARE(m_server->stateOf(m_waiting), u"canceled"_s);
    const QList<QJsonObject> audit = m_program->audit();
    QVERIFY(audit.size() >= 2);
    QCOMPARE(audit.at(0).value("event"_L1).toString(), u"sent"_s);
    QCOMPARE(audit.at(0).value("reason"_L1).toString(), u"wrong import"_s);
    QCOMPARE(audit.at(0).value("ids"_L1).toArray(), QJsonArray {m_waiting});
    QVERIFY(audit.at(0).value("request"_L1).toString().contains(u"/tasks/cancel"_s));
    QCOMPARE(audit.at(1).value("event"_L1).toString(), u"report"_s);
}

void TestCancelCommand::cancelsByFilter()
{
    std::thread release([this] { m_server->releaseWhenCancelWaits(); });
    const auto result = m_program->run({u"cancel"_s, m_server->url(), u"--filter"_s, u"status:enqueued index:books"_s, u"--yes"_s});
    release.join();
    QVERIFY2(result.exitCode == 0, result.err.constData());
    QCOMPARE(m_server->stateOf(m_waiting), u"canceled"_s);
    QVERIFY(result.out.contains("canceled"));
    QCOMPARE(m_program->audit().value(0).value("filter"_L1).toString(), u"status:enqueued index:books"_s);
    QVERIFY(m_program->audit().value(0).value("enqueuedBefore"_L1).isString());
}

void TestCancelCommand::dryRunSendsNothing()
{
    const auto result = m_program->run({u"cancel"_s, m_server->url(), m_waiting, u"--dry-run"_s});
    QVERIFY2(result.exitCode == 0, result.err.constData());
    QVERIFY(result.out.contains("curl"));
    QVERIFY(result.out.contains(m_waiting.toUtf8()));
    QCOMPARE(m_server->stateOf(m_waiting), u"enqueued"_s);
    QCOMPARE(m_program->audit().size(), 0);
}

void TestCancelCommand::asksForATerminal()
{
    const auto result = m_program->run({u"cancel"_s, m_server->url(), m_waiting});
    QCOMPARE(result.exitCode, 2);
    QVERIFY(result.err.contains("--yes"));
    QCOMPARE(m_server->stateOf(m_waiting), u"enqueued"_s);
}

void TestCancelCommand::saysWhenATaskHadFinished()
{
    const auto finished = m_program->run({u"list"_s, m_server->url(), u"status:succeeded"_s, u"--limit"_s, u"1"_s}).lines();
    const QString id = finished.value(0).value("id"_L1).toString();
    QVERIFY(!id.isEmpty());
    const auto result = m_program->run({u"cancel"_s, m_server->url(), id, u"--yes"_s});
    QVERIFY2(result.exitCode == 3, result.err.constData());
}

void TestCancelCommand::readOnlyIsNotAllowed()
{
    const auto result = m_program->run({u"cancel"_s, m_server->url(), m_waiting, u"--yes"_s, u"--read-only"_s});
    QCOMPARE(result.exitCode, 4);
    QVERIFY(result.err.contains("read-only"));
    QCOMPARE(m_server->stateOf(m_waiting), u"enqueued"_s);
    QCOMPARE(m_program->audit().size(), 0);
}

void TestCancelCommand::nothingIsSentWithoutAnAuditFile()
{
    m_program->setVariable(u"XDG_STATE_HOME"_s, u"/proc/nowhere"_s);
    const auto result = m_program->run({u"cancel"_s, m_server->url(), m_waiting, u"--yes"_s});
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.err.contains("audit"), result.err.constData());
    QCOMPARE(m_server->stateOf(m_waiting), u"enqueued"_s);
}

void TestCancelCommand::anIdThatIsAFilterIsRefused()
{
    const auto result = m_program->run({u"cancel"_s, m_server->url(), u"status:enqueued"_s, u"--yes"_s});
    QCOMPARE(result.exitCode, 2);
    QVERIFY(result.err.contains("--filter"));
    QCOMPARE(m_server->stateOf(m_waiting), u"enqueued"_s);
}

void TestCancelCommand::savesAndTestsServers()
{
    QCOMPARE(m_program->run({u"servers"_s, u"add"_s, u"local"_s, m_server->url(), u"--environment"_s, u"production"_s}).exitCode, 0);
    QCOMPARE(m_program->run({u"servers"_s, u"add"_s, u"Local"_s, m_server->url()}).exitCode, 2);
    const auto listed = m_program->run({u"servers"_s});
    QVERIFY2(listed.out.contains("local") && listed.out.contains("read-only"), listed.out.constData());
    const auto tested = m_program->run({u"servers"_s, u"test"_s, u"local"_s});
    QVERIFY2(tested.exitCode == 0, tested.err.constData());
    QVERIFY2(tested.out.contains("Meilisearch"), tested.out.constData());
    QCOMPARE(m_program->run({u"list"_s, u"--limit"_s, u"2"_s}).lines().size(), 2); // the only saved server is meant
    QCOMPARE(m_program->run({u"cancel"_s, u"local"_s, m_waiting, u"--yes"_s}).exitCode, 4); // production is saved read-only
    QCOMPARE(m_program->run({u"servers"_s, u"remove"_s, u"local"_s}).exitCode, 0);
    QCOMPARE(m_program->run({u"list"_s}).exitCode, 2);
}

void TestCancelCommand::savedFilesAreFoundFromAnywhere()
{
    const auto result = m_program->shell(u"cd \"$HOME\"; \"$T\" servers add tls https://search.example --ca ca.pem --client-cert me.pem --client-key me.key"
                                         " --proxy socks5://proxy:1080 --timeout-ms 2000 --config \"$HOME/c\" && cat c/settings.json"_s);
    QVERIFY2(result.exitCode == 0, result.err.constData());
    const QJsonObject saved = QJsonDocument::fromJson(result.out).object().value("servers"_L1).toArray().first().toObject();
    QCOMPARE(saved.value("caFile"_L1).toString(), m_program->path(u"ca.pem"_s));
    QCOMPARE(saved.value("clientCertFile"_L1).toString(), m_program->path(u"me.pem"_s));
    QCOMPARE(saved.value("clientKeyFile"_L1).toString(), m_program->path(u"me.key"_s));
    QCOMPARE(saved.value("proxy"_L1).toString(), u"socks5://proxy:1080"_s);
    QCOMPARE(saved.value("timeoutMs"_L1).toInt(), 2000);
}

void TestCancelCommand::drawsThePictureAskedFor()
{
    const QString picture = m_program->path(u"window.png"_s);
    const auto result = m_program->run({m_server->url(), u"--screenshot"_s, picture, u"--size"_s, u"1280x800"_s, u"--after"_s, u"300"_s,
                                        u"--theme"_s, u"dark"_s, u"--timing"_s});
    QVERIFY2(result.exitCode == 0, result.err.constData());
    const QImage image(picture);
    QCOMPARE(image.size(), QSize(1280, 800));
    const QImage mean = image.scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation); // no single pixel: it may be of a letter
    QVERIFY(qGray(mean.pixel(0, 0)) < 128);
    QVERIFY2(result.err.contains("\"firstPaintMs\": "), result.err.constData());
}

void TestCancelCommand::withoutADisplayItWatches()
{
    m_program->unsetVariable(u"QT_QPA_PLATFORM"_s);
    const auto result = m_program->shell(u"cd \"$HOME\"; \"$T\" %1 > out 2> err & pid=$!; for i in $(seq 200); do [ -s out ] && break; sleep 0.05; done; "
                                         "kill -INT $pid; wait $pid; code=$?; cat out; cat err >&2; exit $code"_s.arg(m_server->url()));
    QCOMPARE(result.exitCode, 130);
    QVERIFY2(result.err.contains("no display"), result.err.constData());
    QVERIFY(result.out.contains("\"event\": \"added\""));
}

QTEST_GUILESS_MAIN(TestCancelCommand)
#include "test_cancelcommand.moc"
