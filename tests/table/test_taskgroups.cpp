// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of tasks: what they count, and that a click shows just those.
#include "models/store/watchedserver.h"
#include "models/table/failurepattern.h"
#include "models/table/seenvalues.h"
#include "models/table/taskgroups.h"
#include "models/table/tasktablemodel.h"
#include "tests/store/fakeclock.h"
#include "tests/store/pagebuilder.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <map>

using namespace taskglass;
using namespace Qt::StringLiterals;

namespace {

constexpr EpochNs kStart = 1'800'000'000 * kNsPerSecond;

Task failure(int id, const QString &message, const QString &code)
{
    Task task;
    task.id = QString::number(id);
    task.state = TaskState::Failed;
    task.finishedAt = kStart + id;
    task.error = TaskError {message, code, {}, {}};
    return task;
}

/// Values of which some are parts of others, and some need quotes.
QList<Task> madeUp(quint32 seed, int first, int count)
{
    static const QString kTexts[] = {u""_s, u"night"_s, u"nightly"_s, u"nightly \"1\" (a, b)"_s, u"=night"_s, u"12"_s, u"123"_s, u"*night"_s};
    QRandomGenerator random(seed);
    const auto text = [&random] { return kTexts[random.bounded(8)]; };
    QList<Task> tasks;
    for (int id = first; id < first + count; ++id) {
        Task task = random.bounded(3) == 0 ? failure(id, u"Word %1"_s.arg(QChar(u'a' + int(random.bounded(9)))), u"code_%1"_s.arg(random.bounded(3))) : Task();
        task.id = QString::number(id);
        task.type = u"type-%1"_s.arg(random.bounded(4));
        task.target = text();
        task.node = text();
        task.subscription = text();
        task.database = text();
        if (const QString label = text(); !label.isEmpty())
            task.labels = {{u"X-Opaque-Id"_s, label}};
        task.housekeeping = random.bounded(5) == 0;
        tasks.append(task);
    }
    return tasks;
}

QString valueOf(const Task &task, Column column)
{
    const std::map<Column, QString> values {{Column::Type, task.type}, {Column::Index, task.target}, {Column::Node, task.node},
                                            {Column::Subscription, task.subscription}, {Column::Database, task.database},
                                            {Column::Label, task.labels.isEmpty() ? QString() : task.labels.first().second}};
    const auto value = values.find(column);
    return value == values.end() ? QString() : value->second;
}

} // namespace

class TestTaskGroups : public QObject
{
    Q_OBJECT

private slots:
    void failurePatterns_data();
    void failurePatterns();
    void groupsFailures();
    void groupsWhatNobodyExplained();
    void learnsManyErrorsBitByBit();
    void countsWhatAClickShows_data();
    void countsWhatAClickShows();
    void theSmallestAreOnlyCounted();
    void titlesStandForTypes();
    void vocabularyIsWhatTasksHave();
    void givesUpWhenCanceled();

private:
    FakeClock clock;
};

void TestTaskGroups::failurePatterns_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("pattern");
    QTest::newRow("backticks") << u"Index `books` not found."_s << u"Index … not found."_s;
    QTest::newRow("quotes") << u"Field \"a \\\"b\\\"\" is 'bad'."_s << u"Field … is …."_s;
    QTest::newRow("apostrophe") << u"The document doesn't have it, don't ask"_s << u"The document doesn't have it, don't ask"_s;
    QTest::newRow("numbers") << u"has 3 dimensions, 768 expected"_s << u"has … dimensions, … expected"_s;
    QTest::newRow("ids") << u"node 0d3c-4f_a.b failed"_s << u"node … failed"_s;
    QTest::newRow("lines") << u"a\n  b"_s << u"a b"_s;
    QTest::newRow("open quote") << u"a `b"_s << u"a `b"_s;
}

void TestTaskGroups::failurePatterns()
{
    QFETCH(QString, message);
    QTEST(failurePattern(message), "pattern");
}

void TestTaskGroups::groupsFailures()
{
    WatchedServer server({}, clock);
    QList<Task> tasks;
    for (int id = 0; id < 10; ++id)
        tasks.append(failure(id, id < 7 ? u"Document `%1` is bad."_s.arg(id % 3) : u"Timeout after %1 ms"_s.arg(id), id < 7 ? u"bad"_s : u"slow"_s));
    Task fine;
    fine.id = u"11"_s;
    fine.state = TaskState::Succeeded;
    tasks.append(fine);
    server.applyUpdate(updateOf(tasks));
    GroupCounter counter(Column::Error, false);
    const TaskGroups groups = counter.count(server.store().columns());
    QVERIFY(groups.complete);
    QCOMPARE(groups.largest.size(), 2);
    QVERIFY((groups.largest[0] == TaskGroup {u"Document … is bad."_s, u"bad"_s, 7, kStart, kStart + 6, u"6"_s}));
    QVERIFY((groups.largest[1] == TaskGroup {u"Timeout after … ms"_s, u"slow"_s, 3, kStart + 7, kStart + 9, u"9"_s}));
    QCOMPARE(filterFor(groups.largest[1], Column::Error).text(), u"status:failed error:slow error:\"Timeout after\""_s);
}

void TestTaskGroups::groupsWhatNobodyExplained()
{
    WatchedServer server({}, clock);
    Task silent = failure(1, {}, {});
    silent.error.reset();
    server.applyUpdate(updateOf({silent, failure(2, u"Disk full."_s, u"io"_s), failure(3, u"Disk full."_s, u"io"_s)}));
    const TaskGroups groups = GroupCounter(Column::Error, false).count(server.store().columns());
    QCOMPARE(groups.largest.size(), 2);
    QCOMPARE(groups.largest[1].count, 1);
    TaskTableModel model;
    model.setServer(&server);
    model.setFilter(filterFor(groups.largest[1], Column::Error));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.idAt(0), u"1"_s);
}

void TestTaskGroups::learnsManyErrorsBitByBit()
{
    WatchedServer server({}, clock);
    QList<Task> tasks;
    for (int id = 0; id < 45'000; ++id)
        tasks.append(failure(id, u"Document `%1` is bad."_s.arg(id), u"bad"_s));
    server.applyUpdate(updateOf(tasks));
    GroupCounter counter(Column::Error, false);
    int rounds = 1;
    TaskGroups groups = counter.count(server.store().columns());
    for (; !groups.complete; ++rounds)
        groups = counter.count(server.store().columns());
    QVERIFY(rounds > 1);
    QCOMPARE(groups.largest.size(), 1);
    QCOMPARE(groups.largest[0].count, 45'000);
}

void TestTaskGroups::countsWhatAClickShows_data()
{
    QTest::addColumn<Column>("column");
    QTest::addColumn<bool>("housekeeping");
    for (const Column column : groupableColumns({})) {
        for (const bool housekeeping : {false, true})
            QTest::addRow("%s, %s", columnSpec(column).id.data(), housekeeping ? "with internal tasks" : "without") << column << housekeeping;
    }
}

void TestTaskGroups::countsWhatAClickShows()
{
    QFETCH(Column, column);
    QFETCH(bool, housekeeping);
    WatchedServer server({}, clock);
    TaskTableModel model;
    model.setServer(&server);
    model.setHousekeepingShown(housekeeping);
    GroupCounter counter(column, housekeeping); // the same one while the store grows
    QList<Task> all;
    for (quint32 seed = 1; seed <= 8; ++seed) {
        const QList<Task> more = madeUp(seed, int(seed) * 100, 60);
        all += more;
        server.applyUpdate(updateOf(more));
        const TaskGroups groups = counter.count(server.store().columns());
        QVERIFY(groups.largest.size() > 2);
        std::map<QString, qint64> expected;
        for (const Task &task : std::as_const(all)) {
            if (housekeeping || !task.housekeeping)
                ++expected[valueOf(task, column)];
        }
        for (const TaskGroup &group : groups.largest) {
            model.setFilter(filterFor(group, column));
            QCOMPARE(qint64(model.rowCount()), group.count);
            QVERIFY(model.rowOf(group.sample) >= 0);
            if (column != Column::Error)
                QCOMPARE(group.count, expected[group.value]);
        }
        expected.erase(QString());
        if (column != Column::Error)
            QCOMPARE(std::size_t(groups.largest.size()), expected.size());
    }
}

void TestTaskGroups::theSmallestAreOnlyCounted()
{
    WatchedServer server({}, clock);
    QList<Task> tasks;
    for (int id = 0; id < 100; ++id) {
        Task task;
        task.id = QString::number(id);
        task.target = u"index %1"_s.arg(id < 60 ? id % 3 : id);
        tasks.append(task);
    }
    server.applyUpdate(updateOf(tasks));
    const TaskGroups groups = GroupCounter(Column::Index, false).count(server.store().columns(), nullptr, 10);
    QCOMPARE(groups.largest.size(), 10);
    QCOMPARE(groups.largest[2].count, 20);
    QCOMPARE(groups.others, 33);
}

void TestTaskGroups::titlesStandForTypes()
{
    WatchedServer server({}, clock);
    Task task;
    task.id = u"a"_s;
    task.type = u"databaseUpdateRequest"_s;
    task.title = u"Update database"_s;
    server.applyUpdate(updateOf({task}));
    const TaskGroups groups = GroupCounter(Column::Type, false).count(server.store().columns());
    QCOMPARE(groups.largest.first().name, task.title);
    QCOMPARE(filterFor(groups.largest.first(), Column::Type).text(), u"type:databaseUpdateRequest"_s);
}

void TestTaskGroups::vocabularyIsWhatTasksHave()
{
    WatchedServer server({}, clock);
    const QList<Task> tasks = madeUp(3, 0, 300);
    server.applyUpdate(updateOf(tasks));
    const FilterVocabulary seen = seenValues(server.store().columns());
    QSet<QString> targets;
    QSet<QString> codes;
    for (const Task &task : tasks) {
        targets.insert(task.target);
        codes.insert(task.error ? task.error->code : QString());
    }
    targets.remove(QString());
    codes.remove(QString());
    QCOMPARE(QSet<QString>(seen.targets.begin(), seen.targets.end()), targets);
    QCOMPARE(QSet<QString>(seen.errorCodes.begin(), seen.errorCodes.end()), codes);
    QCOMPARE(seenValues(server.store().columns(), nullptr, 2).targets.size(), 2);
}

void TestTaskGroups::givesUpWhenCanceled()
{
    WatchedServer server({}, clock);
    server.applyUpdate(updateOf(madeUp(3, 0, 50)));
    const std::atomic<bool> canceled = true;
    QVERIFY(GroupCounter(Column::Type, false).count(server.store().columns(), &canceled).largest.isEmpty());
    QVERIFY(seenValues(server.store().columns(), &canceled).targets.isEmpty());
}

QTEST_GUILESS_MAIN(TestTaskGroups)
#include "test_taskgroups.moc"
