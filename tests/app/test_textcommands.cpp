// SPDX-License-Identifier: GPL-3.0-or-later
// list, show and watch by running the built program against a local queue.
#include "tests/app/localserver.h"
#include "tests/app/programrun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QThread>

#include <thread>

using namespace Qt::StringLiterals;
using namespace taskglass;

class TestTextCommands : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void listsEveryTaskAsNdJson();
    void listsInEachFormat();
    void listSaysWhatItLeftOff();
    void listFilters();
    void listSorts();
    void rawIsTheServersBytes();
    void showsTheErrorFirst();
    void showSaysWhatIsMissing();
    void watchEndsWhenIdle();
    void watchSeesArrivals();
    void watchTellsFailureByExitStatus();
    void ctrlCEndsAWatch();
    void aClosedPipeEndsQuietly();
    void wrongUsage_data();
    void wrongUsage();
    void saysWhenNobodyAnswers();
    void aWrongKeyIsNotAllowed();

private:
    [[nodiscard]] QString firstFailed() const;
    std::unique_ptr<LocalServer> m_server;
    ProgramRun m_program;
};

void TestTextCommands::initTestCase()
{
    m_server = std::make_unique<LocalServer>(300);
    QVERIFY(!m_server->url().isEmpty());
}

QString TestTextCommands::firstFailed() const
{
    const auto failed = m_program.run({u"list"_s, m_server->url(), u"status:failed"_s, u"--limit"_s, u"1"_s}).lines();
    return failed.value(0).value("id"_L1).toString();
}

void TestTextCommands::listsEveryTaskAsNdJson()
{
    const ProgramResult result = m_program.run({u"list"_s, m_server->url(), u"--all"_s});
    QVERIFY2(result.exitCode == 0, result.err.constData());
    const QList<QJsonObject> tasks = result.lines();
    QCOMPARE(tasks.size(), 300);
    qint64 before = std::numeric_limits<qint64>::max();
    for (const QJsonObject &task : tasks) {
        QCOMPARE(task.value("kind"_L1).toString(), u"meilisearch"_s);
        QVERIFY(task.value("id"_L1).isString());
        const qint64 id = task.value("id"_L1).toString().toLongLong();
        QVERIFY(id < before); // newest first
        before = id;
    }
    QVERIFY(result.out.startsWith("{\"server\": "));
}

void TestTextCommands::listsInEachFormat()
{
    const auto list = [this](const QString &format) {
        return m_program.run({u"list"_s, m_server->url(), u"--limit"_s, u"7"_s, u"--format"_s, format}).out;
    };
    QCOMPARE(QJsonDocument::fromJson(list(u"json"_s)).array().size(), 7);
    QCOMPARE(list(u"ndjson"_s).count('\n'), 7);
    QCOMPARE(list(u"csv"_s).count("\r\n"), 8);
    QCOMPARE(list(u"table"_s).count('\n'), 8);
    const QByteArray markdown = list(u"markdown"_s);
    QCOMPARE(markdown.count('\n'), 9);
    QVERIFY(markdown.startsWith("| "));
    QVERIFY(m_program.run({u"list"_s, m_server->url(), u"--limit"_s, u"3"_s, u"--format"_s, u"csv"_s, u"--columns"_s, u"id,type"_s}).out.startsWith("id,type\r\n"));
}

void TestTextCommands::listSaysWhatItLeftOff()
{
    const ProgramResult result = m_program.run({u"list"_s, m_server->url(), u"--limit"_s, u"5"_s});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.lines().size(), 5);
    QVERIFY2(result.err.contains("295"), result.err.constData());
    QVERIFY(m_program.run({u"list"_s, m_server->url(), u"--all"_s}).err.isEmpty());
}

void TestTextCommands::listFilters()
{
    const auto failed = m_program.run({u"list"_s, m_server->url(), u"status:failed"_s});
    QVERIFY2(!failed.lines().isEmpty(), failed.err.constData());
    for (const QJsonObject &task : failed.lines()) {
        QCOMPARE(task.value("state"_L1).toString(), u"failed"_s);
        QVERIFY(!task.value("error"_L1).toObject().value("message"_L1).toString().isEmpty());
    }
    const auto others = m_program.run({u"list"_s, m_server->url(), u"--all"_s, u"-status:failed"_s});
    QCOMPARE(others.lines().size() + failed.lines().size(), 300);
    const auto none = m_program.run({u"list"_s, m_server->url(), u"index:there_is_no_such_index"_s});
    QCOMPARE(none.exitCode, 0);
    QCOMPARE(none.out, QByteArray());
}

void TestTextCommands::listSorts()
{
    const auto tasks = m_program.run({u"list"_s, m_server->url(), u"--all"_s, u"--sort"_s, u"-ran"_s, u"--limit"_s, u"20"_s}).lines();
    QCOMPARE(tasks.size(), 20);
    for (qsizetype i = 1; i < tasks.size(); ++i)
        QVERIFY(tasks.at(i - 1).value("ranNs"_L1).toInteger() >= tasks.at(i).value("ranNs"_L1).toInteger());
}

void TestTextCommands::rawIsTheServersBytes()
{
    const QByteArray out = m_program.run({u"list"_s, m_server->url(), u"--limit"_s, u"1"_s, u"--raw"_s}).out;
    const qsizetype raw = out.indexOf("\"raw\": {");
    QVERIFY2(raw > 0, out.constData());
    QVERIFY(out.mid(raw).contains("\"uid\":")); // as the server wrote it: no blank behind the colon
}

void TestTextCommands::showsTheErrorFirst()
{
    const QString id = firstFailed();
    QVERIFY(!id.isEmpty());
    const auto json = m_program.run({u"show"_s, m_server->url(), id});
    QCOMPARE(json.lines().value(0).value("id"_L1).toString(), id);
    const QString message = json.lines().value(0).value("error"_L1).toObject().value("message"_L1).toString();
    const auto text = m_program.run({u"show"_s, m_server->url(), id, u"--format"_s, u"table"_s});
    QCOMPARE(text.exitCode, 0);
    const QString shown = QString::fromUtf8(text.out);
    QVERIFY(shown.startsWith(u"Task %1 on "_s.arg(id)));
    QVERIFY(shown.indexOf(message) > 0 && shown.indexOf(message) < shown.indexOf(u"Timeline"_s));
}

void TestTextCommands::showSaysWhatIsMissing()
{
    const auto result = m_program.run({u"show"_s, m_server->url(), u"999999"_s});
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.err.contains("999999"), result.err.constData());
}

void TestTextCommands::watchEndsWhenIdle()
{
    const QString id = firstFailed();
    const auto result = m_program.run({u"watch"_s, m_server->url(), u"id:"_s + id, u"--until-idle"_s, u"--timeout"_s, u"30"_s});
    QVERIFY2(result.exitCode == 0, result.err.constData());
    QCOMPARE(result.lines().size(), 1);
    QVERIFY(result.out.startsWith("{\"event\": \"added\", \"server\""));
}

void TestTextCommands::watchSeesArrivals()
{
    LocalServer server(5);
    server.hold(true);
    const QString waiting = server.addDocument(u"books"_s);
    QVERIFY(!waiting.isEmpty());
    // The work goes on only after the program has had time to see it wait.
    const QString script = u"\"$T\" watch %1 index:books id:%2 --until-idle --timeout 40 --interval 0.2"_s.arg(server.url(), waiting);
    std::thread release([&server] {
        QThread::msleep(1500);
        server.hold(false);
    });
    const auto result = m_program.shell(script);
    release.join();
    QVERIFY2(result.exitCode == 0, result.err.constData());
    const auto events = result.lines();
    QVERIFY2(events.size() >= 2, result.out.constData());
    QCOMPARE(events.first().value("state"_L1).toString(), u"queued"_s);
    QCOMPARE(events.last().value("event"_L1).toString(), u"changed"_s);
    QCOMPARE(events.last().value("state"_L1).toString(), u"succeeded"_s);
}

void TestTextCommands::watchTellsFailureByExitStatus()
{
    const QStringList watch {u"watch"_s, m_server->url(), u"id:"_s + firstFailed(), u"--until-idle"_s, u"--timeout"_s, u"30"_s};
    QCOMPARE(m_program.run(watch).exitCode, 0);
    QCOMPARE(m_program.run(watch + QStringList(u"--exit-status"_s)).exitCode, 3);
}

void TestTextCommands::ctrlCEndsAWatch()
{
    const auto result = m_program.shell(u"\"$T\" watch %1 --limit 3 > out & pid=$!; for i in $(seq 200); do [ -s out ] && break; sleep 0.05; done; "
                                        "kill -INT $pid; wait $pid; code=$?; wc -l < out; exit $code"_s.arg(m_server->url()));
    QCOMPARE(result.exitCode, 130);
    QVERIFY2(result.out.trimmed().toInt() >= 3, result.out.constData());
}

void TestTextCommands::aClosedPipeEndsQuietly()
{
    const auto result = m_program.shell(u"set -o pipefail; \"$T\" list %1 --all --raw | head -n 1 | wc -l"_s.arg(m_server->url()));
    QCOMPARE(result.out.trimmed(), "1"_ba);
    QCOMPARE(result.err, QByteArray());
    QCOMPARE(result.exitCode, 0);
}

void TestTextCommands::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("option") << QStringList {u"list"_s, u"URL"_s, u"--frobnicate"_s} << "--frobnicate"_ba;
    QTest::newRow("filter") << QStringList {u"list"_s, u"URL"_s, u"(status:failed"_s} << "^"_ba;
    QTest::newRow("column") << QStringList {u"list"_s, u"URL"_s, u"--format"_s, u"csv"_s, u"--columns"_s, u"colour"_s} << "colour"_ba;
    QTest::newRow("sort") << QStringList {u"list"_s, u"URL"_s, u"--sort"_s, u"colour"_s} << "colour"_ba;
    QTest::newRow("columns of JSON") << QStringList {u"list"_s, u"URL"_s, u"--columns"_s, u"id"_s} << "--columns"_ba;
    QTest::newRow("no server") << QStringList {u"list"_s} << "servers add"_ba;
    QTest::newRow("no scheme") << QStringList {u"list"_s, u"localhost:7700"_s} << "http://localhost:7700"_ba;
    QTest::newRow("no ids") << QStringList {u"show"_s, u"URL"_s} << "ids"_ba;
}

void TestTextCommands::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    arguments.replaceInStrings(u"URL"_s, m_server->url());
    const auto result = m_program.run(arguments);
    QCOMPARE(result.exitCode, 2);
    QCOMPARE(result.out, QByteArray());
    QVERIFY2(result.err.contains(says), result.err.constData());
}

void TestTextCommands::saysWhenNobodyAnswers()
{
    const auto result = m_program.run({u"list"_s, u"http://127.0.0.1:1"_s});
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.err.startsWith("taskglass: "), result.err.constData());
}

void TestTextCommands::aWrongKeyIsNotAllowed()
{
    const LocalServer locked(5, "the right key"_ba);
    ProgramRun program;
    QCOMPARE(program.run({u"list"_s, locked.url()}).exitCode, 4);
    program.setVariable(u"TASKGLASS_KEY"_s, u"the right key"_s);
    const auto allowed = program.run({u"list"_s, locked.url()});
    QVERIFY2(allowed.exitCode == 0, allowed.err.constData());
    const auto wrong = program.run({u"list"_s, locked.url(), u"--key-stdin"_s, u"--verbose"_s}, "a wrong key\n"_ba);
    QCOMPARE(wrong.exitCode, 4);
    QVERIFY(!wrong.err.contains("a wrong key"));
}

QTEST_GUILESS_MAIN(TestTextCommands)
#include "test_textcommands.moc"
