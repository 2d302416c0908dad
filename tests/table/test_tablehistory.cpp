// SPDX-License-Identifier: GPL-3.0-or-later
// Random histories through store and table against a naive model, with the item model tester watching every signal.
#include "models/store/watchedserver.h"
#include "models/table/tasktablemodel.h"
#include "tests/table/strictmodel.h"
#include "tests/table/taskhistory.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace taskglass;
using namespace Qt::StringLiterals;

class TestTableHistory : public QObject
{
    Q_OBJECT

private slots:
    void followsEveryHistory_data();
    void followsEveryHistory();
};

namespace {

QStringList shownIds(const TaskTableModel &model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list.append(model.index(row, 1).data().toString());
    return list;
}

QString differences(const Task &a, const Task &b)
{
    QStringList list {a.id};
    if (a.state != b.state)
        list.append(QString(wordFor(a.state) + u" is not "_s + wordFor(b.state)));
    for (const auto &[name, x, y] : {std::tuple(u"enqueued"_s, a.enqueuedAt, b.enqueuedAt), {u"started"_s, a.startedAt, b.startedAt},
                                     {u"finished"_s, a.finishedAt, b.finishedAt}, {u"ran"_s, a.ran, b.ran},
                                     {u"cancelRequested"_s, a.cancelRequestedAt, b.cancelRequestedAt},
                                     {u"seenStarted"_s, a.seenStartedAt, b.seenStartedAt}}) {
        if (x != y)
            list.append(u"%1: %2 is not %3"_s.arg(name).arg(x.value_or(-1)).arg(y.value_or(-1)));
    }
    if (a.progress != b.progress)
        list.append(u"progress"_s);
    if (a.serverState != b.serverState || a.type != b.type || a.target != b.target || a.batch != b.batch)
        list.append(u"words"_s);
    return list.join(u", ");
}

/// Rows that a view would hold on to.
struct Watched
{
    QPersistentModelIndex index;
    QString id;
};

/// One table following one history; every step leaves something to compare.
struct Walk
{
    Walk(quint32 seed, int threshold)
        : history(seed, clock)
        , server({}, clock)
    {
        model.setScanThreshold(threshold);
        model.setServer(&server);
    }

    void step()
    {
        twoChanges = false;
        clock.time += kNsPerSecond * history.below(5);
        const int kind = history.below(10);
        if (kind == 0) {
            const auto [status, other] = history.pickFilter();
            rest = TaskFilter::parse(other).filter;
            filter = TaskFilter::parse(QString(status + u' ' + (other.contains(u" OR "_s) ? QString(u'(' + other + u')') : other))).filter;
            model.setFilter(filter);
            updateWhileScanning();
        } else if (kind == 1) {
            model.setSortOrder(history.pickOrder());
            updateWhileScanning();
        } else if (kind == 2) {
            const QList<TaskId> open = history.someOpen();
            server.store().markCancelRequested(open, clock.time);
            history.cancelRequested(open);
        } else if (kind == 3) {
            const QList<TaskId> open = history.someOpen();
            server.store().clearCancelRequested(open);
            history.cancelCleared(open);
        } else if (kind == 4 && history.chance(3)) {
            server.store().forgetGone();
            history.forgetGone();
        } else if (kind == 5) {
            hold = !hold;
            model.setHold(hold);
        } else {
            update();
        }
    }

    void update()
    {
        const TaskUpdate next = history.nextUpdate();
        resetsExpected += next.reset ? 1 : 0;
        server.applyUpdate(next);
    }

    /// Only where a worker scans does this arrive in the middle of something.
    void updateWhileScanning()
    {
        if (history.chance(2)) {
            update();
            twoChanges = true;
        }
    }

    FakeClock clock;
    TaskHistory history;
    WatchedServer server;
    TaskTableModel model;
    TaskFilter filter;
    TaskFilter rest;
    bool hold = false;
    bool twoChanges = false; ///< In the last step: a row may have left and come back.
    int resetsExpected = 0;
};

} // namespace

void TestTableHistory::followsEveryHistory_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("threshold");
    for (quint32 seed = 1; seed <= 16; ++seed)
        QTest::addRow("seed %u, at once", seed) << seed << 20'000;
    for (quint32 seed = 101; seed <= 108; ++seed)
        QTest::addRow("seed %u, on a worker", seed) << seed << 0;
}

void TestTableHistory::followsEveryHistory()
{
    QFETCH(quint32, seed);
    QFETCH(int, threshold);
    test::failOnWarnings();
    Walk walk(seed, threshold);
    TaskTableModel &model = walk.model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (int step = 0; step < 60; ++step) {
        QList<Watched> watched;
        for (int i = 0; i < 4 && model.rowCount() > 0; ++i) {
            const QModelIndex index = model.index(walk.history.below(model.rowCount()), walk.history.below(model.columnCount()));
            watched.append({index, model.idAt(index.row())});
        }
        const int resetsBefore = int(resets.size());
        walk.step();
        QTRY_VERIFY(!model.isScanning());

        QStringList expected = walk.history.expectedIds(walk.filter, model.sortOrder());
        const QStringList shown = shownIds(model);
        if (!walk.hold) {
            // Time alone may change what an age filter shows; the table catches up when told that time passed.
            model.tick(0, model.rowCount());
            QTRY_VERIFY(!model.isScanning());
            if (shownIds(model) != expected || model.chipCounts() != walk.history.expectedChips(walk.rest)) {
                walk.clock.time += 11 * kNsPerSecond;
                expected = walk.history.expectedIds(walk.filter, model.sortOrder());
                model.tick(0, model.rowCount());
                QTRY_VERIFY(!model.isScanning());
            }
            QCOMPARE(shownIds(model), expected);
            QCOMPARE(model.chipCounts(), walk.history.expectedChips(walk.rest));
            QCOMPARE(model.held(), 0);
        }
        for (const QString &id : shownIds(model)) {
            const Slot slot = walk.server.store().find(id);
            QVERIFY(slot != kNoSlot);
            QCOMPARE(model.idAt(model.rowOf(id)), id);
        }
        if (resets.size() == resetsBefore) {
            for (const Watched &one : watched) {
                if (one.index.isValid())
                    QCOMPARE(model.idAt(one.index.row()), one.id);
                else if (!walk.twoChanges)
                    QVERIFY2(!shown.contains(one.id) || !shownIds(model).contains(one.id) || walk.filter.text().contains(u'>') || walk.filter.text().contains(u'<'),
                             qPrintable(one.id));
            }
        }
        QCOMPARE(resets.size(), walk.resetsExpected);
    }
    QCOMPARE(walk.server.store().size(), int(walk.history.tasks().size()));
    for (const auto &[id, task] : walk.history.tasks()) {
        Task stored = walk.server.store().task(walk.server.store().find(id));
        if (stored.progress)
            stored.progress->percent.reset();
        Task expected = task;
        if (isFinal(expected.state) || expected.gone)
            expected.progress.reset();
        QVERIFY2(stored == expected, qPrintable(differences(stored, expected)));
    }
}

QTEST_GUILESS_MAIN(TestTableHistory)
#include "test_tablehistory.moc"
