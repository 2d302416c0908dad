// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/canceltext.h"
#include "app/terminal/showtext.h"

#include "tests/terminal/sampletask.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace taskglass;

class TestShowText : public QObject
{
    Q_OBJECT

private slots:
    void theErrorComesFirst();
    void namesEachGap_data();
    void namesEachGap();
    void detailsAreVerbatim();
    void nothingCommandsTheTerminal();
    void previewSaysWhatWouldBeHit();
    void reportHasALineATask();
    void tookForEveryTask_data();
    void tookForEveryTask();
};

void TestShowText::theErrorComesFirst()
{
    const QString text = showText(sampleTask(), u"prod-eu"_s, kNoTime, true);
    QVERIFY(text.startsWith(u"Task 90538 on prod-eu failed.\n\nThe `_vectors` field"_s));
    const qsizetype code = text.indexOf(u"invalid_vectors_type"_s);
    const qsizetype type = text.indexOf(u"documentAdditionOrUpdate"_s);
    const qsizetype times = text.indexOf(u"2026-11-22T12:30:28.684123456Z"_s);
    const qsizetype details = text.indexOf(u"receivedDocuments"_s);
    QVERIFY(code > 0 && code < type && type < times && times < details);
}

void TestShowText::namesEachGap_data()
{
    QTest::addColumn<Task>("task");
    QTest::addColumn<QStringList>("says");
    const EpochNs enqueued = *sampleTask().enqueuedAt;
    QTest::newRow("ended") << sampleTask() << QStringList {u"waited 0:12"_s, u"ran 3:04"_s};
    Task running = sampleTask();
    running.state = TaskState::Running;
    running.finishedAt.reset();
    running.ran.reset();
    QTest::newRow("running") << running << QStringList {u"waited 0:12"_s, u"has been running for 0:48"_s};
    Task waiting = bareTask();
    waiting.enqueuedAt = enqueued;
    QTest::newRow("waiting") << waiting << QStringList {u"has been waiting for 1:00"_s};
    Task canceledEarly = waiting;
    canceledEarly.state = TaskState::Canceled;
    canceledEarly.finishedAt = enqueued + 5 * 60 * kNsPerSecond;
    QTest::newRow("never started") << canceledEarly << QStringList {u"waited 5:00 and never started"_s};
    Task backwards = sampleTask();
    backwards.startedAt = enqueued - 1;
    QTest::newRow("clock stepped back") << backwards << QStringList {u"the server's clock stepped back"_s};
    Task rewritten = sampleTask();
    rewritten.seenStartedAt = enqueued + kNsPerSecond;
    QTest::newRow("start rewritten by a cancel") << rewritten << QStringList {u"2026-11-22T12:30:29.684123456Z"_s};
}

void TestShowText::namesEachGap()
{
    QFETCH(Task, task);
    QFETCH(QStringList, says);
    const QString text = timelineText(task, *sampleTask().enqueuedAt + 60 * kNsPerSecond);
    for (const QString &sentence : says)
        QVERIFY2(text.contains(sentence), qPrintable(text));
}

void TestShowText::detailsAreVerbatim()
{
    Task task = sampleTask();
    task.details = "{ \"n\" : 1.10,\n\t\"big\": 12345678901234567890 }"_ba;
    QVERIFY(showText(task, u"x"_s, kNoTime, false).contains(QString::fromUtf8(task.details)));
    QVERIFY(showText(task, u"x"_s, kNoTime, true).contains(QString::fromUtf8(task.details)));
}

void TestShowText::nothingCommandsTheTerminal()
{
    Task task = sampleTask();
    const QString evil = u"\x1b[2J\x07\u009b2J\u202e"_s;
    task.id += evil;
    task.type = task.target = task.batch = task.node = task.serverState = evil;
    task.error = TaskError {evil, evil, evil, evil};
    task.labels = {{evil, evil}};
    task.details = "{\"a\":\"\xc2\x9b\"}"_ba;
    const QString text = showText(task, evil, kNoTime, true);
    QVERIFY(!text.contains(u'\x1b') && !text.contains(u'\x07') && !text.contains(QChar(0x9b)) && !text.contains(QChar(0x202e)));
}

void TestShowText::previewSaysWhatWouldBeHit()
{
    CommandPreview preview;
    preview.count = 37;
    preview.command.filter = TaskFilter::parse(u"status:enqueued index:books"_s).filter;
    preview.command.enqueuedBefore = 1;
    preview.byState = {{TaskState::Queued, 36}, {TaskState::Running, 1}};
    preview.byType = {{u"documentAdditionOrUpdate"_s, 30}, {u"settingsUpdate"_s, 7}};
    preview.oldest = u"90102"_s;
    preview.newest = u"90538"_s;
    preview.tasks = QList<Task>(37, bareTask());
    preview.means = u"Work already written stays."_s;
    ServerProfile server;
    server.name = u"prod-eu"_s;
    server.environment = Environment::Production;
    const QString text = previewText(preview, server, 5);
    for (const QString &part : {u"37"_s, u"prod-eu (production)"_s, u"status:enqueued index:books"_s, u"Queued 36, Running 1"_s, u"settingsUpdate 7"_s,
                                u"90102"_s, u"90538"_s, u"Work already written stays."_s, u"not touched"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u" in "_s + text));
    QVERIFY(text.contains(u"32"_s)); // the tasks that are not listed
}

void TestShowText::reportHasALineATask()
{
    CommandReport report;
    report.outcomes = {{u"1"_s, CommandOutcome::Kind::Canceled, {}},
                       {u"22"_s, CommandOutcome::Kind::AlreadyFinished, {}},
                       {u"3"_s, CommandOutcome::Kind::Refused, u"No\x1b right."_s},
                       {u"4"_s, CommandOutcome::Kind::NotConfirmed, {}}};
    QCOMPARE(reportText(report), u"1   canceled\n22  already finished\n3   refused: No␛ right.\n4   not confirmed\n"_s);
}

void TestShowText::tookForEveryTask_data()
{
    QTest::addColumn<int>("phase");
    QTest::addColumn<int>("lastOutcome");
    QTest::addColumn<int>("affected");
    QTest::addColumn<bool>("took");
    const int done = int(CommandReport::Phase::Done);
    const int canceled = int(CommandOutcome::Kind::Canceled);
    QTest::newRow("every one") << done << canceled << 2 << true;
    QTest::newRow("one had finished") << done << int(CommandOutcome::Kind::AlreadyFinished) << 1 << false;
    QTest::newRow("the server counted fewer") << done << canceled << 1 << false;
    QTest::newRow("not yet") << int(CommandReport::Phase::Accepted) << canceled << 2 << false;
    QTest::newRow("failed") << int(CommandReport::Phase::Failed) << canceled << 2 << false;
}

void TestShowText::tookForEveryTask()
{
    QFETCH(int, phase);
    QFETCH(int, lastOutcome);
    QFETCH(int, affected);
    CommandReport report;
    report.phase = CommandReport::Phase(phase);
    report.command.previewed = 2;
    report.affected = affected;
    report.outcomes = {{u"1"_s, CommandOutcome::Kind::Canceled, {}}, {u"2"_s, CommandOutcome::Kind(lastOutcome), {}}};
    QTEST(taskglass::tookForEveryTask(report), "took");
}

QTEST_APPLESS_MAIN(TestShowText)
#include "test_showtext.moc"
