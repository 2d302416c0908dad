// SPDX-License-Identifier: GPL-3.0-or-later
// The table as a tree, against random polls and the plainest idea of a tree: lists of children, walked by recursion.
#include "models/domain/filtermatch.h"
#include "models/store/watchedserver.h"
#include "models/table/columns.h"
#include "models/table/tasktablemodel.h"
#include "tests/store/fakeclock.h"
#include "tests/store/pagebuilder.h"
#include "tests/table/strictmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <map>
#include <set>

using namespace taskglass;
using namespace Qt::StringLiterals;

namespace {

Task taskWith(const QString &id, const QString &parent = {}, TaskState state = TaskState::Running)
{
    Task task;
    task.id = id;
    task.state = state;
    task.serverState = wordFor(state);
    task.type = u"reindex"_s;
    task.startedAt = 1'800'000'000 * kNsPerSecond;
    if (!parent.isEmpty())
        task.parent = parent;
    return task;
}

/// The tasks that a naive table would show, in its order, each with its depth.
class NaiveTree
{
public:
    NaiveTree(const std::map<QString, Task> &tasks, const TaskFilter &filter, EpochNs now, bool housekeeping)
    {
        for (const auto &[id, task] : tasks) {
            if (matches(filter, task, now) && (housekeeping || !task.housekeeping))
                m_shown.insert(id);
        }
        for (const auto &[id, task] : tasks) {
            if (task.parent && tasks.contains(*task.parent))
                m_parent[id] = *task.parent;
        }
    }

    /// \a order: the matches as a flat table shows them.
    QList<std::pair<QString, int>> rows(const QStringList &order, const std::set<QString> &folded)
    {
        m_rows.clear();
        std::set<QString> done;
        for (const QString &id : order) {
            if (above(id).isEmpty())
                walk(id, order, folded, 0, false, done);
        }
        for (const QString &id : order) { // loops
            if (!done.contains(id))
                walk(id, order, folded, 0, false, done);
        }
        return m_rows;
    }

    [[nodiscard]] const std::set<QString> &shown() const { return m_shown; }

private:
    QString above(const QString &id) const
    {
        std::set<QString> seen;
        QString at = id;
        while (m_parent.contains(at) && seen.insert(at).second) {
            at = m_parent.at(at);
            if (m_shown.contains(at))
                return at == id ? QString() : at;
        }
        return {};
    }
    void walk(const QString &id, const QStringList &order, const std::set<QString> &folded, int depth, bool hidden, std::set<QString> &done)
    {
        if (!done.insert(id).second)
            return;
        if (!hidden)
            m_rows.append({id, depth});
        for (const QString &other : order) {
            if (above(other) == id)
                walk(other, order, folded, depth + 1, hidden || folded.contains(id), done);
        }
    }

    std::set<QString> m_shown;
    std::map<QString, QString> m_parent;
    QList<std::pair<QString, int>> m_rows;
};

} // namespace

class TestTaskTree : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void childrenFollowTheirParent();
    void foldsKeepCurrentAndSelection();
    void matchesAreLiftedToTheirNearestAncestor();
    void loopsAreShownOnce();
    void arrivalsWaitWhileHeld();
    void housekeepingIsLeftOutAndCounted();
    void foldedTasksCanBeRevealed();
    void saysTheLevel();
    void followsEveryHistory_data();
    void followsEveryHistory();

private:
    QList<std::pair<QString, int>> rows() const
    {
        QList<std::pair<QString, int>> list;
        for (int row = 0; row < model->rowCount(); ++row)
            list.append({model->idAt(row), model->index(row, 0).data(TaskTableModel::DepthRole).toInt()});
        return list;
    }
    QStringList ids() const
    {
        QStringList list;
        for (int row = 0; row < model->rowCount(); ++row)
            list.append(model->idAt(row));
        return list;
    }
    void send(const QList<Task> &tasks) { server->applyUpdate(updateOf(tasks)); }
    void filter(const QString &text) { model->setFilter(TaskFilter::parse(text).filter); }
    TaskTableModel::Fold foldAt(int row) const { return TaskTableModel::Fold(model->index(row, 0).data(TaskTableModel::FoldRole).toInt()); }

    FakeClock clock;
    std::unique_ptr<WatchedServer> server;
    std::unique_ptr<TaskTableModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
};

using Rows = QList<std::pair<QString, int>>;
using Fold = TaskTableModel::Fold;

void TestTaskTree::init()
{
    test::failOnWarnings();
    clock.time = 1'800'000'100 * kNsPerSecond;
    tester.reset();
    model.reset();
    server = std::make_unique<WatchedServer>(ServerProfile {}, clock);
    model = std::make_unique<TaskTableModel>();
    model->setServer(server.get());
    model->setSortOrder({u"id"_s, Qt::AscendingOrder});
    model->setTree(true);
    tester = std::make_unique<QAbstractItemModelTester>(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestTaskTree::childrenFollowTheirParent()
{
    send({taskWith(u"n:1"_s), taskWith(u"n:2"_s), taskWith(u"m:5"_s, u"n:1"_s), taskWith(u"m:4"_s, u"n:1"_s), taskWith(u"m:9"_s, u"m:5"_s),
          taskWith(u"a:1"_s, u"elsewhere:7"_s)});
    QCOMPARE(rows(), (Rows {{u"a:1"_s, 0}, {u"n:1"_s, 0}, {u"m:4"_s, 1}, {u"m:5"_s, 1}, {u"m:9"_s, 2}, {u"n:2"_s, 0}}));
    QCOMPARE(model->index(0, int(Column::Parent)).data().toString(), u"elsewhere:7"_s); // not listed, but named
    QCOMPARE(model->parentRow(4), 3);
    QCOMPARE(model->parentRow(0), -1);
    send({taskWith(u"elsewhere:7"_s)}); // its node answers again
    QCOMPARE(rows().first(2), (Rows {{u"elsewhere:7"_s, 0}, {u"a:1"_s, 1}}));
    model->setTree(false);
    QCOMPARE(ids(), (QStringList {u"a:1"_s, u"elsewhere:7"_s, u"m:4"_s, u"m:5"_s, u"m:9"_s, u"n:1"_s, u"n:2"_s}));
    QCOMPARE(model->index(1, 0).data(TaskTableModel::DepthRole).toInt(), 0);
}

void TestTaskTree::foldsKeepCurrentAndSelection()
{
    send({taskWith(u"1"_s), taskWith(u"2"_s), taskWith(u"3"_s, u"1"_s), taskWith(u"4"_s, u"3"_s), taskWith(u"5"_s)});
    QSignalSpy resets(model.get(), &QAbstractItemModel::modelReset);
    const QPersistentModelIndex current = model->index(model->rowOf(u"5"_s), 3);
    model->setFolded(0, true);
    QCOMPARE(ids(), (QStringList {u"1"_s, u"2"_s, u"5"_s}));
    QCOMPARE(foldAt(0), Fold::Folded);
    QCOMPARE(foldAt(1), Fold::None);
    QCOMPARE(current.row(), 2);
    QCOMPARE(model->matchCount(), 5);
    send({taskWith(u"6"_s, u"3"_s)}); // below what is folded
    QCOMPARE(ids(), (QStringList {u"1"_s, u"2"_s, u"5"_s}));
    send({taskWith(u"1"_s, {}, TaskState::Failed)}); // folds are kept by id
    QCOMPARE(foldAt(0), Fold::Folded);
    model->setFolded(0, false);
    QCOMPARE(ids(), (QStringList {u"1"_s, u"3"_s, u"4"_s, u"6"_s, u"2"_s, u"5"_s}));
    QCOMPARE(current.row(), 5);
    model->setAllFolded(true);
    QCOMPARE(ids(), (QStringList {u"1"_s, u"2"_s, u"5"_s}));
    model->setAllFolded(false);
    QCOMPARE(model->rowCount(), 6);
    QCOMPARE(resets.size(), 0);
}

void TestTaskTree::matchesAreLiftedToTheirNearestAncestor()
{
    send({taskWith(u"1"_s, {}, TaskState::Failed), taskWith(u"2"_s, u"1"_s), taskWith(u"3"_s, u"2"_s, TaskState::Failed)});
    filter(u"status:failed"_s);
    QCOMPARE(rows(), (Rows {{u"1"_s, 0}, {u"3"_s, 1}}));
    filter(u"id:3"_s);
    QCOMPARE(rows(), (Rows {{u"3"_s, 0}}));
    QCOMPARE(model->matchCount(), 1); // whoever selects all rows does not take in the parent
}

void TestTaskTree::loopsAreShownOnce()
{
    send({taskWith(u"1"_s, u"3"_s), taskWith(u"2"_s, u"1"_s), taskWith(u"3"_s, u"2"_s), taskWith(u"4"_s, u"4"_s)});
    QCOMPARE(rows(), (Rows {{u"4"_s, 0}, {u"1"_s, 0}, {u"2"_s, 1}, {u"3"_s, 2}}));
}

void TestTaskTree::arrivalsWaitWhileHeld()
{
    send({taskWith(u"1"_s), taskWith(u"5"_s)});
    model->setHold(true);
    send({taskWith(u"2"_s, u"1"_s), taskWith(u"9"_s)});
    QCOMPARE(ids(), (QStringList {u"1"_s, u"5"_s}));
    QCOMPARE(model->held(), 2);
    model->setHold(false);
    QCOMPARE(rows(), (Rows {{u"1"_s, 0}, {u"2"_s, 1}, {u"5"_s, 0}, {u"9"_s, 0}}));
}

void TestTaskTree::housekeepingIsLeftOutAndCounted()
{
    Task internal = taskWith(u"2"_s);
    internal.housekeeping = true;
    Task failed = taskWith(u"3"_s, u"2"_s, TaskState::Failed);
    failed.housekeeping = true;
    QSignalSpy counts(model.get(), &TaskTableModel::countsChanged);
    send({taskWith(u"1"_s), internal, failed, taskWith(u"4"_s, u"2"_s)});
    QCOMPARE(counts.size(), 1);
    QCOMPARE(rows(), (Rows {{u"1"_s, 0}, {u"4"_s, 0}}));
    QCOMPARE(model->housekeepingHidden(), 2);
    QCOMPARE(model->chipCounts()[indexOf(TaskState::Running)], 2);
    QCOMPARE(model->chipCounts()[indexOf(TaskState::Failed)], 0);
    filter(u"status:failed"_s);
    QCOMPARE(model->housekeepingHidden(), 1);
    internal.state = TaskState::Failed;
    send({internal});
    QCOMPARE(model->housekeepingHidden(), 2);
    model->setHousekeepingShown(true);
    QCOMPARE(model->housekeepingHidden(), 0);
    QCOMPARE(ids(), (QStringList {u"2"_s, u"3"_s}));
    QCOMPARE(model->chipCounts()[indexOf(TaskState::Failed)], 2);
    model->setHousekeepingShown(false);
    TaskUpdate update;
    update.gone = {u"2"_s, u"3"_s};
    server->applyUpdate(update);
    server->store().forgetGone();
    filter({});
    QCOMPARE(model->housekeepingHidden(), 0);
}

void TestTaskTree::foldedTasksCanBeRevealed()
{
    send({taskWith(u"1"_s), taskWith(u"2"_s, u"1"_s), taskWith(u"3"_s, u"2"_s)});
    model->setAllFolded(true);
    QCOMPARE(model->rowOf(u"3"_s), -1);
    QCOMPARE(model->reveal(u"3"_s), 2);
    QCOMPARE(ids(), (QStringList {u"1"_s, u"2"_s, u"3"_s}));
    QCOMPARE(model->reveal(u"77"_s), -1);
}

void TestTaskTree::saysTheLevel()
{
    send({taskWith(u"1"_s), taskWith(u"2"_s, u"1"_s)});
    const auto spoken = [this](int row) { return model->index(row, 0).data(Qt::AccessibleTextRole).toString(); };
    QVERIFY(spoken(0).endsWith(u", level 1, 1 part(s) below"_s));
    QVERIFY(spoken(1).endsWith(u", level 2"_s));
    model->setFolded(0, true);
    QVERIFY(spoken(0).endsWith(u", level 1, 1 part(s) hidden"_s));
    model->setTree(false);
    QVERIFY(!spoken(0).contains(u"level"_s));
}

void TestTaskTree::followsEveryHistory_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 24; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestTaskTree::followsEveryHistory()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const auto below = [&random](int bound) { return int(random.bounded(quint32(bound))); };
    if (seed % 3 == 0)
        model->setScanThreshold(0); // on a worker
    static const QStringList filters {{}, u"status:running"_s, u"status:failed OR id:n:1*"_s, u"-status:failed"_s};
    static const QList<SortOrder> orders {{u"id"_s, Qt::AscendingOrder}, {u"state"_s, Qt::DescendingOrder}, {u"type"_s, Qt::AscendingOrder}};
    TaskTableModel flat; // the order among siblings is that of a flat table, which has its own test
    flat.setSortOrder(model->sortOrder());
    flat.setServer(server.get());
    std::map<QString, Task> tasks;
    std::set<QString> folded;
    bool housekeeping = false;
    for (int step = 0; step < 80; ++step) {
        QList<std::pair<QPersistentModelIndex, QString>> watched;
        for (int i = 0; i < 3 && model->rowCount() > 0; ++i) {
            const QModelIndex index = model->index(below(model->rowCount()), below(model->columnCount()));
            watched.append({index, model->idAt(index.row())});
        }
        switch (below(8)) {
        case 0: {
            const TaskFilter next = TaskFilter::parse(filters[below(int(filters.size()))]).filter;
            model->setFilter(next);
            flat.setFilter(next);
            break;
        }
        case 1: {
            const SortOrder next = orders[below(int(orders.size()))];
            model->setSortOrder(next);
            flat.setSortOrder(next);
            break;
        }
        case 2:
            if (model->rowCount() > 0) {
                const int row = below(model->rowCount());
                const bool fold = foldAt(row) == Fold::Open;
                if (foldAt(row) != Fold::None) {
                    const QString id = model->idAt(row);
                    fold ? void(folded.insert(id)) : void(folded.erase(id));
                    model->setFolded(row, fold);
                }
            }
            break;
        case 3:
            housekeeping = !housekeeping;
            model->setHousekeepingShown(housekeeping);
            flat.setHousekeepingShown(housekeeping);
            break;
        default: {
            TaskUpdate update;
            QList<Task> page;
            for (int i = below(6); i > 0; --i) {
                Task task = taskWith(u"n:%1"_s.arg(below(40)), below(3) ? u"n:%1"_s.arg(below(44)) : QString(),
                                     below(3) ? TaskState::Running : TaskState::Failed);
                task.type = below(2) ? u"a"_s : u"b"_s;
                task.housekeeping = below(5) == 0;
                page.append(task);
                tasks[task.id] = task;
            }
            update.page = pageOf(page);
            if (!tasks.empty() && below(4) == 0) {
                const QString id = std::next(tasks.begin(), below(int(tasks.size())))->first;
                update.gone = {id};
                server->applyUpdate(update);
                server->store().forgetGone();
                tasks.erase(id);
                folded.erase(id);
            } else {
                server->applyUpdate(update);
            }
        }
        }
        QTRY_VERIFY(!model->isScanning());
        NaiveTree naive(tasks, model->filter(), clock.time, housekeeping);
        QCOMPARE(std::size_t(flat.rowCount()), naive.shown().size());
        QStringList order;
        for (int row = 0; row < flat.rowCount(); ++row)
            order.append(flat.idAt(row));
        QCOMPARE(rows(), naive.rows(order, folded));
        QCOMPARE(model->matchCount(), qint64(order.size()));
        QCOMPARE(model->chipCounts(), flat.chipCounts());
        for (const auto &[index, id] : std::as_const(watched)) {
            if (index.isValid())
                QCOMPARE(model->idAt(index.row()), id);
        }
    }
}

QTEST_GUILESS_MAIN(TestTaskTree)
#include "test_tasktree.moc"
