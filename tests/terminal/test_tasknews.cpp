// SPDX-License-Identifier: GPL-3.0-or-later
// What `watch` tells of the tasks of a store that changes, and what it does not tell twice.
#include "app/terminal/tasknews.h"

#include "models/domain/clock.h"
#include "tests/store/fakeclock.h"
#include "tests/store/pagebuilder.h"

#include <QTest>

using namespace taskglass;
using namespace Qt::StringLiterals;

namespace {

constexpr EpochNs kStart = 1'800'000'000 * kNsPerSecond;

Task taskOn(const QString &node, int number, TaskState state)
{
    Task task;
    task.id = u"%1:%2"_s.arg(node).arg(number);
    task.state = state;
    task.serverState = u"running"_s;
    task.type = u"indices:data/write/reindex"_s;
    task.node = node;
    task.enqueuedAt = kStart + number * kNsPerSecond;
    return task;
}

Progress progressOf(qint64 done)
{
    Progress progress;
    progress.done = done;
    progress.total = 100;
    return progress;
}

/// A store and what is told of it.
class Watched
{
public:
    explicit Watched(const QString &filter = {}, bool everyDifference = true)
        : news(TaskFilter::parse(filter).filter, everyDifference)
    {
        QObject::connect(&store, &TaskStore::diffApplied, &store, [this](const StoreDiff &diff) { take(diff); });
    }

    /// What \a update leads to: "added a:1", "gone b:2".
    QStringList tell(const TaskUpdate &update)
    {
        told.clear();
        store.apply(update);
        told.sort();
        return told;
    }
    QStringList tell(const QList<Task> &tasks) { return tell(updateOf(tasks)); }

    FakeClock clock;
    TaskStore store {clock};
    TaskNews news;
    QStringList told;

private:
    void take(const StoreDiff &diff)
    {
        news.forget(diff.removed);
        for (const auto &[changed, arrived] : {std::pair(diff.added, true), std::pair(diff.changed, false)}) {
            for (const Slot slot : changed) {
                const Task task = store.task(slot);
                if (const auto event = news.take(slot, task, arrived, kStart))
                    told << QString::fromLatin1(wordFor(*event)) + u' ' + task.id;
            }
        }
    }
};

TaskUpdate goneUpdate(const QList<TaskId> &ids)
{
    TaskUpdate update;
    update.gone = ids;
    return update;
}

TaskUpdate nodesUpdate(const QString &silent)
{
    TaskUpdate update;
    NodeInfo node;
    node.label = u"a"_s;
    node.failure = silent;
    update.nodes = QList<NodeInfo> {node};
    return update;
}

} // namespace

class TestTaskNews : public QObject
{
    Q_OBJECT

private slots:
    void goneIsToldOnce();
    void goneUnderAnotherName();
    void listedAgain();
    void followsWhatNoLongerMatches();
    void olderPagesAreNoNews();
    void peopleWantLess();
    void failuresThatCount();
    void forgottenSlotsAreUsedAgain();
};

void TestTaskNews::goneIsToldOnce()
{
    Watched watched;
    QCOMPARE(watched.tell({taskOn(u"a"_s, 1, TaskState::Running), taskOn(u"b"_s, 2, TaskState::Running)}), (QStringList {u"added a:1"_s, u"added b:2"_s}));
    QCOMPARE(watched.tell(goneUpdate({u"a:1"_s})), QStringList {u"gone a:1"_s});
    QCOMPARE(watched.news.openCount(), 1);
    QCOMPARE(watched.tell(nodesUpdate(u"no route to host"_s)), QStringList()); // its node leaves, too
    QCOMPARE(watched.tell(nodesUpdate({})), QStringList());
    QCOMPARE(watched.tell(goneUpdate({u"a:1"_s})), QStringList());
}

/// A node that starts again gives the number to another task.
void TestTaskNews::goneUnderAnotherName()
{
    Watched watched;
    QCOMPARE(watched.tell({taskOn(u"a"_s, 1, TaskState::Running)}), QStringList {u"added a:1"_s});
    Task other = taskOn(u"a"_s, 1, TaskState::Running);
    other.type = u"indices:data/read/search"_s;
    TaskUpdate update = updateOf({other});
    update.renamed = {{u"a:1"_s, u"kept:1"_s}};
    update.gone = {u"kept:1"_s};
    QCOMPARE(watched.tell(update), (QStringList {u"added a:1"_s, u"gone kept:1"_s}));
    QCOMPARE(watched.news.openCount(), 1);
}

void TestTaskNews::listedAgain()
{
    Watched watched;
    const Task task = taskOn(u"a"_s, 1, TaskState::Running);
    QCOMPARE(watched.tell({task}), QStringList {u"added a:1"_s});
    QCOMPARE(watched.tell(goneUpdate({task.id})), QStringList {u"gone a:1"_s});
    QCOMPARE(watched.tell({task}), QStringList {u"changed a:1"_s});
    QCOMPARE(watched.tell(goneUpdate({task.id})), QStringList {u"gone a:1"_s});
}

void TestTaskNews::followsWhatNoLongerMatches()
{
    Watched watched(u"status:queued"_s);
    QCOMPARE(watched.tell({taskOn(u"a"_s, 1, TaskState::Queued), taskOn(u"a"_s, 2, TaskState::Running)}), QStringList {u"added a:1"_s});
    QCOMPARE(watched.tell({taskOn(u"a"_s, 1, TaskState::Running)}), QStringList {u"changed a:1"_s});
    QCOMPARE(watched.tell({taskOn(u"a"_s, 1, TaskState::Succeeded)}), QStringList {u"changed a:1"_s});
    QCOMPARE(watched.news.openCount(), 0);
}

void TestTaskNews::olderPagesAreNoNews()
{
    Watched watched;
    watched.news.follow(kStart + 10 * kNsPerSecond);
    QCOMPARE(watched.tell({taskOn(u"a"_s, 9, TaskState::Succeeded), taskOn(u"a"_s, 10, TaskState::Queued), taskOn(u"a"_s, 11, TaskState::Succeeded)}),
             (QStringList {u"added a:10"_s, u"added a:11"_s}));
}

void TestTaskNews::peopleWantLess()
{
    for (const bool everyDifference : {true, false}) {
        Watched watched({}, everyDifference);
        Task task = taskOn(u"a"_s, 1, TaskState::Running);
        task.progress = progressOf(11);
        QCOMPARE(watched.tell({task}), QStringList {u"added a:1"_s});
        task.progress = progressOf(12);
        QCOMPARE(watched.tell({task}), everyDifference ? QStringList {u"changed a:1"_s} : QStringList());
        task.progress = progressOf(20);
        QCOMPARE(watched.tell({task}), QStringList {u"changed a:1"_s});
    }
}

void TestTaskNews::failuresThatCount()
{
    const Task failed = taskOn(u"a"_s, 1, TaskState::Failed);
    TaskNews old(TaskFilter {}, true);
    old.show(0, failed);
    QVERIFY(!old.sawFailure()); // it had failed before anybody watched
    TaskNews meant(TaskFilter::parse(u"id:a:1"_s).filter, true);
    meant.show(0, failed);
    QVERIFY(meant.sawFailure());
    TaskNews open(TaskFilter {}, true);
    open.show(0, taskOn(u"a"_s, 1, TaskState::Running));
    QVERIFY(!open.sawFailure());
    QCOMPARE(open.take(0, failed, false, kStart), TaskEvent::Changed);
    QVERIFY(open.sawFailure());
}

/// The next task in a slot is another one.
void TestTaskNews::forgottenSlotsAreUsedAgain()
{
    Watched watched;
    QCOMPARE(watched.tell({taskOn(u"a"_s, 1, TaskState::Running)}), QStringList {u"added a:1"_s});
    const Slot slot = watched.store.find(u"a:1"_s);
    TaskUpdate update;
    update.forgotten = {u"a:1"_s};
    QCOMPARE(watched.tell(update), QStringList());
    QCOMPARE(watched.news.openCount(), 0);
    QCOMPARE(watched.tell({taskOn(u"a"_s, 2, TaskState::Running)}), QStringList {u"added a:2"_s});
    QCOMPARE(watched.store.find(u"a:2"_s), slot);
}

QTEST_GUILESS_MAIN(TestTaskNews)
#include "test_tasknews.moc"
