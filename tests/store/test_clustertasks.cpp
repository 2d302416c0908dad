// SPDX-License-Identifier: GPL-3.0-or-later
// What only servers of several machines say: nodes that keep silent, ids that are used again, cancels asked for by others.
#include "models/store/taskcolumns.h"
#include "models/store/taskstore.h"
#include "tests/store/fakeclock.h"
#include "tests/store/pagebuilder.h"

#include <QSignalSpy>
#include <QTest>

using namespace taskglass;
using namespace Qt::StringLiterals;

namespace {

Task running(const QString &id, const QString &node, EpochNs startedAt = 100)
{
    Task task;
    task.id = id;
    task.state = TaskState::Running;
    task.node = node;
    task.startedAt = startedAt;
    task.raw = QByteArray("{\"id\":\"" + id.toUtf8() + "\"}");
    return task;
}

NodeInfo node(const QString &label, const QString &failure = {})
{
    return {label, label + u"-id"_s, u"10.1.4.1"_s, {u"data"_s}, failure};
}

} // namespace

class TestClusterTasks : public QObject
{
    Q_OBJECT

private slots:
    void init() { store = std::make_unique<TaskStore>(clock); }
    void tasksOfSilentNodesAreToldApart();
    void aUsedIdKeepsTheOldTask();
    void goneTasksSayWhenTheyWereLastSeen();
    void theServersCancelCounts();
    void longDescriptionsAreWholeInTheTask();
    void forgottenTasksLeaveNothing();

private:
    Task at(const QString &id) const { return store->task(store->find(id)); }

    FakeClock clock;
    std::unique_ptr<TaskStore> store;
};

void TestClusterTasks::tasksOfSilentNodesAreToldApart()
{
    QSignalSpy nodes(store.get(), &TaskStore::nodesChanged);
    TaskUpdate update = updateOf({running(u"a:1"_s, u"n1"_s), running(u"b:1"_s, u"n2"_s)});
    update.nodes = {node(u"n1"_s), node(u"n2"_s)};
    store->apply(update);
    QCOMPARE(nodes.size(), 1);
    QVERIFY(!store->columns().isOnSilentNode(store->find(u"b:1"_s)));

    QSignalSpy diffs(store.get(), &TaskStore::diffApplied);
    TaskUpdate silence;
    silence.nodes = {node(u"n1"_s), node(u"n2"_s, u"timed out after [10006ms]"_s)};
    store->apply(silence);
    QCOMPARE(nodes.size(), 2);
    QCOMPARE(diffs.size(), 1);
    QCOMPARE(diffs.front().front().value<StoreDiff>().changed, std::vector<Slot> {store->find(u"b:1"_s)});
    QVERIFY(store->columns().isOnSilentNode(store->find(u"b:1"_s)));
    QVERIFY(!store->columns().isOnSilentNode(store->find(u"a:1"_s)));
    QVERIFY(!at(u"b:1"_s).gone);
    QVERIFY(store->nodes() == *silence.nodes);

    store->apply(silence);
    QCOMPARE(nodes.size(), 2);
    QCOMPARE(diffs.size(), 1);
    store->apply(update);
    QVERIFY(!store->columns().isOnSilentNode(store->find(u"b:1"_s)));
}

void TestClusterTasks::aUsedIdKeepsTheOldTask()
{
    store->apply(updateOf({running(u"a:1"_s, u"n1"_s, 100), running(u"a:2"_s, u"n1"_s, 100)}));
    const Slot old = store->find(u"a:1"_s);
    TaskUpdate update = updateOf({running(u"a:1"_s, u"n1"_s, 900)});
    update.renamed = {{u"a:1"_s, u"a:1@100"_s}, {u"a:7"_s, u"a:7@1"_s}};
    update.gone = {u"a:1@100"_s};
    update.goneSeenAt = 800;
    store->apply(update);
    QCOMPARE(store->size(), 3);
    QCOMPARE(store->find(u"a:1@100"_s), old);
    QVERIFY(at(u"a:1@100"_s).gone);
    QCOMPARE(at(u"a:1@100"_s).startedAt, std::optional<EpochNs>(100));
    QCOMPARE(at(u"a:1@100"_s).raw, QByteArray("{\"id\":\"a:1\"}"));
    QCOMPARE(at(u"a:1"_s).startedAt, std::optional<EpochNs>(900));
    QCOMPARE(at(u"a:1"_s).state, TaskState::Running);
    QCOMPARE(at(u"a:2"_s).state, TaskState::Running);
    QCOMPARE(store->find(u"a:7@1"_s), kNoSlot);
}

void TestClusterTasks::goneTasksSayWhenTheyWereLastSeen()
{
    store->apply(updateOf({running(u"a:1"_s, u"n1"_s)}));
    QVERIFY(!at(u"a:1"_s).lastSeenAt);
    TaskUpdate update;
    update.gone = {u"a:1"_s};
    update.goneSeenAt = 4711;
    store->apply(update);
    QCOMPARE(at(u"a:1"_s).lastSeenAt, std::optional<EpochNs>(4711));
    QCOMPARE(at(u"a:1"_s).state, TaskState::Unknown);
    store->apply(updateOf({running(u"a:1"_s, u"n1"_s)}));
    QVERIFY(!at(u"a:1"_s).lastSeenAt);
}

void TestClusterTasks::theServersCancelCounts()
{
    TaskUpdate update = updateOf({running(u"a:1"_s, u"n1"_s), running(u"a:2"_s, u"n1"_s)});
    auto page = std::const_pointer_cast<TaskPage>(update.page);
    page->rows[0].cancelRequested = true;
    page->rows[0].cancelRequestedAt = 333;
    update.page = page;
    store->apply(update);
    QCOMPARE(at(u"a:1"_s).state, TaskState::CancelRequested);
    QCOMPARE(at(u"a:1"_s).cancelRequestedAt, std::optional<EpochNs>(333));
    QCOMPARE(at(u"a:2"_s).state, TaskState::Running);

    // Older servers never say so: our own request stays true.
    store->markCancelRequested({u"a:2"_s}, 444);
    store->apply(updateOf({running(u"a:2"_s, u"n1"_s)}));
    QCOMPARE(at(u"a:2"_s).state, TaskState::CancelRequested);
    QCOMPARE(at(u"a:2"_s).cancelRequestedAt, std::optional<EpochNs>(444));
}

void TestClusterTasks::longDescriptionsAreWholeInTheTask()
{
    const QByteArray query(3 * kDescriptionKept, 'q');
    Task task = running(u"a:1"_s, u"n1"_s);
    task.description = QString::fromLatin1(query.left(kDescriptionKept));
    task.raw = "{\"description\":\"" + query + "\"}";
    TaskUpdate update = updateOf({task});
    auto page = std::const_pointer_cast<TaskPage>(update.page);
    page->rows[0].description = page->strings.add(std::string_view(query.constData(), kDescriptionKept));
    update.page = page;
    store->apply(update);
    QCOMPARE(at(u"a:1"_s).description, QString::fromLatin1(query));
}

void TestClusterTasks::forgottenTasksLeaveNothing()
{
    store->apply(updateOf({running(u"a:1"_s, u"n1"_s), running(u"a:2"_s, u"n1"_s)}));
    const Slot slot = store->find(u"a:1"_s);
    QSignalSpy diffs(store.get(), &TaskStore::diffApplied);
    TaskUpdate update = updateOf({running(u"a:1"_s, u"n1"_s, 300), running(u"a:3"_s, u"n1"_s)});
    update.forgotten = {u"a:1"_s, u"a:3"_s, u"never:1"_s};
    store->apply(update);
    QCOMPARE(store->size(), 1);
    QCOMPARE(store->find(u"a:1"_s), kNoSlot);
    QCOMPARE(store->find(u"a:3"_s), kNoSlot);
    QCOMPARE(diffs.size(), 1);
    const StoreDiff diff = diffs.front().front().value<StoreDiff>();
    QVERIFY(diff.added.empty()); // nobody has heard of the third
    QVERIFY(diff.changed.empty());
    QCOMPARE(diff.removed, std::vector<Slot> {slot});
    QCOMPARE(store->counts()[indexOf(TaskState::Running)], 1);
    store->apply(updateOf({running(u"a:1"_s, u"n1"_s)}));
    QCOMPARE(store->size(), 2);
    QVERIFY(!at(u"a:1"_s).gone);
}

QTEST_GUILESS_MAIN(TestClusterTasks)
#include "test_clustertasks.moc"
