// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakemeilisearch.h"

#include "app/client/meilisearch/capabilities.h"
#include "app/client/meilisearch/sync.h"
#include "app/client/meilisearch/wire.h"

#include <QTest>

#include <map>
#include <random>

using namespace taskglass;
using namespace taskglass::meilisearch;
using taskglass::test::FakeMeilisearch;

Q_DECLARE_METATYPE(taskglass::Version)

namespace {

/// Carries requests to the fake and keeps, as a plain map, what a store would: where the raw bytes of each task are.
class Follower
{
public:
    Follower(FakeMeilisearch &server, const Dialect &dialect)
        : m_server(server)
        , knowledge(std::make_shared<Knowledge>(dialect))
        , m_decoder(std::make_shared<MeilisearchDecoder>(dialect))
        , sync(knowledge, m_decoder)
    {
    }

    void round(bool afterGap = false, bool withBackground = true)
    {
        sync.beginRound(m_server.now, afterGap);
        int requests = 0;
        while (const auto request = sync.next(m_server.now)) {
            QVERIFY2(++requests < 3000, "the plan goes round in circles");
            if (request->lane == Lane::Background && !withBackground)
                return;
            exchange(*request);
        }
    }

    void exchange(const HttpRequest &request)
    {
        const HttpAnswer answer = m_server.answer(request);
        sync.absorb(request, answer.receivedAt, m_decoder->decode(answer));
        if (const auto error = sync.takeError())
            QFAIL(qPrintable(error->message + QString::fromLatin1(request.target) + error->serverMessage));
        if (auto update = sync.takeUpdate())
            apply(*update);
    }

    void apply(const TaskUpdate &update)
    {
        if (update.reset)
            store.clear();
        for (const TaskId &id : update.gone)
            store.erase(id.toLongLong());
        if (!update.page)
            return;
        for (const TaskRow &row : update.page->rows)
            store[row.idNumber] = {update.page, row};
    }

    [[nodiscard]] QString difference() const
    {
        std::map<qint64, QByteArray> expected;
        for (const auto &[uid, task] : m_server.tasks) {
            if (m_server.isVisible(task))
                expected[uid] = m_server.json(task);
        }
        for (const auto &[uid, raw] : expected) {
            const auto found = store.find(uid);
            if (found == store.end())
                return QStringLiteral("missing: ") + QString::fromUtf8(raw);
            const QByteArray kept = rawOf(*found->second.first, found->second.second);
            if (kept != raw)
                return QStringLiteral("stale: ") + QString::fromUtf8(kept) + QStringLiteral(" is ") + QString::fromUtf8(raw);
        }
        for (const auto &[uid, place] : store) {
            if (!expected.contains(uid))
                return QStringLiteral("gone: ") + QString::number(uid);
        }
        return {};
    }

private:
    FakeMeilisearch &m_server;

public:
    std::shared_ptr<Knowledge> knowledge;

private:
    std::shared_ptr<const Decoder> m_decoder;

public:
    MeilisearchSync sync;
    std::map<qint64, std::pair<TaskPagePtr, TaskRow>> store;
};

void act(FakeMeilisearch &server, std::mt19937 &random, bool mayWipe)
{
    const QByteArray indexes[] {"books", "films", "boats"};
    const auto index = [&] { return indexes[random() % 3]; };
    switch (random() % 12) {
    case 0:
    case 1:
    case 2:
        for (auto i = random() % 8; i > 0; --i)
            server.add(index());
        return;
    case 3:
        if (random() % 8 == 0)
            for (int i = 0; i < 450; ++i)
                server.add(index());
        return;
    case 4:
    case 5:
        server.start(1 + random() % 40, random);
        return;
    case 6:
    case 7:
    case 8:
        server.finishBatch(random);
        return;
    case 9:
        if (random() % 2)
            server.abortBatch();
        else
            server.cancelOpen(1 + random() % 5, random);
        return;
    case 10:
        if (random() % 2)
            server.deleteFinished(1 + random() % 30, random);
        else
            server.swap("books", "films");
        return;
    default:
        if (mayWipe && random() % 6 == 0) {
            server.wipe();
            for (auto i = random() % 20; i > 0; --i)
                server.add(index());
        }
        return;
    }
}

} // namespace

class TestMeilisearchSync : public QObject
{
    Q_OBJECT

private slots:
    void endsEqualToTheServer_data();
    void endsEqualToTheServer();
    void loadsAllPages_data();
    void loadsAllPages();
    void quietPollIsSmall();
    void stopsAtWhatWasAskedFor();
    void firstRowsComeFirst();
    void tellsProgressAndCounts();
    void survivesLostAnswers_data();
    void survivesLostAnswers();
    void noticesAReplacedServer_data();
    void noticesAReplacedServer();
    void copesWithoutBatches();
};

void TestMeilisearchSync::endsEqualToTheServer_data()
{
    QTest::addColumn<Version>("version");
    QTest::addColumn<QByteArray>("restrictedTo");
    QTest::addColumn<quint32>("seed");
    const std::pair<const char *, Version> versions[] {{"0.25", {0, 25, 0}}, {"0.27", {0, 27, 2}}, {"0.28", {0, 28, 0}},
                                                       {"0.29", {0, 29, 1}}, {"0.30", {0, 30, 0}}, {"1.2", {1, 2, 0}},
                                                       {"1.3", {1, 3, 0}},   {"1.11", {1, 11, 0}}, {"1.12", {1, 12, 0}},
                                                       {"1.50", {1, 50, 0}}};
    for (const auto &[name, version] : versions) {
        for (quint32 seed = 1; seed <= 2; ++seed)
            QTest::addRow("%s seed %u", name, seed) << version << QByteArray() << seed;
    }
    for (quint32 seed = 1; seed <= 2; ++seed)
        QTest::addRow("1.50, one index only, seed %u", seed) << Version {1, 50, 0} << QByteArray("books") << seed;
}

void TestMeilisearchSync::endsEqualToTheServer()
{
    QFETCH(Version, version);
    QFETCH(QByteArray, restrictedTo);
    QFETCH(quint32, seed);
    const Dialect dialect {version, true};
    FakeMeilisearch server(dialect);
    server.restrictedTo = restrictedTo;
    std::mt19937 random(seed);
    for (auto i = random() % 300; i > 0; --i)
        server.add("books");
    Follower follower(server, dialect);
    for (int step = 0; step < 40; ++step) {
        act(server, random, restrictedTo.isEmpty());
        if (random() % 2) {
            follower.round(random() % 20 == 0, random() % 2);
            if (QTest::currentTestFailed())
                return;
        }
        server.now += qint64(random() % 3) * kNsPerSecond;
    }
    // Quiet now: within the slowest of the checks all must be known.
    for (int i = 0; i < 11; ++i) {
        server.now += 61 * kNsPerSecond;
        follower.round();
        if (QTest::currentTestFailed())
            return;
    }
    QCOMPARE(follower.difference(), QString());
}

void TestMeilisearchSync::loadsAllPages_data()
{
    QTest::addColumn<Version>("version");
    QTest::addColumn<QByteArray>("restrictedTo");
    QTest::newRow("0.25") << Version {0, 25, 0} << QByteArray();
    QTest::newRow("0.28") << Version {0, 28, 0} << QByteArray();
    QTest::newRow("0.30") << Version {0, 30, 0} << QByteArray();
    QTest::newRow("1.50") << Version {1, 50, 0} << QByteArray();
    QTest::newRow("1.50, one index in ten, none of the newest") << Version {1, 50, 0} << QByteArray("rare");
}

void TestMeilisearchSync::loadsAllPages()
{
    QFETCH(Version, version);
    QFETCH(QByteArray, restrictedTo);
    const Dialect dialect {version, true};
    FakeMeilisearch server(dialect);
    server.restrictedTo = restrictedTo;
    std::mt19937 random(7);
    for (int i = 0; i < 4'000; ++i)
        server.add(i < 3'500 && i % 10 == 0 ? "rare" : "books");
    server.start(10'000, random);
    server.finishBatch(random);
    server.deleteFinished(40, random);
    Follower follower(server, dialect);
    follower.round();
    QCOMPARE(follower.difference(), QString());
    QVERIFY(follower.sync.progress().complete);
    QVERIFY(!follower.sync.progress().backfilling);
    // A task of ours that comes after many that the key may not see.
    for (int i = 0; i < 700; ++i)
        server.add("books");
    server.add(restrictedTo.isEmpty() ? QByteArray("books") : restrictedTo);
    follower.round();
    server.now += 61 * kNsPerSecond;
    follower.round();
    QCOMPARE(follower.difference(), QString());
}

void TestMeilisearchSync::quietPollIsSmall()
{
    const Dialect dialect {{1, 50, 0}, true};
    FakeMeilisearch server(dialect);
    std::mt19937 random(1);
    for (int i = 0; i < 2'000; ++i)
        server.add("books");
    server.start(10'000, random);
    server.finishBatch(random);
    Follower follower(server, dialect);
    follower.round();
    for (int i = 0; i < 3; ++i)
        follower.round();
    server.bytes = 0;
    server.seen.clear();
    server.now += kNsPerSecond;
    follower.round();
    QCOMPARE(server.seen.size(), 2);
    QVERIFY2(server.bytes < 200, qPrintable(QString::number(server.bytes)));
    server.add("books"); // one open task costs its own size more
    follower.round();
    server.bytes = 0;
    server.seen.clear();
    server.now += kNsPerSecond;
    follower.round();
    QCOMPARE(server.seen.size(), 2);
    QVERIFY2(server.bytes < 700, qPrintable(QString::number(server.bytes)));
    QVERIFY(follower.sync.progress().busy);
}

void TestMeilisearchSync::stopsAtWhatWasAskedFor()
{
    const Dialect dialect {{1, 50, 0}, true};
    FakeMeilisearch server(dialect);
    for (int i = 0; i < 3'000; ++i)
        server.add("books");
    Follower follower(server, dialect);
    follower.sync.stopLoading();
    follower.round();
    const std::size_t first = follower.store.size();
    QVERIFY(first >= 100 && first < 1'000);
    QVERIFY(!follower.sync.progress().complete);
    follower.sync.loadOlder(1'200);
    follower.round();
    const std::size_t second = follower.store.size();
    QVERIFY(second >= 1'300 && second < 2'000);
    follower.sync.loadOlder(0);
    follower.round();
    QCOMPARE(follower.difference(), QString());
    QVERIFY(follower.sync.progress().complete);
}

void TestMeilisearchSync::firstRowsComeFirst()
{
    const Dialect dialect {{1, 50, 0}, true};
    FakeMeilisearch server(dialect);
    for (int i = 0; i < 3'000; ++i)
        server.add("books");
    Follower follower(server, dialect);
    follower.sync.beginRound(server.now, false);
    const auto request = follower.sync.next(server.now);
    QVERIFY(request.has_value());
    QCOMPARE(request->target, QByteArray("/tasks?limit=100"));
    QCOMPARE(request->lane, Lane::Poll);
    follower.exchange(*request);
    QCOMPARE(follower.store.size(), std::size_t(100));
    QVERIFY(follower.store.contains(2'999));
}

void TestMeilisearchSync::tellsProgressAndCounts()
{
    const Dialect dialect {{1, 50, 0}, true};
    FakeMeilisearch server(dialect);
    std::mt19937 random(3);
    for (int i = 0; i < 5'000; ++i)
        server.add("books");
    server.start(30, random);
    Follower follower(server, dialect);
    follower.sync.stopLoading();
    follower.round();
    const SyncProgress progress = follower.sync.progress();
    QCOMPARE(progress.counts.total, 5'000);
    QCOMPARE(progress.counts.byState[indexOf(TaskState::Queued)], 4'970);
    QCOMPARE(progress.counts.byState[indexOf(TaskState::Running)], 30);
    QVERIFY(progress.loaded < 1'000);
    const bool asked = std::any_of(server.seen.begin(), server.seen.end(), [](const HttpRequest &request) {
        return request.target == "/batches?statuses=processing&limit=1";
    });
    QVERIFY(asked);
}

void TestMeilisearchSync::survivesLostAnswers_data()
{
    QTest::addColumn<Version>("version");
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 2; ++seed) {
        QTest::addRow("1.50 seed %u", seed) << Version {1, 50, 0} << seed;
        QTest::addRow("1.3 seed %u", seed) << Version {1, 3, 0} << seed;
        QTest::addRow("0.28 seed %u", seed) << Version {0, 28, 0} << seed;
    }
}

void TestMeilisearchSync::survivesLostAnswers()
{
    QFETCH(Version, version);
    QFETCH(quint32, seed);
    const Dialect dialect {version, true};
    FakeMeilisearch server(dialect);
    std::mt19937 random(seed);
    for (int i = 0; i < 200; ++i)
        server.add("books");
    Follower follower(server, dialect);
    Error lost;
    lost.kind = Error::Kind::Timeout;
    for (int step = 0; step < 40; ++step) {
        act(server, random, false);
        follower.sync.beginRound(server.now, false);
        while (const auto request = follower.sync.next(server.now)) {
            if (random() % 4 == 0) {
                follower.sync.absorb(*request, server.now, lost);
                QVERIFY(follower.sync.takeError().has_value());
                QVERIFY(follower.sync.roundOver());
                break;
            }
            follower.exchange(*request);
        }
        server.now += kNsPerSecond;
    }
    for (int i = 0; i < 11; ++i) {
        server.now += 61 * kNsPerSecond;
        follower.round();
    }
    QCOMPARE(follower.difference(), QString());
}

void TestMeilisearchSync::noticesAReplacedServer_data()
{
    QTest::addColumn<Version>("version");
    QTest::addColumn<int>("tasksAfter");
    for (const int count : {0, 3, 50, 80}) {
        QTest::addRow("1.50, %d tasks after", count) << Version {1, 50, 0} << count;
        QTest::addRow("1.3, %d tasks after", count) << Version {1, 3, 0} << count;
        QTest::addRow("0.30, %d tasks after", count) << Version {0, 30, 0} << count;
        QTest::addRow("0.25, %d tasks after", count) << Version {0, 25, 0} << count;
    }
}

void TestMeilisearchSync::noticesAReplacedServer()
{
    QFETCH(Version, version);
    QFETCH(int, tasksAfter);
    const Dialect dialect {version, true};
    FakeMeilisearch server(dialect);
    std::mt19937 random(5);
    for (int i = 0; i < 50; ++i)
        server.add("books");
    server.start(40, random);
    server.finishBatch(random);
    Follower follower(server, dialect);
    follower.round();
    server.wipe();
    for (int i = 0; i < tasksAfter; ++i)
        server.add("films");
    server.start(1'000, random);
    server.finishBatch(random);
    server.now += 61 * kNsPerSecond;
    follower.round(true);
    follower.round();
    QCOMPARE(follower.difference(), QString());
}

void TestMeilisearchSync::copesWithoutBatches()
{
    // A proxy that lets only /tasks through.
    const Dialect dialect {{1, 50, 0}, true};
    FakeMeilisearch server(dialect);
    std::mt19937 random(5);
    for (int i = 0; i < 5; ++i)
        server.add("books");
    server.start(2, random);
    Follower follower(server, dialect);
    follower.sync.beginRound(server.now, false);
    while (const auto request = follower.sync.next(server.now)) {
        if (request->target.startsWith("/batches")) {
            Error error;
            error.kind = Error::Kind::NotFound;
            error.httpStatus = 404;
            follower.sync.absorb(*request, server.now, error);
            QVERIFY(!follower.sync.takeError().has_value());
        } else {
            follower.exchange(*request);
        }
    }
    QCOMPARE(follower.difference(), QString());
    QVERIFY(!follower.knowledge->capabilities().progress);
    QVERIFY(!follower.knowledge->capabilities().progress.reason.isEmpty());
}

QTEST_GUILESS_MAIN(TestMeilisearchSync)
#include "test_meilisearch_sync.moc"
