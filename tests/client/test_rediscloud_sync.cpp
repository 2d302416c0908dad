// SPDX-License-Identifier: GPL-3.0-or-later
// How an account is followed: what becomes of its tasks, told by what its list says, leaves out and forgets.
#include "app/client/rediscloud/quota.h"
#include "app/client/rediscloud/wire.h"
#include "tests/client/accountfollower.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace taskglass;
using namespace taskglass::rediscloud;
using namespace taskglass::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kDay = 24 * 3600 * kNsPerSecond;

} // namespace

class TestRedisCloudSync : public QObject
{
    Q_OBJECT

private slots:
    void likeANaiveReader_data();
    void likeANaiveReader();
    void oneListARound();
    void runsAtLeastAsLongAsSeen();
    void endStaysEnd();
    void endIsTheEarliestStamp();
    void missingTwiceIsGone();
    void tenDays();
    void freshTasksMayBeUnknown();
    void unknownIdIsTriedTwice();
};

void TestRedisCloudSync::likeANaiveReader_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 15; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestRedisCloudSync::likeANaiveReader()
{
    QFETCH(quint32, seed);
    std::mt19937 random(seed);
    Follower follower;
    FakeRedisCloud &account = follower.account;
    account.hasThinLists = seed % 2 == 0;
    for (int step = 0; step < 100; ++step) {
        account.now += qint64(random() % 20'000) * kNsPerMs;
        if (random() % 60 == 0)
            account.now += qint64(random() % 4) * kDay;
        for (int i = int(random() % 3); i > 0; --i)
            account.add(random() % 2 == 0 ? "databaseCreateRequest" : "databaseImportStatusRequest", random);
        for (auto &[id, task] : account.tasks) {
            if (random() % 4 == 0)
                account.advance(task, random);
            task.hidden = random() % 12 == 0;
            task.fresh = task.fresh && random() % 3 != 0;
        }
        const bool fails = random() % 10 == 0;
        account.failing = !fails ? 0 : random() % 2 == 0 ? 429 : 503;
        follower.round();
        const std::optional<Error> error = follower.sync.takeError();
        QCOMPARE(error.has_value(), fails);
        if (fails && account.failing == 429)
            QVERIFY(error->retryAfterMs >= 30'000);
        account.failing = 0;
        follower.background();
        if (!account.tasks.empty() && random() % 3 == 0)
            (void)follower.lookUp(std::next(account.tasks.begin(), qsizetype(random() % account.tasks.size()))->first);
        const QString difference = differenceOf(follower);
        QVERIFY2(difference.isEmpty(), qPrintable(u"step %1: %2"_s.arg(step).arg(difference)));
    }
    QVERIFY(busiestMinute(account) <= Quota::kOurs);
    const SyncProgress progress = follower.sync.progress();
    QCOMPARE(progress.loaded, std::count_if(follower.believed.begin(), follower.believed.end(), [](const auto &one) { return !one.second.gone; }));
    QCOMPARE(progress.busy, std::any_of(follower.believed.begin(), follower.believed.end(), [](const auto &one) { return !one.second.gone && !isFinal(one.second.state); }));
}

void TestRedisCloudSync::oneListARound()
{
    std::mt19937 random(1);
    Follower follower;
    for (int i = 0; i < 50; ++i)
        follower.account.advance(follower.account.tasks[follower.account.add("subscriptionCreateRequest", random)], random);
    for (int i = 0; i < 5; ++i) {
        follower.roundAfter(5);
        follower.background();
    }
    QCOMPARE(follower.account.seen.size(), std::size_t(5));
    QCOMPARE(requestsTo(follower.account, "/tasks"), qint64(5));
    QVERIFY(follower.sync.progress().complete);
    QVERIFY(!follower.sync.progress().backfilling);
}

void TestRedisCloudSync::runsAtLeastAsLongAsSeen()
{
    std::mt19937 random(1);
    Follower follower;
    FakeRedisCloud &account = follower.account;
    const QByteArray id = account.add("subscriptionCreateRequest", random);
    const QByteArray ended = account.add("subscriptionDeleteRequest", random, "processing-completed");
    account.tasks[id].status = "processing-in-progress";
    follower.round();
    QCOMPARE(follower.store[id].ran, kNoTime); // seen once: nothing is known
    QVERIFY(!follower.store[id].ranAtLeast);
    const EpochNs from = account.now;
    follower.roundAfter(180);
    QCOMPARE(follower.store[id].ran, account.now - from);
    QVERIFY(follower.store[id].ranAtLeast);
    const DurationNs seen = account.now - from;
    account.now += 60 * kNsPerSecond;
    account.tasks[id].status = "processing-completed";
    account.tasks[id].timestamp = account.now - kNsPerSecond;
    follower.roundAfter(60);
    QCOMPARE(follower.store[id].ran, seen); // the rest was not seen
    QVERIFY(follower.store[id].ranAtLeast);
    QCOMPARE(follower.store[id].finishedAt, account.tasks[id].timestamp);
    QCOMPARE(follower.store[ended].ran, kNoTime);
}

void TestRedisCloudSync::endStaysEnd()
{
    std::mt19937 random(1);
    Follower follower;
    FakeRedisCloud &account = follower.account;
    const QByteArray id = account.add("subscriptionCreateRequest", random, "processing-completed");
    account.tasks[id].timestamp = account.now;
    follower.round();
    const Shown shown = follower.store[id];
    // An answer of some replica that is behind.
    account.tasks[id].status = "processing-in-progress";
    account.tasks[id].timestamp -= kNsPerSecond;
    follower.roundAfter(5);
    QCOMPARE(follower.store[id], shown);
    QVERIFY(!follower.sync.progress().busy);
    // The order of the first two words is not promised, so neither is a step back.
    const QByteArray other = account.add("subscriptionCreateRequest", random, "initialized");
    follower.roundAfter(5);
    account.tasks[other].status = "received";
    follower.roundAfter(5);
    QCOMPARE(follower.store[other].word, QByteArray("received"));
}

/// The answer for a single task may carry the time of the answer in place of that of the change.
void TestRedisCloudSync::endIsTheEarliestStamp()
{
    std::mt19937 random(1);
    Follower follower;
    FakeRedisCloud &account = follower.account;
    const QByteArray id = account.add("subscriptionCreateRequest", random, "processing-completed");
    account.tasks[id].fresh = false;
    const EpochNs ended = account.tasks[id].timestamp;
    follower.round();
    account.now += 100 * kNsPerSecond;
    account.tasks[id].timestamp = account.now;
    QVERIFY(!follower.lookUp(id));
    QCOMPARE(follower.store[id].finishedAt, ended);
}

void TestRedisCloudSync::missingTwiceIsGone()
{
    std::mt19937 random(1);
    Follower follower;
    FakeRedisCloud &account = follower.account;
    const QByteArray id = account.add("subscriptionCreateRequest", random);
    follower.round();
    const EpochNs seen = account.now;
    account.tasks[id].hidden = true;
    follower.roundAfter(5);
    QVERIFY(!follower.store[id].gone);
    follower.roundAfter(5);
    QVERIFY(follower.store[id].gone);
    QCOMPARE(follower.store[id].lastSeenAt, seen);
    QCOMPARE(follower.sync.progress().loaded, qint64(0));
    QVERIFY(!follower.sync.progress().busy);
    const std::size_t asked = account.seen.size();
    QVERIFY(!follower.lookUp(id)); // what is gone is not asked for
    QCOMPARE(account.seen.size(), asked);
    account.tasks[id].hidden = false;
    follower.roundAfter(5);
    QVERIFY(!follower.store[id].gone);
    QCOMPARE(follower.sync.progress().loaded, qint64(1));
}

void TestRedisCloudSync::tenDays()
{
    std::mt19937 random(1);
    Follower follower;
    FakeRedisCloud &account = follower.account;
    const QByteArray old = account.add("subscriptionCreateRequest", random, "processing-completed");
    follower.round();
    account.now += 9 * kDay;
    const QByteArray young = account.add("subscriptionDeleteRequest", random, "processing-completed");
    follower.round();
    QVERIFY(!follower.store[old].gone);
    account.now += kDay;
    follower.round();
    follower.roundAfter(60);
    QVERIFY(follower.store[old].gone);
    QVERIFY(!follower.store[young].gone);
    QCOMPARE(follower.store[old].state, TaskState::Succeeded); // how it ended is still known
}

void TestRedisCloudSync::freshTasksMayBeUnknown()
{
    std::mt19937 random(1);
    Follower follower;
    FakeRedisCloud &account = follower.account;
    const QByteArray id = account.add("subscriptionCreateRequest", random);
    account.tasks[id].fresh = true;
    follower.round();
    QVERIFY(!follower.lookUp(id)); // the list shows it: not an error
    account.now += 61 * kNsPerSecond;
    const auto error = follower.lookUp(id);
    QVERIFY(error);
    QCOMPARE(error->kind, Error::Kind::NotFound);
    QVERIFY(error->message.contains(u"does not know this task"_s));
}

void TestRedisCloudSync::unknownIdIsTriedTwice()
{
    Follower follower;
    follower.round();
    const EpochNs begun = follower.account.now;
    const auto error = follower.lookUp("no-such-task");
    QVERIFY(error);
    QCOMPARE(error->kind, Error::Kind::NotFound);
    QCOMPARE(requestsTo(follower.account, "/tasks/no-such-task"), qint64(2));
    QVERIFY(follower.account.now - begun >= 2 * kNsPerSecond);
}

QTEST_APPLESS_MAIN(TestRedisCloudSync)
#include "test_rediscloud_sync.moc"
