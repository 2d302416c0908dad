// SPDX-License-Identifier: GPL-3.0-or-later
// Strings and errors that are given back: those in use stay as they are, all others make room, in whatever order things happen.
#include "models/store/stringpool.h"
#include "models/store/taskcolumns.h"
#include "models/store/taskstore.h"
#include "models/table/filterscan.h"
#include "models/table/taskgroups.h"
#include "tests/store/fakeclock.h"
#include "tests/store/pagebuilder.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

using namespace taskglass;
using namespace Qt::StringLiterals;

namespace {

constexpr EpochNs kStart = 1'800'000'000 * kNsPerSecond;

Task searchOf(int number, const QString &description)
{
    Task task;
    task.id = u"node:%1"_s.arg(number);
    task.state = TaskState::Running;
    task.serverState = u"running"_s;
    task.type = u"indices:data/read/search"_s;
    task.target = u"orders-%1"_s.arg(number % 7);
    task.description = description;
    task.node = u"n%1"_s.arg(number % 3);
    task.startedAt = kStart + number;
    return task;
}

Task failureOf(int number, const QString &message)
{
    Task task = searchOf(number, {});
    task.state = TaskState::Failed;
    task.serverState = u"failed"_s;
    task.error = TaskError {message, u"illegal_argument_exception"_s, {}, {}};
    return task;
}

} // namespace

class TestStringPool : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatIsMarked_data();
    void keepsWhatIsMarked();
    void storeStaysSmall();
    void storeKeepsWhatTasksSay_data();
    void storeKeepsWhatTasksSay();
    void filtersForgetWhatAReferenceMeant();
    void errorsAreGivenBack_data();
    void errorsAreGivenBack();
    void errorsNumbersMeanOthersLater();
};

void TestStringPool::keepsWhatIsMarked_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 0; seed < 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Adds, forgets and steps of giving back in any order, against a plain map of what is in use.
void TestStringPool::keepsWhatIsMarked()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const auto below = [&random](int end) { return int(random.bounded(quint32(end))); };
    StringPool pool;
    std::map<std::string, StringPool::Ref> used;
    std::vector<StringPool::Ref> toMark;
    int next = 0;
    for (int step = 0; step < 4000; ++step) {
        switch (below(4)) {
        case 0:
            for (int i = below(30); i > 0; --i) {
                const std::string text = "text " + std::to_string(below(4) == 0 ? below(next + 1) : next++);
                const StringPool::Ref ref = pool.add(text);
                const auto known = used.find(text);
                QVERIFY(known == used.end() || known->second == ref);
                used[text] = ref;
            }
            break;
        case 1:
            for (int i = below(30); i > 0 && !used.empty(); --i)
                used.erase(std::next(used.begin(), below(int(used.size()))));
            break;
        case 2:
            if (!pool.isMarking() && !pool.isSweeping()) {
                pool.startMarking();
                toMark.clear();
                for (const auto &[text, ref] : used)
                    toMark.push_back(ref);
            }
            for (int i = below(40); i > 0 && !toMark.empty(); --i) {
                pool.mark(toMark.back());
                toMark.pop_back();
            }
            break;
        default:
            if (pool.isMarking() && toMark.empty())
                pool.startSweeping();
            if (pool.isSweeping())
                pool.sweep(std::size_t(below(100)));
            break;
        }
        if (step % 50 != 0)
            continue;
        std::set<StringPool::Ref> refs;
        for (const auto &[text, ref] : used) {
            QCOMPARE(pool.at(ref), std::string_view(text));
            QCOMPARE(pool.find(text), ref);
            refs.insert(ref);
        }
        QCOMPARE(refs.size(), used.size());
    }
    while (pool.isSweeping()) // to its end
        pool.sweep(100);
    pool.startMarking();
    for (const auto &[text, ref] : used)
        pool.mark(ref);
    pool.startSweeping();
    pool.sweep(pool.size());
    QCOMPARE(pool.used(), used.size());
}

/// A cluster whose searches are all new at each poll.
void TestStringPool::storeStaysSmall()
{
    const FakeClock clock;
    TaskStore store(clock);
    const Task lasting = searchOf(-1, u"the one that stays"_s);
    store.apply(updateOf({lasting}));
    std::size_t most = 0;
    QList<TaskId> before;
    for (int poll = 0; poll < 60; ++poll) {
        QList<Task> searches;
        for (int i = 0; i < 1000; ++i)
            searches << searchOf(poll * 1000 + i, u"query %1"_s.arg(poll * 1000 + i));
        TaskUpdate update = updateOf(searches);
        update.forgotten = before;
        before.clear();
        for (const Task &search : searches)
            before << search.id;
        store.apply(update);
        most = std::max(most, store.columns().strings.used());
    }
    QCOMPARE(store.size(), 1001);
    QVERIFY2(most < 2 * StringPool::kLeastDue, qPrintable(QString::number(most))); // of 120,000
    QCOMPARE(store.task(store.find(lasting.id)).description, lasting.description);
    QCOMPARE(store.task(store.find(before.last())).description, u"query 59999"_s);
}

void TestStringPool::storeKeepsWhatTasksSay_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 0; seed < 3; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Tasks come, change, get other names, go and are forgotten; whatever is given back meanwhile, all say what they said.
void TestStringPool::storeKeepsWhatTasksSay()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const auto below = [&random](int end) { return int(random.bounded(quint32(end))); };
    const FakeClock clock;
    TaskStore store(clock);
    QHash<TaskId, Task> known;
    QList<TaskId> ids; // of known, in any order
    const auto pick = [&] { return below(int(ids.size())); };
    quint64 generations = 0;
    for (int poll = 0; poll < 60; ++poll) {
        TaskUpdate update;
        QList<Task> rows;
        for (int i = 0; i < 5 && !ids.isEmpty(); ++i) { // names first, as in an update
            TaskId &id = ids[pick()];
            Task renamed = known.take(id);
            renamed.id = u"kept:%1-%2"_s.arg(poll).arg(i);
            update.renamed.append({id, renamed.id});
            id = renamed.id;
            known.insert(id, renamed);
        }
        for (int i = 0; i < 20 && !ids.isEmpty(); ++i) {
            Task changed = known.value(ids[pick()]);
            changed.description = u"changed in %1, %2"_s.arg(poll).arg(i);
            known.insert(changed.id, changed);
            rows << changed;
        }
        for (int i = 0; i < 700; ++i) {
            rows << searchOf(poll * 1000 + i, u"query %1 of poll %2"_s.arg(i).arg(poll));
            if (i % 3 == 0)
                rows.last().error = TaskError {u"no. %1 of poll %2"_s.arg(i).arg(poll), u"code %1"_s.arg(i % 5), {}, {}};
            known.insert(rows.last().id, rows.last());
            ids << rows.last().id;
        }
        while (ids.size() > 1500) {
            ids.swapItemsAt(pick(), ids.size() - 1);
            update.forgotten << ids.takeLast();
            known.remove(update.forgotten.last());
        }
        update.page = pageOf(rows);
        store.apply(update);
        generations = std::max(generations, store.columns().strings.generation());
        QCOMPARE(store.size(), int(known.size()));
        for (int i = 0; i < 50; ++i) {
            const Task &one = *known.constFind(ids[pick()]);
            const Slot slot = store.find(one.id);
            QVERIFY(slot != kNoSlot);
            const Task told = store.task(slot);
            QCOMPARE(told.id, one.id);
            QCOMPARE(told.description, one.description);
            QCOMPARE(told.type, one.type);
            QCOMPARE(told.target, one.target);
            QCOMPARE(told.node, one.node);
            QCOMPARE(told.error, one.error);
        }
    }
    QVERIFY(generations > 0); // something was given back
}

void TestStringPool::filtersForgetWhatAReferenceMeant()
{
    const FakeClock clock;
    TaskStore store(clock);
    CompiledFilter filter(TaskFilter::parse(u"description:even"_s).filter);
    int polls = 0;
    for (; store.columns().strings.generation() < 3; ++polls) {
        QVERIFY(polls < 500);
        QList<Task> rows;
        for (int i = 0; i < 1000; ++i)
            rows << searchOf(polls * 1000 + i, u"%1 %2"_s.arg((polls * 1000 + i) % 2 == polls % 2 ? u"even"_s : u"odd"_s).arg(polls * 1000 + i));
        TaskUpdate update = updateOf(rows);
        for (Slot slot = 0; slot < store.columns().slotCount(); ++slot) {
            if (store.columns().isAlive(slot))
                update.forgotten << store.idAt(slot);
        }
        store.apply(update);
        filter.prepare(store.columns(), kStart);
        for (Slot slot = 0; slot < store.columns().slotCount(); ++slot) {
            if (store.columns().isAlive(slot))
                QCOMPARE(filter.matches(store.columns(), slot), store.columns().text(store.columns().description[slot]).starts_with("even"));
        }
    }
}

void TestStringPool::errorsAreGivenBack_data()
{
    QTest::addColumn<bool>("sameTasks");
    QTest::addColumn<int>("tasks");
    QTest::addColumn<int>("length");
    QTest::newRow("tasks that come and go") << false << 1000 << 20;
    QTest::newRow("tasks that fail anew") << true << 1000 << 20;
    QTest::newRow("few, with long texts") << true << 10 << 40'000;
}

/// Each poll's errors say what none has said before.
void TestStringPool::errorsAreGivenBack()
{
    QFETCH(bool, sameTasks);
    QFETCH(int, tasks);
    QFETCH(int, length);
    const FakeClock clock;
    TaskStore store(clock);
    std::size_t mostEarly = 0;
    std::size_t mostLate = 0;
    QList<TaskId> before;
    constexpr int kPolls = 100;
    for (int poll = 0; poll < kPolls; ++poll) {
        QList<Task> failures;
        for (int i = 0; i < tasks; ++i)
            failures << failureOf(sameTasks ? i : poll * tasks + i, u"failure %1 %2"_s.arg(poll * tasks + i).arg(QString(length, u'x')));
        TaskUpdate update = updateOf(failures);
        update.forgotten = std::exchange(before, {});
        for (const Task &failure : failures) {
            if (!sameTasks)
                before << failure.id;
        }
        store.apply(update);
        std::size_t &most = poll < kPolls / 2 ? mostEarly : mostLate;
        most = std::max(most, store.bytes());
        QCOMPARE(store.size(), tasks);
        QCOMPARE(store.task(store.find(failures.last().id)).error, failures.last().error);
    }
    QVERIFY2(mostLate <= mostEarly * 11 / 10, qPrintable(u"%1 bytes after %2"_s.arg(mostLate).arg(mostEarly)));
}

void TestStringPool::errorsNumbersMeanOthersLater()
{
    const FakeClock clock;
    TaskStore store(clock);
    CompiledFilter filter(TaskFilter::parse(u"error:even"_s).filter);
    GroupCounter counter(Column::Error, false);
    for (int poll = 0; store.columns().errors.generation() < 3; ++poll) {
        QVERIFY(poll < 500);
        QList<Task> rows;
        for (int i = 0; i < 1000; ++i)
            rows << failureOf(i, u"%1 %2"_s.arg((i + poll) % 3 == 0 ? u"even"_s : u"odd"_s).arg(poll * 1000 + i));
        store.apply(updateOf(rows));
        filter.prepare(store.columns(), kStart);
        qint64 found = 0;
        for (Slot slot = 0; slot < store.columns().slotCount(); ++slot)
            found += filter.matches(store.columns(), slot) ? 1 : 0;
        const qint64 even = std::count_if(rows.begin(), rows.end(), [](const Task &task) { return task.error->message.startsWith("even"_L1); });
        QCOMPARE(found, even);
        TaskGroups groups = counter.count(store.columns());
        while (!groups.complete)
            groups = counter.count(store.columns());
        QCOMPARE(groups.largest.size(), 2);
        QCOMPARE(groups.largest.first().count, 1000 - even);
        QVERIFY(groups.largest.first().name.startsWith("odd"_L1));
    }
}

QTEST_GUILESS_MAIN(TestStringPool)
#include "test_stringpool.moc"
