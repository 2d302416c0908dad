// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/detailsslice.h"
#include "models/store/taskcolumns.h"
#include "models/store/taskmerger.h"
#include "models/store/taskstore.h"
#include "models/store/watchedserver.h"
#include "tests/store/fakeclock.h"
#include "tests/store/pagebuilder.h"

#include <QSignalSpy>
#include <QTest>

using namespace taskglass;
using namespace Qt::StringLiterals;

namespace {

Task taskWith(const QString &id, TaskState state)
{
    Task task;
    task.id = id;
    task.state = state;
    task.serverState = wordFor(state);
    task.type = u"documentAdditionOrUpdate"_s;
    task.target = u"books"_s;
    task.enqueuedAt = 100;
    task.raw = QByteArray("{\"uid\":" + id.toUtf8() + ",\"details\":{\"receivedDocuments\":7}}");
    task.details = QByteArray("{\"receivedDocuments\":7}");
    if (state == TaskState::Running || isFinal(state)) {
        task.startedAt = 200;
        task.batch = u"4"_s;
    }
    if (isFinal(state)) {
        task.finishedAt = 300;
        task.ran = 100;
    }
    return task;
}

Batch batchWith(double percent, EpochNs startedAt)
{
    Batch batch;
    batch.id = u"4"_s;
    batch.progress = Progress {{}, {}, percent, u"document"_s, {}};
    batch.startedAt = startedAt;
    return batch;
}

TaskUpdate updateOf(const Batch &batch)
{
    TaskUpdate update;
    update.batches = {batch};
    return update;
}

} // namespace

class TestTaskStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void givesBackWhatItTook();
    void diffNamesEachSlotOnce();
    void unchangedTasksAreNoDiff();
    void aFetchedTaskUpdatesItsBytes();
    void numericTextsAreTheSameId();
    void cancelOverlaysUntilTheEnd();
    void cancelThatDidNotTakeIsForgotten();
    void cancelBeforeLoadingIsRemembered();
    void rewrittenStartIsKept();
    void goneTasksStayAsEvidence();
    void forgottenSlotsAreUsedAgain();
    void manyTasksKeepTheirValues();
    void runningMayReturnToTheQueue();
    void progressComesFromTheRunningBatchOnly();
    void resetForgetsEverything();
    void frozenStoreKeepsStill();
    void blocksDieWithTheirTasks();
    void oldBatchesAreForgotten();
    void details_data();
    void details();
    void countsNewFailuresOnce();

private:
    Task at(const QString &id) const { return store->task(store->find(id)); }

    FakeClock clock;
    std::unique_ptr<TaskStore> store;
};

void TestTaskStore::init()
{
    store = std::make_unique<TaskStore>(clock);
}

void TestTaskStore::givesBackWhatItTook()
{
    Task task = taskWith(u"7"_s, TaskState::Failed);
    task.node = u"n1"_s;
    task.parent = u"5"_s;
    task.canceledBy = u"9"_s;
    task.labels = {{u"customMetadata"_s, u"nächtlich"_s}};
    task.title = u"Add documents"_s;
    task.description = u"reindex from [a] to [b]"_s;
    task.subscription = u"90210"_s;
    task.database = u"51999001"_s;
    task.ranAtLeast = true;
    task.cpu = 48'211'934;
    task.memory = 0;
    task.cancellable = false;
    task.housekeeping = true;
    task.error = TaskError {u"bad `x`"_s, u"code"_s, u"type"_s, u"https://docs"_s};
    const Task text = taskWith(u"oTUlt:77"_s, TaskState::Unknown);
    store->apply(updateOf({task, text}));
    QCOMPARE(store->size(), 2);
    QVERIFY(at(u"7"_s) == task);
    QVERIFY(at(u"oTUlt:77"_s) == text);
    QCOMPARE(store->find(u"8"_s), kNoSlot);
    QCOMPARE(store->find(u"nope"_s), kNoSlot);
    QCOMPARE(store->find(u"07"_s), kNoSlot);
    QCOMPARE(store->counts()[indexOf(TaskState::Failed)], 1);
    QCOMPARE(store->openTasks(), QList<TaskId> {u"oTUlt:77"_s});
}

void TestTaskStore::diffNamesEachSlotOnce()
{
    QSignalSpy diffs(store.get(), &TaskStore::diffApplied);
    TaskUpdate update = updateOf({taskWith(u"1"_s, TaskState::Queued), taskWith(u"2"_s, TaskState::Queued), taskWith(u"1"_s, TaskState::Running)});
    update.gone = {u"2"_s, u"2"_s};
    update.batches = {batchWith(10, 200)};
    store->apply(update);
    QCOMPARE(diffs.size(), 1);
    const auto diff = diffs.front().front().value<StoreDiff>();
    QCOMPARE(diff.added.size(), std::size_t(2));
    QVERIFY(diff.changed.empty());
    QVERIFY(std::is_sorted(diff.added.begin(), diff.added.end()));
    QCOMPARE(at(u"1"_s).state, TaskState::Running);
}

void TestTaskStore::unchangedTasksAreNoDiff()
{
    QList<Task> many;
    for (int i = 0; i < 20; ++i)
        many.append(taskWith(QString::number(i), TaskState::Queued));
    store->apply(updateOf(many));
    QSignalSpy diffs(store.get(), &TaskStore::diffApplied);
    store->apply(updateOf(many));
    store->apply(updateOf(many.mid(0, 1)));
    store->apply({});
    QCOMPARE(diffs.size(), 0);
}

void TestTaskStore::aFetchedTaskUpdatesItsBytes()
{
    Task task = taskWith(u"1"_s, TaskState::Running);
    store->apply(updateOf({task}));
    task.raw = QByteArray("{\"uid\":1,\"details\":null,\"new\":true}");
    task.details.clear();
    store->apply(updateOf({task}));
    QCOMPARE(at(u"1"_s).raw, task.raw);
    QCOMPARE(at(u"1"_s).details, QByteArray());
}

void TestTaskStore::numericTextsAreTheSameId()
{
    store->apply(updateOf({taskWith(u"12"_s, TaskState::Queued)}));
    TaskUpdate update;
    update.page = pageOf({taskWith(u"12"_s, TaskState::Running)}, true);
    store->apply(update);
    QCOMPARE(store->size(), 1);
    QCOMPARE(at(u"12"_s).state, TaskState::Running);
}

void TestTaskStore::cancelOverlaysUntilTheEnd()
{
    store->apply(updateOf({taskWith(u"1"_s, TaskState::Running), taskWith(u"2"_s, TaskState::Succeeded)}));
    store->markCancelRequested({u"1"_s, u"2"_s}, 555);
    QCOMPARE(at(u"1"_s).state, TaskState::CancelRequested);
    QCOMPARE(at(u"1"_s).cancelRequestedAt, std::optional<EpochNs>(555));
    QCOMPARE(at(u"2"_s).state, TaskState::Succeeded);
    QVERIFY(!at(u"2"_s).cancelRequestedAt);
    QCOMPARE(store->counts()[indexOf(TaskState::CancelRequested)], 1);
    store->apply(updateOf({taskWith(u"1"_s, TaskState::Running)}));
    QCOMPARE(at(u"1"_s).state, TaskState::CancelRequested);
    store->apply(updateOf({taskWith(u"1"_s, TaskState::Canceled)}));
    QCOMPARE(at(u"1"_s).state, TaskState::Canceled);
    QCOMPARE(at(u"1"_s).cancelRequestedAt, std::optional<EpochNs>(555)); // for the timeline
    QCOMPARE(store->counts()[indexOf(TaskState::CancelRequested)], 0);
}

void TestTaskStore::cancelThatDidNotTakeIsForgotten()
{
    store->apply(updateOf({taskWith(u"1"_s, TaskState::Queued)}));
    store->markCancelRequested({u"1"_s}, 555);
    QSignalSpy diffs(store.get(), &TaskStore::diffApplied);
    store->clearCancelRequested({u"1"_s});
    QCOMPARE(diffs.size(), 1);
    QCOMPARE(at(u"1"_s).state, TaskState::Queued);
    QVERIFY(!at(u"1"_s).cancelRequestedAt);
}

void TestTaskStore::cancelBeforeLoadingIsRemembered()
{
    store->markCancelRequested({u"1"_s}, 555);
    store->apply(updateOf({taskWith(u"1"_s, TaskState::Queued)}));
    QCOMPARE(at(u"1"_s).state, TaskState::CancelRequested);
}

void TestTaskStore::rewrittenStartIsKept()
{
    store->apply(updateOf({taskWith(u"1"_s, TaskState::Running), taskWith(u"2"_s, TaskState::Running)}));
    Task canceled = taskWith(u"1"_s, TaskState::Canceled);
    canceled.startedAt = 299;
    store->apply(updateOf({canceled, taskWith(u"2"_s, TaskState::Canceled)}));
    QCOMPARE(at(u"1"_s).seenStartedAt, std::optional<EpochNs>(200));
    QCOMPARE(at(u"1"_s).startedAt, std::optional<EpochNs>(299));
    QVERIFY(!at(u"2"_s).seenStartedAt);
}

void TestTaskStore::goneTasksStayAsEvidence()
{
    store->apply(updateOf({taskWith(u"1"_s, TaskState::Running), taskWith(u"2"_s, TaskState::Failed)}));
    store->markCancelRequested({u"1"_s}, 555);
    TaskUpdate update;
    update.gone = {u"1"_s, u"2"_s, u"3"_s};
    store->apply(update);
    QCOMPARE(store->size(), 2);
    QCOMPARE(at(u"1"_s).state, TaskState::Unknown);
    QVERIFY(at(u"1"_s).gone);
    QCOMPARE(at(u"2"_s).state, TaskState::Failed);
    QVERIFY(at(u"2"_s).gone);
    QVERIFY(store->openTasks().isEmpty());
    store->apply(updateOf({taskWith(u"1"_s, TaskState::Running)})); // it was hidden from this key for a while
    QVERIFY(!at(u"1"_s).gone);
    QCOMPARE(at(u"1"_s).state, TaskState::Running);
}

void TestTaskStore::forgottenSlotsAreUsedAgain()
{
    store->apply(updateOf({taskWith(u"1"_s, TaskState::Failed), taskWith(u"2"_s, TaskState::Queued), taskWith(u"3"_s, TaskState::Queued)}));
    const Slot slot = store->find(u"1"_s);
    TaskUpdate update;
    update.gone = {u"1"_s};
    store->apply(update);
    QSignalSpy diffs(store.get(), &TaskStore::diffApplied);
    store->forgetGone();
    QCOMPARE(diffs.front().front().value<StoreDiff>().removed, std::vector<Slot> {slot});
    QCOMPARE(store->find(u"1"_s), kNoSlot);
    QVERIFY(store->find(u"3"_s) != kNoSlot);
    QCOMPARE(store->size(), 2);
    QCOMPARE(store->counts()[indexOf(TaskState::Failed)], 0);
    store->apply(updateOf({taskWith(u"4"_s, TaskState::Queued)}));
    QCOMPARE(store->find(u"4"_s), slot);
    QVERIFY(at(u"4"_s) == taskWith(u"4"_s, TaskState::Queued));
}

/// More tasks than a chunk of a column or a part of the index holds; columns that only some tasks use; ids that are words.
void TestTaskStore::manyTasksKeepTheirValues()
{
    constexpr int kCount = 40'000;
    constexpr int kPage = 5'000;
    const auto idOf = [](int i) { return i % 3 == 0 ? u"node:%1"_s.arg(i) : QString::number(i); };
    const auto taskAt = [&](int i) {
        Task task = taskWith(idOf(i), i % 5 == 0 ? TaskState::Failed : TaskState::Succeeded);
        task.enqueuedAt = 1'000 + i;
        if (i % 10'000 == 7)
            task.labels = {{u"customMetadata"_s, u"label %1"_s.arg(i)}};
        if (i % 5 == 0)
            task.error = TaskError {u"Message %1"_s.arg(i % 9'000), u"code"_s, {}, {}};
        return task;
    };
    for (int first = 0; first < kCount; first += kPage) {
        QList<Task> page;
        for (int i = first; i < first + kPage; ++i)
            page.append(taskAt(i));
        store->apply(updateOf(page));
    }
    QCOMPARE(store->size(), kCount);
    TaskUpdate update;
    for (int i = 0; i < kCount; i += 4)
        update.gone.append(idOf(i));
    store->apply(update);
    store->forgetGone();
    QCOMPARE(store->size(), kCount - kCount / 4);
    for (int i = 0; i < kCount; ++i) {
        const Slot slot = store->find(idOf(i));
        QCOMPARE(slot == kNoSlot, i % 4 == 0);
        if (slot != kNoSlot && i % 97 == 0)
            QVERIFY2(at(idOf(i)) == taskAt(i), qPrintable(idOf(i)));
    }
    QVERIFY(at(idOf(10'007)) == taskAt(10'007)); // labelled
    QList<Task> again;
    for (int i = 0; i < kCount; i += 4)
        again.append(taskAt(i));
    store->apply(updateOf(again));
    QCOMPARE(store->size(), kCount);
    QCOMPARE(store->columns().slotCount(), Slot(kCount)); // in the places of those that went
    for (int i = 0; i < kCount; i += 44)
        QVERIFY2(at(idOf(i)) == taskAt(i), qPrintable(idOf(i)));
}

void TestTaskStore::runningMayReturnToTheQueue()
{
    store->apply(updateOf({taskWith(u"1"_s, TaskState::Running)}));
    store->apply(updateOf({taskWith(u"1"_s, TaskState::Queued)}));
    QVERIFY(at(u"1"_s) == taskWith(u"1"_s, TaskState::Queued));
}

void TestTaskStore::progressComesFromTheRunningBatchOnly()
{
    store->apply(updateOf({taskWith(u"1"_s, TaskState::Running), taskWith(u"2"_s, TaskState::Succeeded)}));
    QSignalSpy diffs(store.get(), &TaskStore::diffApplied);
    store->apply(updateOf(batchWith(40, 200)));
    QCOMPARE(diffs.size(), 1);
    QCOMPARE(diffs.front().front().value<StoreDiff>().changed, std::vector<Slot> {store->find(u"1"_s)});
    QCOMPARE(store->progressAt(store->find(u"1"_s))->percent, std::optional<double>(40));
    QVERIFY(!store->progressAt(store->find(u"2"_s)));
    store->apply(updateOf(batchWith(40, 200)));
    QCOMPARE(diffs.size(), 1);
    store->apply(updateOf(batchWith(50, 201))); // the uid was used again
    QVERIFY(!store->progressAt(store->find(u"1"_s)));
    Task own = taskWith(u"1"_s, TaskState::Running);
    own.progress = Progress {30, 120, {}, {}, {}};
    store->apply(updateOf({own}));
    QCOMPARE(store->progressAt(store->find(u"1"_s))->percent, std::optional<double>(25));
}

void TestTaskStore::resetForgetsEverything()
{
    store->apply(updateOf({taskWith(u"1"_s, TaskState::Running), taskWith(u"2"_s, TaskState::Queued)}));
    store->markCancelRequested({u"1"_s}, 5);
    QSignalSpy diffs(store.get(), &TaskStore::diffApplied);
    store->apply(taskglass::updateOf({taskWith(u"1"_s, TaskState::Queued)}, true));
    QVERIFY(diffs.front().front().value<StoreDiff>().reset);
    QCOMPARE(store->size(), 1);
    QCOMPARE(at(u"1"_s).state, TaskState::Queued);
    QVERIFY(!at(u"1"_s).cancelRequestedAt);
    QCOMPARE(store->find(u"2"_s), kNoSlot);
}

void TestTaskStore::frozenStoreKeepsStill()
{
    store->apply(updateOf({taskWith(u"1"_s, TaskState::Queued)}));
    QSignalSpy diffs(store.get(), &TaskStore::diffApplied);
    store->freeze();
    store->freeze();
    store->apply(updateOf({taskWith(u"2"_s, TaskState::Queued)}));
    store->markCancelRequested({u"2"_s}, 5);
    store->thaw();
    QCOMPARE(store->size(), 1);
    QCOMPARE(diffs.size(), 0);
    store->thaw();
    QCOMPARE(diffs.size(), 2);
    QCOMPARE(at(u"2"_s).state, TaskState::CancelRequested);
}

void TestTaskStore::blocksDieWithTheirTasks()
{
    TaskMerger merger;
    QList<Task> many;
    for (int i = 0; i < 300; ++i)
        many.append(taskWith(QString::number(i), TaskState::Queued));
    QVERIFY(!merger.merge(updateOf(many)).isEmpty());
    QCOMPARE(merger.raw().blockCount(), std::size_t(2));
    QVERIFY(merger.merge(updateOf(many)).isEmpty());
    QCOMPARE(merger.raw().blockCount(), std::size_t(2)); // the poll that brought nothing left nothing
    for (Task &task : many)
        task = taskWith(task.id, TaskState::Succeeded);
    QVERIFY(!merger.merge(updateOf(many)).isEmpty());
    QCOMPARE(merger.raw().blockCount(), std::size_t(2));
}

void TestTaskStore::oldBatchesAreForgotten()
{
    TaskUpdate update;
    for (int i = 0; i < int(TaskMerger::kFinishedBatchesKept) + 5; ++i) {
        Batch batch;
        batch.id = QString::number(i);
        batch.startedAt = i;
        batch.finishedAt = i + 1;
        update.batches.append(batch);
    }
    store->apply(update);
    QVERIFY(!store->batch(u"0"_s));
    QVERIFY(!store->batch(u"4"_s));
    QVERIFY(store->batch(u"5"_s));
}

void TestTaskStore::details_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("object") << QByteArray(R"({"a":1,"details":{"x":"}\"{"} ,"b":2})") << QByteArray(R"({"x":"}\"{"})");
    QTest::newRow("nested same name") << QByteArray(R"({"a":{"details":1},"details":[1,[2]]})") << QByteArray("[1,[2]]");
    QTest::newRow("in a string") << QByteArray(R"({"a":"\"details\":1","details":3})") << QByteArray("3");
    QTest::newRow("null") << QByteArray(R"({"details":null})") << QByteArray();
    QTest::newRow("missing") << QByteArray(R"({"a":1})") << QByteArray();
    QTest::newRow("blanks") << QByteArray(" { \"details\" : \"x y\" } ") << QByteArray("\"x y\"");
    QTest::newRow("cut") << QByteArray(R"({"details":{"a":)") << QByteArray();
    QTest::newRow("cut in a string") << QByteArray(R"({"details":"a\)") << QByteArray();
    QTest::newRow("no object") << QByteArray("[1]") << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void TestTaskStore::details()
{
    QFETCH(QByteArray, json);
    const std::string_view value = memberOf({json.constData(), std::size_t(json.size())}, "details");
    QTEST(QByteArray(value.data(), qsizetype(value.size())), "value");
}

void TestTaskStore::countsNewFailuresOnce()
{
    WatchedServer server({}, clock);
    QSignalSpy counts(&server, &WatchedServer::newFailuresChanged);
    Task old = taskWith(u"1"_s, TaskState::Failed);
    old.finishedAt = clock.time - 1;
    Task fresh = taskWith(u"2"_s, TaskState::Failed);
    fresh.finishedAt = clock.time + 1;
    server.applyUpdate(updateOf({old, fresh}));
    QCOMPARE(server.newFailures(), 1);
    fresh.target = u"renamed"_s;
    server.applyUpdate(updateOf({old, fresh}));
    QCOMPARE(server.newFailures(), 1);
    clock.time += 10;
    server.markFailuresSeen();
    QCOMPARE(server.newFailures(), 0);
    QCOMPARE(counts.size(), 2);
}

QTEST_GUILESS_MAIN(TestTaskStore)
#include "test_taskstore.moc"
