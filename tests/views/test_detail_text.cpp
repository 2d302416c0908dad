// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/taskfixture.h"
#include "models/table/failurepattern.h"
#include "views/detail/copytext.h"
#include "views/detail/errortab.h"
#include "views/detail/links.h"
#include "views/detail/relations.h"
#include "views/detail/taskfacts.h"
#include "views/detail/timelineparts.h"

#include <QTest>

#include <numeric>

using namespace taskglass;
using namespace taskglass::test;
using namespace Qt::StringLiterals;

class TestDetailText : public QObject
{
    Q_OBJECT

private slots:
    void linksAreSafe_data();
    void linksAreSafe();
    void curlHasNoSecretAndCannotBreakOut();
    void lineHasOneCellAColumn();
    void reportKeepsSecretsOutAndTextIn();
    void factsCountRunningTimes();
    void factsTellWhatTheServerTookBack();
    void timelineOfAFinishedTask();
    void timelineOfACanceledTask();
    void timelineWidthsFillTheBar_data();
    void timelineWidthsFillTheBar();
    void timelineNeverOverlaps_data();
    void timelineNeverOverlaps();
    void patternsIgnoreNamesAndNumbers();
    void relationsNameTheNeighbours();
    void failuresAlikeAreCounted();
    void firstIsByTheMomentsThatAreKnown();
    void causesAreUnfolded();

private:
    FakeClock m_clock;
};

void TestDetailText::linksAreSafe_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<bool>("safe");
    QTest::newRow("https") << u"https://docs.meilisearch.com/errors#index_already_exists"_s << true;
    QTest::newRow("http") << u"http://docs.example/x"_s << true;
    QTest::newRow("upper case") << u"HTTPS://docs.example/x"_s << true;
    QTest::newRow("javascript") << u"javascript:alert(1)"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("data") << u"data:text/html,x"_s << false;
    QTest::newRow("relative") << u"/errors"_s << false;
    QTest::newRow("no host") << u"https:///x"_s << false;
    QTest::newRow("user name that looks like a host") << u"https://docs.meilisearch.com@evil.example/"_s << false;
    QTest::newRow("empty") << u""_s << false;
    QTest::newRow("custom scheme") << u"taskglass://x"_s << false;
}

void TestDetailText::linksAreSafe()
{
    QFETCH(QString, link);
    QFETCH(bool, safe);
    QCOMPARE(safeLink(link).has_value(), safe);
}

void TestDetailText::curlHasNoSecretAndCannotBreakOut()
{
    Task task;
    task.id = u"no'de: $(rm -rf ~)/77"_s;
    ServerProfile server;
    server.url = QUrl(u"https://user:secret@search.example:7700/pre'fix/?key=hush"_s);
    const QString meili = taskAsCurl(task, server, ServerKind::Meilisearch);
    QVERIFY(!meili.contains(u"secret"_s) && !meili.contains(u"hush"_s));
    QVERIFY(meili.startsWith(u"curl -sS -H \"Authorization: Bearer $MEILI_MASTER_KEY\" 'https://search.example:7700/pre"_s));
    QVERIFY(!meili.contains(u"$(rm"_s));
    QVERIFY(taskAsCurl(task, server, ServerKind::OpenSearch).contains(u"/_tasks/"_s));
    QVERIFY(taskAsCurl(task, server, ServerKind::RedisCloud).contains(u"x-api-secret-key: $REDIS_CLOUD_USER_KEY"_s));
    QCOMPARE(shellQuoted(u"it's"_s), u"'it'\\''s'"_s);
}

void TestDetailText::lineHasOneCellAColumn()
{
    Task task = makeTask(u"7"_s, TaskState::Failed, m_clock.now());
    task.error = TaskError {u"first\nsecond\tthird"_s, {}, {}, {}};
    const QStringList cells = taskAsLine(task).split(u'\t');
    QCOMPARE(cells.size(), 8);
    QCOMPARE(cells.at(0), u"7"_s);
    QCOMPARE(cells.at(1), u"failed"_s);
    QCOMPARE(cells.at(7), u"first second third"_s);
    QVERIFY(!taskAsLine(task).contains(u'\n'));
}

void TestDetailText::reportKeepsSecretsOutAndTextIn()
{
    Task task = makeTask(u"7"_s, TaskState::Failed, m_clock.now());
    task.error = TaskError {u"a ``` fence and https://me:pw@host/"_s, u"bad_thing"_s, u"invalid_request"_s, u"https://docs.example/#bad_thing"_s};
    task.raw = R"({"uid":7,"details":{"apiKey":"sk-123","n":12345678901234567890}})";
    ServerProfile server;
    server.url = QUrl(u"http://user:hush@localhost:7700"_s);
    ConnectionStatus status;
    status.product = u"Meilisearch"_s;
    status.version = u"1.50.0"_s;
    const QString report = taskAsBugReport(task, server, status);
    for (const QString &secret : {u"hush"_s, u"me:pw"_s, u"sk-123"_s})
        QVERIFY2(!report.contains(secret), qPrintable(secret));
    for (const QString &kept : {u"Meilisearch 1.50.0"_s, u"bad_thing"_s, u"12345678901234567890"_s, u"````text"_s, u"http://localhost:7700"_s})
        QVERIFY2(report.contains(kept), qPrintable(kept));
}

void TestDetailText::factsCountRunningTimes()
{
    Task task = makeTask(u"7"_s, TaskState::Running, m_clock.now(), 31);
    ConnectionStatus status;
    const auto value = [&](const QString &id, EpochNs now) {
        for (const TaskFact &fact : taskFacts(task, status, now)) {
            if (fact.id == id)
                return fact.value;
        }
        return QString();
    };
    QCOMPARE(value(u"ran"_s, m_clock.now()), u"0:31 so far"_s);
    status.clockSkew = 4 * kNsPerSecond; // the server is ahead: it has been running for longer than our clock says
    QCOMPARE(value(u"ran"_s, m_clock.now()), u"0:35 so far"_s);
    QCOMPARE(value(u"type"_s, m_clock.now()), task.type);
    task.canceledBy = u"<i>9</i>"_s;
    const QList<TaskFact> facts = taskFacts(task, status, m_clock.now());
    const auto link = std::find_if(facts.cbegin(), facts.cend(), [](const TaskFact &fact) { return fact.id == u"canceledBy"_s; });
    QVERIFY(link != facts.cend());
    QCOMPARE(link->link, u"<i>9</i>"_s);
}

void TestDetailText::factsTellWhatTheServerTookBack()
{
    Task task = makeTask(u"7"_s, TaskState::Canceled, m_clock.now(), 60);
    QVERIFY(startEvidence(task, m_clock.now()).isEmpty());
    task.seenStartedAt = task.startedAt;
    QVERIFY(startEvidence(task, m_clock.now()).isEmpty());
    task.seenStartedAt = *task.startedAt - 49 * kNsPerSecond;
    QCOMPARE(startEvidence(task, m_clock.now()), u"Seen running since 13:58:11; the server now says 13:59:00."_s);
}

void TestDetailText::timelineOfAFinishedTask()
{
    const Task task = makeTask(u"7"_s, TaskState::Succeeded, m_clock.now());
    const auto parts = timelineParts(task, m_clock.now());
    QCOMPARE(parts.size(), 2);
    QCOMPARE(timelineLabel(parts.at(0)), u"Waited 0:12"_s);
    QCOMPARE(parts.at(1).length(), 5 * kNsPerSecond);
    QVERIFY(!parts.at(1).open);
    QVERIFY(timelineSentence(task, parts).contains(u"waited 12 second"_s));
    QVERIFY(timelineParts(Task {}, m_clock.now()).isEmpty());
}

void TestDetailText::timelineOfACanceledTask()
{
    Task task = makeTask(u"7"_s, TaskState::Canceled, m_clock.now());
    task.seenStartedAt = *task.enqueuedAt + 2 * kNsPerSecond; // the server says now that it started 10 s later
    task.cancelRequestedAt = *task.finishedAt - 3 * kNsPerSecond;
    const auto parts = timelineParts(task, m_clock.now());
    QCOMPARE(parts.size(), 3);
    QCOMPARE(parts.at(0).length(), 2 * kNsPerSecond);
    QCOMPARE(parts.at(2).kind, TimelinePart::Kind::CancelRequested);
    QCOMPARE(parts.at(2).length(), 3 * kNsPerSecond);
    QCOMPARE(parts.at(2).end, *task.finishedAt);
}

void TestDetailText::timelineWidthsFillTheBar_data()
{
    QTest::addColumn<QList<qint64>>("lengths");
    QTest::addColumn<double>("total");
    QTest::newRow("even") << QList<qint64> {10, 10} << 300.0;
    QTest::newRow("tiny and huge") << QList<qint64> {1, 1'000'000'000'000, 5} << 300.0;
    QTest::newRow("nothing took time") << QList<qint64> {0, 0, 0} << 300.0;
    QTest::newRow("pushed below by the first") << QList<qint64> {1, 12, 100} << 100.0;
    QTest::newRow("too narrow for all") << QList<qint64> {1, 2, 3} << 30.0;
}

void TestDetailText::timelineWidthsFillTheBar()
{
    QFETCH(QList<qint64>, lengths);
    QFETCH(double, total);
    const QList<double> widths = timelineWidths(lengths, total, 28);
    QCOMPARE(widths.size(), lengths.size());
    QVERIFY(std::abs(std::accumulate(widths.cbegin(), widths.cend(), 0.0) - total) < 1e-6);
    const double least = std::min(28.0, total / double(lengths.size()));
    for (qsizetype i = 0; i < widths.size(); ++i) {
        QVERIFY(widths.at(i) >= least - 1e-9);
        for (qsizetype j = 0; j < widths.size(); ++j)
            QVERIFY(lengths.at(i) < lengths.at(j) || widths.at(i) >= widths.at(j) - 1e-9);
    }
}

void TestDetailText::timelineNeverOverlaps_data()
{
    QTest::addColumn<int>("mask");
    for (int mask = 0; mask < 64; ++mask)
        QTest::addRow("times %d", mask) << mask;
}

void TestDetailText::timelineNeverOverlaps()
{
    // Every combination of times that a server may leave out, with clocks that step back.
    QFETCH(int, mask);
    for (const TaskState state : kAllTaskStates) {
        for (const DurationNs step : {-7 * kNsPerSecond, 7 * kNsPerSecond}) {
            Task task;
            task.state = state;
            const EpochNs base = m_clock.now();
            if (mask & 1)
                task.enqueuedAt = base;
            if (mask & 2)
                task.startedAt = base + step;
            if (mask & 4)
                task.finishedAt = base + 2 * step;
            if (mask & 8)
                task.cancelRequestedAt = base - step;
            if (mask & 16)
                task.seenStartedAt = base + step / 2;
            task.gone = (mask & 32) != 0;
            const auto parts = timelineParts(task, base + kNsPerSecond);
            for (qsizetype i = 0; i < parts.size(); ++i) {
                QVERIFY(parts.at(i).length() >= 0);
                QVERIFY(i == 0 || parts.at(i).begin == parts.at(i - 1).end);
                QVERIFY(!parts.at(i).open || i == parts.size() - 1);
            }
        }
    }
}

void TestDetailText::patternsIgnoreNamesAndNumbers()
{
    const QString one = failurePattern(u"The `_vectors` field of document 17 has 3 dimensions, 768 expected."_s);
    QCOMPARE(failurePattern(u"The `_other` field of document 4711 has 4 dimensions, 512 expected."_s), one);
    QVERIFY(failurePattern(u"Index `movies` already exists."_s) == failurePattern(u"Index `books` already exists."_s));
    QVERIFY(failurePattern(u"Index `movies` not found."_s) != failurePattern(u"Index `movies` already exists."_s));
    QCOMPARE(failurePattern(u"doesn't match 'x'"_s), u"doesn't match …"_s);
    QCOMPARE(failurePattern(u"unclosed `quote"_s), u"unclosed `quote"_s);
}

void TestDetailText::relationsNameTheNeighbours()
{
    TaskStore store(m_clock);
    UpdateBuilder update;
    for (int i = 1; i <= 5; ++i) {
        Task task = makeTask(QString::number(i), TaskState::Canceled, m_clock.now(), 100 - i);
        task.target = i == 4 ? u"other"_s : u"movies"_s;
        task.batch = i <= 2 ? u"b1"_s : u"b2"_s;
        if (i == 2)
            task.canceledBy = u"5"_s;
        update.add(task);
    }
    store.apply(update.make());
    const Relations second = relationsOf(store, store.task(store.find(u"2"_s)));
    QCOMPARE(second.previous->id, u"1"_s);
    QCOMPARE(second.next->id, u"3"_s);
    QCOMPARE(second.sameBatch.count, 1);
    QCOMPARE(second.canceledBy->id, u"5"_s);
    const Relations third = relationsOf(store, store.task(store.find(u"3"_s)));
    QCOMPARE(third.next->id, u"5"_s); // 4 is on another index
    QCOMPARE(third.sameBatch.tasks.first().id, u"5"_s); // newest first
    const Relations fifth = relationsOf(store, store.task(store.find(u"5"_s)));
    QCOMPARE(fifth.canceled.tasks.first().id, u"2"_s);
    QVERIFY(!fifth.next);
}

void TestDetailText::failuresAlikeAreCounted()
{
    TaskStore store(m_clock);
    UpdateBuilder update;
    for (int i = 1; i <= 30; ++i) {
        Task task = makeTask(QString::number(i), TaskState::Failed, m_clock.now(), 1000 - i);
        task.error = TaskError {u"Document `d%1` is bad"_s.arg(i), i == 30 ? u"other_code"_s : u"bad"_s, {}, {}};
        update.add(task);
    }
    store.apply(update.make());
    const Task task = store.task(store.find(u"7"_s));
    const FailureHistory history = failureHistory(store, task);
    QCOMPARE(history.count, 29);
    QCOMPARE(history.first, u"1"_s);
    QCOMPARE(history.firstAt, m_clock.now() - 994 * kNsPerSecond);
    QCOMPARE(relationsOf(store, task).sameFailure.count, 28);
}

void TestDetailText::firstIsByTheMomentsThatAreKnown()
{
    TaskStore store(m_clock);
    UpdateBuilder update;
    for (int i = 1; i <= 3; ++i) {
        Task task = makeTask(QString::number(i), TaskState::Failed, m_clock.now(), 1000);
        task.enqueuedAt.reset();
        task.startedAt.reset();
        task.target = u"books"_s;
        task.finishedAt = m_clock.now() - i * kNsPerSecond; // the newest has the lowest id
        task.error = TaskError {u"bad"_s, {}, {}, {}};
        update.add(task);
    }
    store.apply(update.make());
    const Task middle = store.task(store.find(u"2"_s));
    QCOMPARE(failureHistory(store, middle).first, u"3"_s);
    QCOMPARE(failureHistory(store, middle).firstAt, m_clock.now() - 3 * kNsPerSecond);
    QCOMPARE(relationsOf(store, middle).previous->id, u"3"_s);
    QCOMPARE(relationsOf(store, middle).next->id, u"1"_s);
}

void TestDetailText::causesAreUnfolded()
{
    const QByteArray raw = R"({"error":{"type":"a","reason":"outer","caused_by":{"type":"b","reason":"<b>mid</b>","caused_by":{"reason":"inner"}}}})";
    QCOMPARE(causeChain(raw), QStringList({u"b: <b>mid</b>"_s, u"inner"_s}));
    QVERIFY(causeChain("{\"error\":null}").isEmpty());
    QVERIFY(causeChain("not json").isEmpty());
}

QTEST_MAIN(TestDetailText)
#include "test_detail_text.moc"
