// SPDX-License-Identifier: GPL-3.0-or-later
// Lists against a naive filter, on a seeded queue and while a batch runs.
#include "tests/localqueue/enginefixture.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace taskglass;
using namespace taskglass::localqueue;

namespace {

QList<TaskRecord> everything(const Engine &engine)
{
    PageRequest all;
    all.limit = 1'000'000;
    return engine.tasks({}, all).value().tasks;
}

bool inBounds(EpochNs time, const TimeBounds &bounds)
{
    if (bounds.isEmpty())
        return true;
    return time != kNoTime && (!bounds.after || time > *bounds.after) && (!bounds.before || time < *bounds.before);
}

template<typename List, typename T>
bool allows(const std::optional<List> &list, const T &value)
{
    return !list || list->contains(value);
}

bool matches(const TaskQuery &query, const TaskRecord &task)
{
    const auto seen = [&task](const QString &pattern) {
        return pattern.endsWith(u'*') ? task.indexUid.startsWith(pattern.chopped(1)) : task.indexUid == pattern;
    };
    if (query.visibleIndexes && (task.indexUid.isEmpty()
            || !std::any_of(query.visibleIndexes->begin(), query.visibleIndexes->end(), seen)))
        return false;
    return allows(query.uids, task.uid) && (!query.batchUids || (task.batchUid && query.batchUids->contains(*task.batchUid)))
        && (!query.canceledBy || (task.canceledBy && query.canceledBy->contains(*task.canceledBy)))
        && (!query.indexUids || (!task.indexUid.isEmpty() && query.indexUids->contains(task.indexUid)))
        && allows(query.statuses, task.status) && allows(query.kinds, task.kind)
        && inBounds(task.enqueuedAt, query.enqueuedAt) && inBounds(task.startedAt, query.startedAt)
        && inBounds(task.finishedAt, query.finishedAt);
}

/// Random queries over what is there.
class QueryMaker
{
public:
    QueryMaker(quint32 seed, const QList<TaskRecord> &tasks) : m_random(seed), m_tasks(tasks) { }

    TaskQuery query()
    {
        TaskQuery query;
        if (one(3))
            query.statuses = some<TaskStatus>([](const TaskRecord &task) { return task.status; });
        if (one(4))
            query.kinds = some<TaskKind>([](const TaskRecord &task) { return task.kind; });
        if (one(4))
            query.indexUids = QStringList(some<QString>([](const TaskRecord &task) { return task.indexUid; }) << u"nope"_s);
        if (one(6))
            query.uids = some<quint32>([](const TaskRecord &task) { return task.uid; }) << 4'000'000'000U;
        if (one(6))
            query.batchUids = some<quint32>([](const TaskRecord &task) { return task.batchUid.value_or(3'000'000); });
        if (one(8))
            query.canceledBy = some<quint32>([](const TaskRecord &task) { return task.canceledBy.value_or(3'000'000); });
        if (one(6))
            query.visibleIndexes = QStringList {u"m*"_s, u"orders"_s};
        if (one(4))
            query.enqueuedAt = bounds(&TaskRecord::enqueuedAt);
        if (one(6))
            query.startedAt = bounds(&TaskRecord::startedAt);
        if (one(6))
            query.finishedAt = bounds(&TaskRecord::finishedAt);
        if (one(40))
            query.uids = QList<quint32>();
        return query;
    }

    PageRequest page()
    {
        PageRequest page;
        page.limit = m_random.bounded(4) == 0 ? m_random.bounded(2U) : m_random.bounded(200U);
        page.reverse = one(2);
        if (one(2))
            page.from = m_random.bounded(quint32(m_tasks.size()) + 20);
        return page;
    }

private:
    bool one(int in) { return m_random.bounded(in) == 0; }
    const TaskRecord &any() { return m_tasks.at(m_random.bounded(m_tasks.size())); }

    template<typename T, typename Of>
    QList<T> some(Of of)
    {
        QList<T> values;
        for (int i = m_random.bounded(3); i >= 0; --i)
            values.append(of(any()));
        return values;
    }

    TimeBounds bounds(EpochNs TaskRecord::*time)
    {
        TimeBounds bounds;
        const EpochNs a = any().*time;
        const EpochNs b = any().*time;
        if (a == kNoTime || b == kNoTime)
            return bounds;
        if (!one(3))
            bounds.after = std::min(a, b) - m_random.bounded(2);
        if (!one(3))
            bounds.before = std::max(a, b) + m_random.bounded(2);
        return bounds;
    }

    QRandomGenerator m_random;
    const QList<TaskRecord> &m_tasks;
};

/// Compares one page with the naive answer.
void comparePage(const Engine &engine, QList<TaskRecord> tasks, const TaskQuery &query, const PageRequest &page)
{
    if (page.reverse)
        std::reverse(tasks.begin(), tasks.end());
    QList<quint32> expected;
    qint64 total = 0;
    std::optional<quint32> next;
    for (const TaskRecord &task : std::as_const(tasks)) {
        if (!matches(query, task))
            continue;
        ++total;
        if (page.from && (page.reverse ? task.uid < *page.from : task.uid > *page.from))
            continue;
        if (expected.size() < qsizetype(page.limit))
            expected.append(task.uid);
        else if (!next)
            next = task.uid;
    }
    const Result<TaskList> list = engine.tasks(query, page);
    QVERIFY2(list.ok(), list.ok() ? "" : qPrintable(list.error().message));
    QList<quint32> found;
    for (const TaskRecord &task : list.value().tasks)
        found.append(task.uid);
    QCOMPARE(found, expected);
    QCOMPARE(list.value().total, total);
    QCOMPARE(list.value().next, next);
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
