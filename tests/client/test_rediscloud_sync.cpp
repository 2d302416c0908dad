// SPDX-License-Identifier: GPL-3.0-or-later
// How an account is followed: what is asked and when, what becomes of tasks, and that the quota is kept.
#include "app/client/rediscloud/detection.h"
#include "app/client/rediscloud/lookup.h"
#include "app/client/rediscloud/rediscloudprotocol.h"
#include "app/client/rediscloud/sync.h"
#include "app/client/rediscloud/wire.h"
#include "tests/client/fakerediscloud.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace taskglass;
using namespace taskglass::rediscloud;
using namespace Qt::StringLiterals;
using taskglass::test::FakeRedisCloud;

namespace {

constexpr qint64 kDay = 24 * 3600 * kNsPerSecond;

/// What a store would show.
struct Shown
{
    TaskState state = TaskState::Unknown;
    QByteArray word;
    EpochNs finishedAt = kNoTime;
    DurationNs ran = kNoTime;
    bool ranAtLeast = false;
    bool gone = false;
    EpochNs lastSeenAt = kNoTime;
    bool operator==(const Shown &) const = default;
};

/// Carries requests to the account and keeps as plain maps what a store would, and what a naive reader of the same answers
/// would believe.
class Follower
{
public:
    Follower()
        : service(std::make_shared<Service>())
        , decoder(std::make_shared<RedisCloudDecoder>())
        , sync(service, decoder)
    {
    }

    void round()
    {
        sync.beginRound(account.now, false);
        int turns = 0;
        while (!sync.roundOver()) {
            QVERIFY2(++turns < 10, "the round does not end");
            if (const auto request = sync.next(account.now))
                exchange(sync, *request);
            else
                account.now = std::max(account.now + 1, sync.waitUntil());
        }
    }

    /// What goes on between rounds, as far as it does not wait.
    void background(int most = 1000)
    {
        while (most-- > 0) {
            const auto request = sync.next(account.now);
            if (!request)
                return;
            exchange(sync, *request);
        }
    }

    std::optional<Error> lookUp(const QByteArray &id)
    {
        RedisCloudLookup lookup(service, decoder, QString::fromLatin1(id));
        int turns = 0;
        while (!lookup.isOver() && ++turns < 10) {
            if (const auto request = lookup.next(account.now))
                exchange(lookup, *request);
            else if (!lookup.isOver())
                account.now = std::max(account.now + 1, lookup.waitUntil());
        }
        return lookup.error();
    }

    void exchange(Conversation &conversation, const HttpRequest &request)
    {
        account.now += 7 * kNsPerMs;
        const HttpAnswer answer = account.answer(request);
        if (answer.status == 200)
            believe(request);
        conversation.absorb(request, answer.receivedAt, decoder->decode(answer));
        if (const auto update = conversation.takeUpdate())
            apply(*update);
    }

    FakeRedisCloud account;
    std::shared_ptr<Service> service;
    std::shared_ptr<const Decoder> decoder;
    RedisCloudSync sync;
    std::map<QByteArray, Shown> store;
    std::map<QByteArray, Shown> believed;
    std::set<QByteArray> settled; ///< Ended, and their own answer was read.
    QString complaint;

private:
    void apply(const TaskUpdate &update)
    {
        for (const TaskId &id : update.gone) {
            store[id.toLatin1()].gone = true;
            store[id.toLatin1()].lastSeenAt = update.goneSeenAt;
        }
        if (!update.page)
            return;
        for (const TaskRow &row : update.page->rows) {
            const auto bytes = [&update](StringTable::Ref ref) {
                return QByteArray(update.page->strings.at(ref).data(), qsizetype(update.page->strings.at(ref).size()));
            };
            store[bytes(row.id)] = {row.state, bytes(row.serverState), row.finishedAt, row.ran, row.ranAtLeast, false, kNoTime};
            const QByteArray raw = update.page->rawBlocks[row.rawBlock]->at(row.rawIndex);
            if (!raw.contains(bytes(row.id)))
                complaint = u"the bytes of another task: "_s + QString::fromLatin1(raw);
        }
    }

    void see(const FakeRedisCloud::FakeTask &task)
    {
        Shown &shown = believed[task.id];
        shown.word = task.status;
        shown.state = stateFor({task.status.constData(), std::size_t(task.status.size())});
        shown.finishedAt = isFinal(shown.state) ? task.timestamp : kNoTime;
        shown.gone = false;
        shown.lastSeenAt = kNoTime;
        m_lastSeen[task.id] = account.now;
        if (shown.state != TaskState::Running)
            return;
        const EpochNs from = m_runningFrom.try_emplace(task.id, account.now).first->second;
        if (account.now > from) {
            shown.ran = account.now - from;
            shown.ranAtLeast = true;
        }
    }

    void believe(const HttpRequest &request)
    {
        if (request.target != "/tasks") {
            const QByteArray id = request.target.mid(7);
            if (settled.contains(id))
                complaint = u"a settled task was asked for again: "_s + QString::fromLatin1(id);
            const auto &task = account.tasks.at(id);
            if (isFinal(stateFor({task.status.constData(), std::size_t(task.status.size())})))
                settled.insert(id);
            m_misses[id] += 0; // from now on it can be missed
            see(task);
            return;
        }
        for (auto &[id, misses] : m_misses)
            ++misses;
        for (const auto &[id, task] : account.tasks) {
            if (!account.isListed(task))
                continue;
            m_misses[id] = 0;
            see(task);
        }
        for (const auto &[id, misses] : m_misses) {
            if (misses < 2 || believed[id].gone)
                continue;
            believed[id].gone = true;
            believed[id].lastSeenAt = m_lastSeen[id];
        }
    }

    std::map<QByteArray, int> m_misses;
    std::map<QByteArray, EpochNs> m_runningFrom;
    std::map<QByteArray, EpochNs> m_lastSeen;
};

QString differenceOf(const Follower &follower)
{
    if (!follower.complaint.isEmpty())
        return follower.complaint;
    for (const auto &[id, expected] : follower.believed) {
        const auto found = follower.store.find(id);
        if (found == follower.store.end())
            return u"missing: "_s + QString::fromLatin1(id);
        Shown shown = found->second;
        // One update says one moment for all that went with it: the earliest.
        if (shown.gone && expected.gone && shown.lastSeenAt <= expected.lastSeenAt)
            shown.lastSeenAt = expected.lastSeenAt;
        if (shown != expected)
            return u"%1 is %2/%3/ran %4/gone %5, not %6/%7/ran %8/gone %9"_s.arg(QString::fromLatin1(id), QString::fromLatin1(shown.word))
                .arg(shown.finishedAt).arg(shown.ran).arg(shown.gone)
                .arg(QString::fromLatin1(expected.word)).arg(expected.finishedAt).arg(expected.ran).arg(expected.gone);
    }
    return follower.store.size() == follower.believed.size() ? QString() : u"tasks that nobody told of"_s;
}

/// Most requests in any minute.
qint64 busiestMinute(const FakeRedisCloud &account)
{
    qint64 most = 0;
    for (std::size_t first = 0, last = 0; last < account.seen.size(); ++last) {
        while (account.seen[last].first - account.seen[first].first >= 60 * kNsPerSecond)
            ++first;
        most = std::max(most, qint64(last - first + 1));
    }
    return most;
}

qint64 requestsTo(const FakeRedisCloud &account, const QByteArray &target)
{
    return std::count_if(account.seen.begin(), account.seen.end(), [&target](const auto &one) { return one.second == target; });
}

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
    void detailsOnlyWhereTheListLacksThem();
    void oldFailuresAreAskedForTheirReason();
    void detailsWaitForTheQuota();
    void freshTasksMayBeUnknown();
    void unknownIdIsTriedTwice();
    void thousandsAtOnce();
    void quotaSlowsDown();
    void refusalsGrow();
    void refreshIsNoFasterThanTwoSeconds();
    void detects_data();
    void detects();
    void detectionGivesUp_data();
    void detectionGivesUp();
    void commandsAreRefused();
    void keysStayOutOfTheShell();
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
        follower.account.now += 5 * kNsPerSecond;
        follower.round();
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
    const QByteArray ended = account.add("subscriptionDeleteRequest", random);
    account.tasks[ended].status = "processing-completed";
    account.tasks[id].status = "processing-in-progress";
    follower.round();
    QCOMPARE(follower.store[id].ran, kNoTime); // seen once: nothing is known
    QVERIFY(!follower.store[id].ranAtLeast);
    const EpochNs from = account.now;
    account.now += 180 * kNsPerSecond;
    follower.round();
    QCOMPARE(follower.store[id].ran, account.now - from);
    QVERIFY(follower.store[id].ranAtLeast);
    const DurationNs seen = account.now - from;
    account.now += 60 * kNsPerSecond;
    account.tasks[id].status = "processing-completed";
    account.tasks[id].timestamp = account.now - kNsPerSecond;
    account.now += 60 * kNsPerSecond;
    follower.round();
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
    const QByteArray id = account.add("subscriptionCreateRequest", random);
    account.tasks[id].status = "processing-completed";
    account.tasks[id].timestamp = account.now;
    follower.round();
    const Shown shown = follower.store[id];
    // An answer of some replica that is behind.
    account.tasks[id].status = "processing-in-progress";
    account.tasks[id].timestamp -= kNsPerSecond;
    account.now += 5 * kNsPerSecond;
    follower.round();
    QCOMPARE(follower.store[id], shown);
    QVERIFY(!follower.sync.progress().busy);
    // The order of the first two words is not promised, so neither is a step back.
    const QByteArray other = account.add("subscriptionCreateRequest", random);
    account.tasks[other].status = "initialized";
    account.now += 5 * kNsPerSecond;
    follower.round();
    account.tasks[other].status = "received";
    account.now += 5 * kNsPerSecond;
    follower.round();
    QCOMPARE(follower.store[other].word, QByteArray("received"));
}

/// The answer for a single task may carry the time of the answer in place of that of the change.
void TestRedisCloudSync::endIsTheEarliestStamp()
{
    std::mt19937 random(1);
    Follower follower;
    FakeRedisCloud &account = follower.account;
    const QByteArray id = account.add("subscriptionCreateRequest", random);
    account.tasks[id].status = "processing-completed";
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
    account.now += 5 * kNsPerSecond;
    follower.round();
    QVERIFY(!follower.store[id].gone);
    account.now += 5 * kNsPerSecond;
    follower.round();
    QVERIFY(follower.store[id].gone);
    QCOMPARE(follower.store[id].lastSeenAt, seen);
    QCOMPARE(follower.sync.progress().loaded, qint64(0));
    QVERIFY(!follower.sync.progress().busy);
    const std::size_t asked = account.seen.size();
    QVERIFY(!follower.lookUp(id)); // what is gone is not asked for
    QCOMPARE(account.seen.size(), asked);
    account.tasks[id].hidden = false;
    account.now += 5 * kNsPerSecond;
    follower.round();
    QVERIFY(!follower.store[id].gone);
    QCOMPARE(follower.sync.progress().loaded, qint64(1));
}

void TestRedisCloudSync::tenDays()
{
    std::mt19937 random(1);
    Follower follower;
    FakeRedisCloud &account = follower.account;
    const QByteArray old = account.add("subscriptionCreateRequest", random);
    account.tasks[old].status = "processing-completed";
    follower.round();
    account.now += 9 * kDay;
    const QByteArray young = account.add("subscriptionDeleteRequest", random);
    account.tasks[young].status = "processing-completed";
    follower.round();
    QVERIFY(!follower.store[old].gone);
    account.now += kDay;
    follower.round();
    account.now += 60 * kNsPerSecond;
    follower.round();
    QVERIFY(follower.store[old].gone);
    QVERIFY(!follower.store[young].gone);
    QCOMPARE(follower.store[old].state, TaskState::Succeeded); // how it ended is still known
}

void TestRedisCloudSync::detailsOnlyWhereTheListLacksThem()
{
    std::mt19937 random(1);
    Follower follower;
    FakeRedisCloud &account = follower.account;
    account.hasThinLists = true;
    const QByteArray before = account.add("subscriptionCreateRequest", random);
    account.tasks[before].status = "processing-completed";
    follower.round();
    follower.background();
    QCOMPARE(account.seen.size(), std::size_t(1)); // it had ended before we came: asked for when somebody looks
    const QByteArray id = account.add("databaseCreateRequest", random);
    account.tasks[id].fresh = false;
    account.now += 5 * kNsPerSecond;
    follower.round();
    follower.background();
    QCOMPARE(account.seen.size(), std::size_t(2)); // it waits: there is nothing to know yet
    account.tasks[id].status = "processing-completed";
    account.tasks[id].timestamp = account.now;
    account.now += 5 * kNsPerSecond;
    follower.round();
    follower.background();
    QCOMPARE(account.seen.back().second, QByteArray("/tasks/" + id));
    const std::size_t asked = account.seen.size();
    account.now += 5 * kNsPerSecond;
    follower.round();
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

void TestRedisCloudSync::oldFailuresAreAskedForTheirReason()
{
    std::mt19937 random(1);
    Follower follower;
    FakeRedisCloud &account = follower.account;
    account.hasThinLists = true;
    const QByteArray id = account.add("subscriptionCreateRequest", random);
    account.tasks[id].status = "processing-error";
    account.tasks[id].fresh = false;
    follower.round();
    follower.background();
    QCOMPARE(account.seen.back().second, QByteArray("/tasks/" + id));
}

void TestRedisCloudSync::detailsWaitForTheQuota()
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
    account.now += 5 * kNsPerSecond;
    follower.round();
    follower.background();
    QVERIFY(account.seen.size() <= std::size_t(Quota::kForBackground));
    QVERIFY(follower.sync.waitUntil() > account.now); // it goes on when the minute is over
    for (int minute = 0; minute < 20; ++minute) {
        account.now = std::max(account.now, follower.sync.waitUntil());
        follower.background();
        account.now += kNsPerSecond;
        follower.round();
        follower.background();
    }
    QCOMPARE(follower.settled.size(), std::size_t(200));
    QVERIFY(busiestMinute(account) <= Quota::kOurs);
    QVERIFY2(differenceOf(follower).isEmpty(), qPrintable(differenceOf(follower)));
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

void TestRedisCloudSync::thousandsAtOnce()
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
    account.now += 5 * kNsPerSecond;
    follower.round();
    QCOMPARE(account.seen.size(), asked + 1);
    QVERIFY2(differenceOf(follower).isEmpty(), qPrintable(differenceOf(follower)));
}

void TestRedisCloudSync::quotaSlowsDown()
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
    const QByteArray id = account.add("subscriptionCreateRequest", random);
    account.tasks[id].status = "a-new-word";
    account.now += 5 * kNsPerSecond;
    follower.round();
    QCOMPARE(interval(), 15'000);
    account.tasks[id].status = "processing-in-progress";
    account.remaining = 100;
    account.now += 5 * kNsPerSecond;
    follower.round();
    QCOMPARE(interval(), 5'000);
    QCOMPARE(*follower.sync.budget(), (RequestBudget {400, 100, 60'000}));
    account.remaining = 99;
    account.now += 5 * kNsPerSecond;
    follower.round();
    QCOMPARE(interval(), 20'000);
    account.remaining = 19;
    account.now += 5 * kNsPerSecond;
    follower.round();
    QCOMPARE(interval(), 60'000);
    QVERIFY(!follower.sync.leastInterval().second.isEmpty());
    account.remaining = -1; // it no longer says: after a minute the old figure means nothing
    account.now += 61 * kNsPerSecond;
    follower.round();
    QCOMPARE(interval(), 5'000);
}

void TestRedisCloudSync::refusalsGrow()
{
    Follower follower;
    FakeRedisCloud &account = follower.account;
    account.failing = 429;
    qint64 least = 30'000;
    for (int i = 0; i < 8; ++i) {
        account.now += 400 * kNsPerSecond;
        follower.round();
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
    account.now += 10 * kNsPerSecond;
    follower.round();
    QVERIFY(!follower.sync.takeError());
    account.failing = 429;
    account.failingHeaders.clear();
    account.now += 10 * kNsPerSecond;
    follower.round();
    QVERIFY(follower.sync.takeError()->retryAfterMs < 40'000); // it begins anew
}

void TestRedisCloudSync::refreshIsNoFasterThanTwoSeconds()
{
    Follower follower;
    FakeRedisCloud &account = follower.account;
    for (int i = 0; i < 10; ++i)
        follower.round();
    for (std::size_t i = 1; i < account.seen.size(); ++i)
        QVERIFY(account.seen[i].first - account.seen[i - 1].first >= 2 * kNsPerSecond);
    QCOMPARE(account.seen.size(), std::size_t(10));
}

void TestRedisCloudSync::detects_data()
{
    QTest::addColumn<bool>("hasVersionedBase");
    QTest::newRow("address with /v1") << true;
    QTest::newRow("address without") << false;
}

void TestRedisCloudSync::detects()
{
    QFETCH(bool, hasVersionedBase);
    FakeRedisCloud account;
    account.hasVersionedBase = hasVersionedBase;
    RedisCloudDetection detection;
    while (!detection.isOver()) {
        const auto request = detection.next(account.now);
        QVERIFY(request);
        QVERIFY(request->onlySecure);
        account.now += 7 * kNsPerMs;
        const HttpAnswer answer = account.answer(*request);
        detection.absorb(*request, answer.receivedAt, detection.decoder()->decode(answer));
    }
    const Result<Detected> detected = detection.result();
    QVERIFY2(detected, detected ? "" : qPrintable(detected.error().message));
    QCOMPARE(detected.value().kind, ServerKind::RedisCloud);
    QCOMPARE(detected.value().product, u"Redis Cloud"_s);
    QCOMPARE(detected.value().note, u"Account: Acme, user key: monitor, seen from the address 192.0.2.7."_s);
    const auto sync = detected.value().protocol->startSync();
    sync->beginRound(account.now, false);
    QCOMPARE(sync->next(account.now)->target, QByteArray(hasVersionedBase ? "/tasks" : "/v1/tasks"));
    QCOMPARE(detected.value().protocol->curlFor(u"a/b"_s, QUrl(u"https://api.redislabs.com"_s + (hasVersionedBase ? u"/v1"_s : QString()))),
             u"curl 'https://api.redislabs.com/v1/tasks/a%2Fb' -H \"x-api-key: $REDISCLOUD_ACCESS_KEY\" -H \"x-api-secret-key: $REDISCLOUD_SECRET_KEY\" -H 'Content-Type: application/json'"_s);
}

void TestRedisCloudSync::detectionGivesUp_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("requests");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("keys refused") << 401 << 2 << Error::Kind::Auth;
    QTest::newRow("access refused") << 403 << 2 << Error::Kind::Auth;
    QTest::newRow("switched off") << 412 << 1 << Error::Kind::Unsupported;
    QTest::newRow("too many requests") << 429 << 1 << Error::Kind::RateLimited;
    QTest::newRow("in trouble") << 503 << 1 << Error::Kind::Server;
    QTest::newRow("something else") << 404 << 4 << Error::Kind::Unsupported;
    QTest::newRow("page of something else") << 200 << 4 << Error::Kind::Unsupported;
}

void TestRedisCloudSync::detectionGivesUp()
{
    QFETCH(int, status);
    QFETCH(int, requests);
    QFETCH(Error::Kind, kind);
    FakeRedisCloud account;
    account.failing = status; // without a body
    RedisCloudDetection detection;
    while (const auto request = detection.next(account.now))
        detection.absorb(*request, account.now, detection.decoder()->decode(account.answer(*request)));
    QVERIFY(detection.isOver());
    QVERIFY(!detection.result());
    QCOMPARE(detection.result().error().kind, kind);
    QVERIFY(!detection.result().error().message.isEmpty());
    QCOMPARE(int(account.seen.size()), requests);
}

void TestRedisCloudSync::commandsAreRefused()
{
    RedisCloudProtocol protocol(std::make_shared<Service>(), std::make_shared<RedisCloudDecoder>());
    const Capabilities can = protocol.capabilities();
    for (const CommandKind kind : {CommandKind::Cancel, CommandKind::Delete, CommandKind::Rethrottle}) {
        CommandDraft draft;
        draft.kind = kind;
        draft.ids = {u"t"_s};
        const auto preview = protocol.preview(draft, {}, 0);
        QVERIFY(preview->isOver());
        QVERIFY(!preview->next(0));
        QVERIFY(!preview->result());
        QCOMPARE(preview->result().error().kind, Error::Kind::Unsupported);
        Command command;
        command.kind = kind;
        command.ids = draft.ids;
        const auto run = protocol.send(command, 5);
        QVERIFY(run->isOver());
        QVERIFY(!run->next(0));
        QCOMPARE(run->report().phase, CommandReport::Phase::Failed);
        QCOMPARE(run->report().error->message, preview->result().error().message);
    }
    QVERIFY(!can.cancel && !can.cancelByFilter && !can.deleteTasks);
    QVERIFY(can.cancel.reason.contains(u"opposite operation"_s));
    QVERIFY(!protocol.canAsk(TaskFilter()));
    QVERIFY(protocol.fetchBatch(u"1"_s)->isOver());
    QVERIFY(protocol.search(TaskFilter(), 0, 10)->isOver());
}

void TestRedisCloudSync::keysStayOutOfTheShell()
{
    RedisCloudProtocol protocol(std::make_shared<Service>(), std::make_shared<RedisCloudDecoder>());
    Credentials credentials;
    credentials.key = u" account-key\n"_s;
    credentials.secret = u"user-key"_s;
    QCOMPARE(protocol.authHeaders(credentials), (HttpHeaders {{"x-api-key", "account-key"}, {"x-api-secret-key", "user-key"}}));
    QCOMPARE(protocol.authHeaders({}), HttpHeaders());
    QVERIFY(!protocol.curlFor(u"t"_s, QUrl(u"https://api.redislabs.com/v1"_s)).contains(u"user-key"_s));
}

QTEST_APPLESS_MAIN(TestRedisCloudSync)
#include "test_rediscloud_sync.moc"
