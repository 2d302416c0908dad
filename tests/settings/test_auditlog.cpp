// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/auditlog.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace taskglass;

namespace {

class FixedClock final : public Clock
{
public:
    EpochNs now() const override { return *parseRfc3339("2026-11-22T12:30:28.684123456Z"); }
};

ServerProfile server()
{
    ServerProfile profile;
    profile.name = u"prod-eu"_s;
    profile.url = QUrl(u"https://admin:hunter2@search.example"_s);
    profile.environment = Environment::Production;
    return profile;
}

Command someCommand()
{
    Command command;
    command.id = u"c-1"_s;
    command.ids = {u"12"_s, u"13"_s};
    command.previewed = 2;
    command.reason = u"runaway import,\n\"ticket\" 812"_s;
    return command;
}

QList<QJsonObject> linesOf(const QString &path)
{
    QFile file(path);
    QList<QJsonObject> lines;
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    while (!file.atEnd())
        lines.append(QJsonDocument::fromJson(file.readLine()).object());
    return lines;
}

} // namespace

class TestAuditLog : public QObject
{
    Q_OBJECT

private slots:
    void writesWhatWasSentAndAnswered();
    void onlyTheOwnerMayRead();
    void appendsToWhatIsThere();
    void keepsATornLineApart();
    void refusesWhenTheDiskIsFull();
    void refusesWhenThePathCannotBeWritten();

private:
    FixedClock m_clock;
};

void TestAuditLog::writesWhatWasSentAndAnswered()
{
    QTemporaryDir folder;
    AuditLog log(folder.filePath(u"state/audit.jsonl"_s), m_clock);
    QVERIFY(!log.appendSent(server(), someCommand(), u"curl -X POST 'https://search.example/tasks/cancel?uids=12,13'"_s));
    CommandReport report;
    report.command = someCommand();
    report.phase = CommandReport::Phase::Done;
    report.serverTasks = {u"99"_s};
    report.matched = 2;
    report.affected = 1;
    report.outcomes = {{u"12"_s, CommandOutcome::Kind::Canceled, {}}, {u"13"_s, CommandOutcome::Kind::Refused, u"It is too late."_s}};
    QVERIFY(!log.appendReport(server(), report));

    const QList<QJsonObject> lines = linesOf(log.path());
    QCOMPARE(lines.size(), 2);
    const QJsonObject sent = lines.at(0);
    QCOMPARE(sent.value("event"_L1).toString(), u"sent"_s);
    QCOMPARE(sent.value("time"_L1).toString(), u"2026-11-22T12:30:28.684123456Z"_s);
    QVERIFY(!sent.value("user"_L1).toString().isEmpty());
    QCOMPARE(sent.value("server"_L1).toString(), u"prod-eu"_s);
    QCOMPARE(sent.value("url"_L1).toString(), u"https://search.example"_s);
    QCOMPARE(sent.value("environment"_L1).toString(), u"production"_s);
    QCOMPARE(sent.value("kind"_L1).toString(), u"cancel"_s);
    QCOMPARE(sent.value("ids"_L1).toArray(), QJsonArray({u"12"_s, u"13"_s}));
    QVERIFY(sent.value("filter"_L1).isNull());
    QCOMPARE(sent.value("previewed"_L1).toInteger(), 2);
    QCOMPARE(sent.value("reason"_L1).toString(), someCommand().reason);
    QVERIFY(sent.value("request"_L1).toString().startsWith(u"curl"_s));
    const QJsonObject answered = lines.at(1);
    QCOMPARE(answered.value("event"_L1).toString(), u"report"_s);
    QCOMPARE(answered.value("command"_L1), sent.value("command"_L1));
    QCOMPARE(answered.value("phase"_L1).toString(), u"done"_s);
    QCOMPARE(answered.value("affected"_L1).toInteger(), 1);
    const QJsonObject outcomes = answered.value("outcomes"_L1).toObject();
    QCOMPARE(outcomes.value("counts"_L1).toObject().value("canceled"_L1).toInteger(), 1);
    QCOMPARE(outcomes.value("refused"_L1).toArray().at(0).toObject().value("reason"_L1).toString(), u"It is too late."_s);
}

void TestAuditLog::onlyTheOwnerMayRead()
{
    QTemporaryDir folder;
    AuditLog log(folder.filePath(u"state/audit.jsonl"_s), m_clock);
    QVERIFY(!log.appendSent(server(), someCommand(), {}));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFile::permissions(log.path()) & others, QFile::Permissions());
    QCOMPARE(QFile::permissions(QFileInfo(log.path()).path()) & others, QFile::Permissions());
}

void TestAuditLog::appendsToWhatIsThere()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"audit.jsonl"_s);
    for (int i = 0; i < 3; ++i)
        QVERIFY(!AuditLog(path, m_clock).appendSent(server(), someCommand(), {}));
    QCOMPARE(linesOf(path).size(), 3);
}

void TestAuditLog::keepsATornLineApart()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"audit.jsonl"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"event\":\"se");
    file.close();
    QVERIFY(!AuditLog(path, m_clock).appendSent(server(), someCommand(), {}));
    const QList<QJsonObject> lines = linesOf(path);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.at(0).isEmpty());
    QCOMPARE(lines.at(1).value("event"_L1).toString(), u"sent"_s);
}

void TestAuditLog::refusesWhenTheDiskIsFull()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("This system has no /dev/full.");
    const auto error = AuditLog(u"/dev/full"_s, m_clock).appendSent(server(), someCommand(), {});
    QVERIFY(error.has_value());
    QCOMPARE(error->kind, Error::Kind::Local);
    QVERIFY2(error->message.contains(u"/dev/full"_s), qPrintable(error->message));
    QVERIFY2(error->message.contains(u"space"_s), qPrintable(error->message));
}

void TestAuditLog::refusesWhenThePathCannotBeWritten()
{
    QTemporaryDir folder;
    QFile blocker(folder.filePath(u"file"_s));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    for (const QString &path : {folder.filePath(u"file/audit.jsonl"_s), folder.path(), u"/proc/taskglass/audit.jsonl"_s}) {
        const auto error = AuditLog(path, m_clock).appendSent(server(), someCommand(), {});
        QVERIFY2(error.has_value(), qPrintable(path));
        QVERIFY(error->message.contains(path));
    }
}

QTEST_GUILESS_MAIN(TestAuditLog)
#include "test_auditlog.moc"
