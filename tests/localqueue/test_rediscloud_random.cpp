// SPDX-License-Identifier: GPL-3.0-or-later
// Random orders at random times, looked at in random steps: what must hold of every account.
#include "tests/localqueue/accountfixture.h"

#include "app/localqueue/account/feed.h"

#include <QHash>
#include <QRandomGenerator>
#include <QSet>

#include <algorithm>

using namespace taskglass;
using namespace taskglass::localqueue;
using namespace taskglass::localqueue::account;

namespace {

/// What was last seen of one task.
struct Seen
{
    Stage stage = Stage::Received;
    EpochNs changedAt = 0;
};

int rank(Stage stage)
{
    return std::min(static_cast<int>(stage), 3); // both ends are the same step
}

/// Everything an observer can tell of a task, for comparing two accounts.
QByteArray textOf(const Task &task)
{
    return task.id.toLatin1() + ' ' + wordFor(task.order.command) + ' ' + wordFor(task.stage) + ' '
        + QByteArray::number(task.changedAt) + ' ' + QByteArray::number(task.resourceId.value_or(-1)) + ' '
        + (task.fault ? task.fault->type.toLatin1() : QByteArray());
}

} // namespace

class TestRedisCloudRandom : public QObject
{
    Q_OBJECT
private slots:
    void statusesGoForward_data();
    void statusesGoForward();
    void timeMayJump_data();
    void timeMayJump();

private:
    void checkList(AccountFixture &f, QHash<QString, Seen> &seen, const QStringList &accepted);
};

/// The list after any step: known tasks only, one at a time in work, first come first served, never backwards.
void TestRedisCloudRandom::checkList(AccountFixture &f, QHash<QString, Seen> &seen, const QStringList &accepted)
{
    const std::vector<Task> tasks = f.account->tasks().value();
    QCOMPARE(qsizetype(tasks.size()), accepted.size());
    qsizetype inWork = 0;
    qsizetype lastBegun = -1;
    qsizetype firstWaiting = accepted.size();
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        const Task &task = tasks[i];
        const qsizetype position = accepted.indexOf(task.id);
        QVERIFY(position >= 0);
        QVERIFY(i == 0 || tasks[i - 1].changedAt >= task.changedAt);
        inWork += task.stage == Stage::Initialized || task.stage == Stage::Processing ? 1 : 0;
        if (task.stage == Stage::Received)
            firstWaiting = std::min(firstWaiting, position);
        else
            lastBegun = std::max(lastBegun, position);
        Seen &before = seen[task.id];
        QVERIFY2(rank(task.stage) >= rank(before.stage), qPrintable(QString::fromLatin1(textOf(task))));
        if (rank(before.stage) == 3)
            QCOMPARE(task.stage, before.stage);
        QVERIFY(task.changedAt >= before.changedAt);
        QVERIFY(task.changedAt <= f.clock.now());
        if (task.stage == before.stage && before.changedAt != 0)
            QCOMPARE(task.changedAt, before.changedAt); // the stamp is the status's
        before = {task.stage, task.changedAt};
        QCOMPARE(task.fault.has_value(), task.stage == Stage::Failed);
        if (!isFinal(task.stage))
            QVERIFY(!task.resourceId && task.resource.isEmpty() && task.resourcePath.isEmpty());
    }
    QVERIFY(inWork <= 1);
    QVERIFY(lastBegun < firstWaiting);
}

void TestRedisCloudRandom::statusesGoForward_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestRedisCloudRandom::statusesGoForward()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    AccountFixture f(seed);
    Ideas ideas(seed);
    QHash<QString, Seen> seen;
    QStringList accepted;
    for (int step = 0; step < 100; ++step) {
        if (random.bounded(3) == 0) {
            const auto orders = ideas.next(*f.account).value();
            for (const Order &order : orders)
                accepted.append(f.order(order).id);
        }
        f.clock.pass(qint64(random.bounded(random.bounded(4) == 0 ? 300'000 : 3'000)) * kNsPerMs);
        checkList(f, seen, accepted);
        if (QTest::currentTestFailed())
            return;
    }
    f.clock.pass(kDay);
    checkList(f, seen, accepted);
    // In the end nothing is open, and what exists is what completed tasks made and did not delete again.
    QCOMPARE(f.account->openTasks().value(), 0);
    QSet<qint64> subscriptions;
    QSet<qint64> rules;
    std::vector<Task> tasks = f.account->tasks().value();
    std::sort(tasks.begin(), tasks.end(), [](const Task &a, const Task &b) { return a.number < b.number; });
    for (const Task &task : tasks) {
        if (task.stage == Stage::Failed)
            continue;
        switch (task.order.command) {
        case Command::SubscriptionCreate: subscriptions.insert(*task.resourceId); break;
        case Command::SubscriptionDelete: subscriptions.remove(*task.resourceId); break;
        case Command::RuleCreate: rules.insert(*task.resourceId); break;
        case Command::RuleDelete: rules.remove(*task.resourceId); break;
        case Command::SubscriptionUpdate:
        case Command::DatabaseCreate:
        case Command::DatabaseUpdate:
        case Command::DatabaseDelete:
        case Command::DatabaseImport:
        case Command::DatabaseImportStatus:
        case Command::RuleUpdate: break;
        }
    }
    QSet<qint64> found;
    const std::vector<Subscription> left = f.account->subscriptions().value();
    for (const Subscription &subscription : left) {
        found.insert(subscription.id);
        QVERIFY(subscription.isActive() || subscription.condition == Condition::Failed);
        QCOMPARE(subscription.due, kNoTime);
    }
    QCOMPARE(found, subscriptions);
    QCOMPARE(qsizetype(f.account->rules().value().size()), rules.size() + 3);
}

void TestRedisCloudRandom::timeMayJump_data()
{
    statusesGoForward_data();
}

/// Whoever looks all the time and whoever looks once see the same account.
void TestRedisCloudRandom::timeMayJump()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    AccountFixture watched(seed);
    AccountFixture alone(seed);
    for (AccountFixture *f : {&watched, &alone})
        QCOMPARE(f->account->seed(seed, 40).value(), 40);
    Ideas ideas(seed);
    for (int round = 0; round < 6; ++round) {
        const auto orders = ideas.next(*watched.account).value();
        for (const Order &order : orders) {
            watched.order(order);
            alone.order(order);
        }
        const DurationNs span = qint64(random.bounded(1, 400)) * kNsPerSecond;
        alone.clock.pass(span);
        for (int i = 0; i < 20; ++i) {
            watched.clock.pass(span / 20);
            (void)watched.account->openTasks();
        }
        watched.clock.pass(span % 20);
    }
    const std::vector<Task> a = watched.account->tasks().value();
    const std::vector<Task> b = alone.account->tasks().value();
    QCOMPARE(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        QCOMPARE(textOf(a[i]), textOf(b[i]));
}

QTEST_GUILESS_MAIN(TestRedisCloudRandom)
#include "test_rediscloud_random.moc"
