// SPDX-License-Identifier: GPL-3.0-or-later
// Lists against a naive filter, on a seeded queue and while a batch runs.
#include "tests/localqueue/enginefixture.h"
#include "tests/localqueue/naivetasks.h"

#include <QTemporaryDir>

#include <algorithm>

using namespace taskglass;
using namespace taskglass::localqueue;

namespace {

/// Compares one page with the naive answer.
void comparePage(const Engine &engine, const QList<TaskRecord> &tasks, const TaskQuery &query, const PageRequest &page)
{
    const TaskList expected = naivePage(tasks, query, page);
    const Result<TaskList> list = engine.tasks(query, page);
    QVERIFY2(list.ok(), list.ok() ? "" : qPrintable(list.error().message));
    QCOMPARE(list.value().tasks, expected.tasks);
    QCOMPARE(list.value().total, expected.total);
    QCOMPARE(list.value().next, expected.next);
}

} // namespace

class TestEngineLists : public QObject
{
    Q_OBJECT

private slots:
    void seededQueueIsBelievable();
    void agreesWithNaiveFilter_data();
    void agreesWithNaiveFilter();
    void agreesWhileABatchRuns();
    void batchesAreFoundByMembers();
    void runningBatchIsListed();
};

void TestEngineLists::seededQueueIsBelievable()
{
    EngineOptions options;
    options.startPaused = true;
    EngineFixture a(options);
    EngineFixture b(options);
    QCOMPARE(a.engine->seed(7, 5'000).value(), 5'000);
    QCOMPARE(b.engine->seed(7, 5'000).value(), 5'000);
    const TaskCounts counts = a.engine->counts().value();
    QCOMPARE(counts.byStatus, b.engine->counts().value().byStatus);
    qint64 total = 0;
    for (const qint64 n : counts.byStatus)
        total += n;
    QCOMPARE(total, 5'000);
    for (const TaskStatus status : {TaskStatus::Enqueued, TaskStatus::Succeeded, TaskStatus::Failed, TaskStatus::Canceled})
        QVERIFY(counts.byStatus[std::size_t(status)] > 0);
    for (const TaskRecord &task : everything(*a.engine)) {
        QVERIFY(isFinished(task.status) == (task.finishedAt != kNoTime));
        QVERIFY(!isFinished(task.status) || (task.enqueuedAt <= task.startedAt && task.startedAt <= task.finishedAt));
        QCOMPARE(task.error.has_value(), task.status == TaskStatus::Failed);
        QCOMPARE(task.canceledBy.has_value(), task.status == TaskStatus::Canceled);
    }
    QVERIFY(!a.engine->seed(7, 10).ok());
    // The waiting ones are real.
    a.engine->setPaused(false);
    QVERIFY(a.engine->waitUntilIdle(kPatience));
    QCOMPARE(a.engine->counts().value().byStatus[0], 0);
}

void TestEngineLists::agreesWithNaiveFilter_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestEngineLists::agreesWithNaiveFilter()
{
    QFETCH(quint32, seed);
    EngineOptions options;
    options.startPaused = true;
    EngineFixture f(options);
    QVERIFY(f.engine->seed(seed, 700).ok());
    const QList<TaskRecord> tasks = everything(*f.engine);
    QCOMPARE(tasks.size(), 700);
    QueryMaker maker(seed, tasks);
    for (int i = 0; i < 120; ++i) {
        comparePage(*f.engine, tasks, maker.query(), maker.page());
        if (QTest::currentTestFailed())
            return;
    }
}

void TestEngineLists::agreesWhileABatchRuns()
{
    EngineOptions options;
    options.startPaused = true;
    options.pace = Pace::Demo;
    EngineFixture f(options);
    QVERIFY(f.engine->seed(3, 300).ok());
    f.engine->setPaused(false);
    const quint32 one = f.add(u"movies"_s, someDocuments(60'000));
    QTRY_VERIFY(f.task(one).status == TaskStatus::Processing);
    f.add(u"orders"_s, someDocuments(1));
    f.add(u"movies"_s, someDocuments(1));
    const QList<TaskRecord> tasks = everything(*f.engine);
    QVERIFY(std::any_of(tasks.begin(), tasks.end(),
                        [](const TaskRecord &task) { return task.status == TaskStatus::Processing; }));
    QueryMaker maker(11, tasks);
    for (int i = 0; i < 200; ++i) {
        comparePage(*f.engine, tasks, maker.query(), maker.page());
        if (QTest::currentTestFailed())
            return;
    }
}

void TestEngineLists::batchesAreFoundByMembers()
{
    EngineFixture f;
    f.finish(f.add(u"a"_s, someDocuments(1)));
    f.finish(f.add(u"b"_s, "[{\"x\":1}]"));
    f.finish(f.add(u"a"_s, someDocuments(1)));
    TaskQuery query;
    query.statuses = QList<TaskStatus> {TaskStatus::Failed};
    QCOMPARE(f.engine->batches(query, {}).value().total, 1);
    QCOMPARE(f.engine->batches(query, {}).value().batches.first().uid, 1U);
    TaskQuery byUid;
    byUid.batchUids = QList<quint32> {0, 2, 77};
    QCOMPARE(f.engine->batches(byUid, {}).value().total, 2);
    PageRequest page;
    page.limit = 2;
    const BatchList list = f.engine->batches({}, page).value();
    QCOMPARE(list.total, 3);
    QCOMPARE(list.batches.first().uid, 2U);
    QCOMPARE(list.next, std::optional<quint32>(0));
}

void TestEngineLists::runningBatchIsListed()
{
    EngineOptions options;
    EngineFixture f(options);
    f.finish(f.add(u"a"_s, someDocuments(1)));
    f.engine->setPace(Pace::Demo);
    const quint32 uid = f.add(u"a"_s, someDocuments(60'000));
    QTRY_VERIFY(f.task(uid).status == TaskStatus::Processing);
    const auto uidsOf = [&f](const TaskQuery &query, const PageRequest &page) {
        QList<quint32> uids;
        const BatchList list = f.engine->batches(query, page).value();
        for (const BatchRecord &batch : list.batches)
            uids.append(batch.uid);
        return uids;
    };
    PageRequest oldestFirst;
    oldestFirst.reverse = true;
    QCOMPARE(uidsOf({}, {}), (QList<quint32> {1, 0}));
    QCOMPARE(uidsOf({}, oldestFirst), (QList<quint32> {0, 1}));
    TaskQuery running;
    running.statuses = QList<TaskStatus> {TaskStatus::Processing};
    QCOMPARE(uidsOf(running, {}), QList<quint32> {1});
    running.batchUids = QList<quint32> {0};
    QCOMPARE(uidsOf(running, {}), QList<quint32>());
    running.statuses.reset();
    running.batchUids = QList<quint32> {1, 5};
    QCOMPARE(uidsOf(running, {}), QList<quint32> {1});
    QCOMPARE(f.engine->batch(1).value().finishedAt, kNoTime);
}

QTEST_GUILESS_MAIN(TestEngineLists)
#include "test_engine_lists.moc"
