// SPDX-License-Identifier: GPL-3.0-or-later
// Order, batches, progress, cancelation and deletion of tasks.
#include "tests/localqueue/enginefixture.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace taskglass;
using namespace taskglass::localqueue;

namespace {

EngineOptions paused()
{
    EngineOptions options;
    options.startPaused = true;
    return options;
}

/// Work that takes seconds, so that a test can look at it and stop it.
EngineOptions slow()
{
    EngineOptions options;
    options.pace = Pace::Demo;
    return options;
}

bool runs(const Engine &engine, quint32 uid)
{
    return engine.task(uid).value().status == TaskStatus::Processing;
}

/// Documents done in the innermost step of the running batch; -1 when none runs.
qint64 documentsDone(const Engine &engine)
{
    TaskQuery query;
    query.statuses = QList<TaskStatus> {TaskStatus::Processing};
    const Result<BatchList> batches = engine.batches(query, {});
    if (!batches || batches.value().batches.isEmpty() || !batches.value().batches.first().progress)
        return -1;
    const Progress &progress = *batches.value().batches.first().progress;
    return progress.phase == "document"_L1 ? progress.done.value_or(-1) : -1;
}

} // namespace

class TestEngineBatches : public QObject
{
    Q_OBJECT

private slots:
    void importsOfAnIndexShareABatch();
    void settingsAndDocumentsDoNotMix();
    void deletionAbsorbs();
    void badFilterTakesImportsAlong();
    void differentPrimaryKeyStops();
    void swapStandsInTheWay();
    void priorities();
    void progressMoves();
    void cancelWaiting();
    void cancelRunning();
    void cancelOneOfABatch();
    void cancelFinishedAndNothing();
    void deleteTasks();
    void readsAndWritesDuringALongJob();
    void fullStoreRefuses();
    void secondEngineIsRefused();
};

void TestEngineBatches::importsOfAnIndexShareABatch()
{
    EngineFixture f(paused());
    for (int i = 0; i < 4; ++i) {
        f.add(u"q0"_s, someDocuments(2, i * 2));
        f.add(u"q1"_s, someDocuments(1, i));
    }
    f.enqueue(u"q0"_s, DocumentDeletionByIds {{u"0"_s, u"77"_s}});
    f.add(u"q0"_s, "[{\"name\":\"no id\"}]"); // fails alone
    f.finish(0);
    for (const quint32 uid : {0U, 2U, 4U, 6U, 8U, 9U})
        QCOMPARE(f.task(uid).batchUid, std::optional<quint32>(0));
    for (const quint32 uid : {1U, 3U, 5U, 7U})
        QCOMPARE(f.task(uid).batchUid, std::optional<quint32>(1));
    QCOMPARE(f.task(9).status, TaskStatus::Failed);
    QCOMPARE(f.task(8).details, QByteArray("{\"providedIds\":2,\"deletedDocuments\":1,\"originalFilter\":null}"));
    const BatchRecord batch = f.engine->batch(0).value();
    QCOMPARE(batch.strategy, u"batched all enqueued tasks for index `q0`"_s);
    QVERIFY2(batch.stats.startsWith("{\"totalNbTasks\":6,\"status\":{\"succeeded\":5,\"failed\":1},\"types\":{"
                                    "\"documentAdditionOrUpdate\":5,\"documentDeletion\":1},\"indexUids\":{\"q0\":6},"),
             batch.stats.constData());
    QCOMPARE(batch.details, QByteArray("{\"receivedDocuments\":9,\"indexedDocuments\":8,\"providedIds\":2,"
                                       "\"deletedDocuments\":1}"));
    QCOMPARE(f.engine->batch(1).value().strategy, u"batched all enqueued tasks"_s);
}

void TestEngineBatches::settingsAndDocumentsDoNotMix()
{
    EngineFixture f(paused());
    f.add(u"m"_s, someDocuments(1));
    f.enqueue(u"m"_s, SettingsUpdate {"{\"stopWords\":[\"the\"]}"});
    f.enqueue(u"m"_s, SettingsUpdate {"{\"stopWords\":null,\"searchCutoffMs\":5}"});
    f.add(u"m"_s, someDocuments(1));
    f.enqueue(u"m"_s, IndexUpdate {u"id"_s, {}});
    f.add(u"m"_s, someDocuments(1));
    f.finish(5);
    const QList<quint32> expected {0, 1, 1, 2, 3, 4};
    for (quint32 uid = 0; uid < 6; ++uid)
        QCOMPARE(f.task(uid).batchUid, std::optional<quint32>(expected[static_cast<int>(uid)]));
    QCOMPARE(f.engine->batch(0).value().strategy,
             u"stopped before task with id 1 because it is a settings change which cannot be batched with document operations"_s);
    QCOMPARE(f.engine->batch(1).value().strategy,
             u"stopped before task with id 3 because it is a document operation which cannot be batched with settings changes"_s);
}

void TestEngineBatches::deletionAbsorbs()
{
    EngineFixture f(paused());
    f.add(u"m"_s, someDocuments(3));
    f.enqueue(u"m"_s, DocumentClear {});
    f.enqueue(u"m"_s, IndexDeletion {});
    f.add(u"m"_s, someDocuments(3));
    f.finish(3);
    QCOMPARE(f.task(0).status, TaskStatus::Succeeded);
    QCOMPARE(f.task(0).details, QByteArray("{\"receivedDocuments\":3,\"indexedDocuments\":0}"));
    QCOMPARE(f.task(1).details, QByteArray("{\"deletedDocuments\":null}"));
    QCOMPARE(f.task(2).status, TaskStatus::Succeeded);
    QCOMPARE(f.task(2).batchUid, f.task(0).batchUid);
    QCOMPARE(f.engine->batch(0).value().strategy, u"stopped after task with id 2 because it deletes the index"_s);
    QCOMPARE(f.task(3).batchUid, std::optional<quint32>(1));
    QCOMPARE(f.engine->documents(u"m"_s, 0, 9).value().total, 3);
}

void TestEngineBatches::badFilterTakesImportsAlong()
{
    EngineFixture f;
    f.finish(f.add(u"m"_s, someDocuments(3)));
    f.engine->setPaused(true);
    const quint32 bad = f.enqueue(u"m"_s, DocumentDeletionByFilter {"\"nope = 1\""});
    const quint32 behind = f.add(u"m"_s, someDocuments(3, 10));
    const quint32 filter = f.enqueue(u"m"_s, DocumentDeletionByFilter {"\"nope = 1\""});
    f.finish(filter);
    QCOMPARE(f.task(behind).batchUid, f.task(bad).batchUid);
    QCOMPARE(f.task(behind).error->code, u"invalid_document_filter"_s);
    QVERIFY(f.task(filter).batchUid != f.task(bad).batchUid); // an import is never followed by a filter
}

void TestEngineBatches::differentPrimaryKeyStops()
{
    EngineFixture f(paused());
    f.add(u"m"_s, "[{\"id\":1,\"sku\":\"a\"}]", u"sku"_s);
    f.add(u"m"_s, "[{\"id\":2,\"sku\":\"b\"}]", u"id"_s);
    f.finish(1);
    QCOMPARE(f.task(0).status, TaskStatus::Succeeded);
    QCOMPARE(f.task(1).error->code, u"index_primary_key_already_exists"_s);
    QCOMPARE(f.task(1).error->message, u"Index already has a primary key: `sku`."_s);
    QVERIFY(f.task(0).batchUid != f.task(1).batchUid);
}

void TestEngineBatches::swapStandsInTheWay()
{
    EngineFixture f;
    f.finish(f.add(u"a"_s, someDocuments(1)));
    f.finish(f.add(u"b"_s, someDocuments(2)));
    f.engine->setPaused(true);
    f.add(u"a"_s, someDocuments(1, 100)); // 2: goes to today's a
    f.enqueue({}, IndexSwap {{{u"a"_s, u"b"_s, false}}});
    f.add(u"a"_s, someDocuments(4, 200)); // 4: goes to what is called a afterwards
    f.finish(4);
    QCOMPARE(f.engine->documents(u"b"_s, 0, 99).value().total, 2);
    QCOMPARE(f.engine->documents(u"a"_s, 0, 99).value().total, 6);
    QCOMPARE(f.task(2).indexUid, u"b"_s);
    QCOMPARE(f.task(4).indexUid, u"a"_s);
}

void TestEngineBatches::priorities()
{
    EngineFixture f(paused());
    f.add(u"m"_s, someDocuments(1));                                     // 0
    f.enqueue({}, DumpCreation {});                                       // 1
    f.enqueue({}, SnapshotCreation {});                                   // 2
    f.enqueue({}, TaskDeletion {EngineFixture::uids({0}), u"?uids=0"_s}); // 3
    f.enqueue({}, SnapshotCreation {});                                   // 4
    f.cancel(EngineFixture::uids({99}), u"?uids=99"_s);                   // 5
    f.cancel(EngineFixture::uids({5}), u"?uids=5"_s);                     // 6: newest first, it cancels 5
    f.finish(0);
    QCOMPARE(f.task(6).batchUid, std::optional<quint32>(0));
    QCOMPARE(f.task(5).status, TaskStatus::Canceled);
    QCOMPARE(f.task(3).batchUid, std::optional<quint32>(1));
    QCOMPARE(f.task(3).details, QByteArray("{\"matchedTasks\":1,\"deletedTasks\":0,\"originalFilter\":\"?uids=0\"}"));
    QCOMPARE(f.task(2).batchUid, std::optional<quint32>(2));
    QCOMPARE(f.task(4).batchUid, std::optional<quint32>(2));
    QCOMPARE(f.task(1).batchUid, std::optional<quint32>(3));
    QCOMPARE(f.task(0).batchUid, std::optional<quint32>(4));
}

void TestEngineBatches::progressMoves()
{
    EngineFixture f(slow());
    const quint32 uid = f.add(u"big"_s, someDocuments(3'000));
    QTRY_VERIFY(documentsDone(*f.engine) > 0);
    const qint64 before = documentsDone(*f.engine);
    QTRY_VERIFY(documentsDone(*f.engine) > before + 40);
    const BatchRecord batch = f.engine->batch(0).value();
    QVERIFY(batch.progress.has_value());
    const QList<ProgressStep> steps = batch.progress->steps;
    QCOMPARE(steps.size(), 4);
    QCOMPARE(steps[0], (ProgressStep {u"processing tasks"_s, 0, 2}));
    QCOMPARE(steps[1], (ProgressStep {u"indexing"_s, 3, 4}));
    QCOMPARE(steps[2].name, u"extracting documents"_s);
    QCOMPARE(steps[3].total, 3'000);
    const double expected = 100.0 * (3.0 / 8 + double(steps[2].finished) / (8 * 24)
                                     + double(steps[3].finished) / (8.0 * 24 * 3'000));
    QVERIFY(qAbs(*batch.progress->percent - expected) < 0.001);
    QCOMPARE(batch.finishedAt, kNoTime);
    QCOMPARE(batch.details, QByteArray("{\"receivedDocuments\":3000,\"indexedDocuments\":null}"));
    QVERIFY(batch.stats.contains("\"status\":{\"processing\":1}"));
    const TaskRecord running = f.task(uid);
    QCOMPARE(running.status, TaskStatus::Processing);
    QCOMPARE(running.startedAt, batch.startedAt);
    QCOMPARE(running.batchUid, std::optional<quint32>(0));
    QCOMPARE(running.finishedAt, kNoTime);
    QVERIFY(f.engine->stats().value().indexes.first().isIndexing);
}

void TestEngineBatches::cancelWaiting()
{
    EngineFixture f(paused());
    for (int i = 0; i < 5; ++i)
        f.add(i % 2 == 0 ? u"q0"_s : u"q1"_s, someDocuments(1));
    TaskQuery query;
    query.indexUids = QStringList {u"q1"_s};
    query.statuses = QList<TaskStatus> {TaskStatus::Enqueued, TaskStatus::Processing};
    const quint32 cancel = f.cancel(query, u"?indexUids=q1&statuses=enqueued,processing"_s);
    QCOMPARE(f.task(cancel).details, QByteArray("{\"matchedTasks\":2,\"canceledTasks\":null,\"originalFilter\":"
                                                "\"?indexUids=q1&statuses=enqueued,processing\"}"));
    f.add(u"q1"_s, someDocuments(1)); // later: not matched
    const TaskRecord done = f.finish(cancel);
    QCOMPARE(done.status, TaskStatus::Succeeded);
    QCOMPARE(done.details, QByteArray("{\"matchedTasks\":2,\"canceledTasks\":2,\"originalFilter\":"
                                      "\"?indexUids=q1&statuses=enqueued,processing\"}"));
    const TaskRecord victim = f.task(1);
    QCOMPARE(victim.status, TaskStatus::Canceled);
    QCOMPARE(victim.canceledBy, std::optional<quint32>(cancel));
    QCOMPARE(victim.details, QByteArray("{\"receivedDocuments\":1,\"indexedDocuments\":0}"));
    QVERIFY(!victim.error);
    QCOMPARE(victim.startedAt, done.startedAt);
    QCOMPARE(victim.finishedAt, done.finishedAt);
    QCOMPARE(victim.batchUid, done.batchUid);
    QCOMPARE(f.task(6).status, TaskStatus::Succeeded);
    TaskQuery by;
    by.canceledBy = QList<quint32> {cancel};
    QCOMPARE(f.engine->tasks(by, {}).value().total, 2);
    const BatchRecord batch = f.engine->batch(*done.batchUid).value();
    QVERIFY2(batch.stats.startsWith("{\"totalNbTasks\":3,\"status\":{\"succeeded\":1,\"canceled\":2},\"types\":{"
                                    "\"documentAdditionOrUpdate\":2,\"taskCancelation\":1},\"indexUids\":{\"q1\":2},"),
             batch.stats.constData());
    QCOMPARE(batch.details, QByteArray("{\"receivedDocuments\":2,\"indexedDocuments\":0,\"matchedTasks\":2,"
                                       "\"canceledTasks\":2,\"originalFilter\":"
                                       "\"?indexUids=q1&statuses=enqueued,processing\"}"));
}

void TestEngineBatches::cancelRunning()
{
    EngineFixture f(slow());
    const quint32 uid = f.add(u"big"_s, someDocuments(60'000)); // two minutes
    QTRY_VERIFY(documentsDone(*f.engine) > 0);
    QElapsedTimer timer;
    timer.start();
    const quint32 cancel = f.cancel(EngineFixture::uids({uid, 999'999}), u"?uids=0,999999"_s);
    QVERIFY(f.engine->waitUntilIdle(kPatience));
    QCOMPARE(f.task(uid).status, TaskStatus::Canceled);
    QCOMPARE(f.task(uid).details, QByteArray("{\"receivedDocuments\":60000,\"indexedDocuments\":0}"));
    QCOMPARE(f.task(uid).startedAt, f.task(cancel).startedAt);
    QCOMPARE(f.task(uid).batchUid, std::optional<quint32>(0)); // the aborted batch's uid, used again
    QCOMPARE(f.task(cancel).details,
             QByteArray("{\"matchedTasks\":1,\"canceledTasks\":1,\"originalFilter\":\"?uids=0,999999\"}"));
    QCOMPARE(f.engine->documents(u"big"_s, 0, 1).value().total, 0); // nothing of it stays
    QVERIFY(timer.elapsed() < kPatience / 2);
}

void TestEngineBatches::cancelOneOfABatch()
{
    EngineOptions options = slow();
    options.startPaused = true;
    EngineFixture f(options);
    const quint32 first = f.add(u"big"_s, someDocuments(300));
    const quint32 victim = f.add(u"big"_s, someDocuments(60'000, 1'000));
    f.engine->setPaused(false);
    QTRY_VERIFY(runs(*f.engine, first) && runs(*f.engine, victim));
    f.cancel(EngineFixture::uids({victim}), u"?uids=1"_s);
    QVERIFY(f.engine->waitUntilIdle(kPatience));
    QCOMPARE(f.task(victim).status, TaskStatus::Canceled);
    QCOMPARE(f.task(first).status, TaskStatus::Succeeded);
    QCOMPARE(f.task(first).batchUid, std::optional<quint32>(1));
    QCOMPARE(f.engine->documents(u"big"_s, 0, 1).value().total, 300);
}

void TestEngineBatches::cancelFinishedAndNothing()
{
    EngineFixture f;
    f.finish(f.add(u"m"_s, someDocuments(1)));
    QCOMPARE(f.finish(f.cancel(EngineFixture::uids({0}), u"?uids=0"_s)).details,
             QByteArray("{\"matchedTasks\":1,\"canceledTasks\":0,\"originalFilter\":\"?uids=0\"}"));
    QCOMPARE(f.finish(f.cancel(EngineFixture::uids({}), u"?uids="_s)).details,
             QByteArray("{\"matchedTasks\":0,\"canceledTasks\":0,\"originalFilter\":\"?uids=\"}"));
    QCOMPARE(f.task(0).status, TaskStatus::Succeeded);
}

void TestEngineBatches::deleteTasks()
{
    QTemporaryDir dir;
    EngineOptions options;
    options.dataDir = dir.path();
    {
        EngineFixture f(options);
        f.finish(f.add(u"m"_s, someDocuments(1)));
        f.finish(f.add(u"m"_s, someDocuments(1)));
        const TaskRecord deletion =
            f.finish(f.enqueue({}, TaskDeletion {EngineFixture::uids({0, 1, 99'999'999}), u"?uids=0,1,99999999"_s}));
        QCOMPARE(deletion.details,
                 QByteArray("{\"matchedTasks\":2,\"deletedTasks\":2,\"originalFilter\":\"?uids=0,1,99999999\"}"));
        QCOMPARE(f.engine->task(1).error().serverCode, u"task_not_found"_s);
        QCOMPARE(f.engine->batch(1).error().serverCode, u"batch_not_found"_s); // goes with its last task
        QCOMPARE(f.engine->tasks({}, {}).value().total, 1);
        f.finish(f.enqueue({}, TaskDeletion {{}, u"?uids=*"_s})); // 3 deletes 2, itself stays
        QCOMPARE(f.engine->tasks({}, {}).value().total, 1);
    }
    EngineFixture again(options);
    QCOMPARE(again.add(u"m"_s, someDocuments(1)), 4U); // never handed out again, also after a restart
}

void TestEngineBatches::readsAndWritesDuringALongJob()
{
    EngineFixture f(slow());
    f.add(u"big"_s, someDocuments(60'000));
    QTRY_VERIFY(documentsDone(*f.engine) > 0);
    for (int i = 0; i < 50; ++i) {
        f.add(u"other"_s, someDocuments(1, i));
        QCOMPARE(f.engine->tasks({}, {}).value().total, i + 2);
        QVERIFY(f.engine->documents(u"big"_s, 0, 1).ok());
    }
    const TaskCounts counts = f.engine->counts().value();
    QCOMPARE(counts.byStatus[0], 50);
    QCOMPARE(counts.byStatus[1], 1); // still the same job: nothing waited for it
}

void TestEngineBatches::fullStoreRefuses()
{
    EngineOptions options = paused();
    options.maxTaskStoreBytes = 400'000;
    EngineFixture f(options);
    quint32 accepted = 0;
    while (accepted < 10'000 && f.add(u"m"_s, someDocuments(50, int(accepted) * 50)) == accepted)
        ++accepted;
    QVERIFY(accepted > 3 && accepted < 10'000);
    QCOMPARE(f.lastError.serverCode, u"no_space_left_on_device"_s);
    QCOMPARE(f.lastError.httpStatus, 422);
    QCOMPARE(f.engine->tasks({}, {}).value().total, qint64(accepted));
    f.finish(0); // what was accepted runs, and frees its payloads
    QCOMPARE(f.engine->documents(u"m"_s, 0, 1).value().total, qint64(accepted) * 50);
    QCOMPARE(f.add(u"m"_s, someDocuments(1)), accepted);
}

void TestEngineBatches::secondEngineIsRefused()
{
    QTemporaryDir dir;
    EngineOptions options;
    options.dataDir = dir.path();
    EngineFixture first(options);
    EngineFixture second(options);
    QVERIFY(first.engine);
    QVERIFY(!second.engine);
    QVERIFY(second.openError.message.contains(dir.path()));
}

QTEST_GUILESS_MAIN(TestEngineBatches)
#include "test_engine_batches.moc"
