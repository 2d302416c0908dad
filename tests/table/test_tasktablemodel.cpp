// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/watchedserver.h"
#include "models/table/columns.h"
#include "models/table/format.h"
#include "models/table/roworder.h"
#include "models/table/tasktablemodel.h"
#include "tests/store/fakeclock.h"
#include "tests/store/pagebuilder.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace taskglass;
using namespace Qt::StringLiterals;

namespace {

constexpr EpochNs kStart = 1'800'000'000 * kNsPerSecond;

Task taskWith(int id, TaskState state, const QString &target = u"books"_s)
{
    Task task;
    task.id = QString::number(id);
    task.state = state;
    task.serverState = wordFor(state);
    task.type = u"documentAdditionOrUpdate"_s;
    task.target = target;
    task.enqueuedAt = kStart - 100 * kNsPerSecond;
    if (state != TaskState::Queued)
        task.startedAt = kStart - 40 * kNsPerSecond;
    if (isFinal(state)) {
        task.finishedAt = kStart - 10 * kNsPerSecond;
        task.ran = 184 * kNsPerSecond;
    }
    if (state == TaskState::Failed)
        task.error = TaskError {u"<b>bad</b> & \"worse\"\nsecond line"_s, u"invalid_document_id"_s, u"invalid_request"_s, {}};
    return task;
}

} // namespace

class TestTaskTableModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void newestFirst();
    void serversOrderHoldsUntilOneIsChosen();
    void heldRowsWait();
    void olderPagesEnterWhileHeld();
    void heldRowsThatLeaveStayUntilRelease();
    void slotsChangeHandsWhileHeld();
    void manyThatWaitedAreFoundByAScan();
    void filteringReleasesWhatWaited();
    void manySpansKeepTheSelection();
    void ticksOnlyWhatRuns();
    void ageFiltersCatchUp();
    void chipsIgnoreTheStatusClause();
    void newerScanOvertakesOlder();
    void serverMayGoWhileScanning();
    void speaksInSentences();
    void toolTipsAreNeverHtml();
    void goneAndStaleRowsAreDimmed();
    void findsTheNextInState();
    void columnIdsAreTheirOwn();
    void durations_data();
    void durations();
    void otherFormats();
    void comparesTexts();

private:
    QVariant at(int row, Column column, int role = Qt::DisplayRole) const { return model->index(row, int(column)).data(role); }
    QStringList ids() const
    {
        QStringList list;
        for (int row = 0; row < model->rowCount(); ++row)
            list.append(model->idAt(row));
        return list;
    }
    void filter(const QString &text)
    {
        const auto parsed = TaskFilter::parse(text);
        QVERIFY(!parsed.error);
        model->setFilter(parsed.filter);
    }

    FakeClock clock;
    std::unique_ptr<WatchedServer> server;
    std::unique_ptr<TaskTableModel> model; // goes before the server it reads
    std::unique_ptr<QAbstractItemModelTester> tester;
};

void TestTaskTableModel::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    clock.time = kStart;
    tester.reset();
    model.reset();
    server = std::make_unique<WatchedServer>(ServerProfile {}, clock);
    model = std::make_unique<TaskTableModel>();
    model->setServer(server.get());
    tester = std::make_unique<QAbstractItemModelTester>(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestTaskTableModel::newestFirst()
{
    server->applyUpdate(updateOf({taskWith(9, TaskState::Queued), taskWith(100, TaskState::Queued), taskWith(10, TaskState::Queued)}));
    QCOMPARE(ids(), (QStringList {u"100"_s, u"10"_s, u"9"_s}));
    QCOMPARE(model->rowOf(u"10"_s), 1);
    QCOMPARE(model->rowOf(u"11"_s), -1);
    QCOMPARE(model->slotAt(7), kNoSlot);
}

void TestTaskTableModel::serversOrderHoldsUntilOneIsChosen()
{
    const auto named = [](const QString &id, EpochNs startedAt) {
        Task task = taskWith(1, TaskState::Running);
        task.id = id;
        task.startedAt = startedAt;
        return task;
    };
    server->applyUpdate(updateOf({named(u"n:9"_s, kStart - 3), named(u"n:10"_s, kStart - 1), named(u"m:1"_s, kStart - 2)}));
    QCOMPARE(ids(), QStringList({u"n:9"_s, u"n:10"_s, u"m:1"_s})); // by id

    const QSignalSpy told(model.get(), &TaskTableModel::sortOrderChanged);
    ConnectionStatus status;
    status.capabilities.firstOrder = {u"started"_s, Qt::DescendingOrder};
    server->setStatus(status);
    QCOMPARE(told.size(), 1);
    QCOMPARE(ids(), QStringList({u"n:10"_s, u"m:1"_s, u"n:9"_s}));
    status.capabilities.firstOrder = {{}, Qt::DescendingOrder};
    server->setStatus(status);
    QCOMPARE(ids(), QStringList({u"m:1"_s, u"n:10"_s, u"n:9"_s})); // the last that came is the newest

    model->sort(-1, Qt::AscendingOrder); // a header without an indicator
    status.capabilities.firstOrder = {u"id"_s, Qt::DescendingOrder};
    server->setStatus(status);
    model->sort(int(Column::Id), Qt::DescendingOrder); // one that shows what it was told
    status.capabilities.firstOrder = {u"started"_s, Qt::DescendingOrder};
    server->setStatus(status);
    QCOMPARE(model->sortOrder(), status.capabilities.firstOrder);

    model->sort(int(Column::Started), Qt::AscendingOrder);
    status.capabilities.firstOrder = {};
    server->setStatus(status);
    QCOMPARE(ids(), QStringList({u"n:9"_s, u"m:1"_s, u"n:10"_s}));
}

void TestTaskTableModel::heldRowsWait()
{
    server->applyUpdate(updateOf({taskWith(1, TaskState::Queued)}));
    QSignalSpy held(model.get(), &TaskTableModel::heldChanged);
    model->setHold(true);
    server->applyUpdate(updateOf({taskWith(1, TaskState::Running), taskWith(2, TaskState::Queued), taskWith(3, TaskState::Queued)}));
    QCOMPARE(ids(), QStringList {u"1"_s});
    QCOMPARE(at(0, Column::State, TaskTableModel::StateRole).toInt(), int(TaskState::Running));
    QCOMPARE(model->held(), 2);
    QCOMPARE(model->chipCounts()[indexOf(TaskState::Queued)], 2);
    model->setHold(false);
    QCOMPARE(ids(), (QStringList {u"3"_s, u"2"_s, u"1"_s}));
    QCOMPARE(model->held(), 0);
    QCOMPARE(held.size(), 2);
}

void TestTaskTableModel::olderPagesEnterWhileHeld()
{
    server->applyUpdate(updateOf({taskWith(50, TaskState::Running), taskWith(51, TaskState::Queued)}));
    model->setHold(true);
    QSignalSpy inserts(model.get(), &QAbstractItemModel::rowsInserted);
    server->applyUpdate(updateOf({taskWith(48, TaskState::Succeeded), taskWith(49, TaskState::Failed), taskWith(52, TaskState::Queued)}));
    QCOMPARE(ids(), (QStringList {u"51"_s, u"50"_s, u"49"_s, u"48"_s}));
    QCOMPARE(model->held(), 1); // only the newest would have moved the others
    QCOMPARE(inserts.size(), 1);
    model->setHold(false);
    QCOMPARE(ids(), (QStringList {u"52"_s, u"51"_s, u"50"_s, u"49"_s, u"48"_s}));
}

void TestTaskTableModel::heldRowsThatLeaveStayUntilRelease()
{
    filter(u"status:running"_s);
    server->applyUpdate(updateOf({taskWith(1, TaskState::Running), taskWith(2, TaskState::Running)}));
    model->setHold(true);
    server->applyUpdate(updateOf({taskWith(1, TaskState::Failed)}));
    QCOMPARE(ids(), (QStringList {u"2"_s, u"1"_s}));
    model->setHold(false);
    QCOMPARE(ids(), QStringList {u"2"_s});
}

void TestTaskTableModel::slotsChangeHandsWhileHeld()
{
    server->applyUpdate(updateOf({taskWith(1, TaskState::Queued)}));
    model->setHold(true);
    server->applyUpdate(updateOf({taskWith(2, TaskState::Queued)}));
    TaskUpdate forget;
    forget.forgotten = {u"2"_s};
    server->applyUpdate(forget);
    QCOMPARE(model->held(), 0);
    server->applyUpdate(updateOf({taskWith(3, TaskState::Queued)})); // where 2 was
    server->applyUpdate(updateOf({taskWith(3, TaskState::Running)}));
    QCOMPARE(model->held(), 1);
    model->setHold(false);
    QCOMPARE(ids(), (QStringList {u"3"_s, u"1"_s}));
    QCOMPARE(model->held(), 0);
}

void TestTaskTableModel::manyThatWaitedAreFoundByAScan()
{
    constexpr int kTasks = 25'000;
    QList<Task> all;
    for (int id = 1; id <= kTasks; ++id)
        all << taskWith(id, TaskState::Queued);
    server->applyUpdate(updateOf(all));
    QTRY_COMPARE(model->rowCount(), kTasks);
    model->setHold(true);
    for (Task &task : all)
        task.state = TaskState::Running;
    server->applyUpdate(updateOf(all));
    server->applyUpdate(updateOf({taskWith(kTasks + 1, TaskState::Queued)}));
    QCOMPARE(model->held(), 1);
    model->setHold(false);
    QVERIFY(model->isScanning()); // not in one go
    QTRY_COMPARE(model->rowCount(), kTasks + 1);
    QCOMPARE(model->held(), 0);
    QVERIFY(!model->isScanning());
    model->setHold(true); // nothing is left of the hold before
    model->setHold(false);
    QCOMPARE(model->rowCount(), kTasks + 1);
}

void TestTaskTableModel::filteringReleasesWhatWaited()
{
    server->applyUpdate(updateOf({taskWith(1, TaskState::Queued)}));
    model->setHold(true);
    server->applyUpdate(updateOf({taskWith(2, TaskState::Queued), taskWith(3, TaskState::Failed)}));
    QCOMPARE(model->held(), 2);
    filter(u"status:failed"_s);
    QCOMPARE(ids(), QStringList {u"3"_s});
    QCOMPARE(model->held(), 0);
    model->setHold(false);
    QCOMPARE(ids(), QStringList {u"3"_s});
}

void TestTaskTableModel::manySpansKeepTheSelection()
{
    QList<Task> all;
    for (int id = 0; id < 150; ++id)
        all.append(taskWith(id, TaskState::Queued));
    server->applyUpdate(updateOf(all));
    filter(u"status:queued"_s);
    QSignalSpy resets(model.get(), &QAbstractItemModel::modelReset);
    const QPersistentModelIndex even = model->index(model->rowOf(u"88"_s), 2);
    const QPersistentModelIndex odd = model->index(model->rowOf(u"77"_s), 3);
    QList<Task> odds;
    for (int id = 1; id < 150; id += 2)
        odds.append(taskWith(id, TaskState::Failed));
    server->applyUpdate(updateOf(odds)); // 75 rows leave, none beside another
    QCOMPARE(model->rowCount(), 75);
    QVERIFY(!odd.isValid());
    QCOMPARE(model->idAt(even.row()), u"88"_s);
    for (Task &task : odds)
        task = taskWith(task.id.toInt(), TaskState::Queued);
    server->applyUpdate(updateOf(odds)); // and 75 come back between them
    QCOMPARE(model->rowCount(), 150);
    QCOMPARE(model->idAt(even.row()), u"88"_s);
    QCOMPARE(even.column(), 2);
    QCOMPARE(resets.size(), 0);
}

void TestTaskTableModel::ticksOnlyWhatRuns()
{
    server->applyUpdate(updateOf({taskWith(1, TaskState::Queued), taskWith(2, TaskState::Running), taskWith(3, TaskState::Succeeded)}));
    QCOMPARE(at(2, Column::Waited).toString(), u"1:40"_s);
    QCOMPARE(at(1, Column::Ran).toString(), u"0:40"_s);
    QCOMPARE(at(1, Column::Waited).toString(), u"1:00"_s);
    QCOMPARE(at(1, Column::Ran, TaskTableModel::ElapsedFromRole).toLongLong(), kStart - 40 * kNsPerSecond);
    QVERIFY(!at(0, Column::Ran, TaskTableModel::ElapsedFromRole).isValid());
    QSignalSpy data(model.get(), &QAbstractItemModel::dataChanged);
    clock.time += 3 * kNsPerSecond;
    model->tick(0, 100);
    QCOMPARE(data.size(), 2);
    QCOMPARE(at(2, Column::Waited).toString(), u"1:43"_s);
    ConnectionStatus status;
    status.clockSkew = 7 * kNsPerSecond; // their clock is ahead of ours
    server->setStatus(status);
    QCOMPARE(at(1, Column::Ran).toString(), u"0:50"_s);
}

void TestTaskTableModel::ageFiltersCatchUp()
{
    filter(u"ran>45s status:running"_s);
    server->applyUpdate(updateOf({taskWith(1, TaskState::Running)}));
    QCOMPARE(model->rowCount(), 0);
    clock.time += 6 * kNsPerSecond;
    model->tick(0, 0);
    QCOMPARE(model->rowCount(), 1);
}

void TestTaskTableModel::chipsIgnoreTheStatusClause()
{
    filter(u"status:failed index:books"_s);
    server->applyUpdate(updateOf({taskWith(1, TaskState::Queued), taskWith(2, TaskState::Failed), taskWith(3, TaskState::Failed, u"movies"_s)}));
    QCOMPARE(ids(), QStringList {u"2"_s});
    QCOMPARE(model->chipCounts()[indexOf(TaskState::Queued)], 1);
    QCOMPARE(model->chipCounts()[indexOf(TaskState::Failed)], 1);
    QSignalSpy counts(model.get(), &TaskTableModel::countsChanged);
    server->applyUpdate(updateOf({taskWith(1, TaskState::Running)}));
    QCOMPARE(counts.size(), 1);
    QCOMPARE(model->chipCounts()[indexOf(TaskState::Running)], 1);
    QCOMPARE(model->chipCounts()[indexOf(TaskState::Queued)], 0);
}

void TestTaskTableModel::newerScanOvertakesOlder()
{
    QList<Task> all;
    for (int id = 0; id < 100; ++id)
        all.append(taskWith(id, id % 2 ? TaskState::Failed : TaskState::Queued));
    server->applyUpdate(updateOf(all));
    model->setScanThreshold(0);
    QSignalSpy scanning(model.get(), &TaskTableModel::scanningChanged);
    filter(u"status:failed"_s);
    QVERIFY(model->isScanning());
    QCOMPARE(model->rowCount(), 100); // the last rows stay
    filter(u"id:3"_s);
    server->applyUpdate(updateOf({taskWith(3, TaskState::Succeeded)}));
    QTRY_VERIFY(!model->isScanning());
    QCOMPARE(ids(), QStringList {u"3"_s});
    QCOMPARE(at(0, Column::State).toString(), u"Succeeded"_s); // what arrived meanwhile is in
    QCOMPARE(scanning.size(), 2);
}

void TestTaskTableModel::serverMayGoWhileScanning()
{
    server->applyUpdate(updateOf({taskWith(1, TaskState::Failed)}));
    model->setScanThreshold(0);
    filter(u"status:failed"_s);
    QVERIFY(model->isScanning());
    model->setServer(nullptr);
    QVERIFY(!model->isScanning());
    QCOMPARE(model->rowCount(), 0);
    server->applyUpdate(updateOf({taskWith(2, TaskState::Failed)}));
    QCOMPARE(server->store().size(), 2); // thawed
    model->setServer(server.get());
    tester.reset();
    model.reset(); // in the middle of the scan
    server->applyUpdate(updateOf({taskWith(3, TaskState::Failed)}));
    QCOMPARE(server->store().size(), 3);
}

void TestTaskTableModel::speaksInSentences()
{
    server->applyUpdate(updateOf({taskWith(1, TaskState::Running), taskWith(90538, TaskState::Failed)}));
    QCOMPARE(at(0, Column::State, Qt::AccessibleTextRole).toString(), u"Failed, task 90538, index books, ran 3 minutes 4 seconds"_s);
    QCOMPARE(at(1, Column::State, Qt::AccessibleTextRole).toString(), u"Running, task 1, index books, running for 40 seconds"_s);
    QCOMPARE(at(0, Column::Id).toString(), u"90538"_s);
    QCOMPARE(at(1, Column::Ran, Qt::AccessibleTextRole).toString(), u"Ran: 40 seconds"_s);
    QCOMPARE(model->headerData(int(Column::Ran), Qt::Horizontal).toString(), u"Ran"_s);
}

void TestTaskTableModel::toolTipsAreNeverHtml()
{
    server->applyUpdate(updateOf({taskWith(1, TaskState::Failed)}));
    QCOMPARE(at(0, Column::Error).toString(), u"<b>bad</b> & \"worse\" second line"_s);
    const QString tip = at(0, Column::Error, Qt::ToolTipRole).toString();
    QVERIFY(!tip.contains(u"<b>"_s));
    QVERIFY(tip.contains(u"&lt;b&gt;bad&lt;/b&gt; &amp; &quot;worse&quot;<br>second line"_s));
}

void TestTaskTableModel::goneAndStaleRowsAreDimmed()
{
    server->applyUpdate(updateOf({taskWith(1, TaskState::Running), taskWith(2, TaskState::Queued)}));
    TaskUpdate update;
    update.gone = {u"1"_s};
    server->applyUpdate(update);
    QCOMPARE(at(1, Column::State, TaskTableModel::DimmedRole).toBool(), true);
    QCOMPARE(at(1, Column::State).toString(), u"Outcome unknown"_s);
    QCOMPARE(at(0, Column::State, TaskTableModel::DimmedRole).toBool(), false);
    QSignalSpy data(model.get(), &QAbstractItemModel::dataChanged);
    ConnectionStatus status;
    status.phase = ConnectionStatus::Phase::Failing;
    server->setStatus(status);
    QCOMPARE(data.size(), 1);
    QCOMPARE(at(0, Column::State, TaskTableModel::DimmedRole).toBool(), true);
}

void TestTaskTableModel::findsTheNextInState()
{
    server->applyUpdate(updateOf({taskWith(1, TaskState::Failed), taskWith(2, TaskState::Queued), taskWith(3, TaskState::Failed), taskWith(4, TaskState::Queued)}));
    QCOMPARE(model->nextRowInState(-1, TaskState::Failed, false), 1);
    QCOMPARE(model->nextRowInState(1, TaskState::Failed, false), 3);
    QCOMPARE(model->nextRowInState(3, TaskState::Failed, false), -1);
    QCOMPARE(model->nextRowInState(3, TaskState::Failed, true), 1);
}

void TestTaskTableModel::columnIdsAreTheirOwn()
{
    QSet<QString> seen;
    for (std::size_t i = 0; i < columns().size(); ++i) {
        QCOMPARE(int(columns()[i].column), int(i));
        QVERIFY(!seen.contains(QString(columns()[i].id)));
        seen.insert(QString(columns()[i].id));
        QCOMPARE(columnById(QString(columns()[i].id)), &columns()[i]);
    }
    QCOMPARE(columnById(u"nope"_s), nullptr);
}

void TestTaskTableModel::durations_data()
{
    QTest::addColumn<qint64>("ns");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clock");
    QTest::newRow("none") << kNoTime << QString() << QString();
    QTest::newRow("nothing") << 0LL << u"0 ms"_s << u"0:00"_s;
    QTest::newRow("350 ns") << 350LL << u"350 ns"_s << u"0:00"_s;
    QTest::newRow("47 µs") << 47'900LL << u"47 µs"_s << u"0:00"_s;
    QTest::newRow("0.1 ms") << 100'000LL << u"0.1 ms"_s << u"0:00"_s;
    QTest::newRow("0.4 ms") << 432'000LL << u"0.4 ms"_s << u"0:00"_s;
    QTest::newRow("12 ms") << 12'900'000LL << u"12 ms"_s << u"0:00"_s;
    QTest::newRow("0.4 s") << 499'000'000LL << u"0.4 s"_s << u"0:00"_s;
    QTest::newRow("12 s") << 12'900'000'000LL << u"0:12"_s << u"0:12"_s;
    QTest::newRow("3:04") << 184 * kNsPerSecond << u"3:04"_s << u"3:04"_s;
    QTest::newRow("1:02:03") << 3723 * kNsPerSecond << u"1:02:03"_s << u"1:02:03"_s;
    QTest::newRow("days") << (2 * 86400 + 3723) * kNsPerSecond << u"2 d 1:02:03"_s << u"2 d 1:02:03"_s;
    QTest::newRow("a clock that stepped back") << -5 * kNsPerSecond << u"0:00"_s << u"0:00"_s;
}

void TestTaskTableModel::durations()
{
    QFETCH(qint64, ns);
    QTEST(formatDuration(ns), "text");
    QTEST(formatClock(ns), "clock");
}

void TestTaskTableModel::otherFormats()
{
    QCOMPARE(formatTimestamp(kStart, kStart + kNsPerSecond), u"08:00:00"_s);
    QCOMPARE(formatTimestamp(kStart, kStart + 86400 * kNsPerSecond), u"1/15/27 08:00:00"_s);
    QCOMPARE(formatTimestampFull(kStart + 5'000'000), u"1/15/27 08:00:00.005 UTC"_s);
    QCOMPARE(formatAge(300 * kNsPerSecond), u"5 min ago"_s);
    QCOMPARE(formatAge(10), u"just now"_s);
    QCOMPARE(formatAge(-5 * kNsPerSecond), u"in 0:05"_s);
    QCOMPARE(formatNumber(60000), u"60,000"_s);
    QCOMPARE(formatPercent(99.99), u"99\u00a0%"_s);
    QCOMPARE(formatDurationWords(3660 * kNsPerSecond), u"1 hour 1 minute"_s);
    QCOMPARE(formatDurationWords(1), u"less than a second"_s);
}

void TestTaskTableModel::comparesTexts()
{
    const std::vector<std::string_view> ascending {"7", "07", "9", "10", "a", "B", "b", "ba", "é"};
    for (std::size_t i = 0; i < ascending.size(); ++i) {
        for (std::size_t j = 0; j < ascending.size(); ++j) {
            const int order = compareTexts(ascending[i], ascending[j]);
            QCOMPARE(order < 0, i < j);
            QCOMPARE(order == 0, i == j);
        }
    }
}

QTEST_GUILESS_MAIN(TestTaskTableModel)
#include "test_tasktablemodel.moc"
