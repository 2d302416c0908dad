// SPDX-License-Identifier: GPL-3.0-or-later
// The process is killed at random moments. What was answered is there afterwards, once, and comes to its end.
#include "tests/localqueue/accountfixture.h"
#include "tests/localqueue/crashhelp.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>

#include <cstdio>

using namespace taskglass;
using namespace taskglass::localqueue;
using namespace taskglass::localqueue::account;

namespace {

constexpr int kPatience = 30'000;

Result<std::unique_ptr<Account>> openAt(const QString &dir)
{
    AccountOptions options;
    options.dataDir = dir;
    return Account::open(options); // by the machine's clock, as fast as it goes
}

/// Orders rules without end, telling each task that was accepted.
int child(const QString &dir, quint32 round)
{
    const auto account = openAt(dir);
    if (!account)
        return 1;
    for (quint32 n = 0;; ++n) {
        // A rule that is made twice would fail the second time.
        const QJsonObject body {{u"name"_s, u"rule-%1-%2"_s.arg(round).arg(n)}, {u"redisRule"_s, u"+@read ~a:*"_s}};
        const auto task = account.value()->accept({Command::RuleCreate, 0, 0, 0, body});
        if (!task)
            return 1;
        std::printf("%s\n", qPrintable(task.value().id));
        std::fflush(stdout);
    }
}

} // namespace

class TestRedisCloudCrash : public QObject
{
    Q_OBJECT
private slots:
    void nothingAcceptedIsLostOrDoneTwice();
};

void TestRedisCloudCrash::nothingAcceptedIsLostOrDoneTwice()
{
    const QTemporaryDir dir;
    QSet<QByteArray> accepted;
    QRandomGenerator random(20'261'122);
    for (quint32 round = 0; round < 5; ++round) {
        const QByteArray said = saidUntilKilled(dir.path(), round, 1 + random.bounded(20), kPatience);
        QVERIFY(!said.isEmpty());
        for (const QByteArray &id : said.split('\n')) {
            QVERIFY2(!accepted.contains(id), id.constData()); // never handed out twice
            accepted.insert(id);
        }
    }
    const auto account = openAt(dir.path());
    QVERIFY2(account.ok(), qPrintable(account.ok() ? QString() : account.error().message));
    QTRY_COMPARE(account.value()->openTasks().value(), 0);
    QSet<QByteArray> completed;
    const std::vector<Task> tasks = account.value()->tasks().value();
    for (const Task &task : tasks) {
        QVERIFY2(task.stage == Stage::Completed, qPrintable(task.fault ? task.fault->type : u"not done"_s));
        completed.insert(task.id.toLatin1());
    }
    QVERIFY(completed.contains(accepted));
    QCOMPARE(account.value()->rules().value().size(), tasks.size() + 3); // one each, and the default ones
}

int main(int argc, char **argv)
{
    return runWithChild<TestRedisCloudCrash>(argc, argv, &child);
}

#include "test_rediscloud_crash.moc"
