// SPDX-License-Identifier: GPL-3.0-or-later
// A seeded past that is still being written: every answer is whole and true, or waits.
#include "app/localqueue/engine/pastrows.h"
#include "app/localqueue/engine/refusal.h"
#include "app/localqueue/engine/taskselect.h"
#include "app/localqueue/engine/taskstore.h"
#include "app/localqueue/engine/unwritten.h"
#include "tests/localqueue/enginefixture.h"
#include "tests/localqueue/naivetasks.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <cstdio>

using namespace taskglass;
using namespace taskglass::localqueue;

namespace {

constexpr quint32 kTasks = 9'100; // some parts and a piece of one
constexpr quint32 kSeed = 5;

/// The same moment in every process.
class StoppedClock final : public Clock
{
public:
    [[nodiscard]] EpochNs now() const override { return 1'790'000'000 * kNsPerSecond; }
};

EngineOptions paused(const QString &dir = {})
{
    static const StoppedClock clock;
    EngineOptions options;
    options.dataDir = dir;
    options.startPaused = true;
    options.clock = &clock;
    return options;
}

/// What a seeded queue tells when nothing ever interrupts it.
const QList<TaskRecord> &wholePast()
{
    static const QList<TaskRecord> tasks = [] {
        EngineFixture f(paused());
        return f.engine->seed(kSeed, kTasks) ? everything(*f.engine) : QList<TaskRecord>();
    }();
    return tasks;
}

/// Seeds a queue and says so; killed by the test.
int child(const QString &dir)
{
    EngineFixture f(paused(dir));
    if (!f.engine || !f.engine->seed(kSeed, kTasks))
        return 1;
    std::printf("seeded\n");
    std::fflush(stdout);
    QCoreApplication::exec();
    return 0;
}

/// A task store in which the test says when the next part is written.
struct SlowPast
{
    explicit SlowPast(const QString &file) : pool(DatabaseOptions {file, false, 0, {}})
    {
        database = pool.get() ? pool.get().value() : nullptr;
        Transaction transaction(*database, Transaction::Mode::Write);
        works = !taskstore::createSchema(*database)
            && !pastrows::begin(*database, PastPlan(kSeed, kTasks, StoppedClock().now())) && !transaction.commit();
    }
    [[nodiscard]] Unwritten rest() const { return unwritten(*database).value(); }
    [[nodiscard]] UidPage page(const TaskQuery &query, const PageRequest &request) const
    {
        return TaskSelect(*database, query, {}).page(request).value();
    }

    DatabasePool pool;
    Database *database = nullptr;
    std::mutex writeMutex;
    bool works = false;
};

} // namespace

class TestEnginePast : public QObject
{
    Q_OBJECT

private slots:
    void planIsContinuous();
    void countsAreKnownAtOnce();
    void answersAreWholeOrWait_data();
    void answersAreWholeOrWait();
    void readersNeedNotWait();
    void whatIsNewNeedNotWait();
    void batchesAreCountedAndPaged();
    void deletionReachesAllOfIt();
    void renamedIndexTakesItsPastAlong();
    void goesOnAfterAnEnd();
    void goesOnAfterAKill();
};

void TestEnginePast::planIsContinuous()
{
    const PastPlan plan(kSeed, kTasks, StoppedClock().now());
    EpochNs later = plan.now();
    for (quint32 end = plan.ended(); end > 0; end = PastPlan::partBegin(end)) {
        const std::vector<PastBatch> batches = plan.partBefore(end);
        quint32 tasks = 0;
        QVERIFY(plan.horizon(end) <= plan.now());
        for (auto batch = batches.rbegin(); batch != batches.rend(); ++batch) {
            QVERIFY(batch->finishedAt < plan.horizon(end));
            QVERIFY(batch->finishedAt <= later + kNsPerSecond); // imports that were registered meanwhile overlap
            QVERIFY(batch->startedAt < batch->finishedAt);
            later = batch->finishedAt;
            for (auto task = batch->tasks.rbegin(); task != batch->tasks.rend(); ++task, ++tasks)
                QVERIFY(task->enqueuedAt <= batch->startedAt);
        }
        QCOMPARE(tasks, end - PastPlan::partBegin(end));
    }
    QCOMPARE(plan.waiting().size(), std::size_t(plan.count() - plan.ended()));
}

void TestEnginePast::countsAreKnownAtOnce()
{
    QTemporaryDir dir;
    const SlowPast past(dir.filePath(u"tasks.db"_s));
    QVERIFY(past.works);
    QVERIFY(past.rest().tasks > 0);
    std::array<qint64, kAllTaskStatuses.size()> byStatus {};
    for (const TaskRecord &task : wholePast())
        ++byStatus[std::size_t(task.status)];
    QCOMPARE(taskstore::counts(*past.database, {}).value().byStatus, byStatus);
}

void TestEnginePast::answersAreWholeOrWait_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 3; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestEnginePast::answersAreWholeOrWait()
{
    QFETCH(quint32, seed);
    QTemporaryDir dir;
    SlowPast past(dir.filePath(u"tasks.db"_s));
    QVERIFY(past.works);
    const QList<TaskRecord> &tasks = wholePast();
    QCOMPARE(tasks.size(), qsizetype(kTasks));
    QueryMaker maker(seed, tasks);
    int answered = 0;
    int waited = 0;
    for (;;) {
        for (int i = 0; i < 40; ++i) {
            const TaskQuery query = maker.query();
            const PageRequest request = maker.page();
            const UidPage page = past.page(query, request);
            if (page.awaits != 0) {
                QVERIFY(page.awaits <= past.rest().tasks);
                ++waited;
                continue;
            }
            ++answered;
            const TaskList expected = naivePage(tasks, query, request);
            QList<quint32> uids;
            for (const TaskRecord &task : expected.tasks)
                uids.append(task.uid);
            QCOMPARE(page.uids, uids);
            QCOMPARE(page.total, expected.total);
            QCOMPARE(page.next, expected.next);
        }
        if (past.rest().tasks == 0)
            break;
        QVERIFY(pastrows::writeNext(*past.database, past.writeMutex).ok());
    }
    QVERIFY(waited > 0);
    QVERIFY(answered > 80); // all 40 of the last round, and not only those
    QCOMPARE(taskstore::fetch(*past.database, past.page({}, {kTasks, {}, false}).uids, {}).value(), tasks);
}

void TestEnginePast::readersNeedNotWait()
{
    EngineOptions options = paused();
    options.waitsForPast = false;
    EngineFixture f(options);
    QVERIFY(f.engine->seed(kSeed, 20'000)); // four parts are still to be written, with rests between them
    const PageRequest oldest {10, {}, true};
    Result<TaskList> page = f.engine->tasks({}, oldest);
    QVERIFY(!page.ok());
    QVERIFY(isNotWrittenYet(page.error()));
    QCOMPARE(f.engine->tasks({}, {10, {}, false}).value().total, 20'000);
    QTRY_VERIFY((page = f.engine->tasks({}, oldest)).ok());
    QCOMPARE(page.value().tasks.constFirst().uid, 0U);
}

void TestEnginePast::whatIsNewNeedNotWait()
{
    QTemporaryDir dir;
    const SlowPast past(dir.filePath(u"tasks.db"_s));
    QVERIFY(past.works);
    QCOMPARE(past.page({}, {1'000, {}, false}).awaits, 0U);
    QCOMPARE(past.page({}, {1'000, {}, false}).total, kTasks);
    TaskQuery open;
    open.statuses = QList<TaskStatus> {TaskStatus::Enqueued, TaskStatus::Processing};
    QCOMPARE(past.page(open, {1'000, {}, false}).awaits, 0U);
    open.enqueuedAt.before = StoppedClock().now(); // as a cancelation asks
    QVERIFY(!mayBeUnwritten(open, past.rest()));
    TaskQuery ended;
    ended.statuses = QList<TaskStatus> {TaskStatus::Succeeded, TaskStatus::Failed, TaskStatus::Canceled};
    ended.finishedAt.after = wholePast().at(500).finishedAt; // as a poll asks
    QCOMPARE(past.page(ended, {1'000, {}, false}).awaits, 0U);
    ended.finishedAt.after = wholePast().at(6'000).finishedAt;
    QCOMPARE(past.page(ended, {1'000, {}, false}).awaits, 1U);
    TaskQuery failed;
    failed.statuses = QList<TaskStatus> {TaskStatus::Failed};
    QCOMPARE(past.page(failed, {0, {}, false}).awaits, 0U); // only counted
    QVERIFY(past.page(failed, {1'000, {}, false}).awaits > 0);
}

void TestEnginePast::batchesAreCountedAndPaged()
{
    EngineFixture slow(paused());
    EngineFixture quick(paused());
    QVERIFY(slow.engine->seed(kSeed, kTasks).ok());
    const BatchList first = slow.engine->batches({}, {}).value();
    QCOMPARE(everything(*slow.engine).size(), qsizetype(kTasks)); // which waits for the last part
    QVERIFY(quick.engine->seed(kSeed, kTasks).ok());
    const BatchList down = quick.engine->batches({}, {1'000'000, {}, false}).value();
    QCOMPARE(down.total, first.total);
    QCOMPARE(down.batches.size(), first.total);
    QCOMPARE(down.batches.first(20), first.batches);
    QCOMPARE(quick.engine->batch(0).value(), down.batches.last());
    QCOMPARE(slow.engine->batches({}, {1, {}, true}).value().batches.first().uid, 0U);
}

void TestEnginePast::deletionReachesAllOfIt()
{
    EngineFixture f(paused());
    QVERIFY(f.engine->seed(kSeed, kTasks).ok());
    TaskQuery failed;
    failed.statuses = QList<TaskStatus> {TaskStatus::Failed};
    const qint64 count = f.engine->counts().value().byStatus[std::size_t(TaskStatus::Failed)];
    const quint32 uid = f.enqueue({}, TaskDeletion {failed, u"?statuses=failed"_s});
    QCOMPARE(uid, kTasks);
    // Its turn comes before what waits.
    QVERIFY(f.finish(uid).details.contains(QByteArray("\"deletedTasks\":" + QByteArray::number(count))));
    const auto isOld = [](const TaskRecord &task) { return task.uid < kTasks && task.status == TaskStatus::Failed; };
    const QList<TaskRecord> left = everything(*f.engine);
    QVERIFY(std::all_of(left.begin(), left.end(), [&isOld](const TaskRecord &task) {
        return !isOld(task) || task.uid >= PastPlan(kSeed, kTasks, 0).ended(); // what waited may fail
    }));
}

void TestEnginePast::renamedIndexTakesItsPastAlong()
{
    EngineFixture f(paused());
    QVERIFY(f.engine->seed(kSeed, kTasks).ok());
    (void)f.enqueue(u"movies"_s, IndexCreation {});
    (void)f.enqueue(u"movies"_s, IndexUpdate {{}, u"films"_s});
    f.engine->setPaused(false);
    QVERIFY(f.engine->waitUntilIdle(kPatience));
    TaskQuery films;
    films.indexUids = QStringList {u"films"_s};
    const auto wanted = std::count_if(wholePast().begin(), wholePast().end(),
                                      [](const TaskRecord &task) { return task.indexUid == "movies"_L1; });
    QCOMPARE(f.engine->tasks(films, {}).value().total, wanted + 2);
}

void TestEnginePast::goesOnAfterAnEnd()
{
    QTemporaryDir dir;
    {
        EngineFixture f(paused(dir.path()));
        QVERIFY(f.engine->seed(kSeed, kTasks).ok());
    }
    EngineFixture f(paused(dir.path()));
    QVERIFY(f.engine);
    QCOMPARE(everything(*f.engine), wholePast());
    QVERIFY(!f.engine->seed(kSeed, kTasks).ok()); // it has one
}

void TestEnginePast::goesOnAfterAKill()
{
    QTemporaryDir dir;
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {u"--child"_s, dir.path()});
    QVERIFY(process.waitForReadyRead(kPatience));
    ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
    QVERIFY(process.waitForFinished(kPatience));
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    EngineFixture f(paused(dir.path()));
    QVERIFY2(f.engine, qPrintable(f.openError.message));
    QCOMPARE(everything(*f.engine), wholePast());
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--child") == 0)
        return child(QString::fromLocal8Bit(argv[2]));
    TestEnginePast test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_engine_past.moc"
