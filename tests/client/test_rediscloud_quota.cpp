// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of an account beside its list, and that its quota is kept.
#include "app/client/rediscloud/quota.h"
#include "app/client/rediscloud/wire.h"
#include "tests/client/accountfollower.h"

#include <QTest>

#include <random>

using namespace taskglass;
using namespace taskglass::rediscloud;
using namespace taskglass::test;
using namespace Qt::StringLiterals;

class TestRedisCloudQuota : public QObject
{
    Q_OBJECT

private slots:
    void detailsOnlyWhereTheListLacksThem();
    void oldFailuresAreAskedForTheirReason();
    void detailsWaitForTheQuota();
    void thousandsAtOnce();
    void quotaSlowsDown();
    void refusalsGrow();
    void refreshIsNoFasterThanTwoSeconds();
};

void TestRedisCloudQuota::detailsOnlyWhereTheListLacksThem()
{
    std::mt19937 random(1);
    Follower follower;
    FakeRedisCloud &account = follower.account;
    account.hasThinLists = true;
    const QByteArray before = account.add("subscriptionCreateRequest", random, "processing-completed");
    follower.round();
    follower.background();
    QCOMPARE(account.seen.size(), std::size_t(1)); // it had ended before we came: asked for when somebody looks
    const QByteArray id = account.add("databaseCreateRequest", random);
    account.tasks[id].fresh = false;
    follower.roundAfter(5);
    follower.background();
    QCOMPARE(account.seen.size(), std::size_t(2)); // it waits: there is nothing to know yet
    account.tasks[id].status = "processing-completed";
    account.tasks[id].timestamp = account.now;
    follower.roundAfter(5);
    follower.background();
    QCOMPARE(account.seen.back().second, QByteArray("/tasks/" + id));
    const std::size_t asked = account.seen.size();
    follower.roundAfter(5);
    follower.background();
    QVERIFY(!follower.lookUp(id)); // settled
    QCOMPARE(account.seen.size(), asked + 1);
    QCOMPARE(account.seen.back().second, QByteArray("/tasks"));
    account.tasks[before].fresh = false;
    QVERIFY(!follower.lookUp(before));
    QCOMPARE(account.seen.back().second, QByteArray("/tasks/" + before));
    QVERIFY(!follower.lookUp(before));
    QCOMPARE(account.seen.size(), asked + 2);
}

void TestRedisCloudQuota::oldFailuresAreAskedForTheirReason()
{
    std::mt19937 random(1);
    Follower follower;
    FakeRedisCloud &account = follower.account;
    account.hasThinLists = true;
    const QByteArray id = account.add("subscriptionCreateRequest", random, "processing-error");
    account.tasks[id].fresh = false;
    follower.round();
    follower.background();
    QCOMPARE(account.seen.back().second, QByteArray("/tasks/" + id));
}

void TestRedisCloudQuota::detailsWaitForTheQuota()
{
    std::mt19937 random(1);
    Follower follower;
    FakeRedisCloud &account = follower.account;
    account.hasThinLists = true;
    follower.round();
    for (int i = 0; i < 200; ++i) {
        auto &task = account.tasks[account.add("databaseCreateRequest", random)];
        task.status = "processing-completed";
        task.fresh = false;
    }
    follower.roundAfter(5);
    follower.background();
    QVERIFY(account.seen.size() <= std::size_t(Quota::kForBackground));
    QVERIFY(follower.sync.waitUntil() > account.now); // it goes on when the minute is over
    for (int minute = 0; minute < 20; ++minute) {
        account.now = std::max(account.now, follower.sync.waitUntil());
        follower.background();
        follower.roundAfter(1);
        follower.background();
    }
    QCOMPARE(follower.settled.size(), std::size_t(200));
    QVERIFY(busiestMinute(account) <= Quota::kOurs);
    QVERIFY2(differenceOf(follower).isEmpty(), qPrintable(differenceOf(follower)));
}

void TestRedisCloudQuota::thousandsAtOnce()
{
    std::mt19937 random(1);
    Follower follower;
    FakeRedisCloud &account = follower.account;
    for (int i = 0; i < 5000; ++i) {
        account.now += kNsPerSecond;
        auto &task = account.tasks[account.add("databaseImportStatusRequest", random)];
        while (random() % 4 != 0)
            account.advance(task, random);
    }
    follower.round();
    QCOMPARE(follower.store.size(), std::size_t(5000));
    QVERIFY2(differenceOf(follower).isEmpty(), qPrintable(differenceOf(follower)));
    const std::size_t asked = account.seen.size();
    follower.roundAfter(5);
    QCOMPARE(account.seen.size(), asked + 1);
    QVERIFY2(differenceOf(follower).isEmpty(), qPrintable(differenceOf(follower)));
}

void TestRedisCloudQuota::quotaSlowsDown()
{
    std::mt19937 random(1);
    Follower follower;
    FakeRedisCloud &account = follower.account;
    const auto interval = [&follower] { return follower.sync.leastInterval().first; };
    QCOMPARE(interval(), 5'000);
    follower.round();
    QCOMPARE(interval(), 60'000); // nothing there
    QCOMPARE(follower.sync.budget()->limit, Quota::kOurs);
    QCOMPARE(follower.sync.budget()->remaining, Quota::kOurs - 1);
    const QByteArray id = account.add("subscriptionCreateRequest", random, "a-new-word");
    follower.roundAfter(5);
    QCOMPARE(interval(), 15'000);
    account.tasks[id].status = "processing-in-progress";
    account.remaining = 100;
    follower.roundAfter(5);
    QCOMPARE(interval(), 5'000);
    QCOMPARE(*follower.sync.budget(), (RequestBudget {400, 100, 60'000}));
    account.remaining = 99;
    follower.roundAfter(5);
    QCOMPARE(interval(), 20'000);
    account.remaining = 19;
    follower.roundAfter(5);
    QCOMPARE(interval(), 60'000);
    QVERIFY(!follower.sync.leastInterval().second.isEmpty());
    account.remaining = -1; // it no longer says: after a minute the old figure means nothing
    follower.roundAfter(61);
    QCOMPARE(interval(), 5'000);
}

void TestRedisCloudQuota::refusalsGrow()
{
    Follower follower;
    FakeRedisCloud &account = follower.account;
    account.failing = 429;
    qint64 least = 30'000;
    for (int i = 0; i < 8; ++i) {
        follower.roundAfter(400);
        const auto error = follower.sync.takeError();
        QVERIFY(error);
        QVERIFY2(error->retryAfterMs >= least && error->retryAfterMs <= std::min<qint64>(300'000, least * 11 / 10), qPrintable(QString::number(error->retryAfterMs)));
        least = std::min<qint64>(300'000, least * 2);
    }
    account.failingHeaders = {{"retry-after", "9"}};
    follower.round();
    QCOMPARE(follower.sync.takeError()->retryAfterMs, qint64(9'000));
    QCOMPARE(follower.sync.budget()->remaining, qint64(0));
    account.failing = 0;
    follower.roundAfter(10);
    QVERIFY(!follower.sync.takeError());
    account.failing = 429;
    account.failingHeaders.clear();
    follower.roundAfter(10);
    QVERIFY(follower.sync.takeError()->retryAfterMs < 40'000); // it begins anew
}

void TestRedisCloudQuota::refreshIsNoFasterThanTwoSeconds()
{
    Follower follower;
    FakeRedisCloud &account = follower.account;
    for (int i = 0; i < 10; ++i)
        follower.round();
    for (std::size_t i = 1; i < account.seen.size(); ++i)
        QVERIFY(account.seen[i].first - account.seen[i - 1].first >= 2 * kNsPerSecond);
    QCOMPARE(account.seen.size(), std::size_t(10));
}

QTEST_APPLESS_MAIN(TestRedisCloudQuota)
#include "test_rediscloud_quota.moc"
