// SPDX-License-Identifier: GPL-3.0-or-later
// Large updates reach the store in parts that mean the same as the whole.
#include "app/client/updatefeed.h"
#include "tests/store/pagebuilder.h"

#include <QSignalSpy>
#include <QTest>

using namespace taskglass;
using namespace Qt::StringLiterals;

namespace {

TaskUpdate made(int renamed, int rows, int gone, int forgotten)
{
    TaskUpdate update;
    QList<Task> tasks;
    for (int i = 0; i < rows; ++i) {
        Task task;
        task.id = u"n:%1"_s.arg(i);
        task.description = u"query %1"_s.arg(i);
        tasks << task;
    }
    if (rows > 0)
        update.page = pageOf(tasks);
    for (int i = 0; i < renamed; ++i)
        update.renamed.append({u"n:%1"_s.arg(i), u"was n:%1"_s.arg(i)});
    for (int i = 0; i < gone; ++i)
        update.gone << u"gone:%1"_s.arg(i);
    for (int i = 0; i < forgotten; ++i)
        update.forgotten << u"old:%1"_s.arg(i);
    update.reset = true;
    update.goneSeenAt = 5;
    update.receivedAt = 7;
    update.nodes = QList<NodeInfo> {NodeInfo {u"n"_s, u"n"_s, {}, {}, {}}};
    update.counts = ServerCounts {};
    update.batches << Batch {};
    return update;
}

qsizetype tasksIn(const TaskUpdate &update)
{
    return update.renamed.size() + update.gone.size() + update.forgotten.size() + (update.page ? qsizetype(update.page->rows.size()) : 0);
}

} // namespace

class TestUpdateFeed : public QObject
{
    Q_OBJECT

private slots:
    void partsMakeTheWhole_data();
    void partsMakeTheWhole();
    void keepsTheOrder();
    void isFullWithOneBehindAnother();
    void droppedUpdatesStillEnd();
};

void TestUpdateFeed::partsMakeTheWhole_data()
{
    QTest::addColumn<int>("renamed");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("gone");
    QTest::addColumn<int>("forgotten");
    QTest::addColumn<int>("parts");
    QTest::newRow("nothing") << 0 << 0 << 0 << 0 << 1;
    QTest::newRow("small") << 100 << 500 << 300 << 100 << 1;
    QTest::newRow("one too many") << 100 << 500 << 300 << 101 << 2;
    QTest::newRow("rows") << 0 << 2500 << 0 << 0 << 3;
    QTest::newRow("whole parts") << 0 << 2000 << 0 << 1000 << 3;
    QTest::newRow("all ended") << 0 << 0 << 3000 << 500 << 4;
    QTest::newRow("of all") << 1200 << 2500 << 1700 << 1900 << 8;
}

void TestUpdateFeed::partsMakeTheWhole()
{
    QFETCH(int, renamed);
    QFETCH(int, rows);
    QFETCH(int, gone);
    QFETCH(int, forgotten);
    QFETCH(int, parts);
    const TaskUpdate whole = made(renamed, rows, gone, forgotten);
    UpdateFeed feed;
    QList<TaskUpdate> heard;
    connect(&feed, &UpdateFeed::updated, this, [&](const TaskUpdate &update) { heard << update; });
    feed.push(whole);
    QCOMPARE(heard.size(), parts == 1 ? 1 : 0); // large ones leave the event loop its turn first
    QTRY_VERIFY(feed.isEmpty());
    QCOMPARE(heard.size(), parts);

    TaskUpdate together;
    QStringList descriptions;
    int stage = 0; // names, rows, gone, forgotten: in this order
    for (qsizetype i = 0; i < heard.size(); ++i) {
        const TaskUpdate &part = heard[i];
        const bool isLast = i + 1 == heard.size();
        QVERIFY(tasksIn(part) <= qsizetype(UpdateFeed::kTasksAtOnce));
        QVERIFY(isLast || tasksIn(part) == qsizetype(UpdateFeed::kTasksAtOnce));
        QCOMPARE(part.reset, i == 0);
        QCOMPARE(part.nodes.has_value(), isLast);
        QCOMPARE(part.counts.has_value(), isLast);
        QCOMPARE(part.batches.size(), isLast ? 1 : 0);
        QCOMPARE(part.goneSeenAt, whole.goneSeenAt);
        QCOMPARE(part.receivedAt, whole.receivedAt);
        const bool has[] {!part.renamed.isEmpty(), part.page && !part.page->rows.empty(), !part.gone.isEmpty(), !part.forgotten.isEmpty()};
        for (int kind = 0; kind < 4; ++kind) {
            QVERIFY(!has[kind] || kind >= stage);
            stage = has[kind] ? kind : stage;
        }
        together.renamed += part.renamed;
        together.gone += part.gone;
        together.forgotten += part.forgotten;
        for (std::size_t row = 0; part.page && row < part.page->rows.size(); ++row)
            descriptions << taskOf(*part.page, part.page->rows[row]).description;
    }
    QCOMPARE(together.renamed, whole.renamed);
    QCOMPARE(together.gone, whole.gone);
    QCOMPARE(together.forgotten, whole.forgotten);
    QCOMPARE(descriptions.size(), rows);
    for (int i = 0; i < rows; ++i)
        QCOMPARE(descriptions[i], u"query %1"_s.arg(i));
}

void TestUpdateFeed::keepsTheOrder()
{
    UpdateFeed feed;
    QStringList heard;
    connect(&feed, &UpdateFeed::updated, this, [&](const TaskUpdate &update) { heard << QString::number(tasksIn(update)); });
    feed.push(made(0, 1500, 0, 0));
    feed.then([&] { heard << u"then"_s; });
    feed.push(made(0, 3, 0, 0)); // behind what waits
    QVERIFY(heard.isEmpty());
    QSignalSpy drained(&feed, &UpdateFeed::drained);
    QVERIFY(drained.wait());
    QCOMPARE(heard, QStringList({u"1000"_s, u"500"_s, u"then"_s, u"3"_s}));
}

void TestUpdateFeed::isFullWithOneBehindAnother()
{
    UpdateFeed feed;
    QStringList heard;
    connect(&feed, &UpdateFeed::updated, this, [&] { heard << u"part"_s; });
    connect(&feed, &UpdateFeed::gotRoom, this, [&] { heard << u"room"_s; });
    feed.push(made(0, 1500, 0, 0));
    feed.then([] {}); // no update
    QVERIFY(!feed.isFull());
    feed.push(made(0, 1500, 0, 0));
    QVERIFY(feed.isFull());
    QTRY_VERIFY(feed.isEmpty());
    QCOMPARE(heard, QStringList({u"part"_s, u"part"_s, u"room"_s, u"part"_s, u"part"_s}));
}

void TestUpdateFeed::droppedUpdatesStillEnd()
{
    UpdateFeed feed;
    bool ended = false;
    const QSignalSpy updated(&feed, &UpdateFeed::updated);
    feed.push(made(0, 1500, 0, 0));
    feed.then([&] { ended = true; });
    feed.clear();
    QVERIFY(ended);
    QVERIFY(feed.isEmpty());
    feed.push(made(0, 1, 0, 0));
    QCOMPARE(updated.size(), 1);
}

QTEST_GUILESS_MAIN(TestUpdateFeed)
#include "test_updatefeed.moc"
