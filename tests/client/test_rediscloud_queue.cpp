// SPDX-License-Identifier: GPL-3.0-or-later
// The client against the local queue's Redis Cloud, over HTTP, with a clock that both share: what an operator would see of
// real work, of keys and quotas, and of the shapes that the service may come with.
#include "app/client/pollingclient.h"
#include "app/localqueue/server.h"
#include "models/store/taskstore.h"
#include "tests/client/setclock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace taskglass;
using namespace Qt::StringLiterals;
using localqueue::DialectKind;
using localqueue::LocalQueue;
using localqueue::LocalQueueOptions;
using taskglass::test::SetClock;
using Phase = ConnectionStatus::Phase;

namespace {

constexpr qint64 kHour = 3600 * kNsPerSecond;
constexpr qint64 kDay = 24 * kHour;

/// An account, somebody who orders from it, and a client that watches.
class Scene
{
public:
    explicit Scene(const QStringList &faults = {})
    {
        options.dialects = {DialectKind::RedisCloud};
        options.dataDir = folder.path();
        options.clock = &clock;
        options.redisCloudKeys = {{"the-account", "the-user", true}};
        for (const QString &fault : faults) {
            const auto rule = localqueue::parseFault(fault);
            if (rule)
                options.faults.push_back(rule.value());
        }
        open();
        ServerProfile profile;
        profile.url = base;
        client = std::make_unique<PollingClient>(profile, Credentials {u"the-account"_s, u"the-user"_s, {}, {}}, clock);
        QObject::connect(client.get(), &PollingClient::updated, &store, &TaskStore::apply);
        QObject::connect(client.get(), &PollingClient::logged, client.get(), [this](const QString &line) { log += line + u'\n'; });
    }

    void open()
    {
        queue = std::make_unique<LocalQueue>(options);
        const Result<QUrl> url = queue->start();
        QVERIFY2(url, url ? "" : qPrintable(url.error().message));
        base = QUrl(url.value().toString() + u"/v1"_s);
        options.port = quint16(base.port());
    }

    /// Orders something; its task.
    [[nodiscard]] QString order(const QByteArray &path, const QByteArray &body, const QByteArray &verb = "POST")
    {
        QNetworkRequest request(QUrl(base.toString() + QString::fromLatin1(path)));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        request.setRawHeader("x-api-key", "the-account");
        request.setRawHeader("x-api-secret-key", "the-user");
        const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, verb, body));
        (void)waitUntil([&reply] { return reply->isFinished(); });
        return QJsonDocument::fromJson(reply->readAll())["taskId"_L1].toString();
    }

    [[nodiscard]] bool nextRound(qint64 later = 5 * kNsPerSecond)
    {
        clock.advance(later);
        const EpochNs before = clock.now();
        client->refresh();
        return waitUntil([&] { return client->status().nextTryAt > before || client->status().phase == Phase::Refused; });
    }

    /// Rounds until the task has ended, at most two hours; the words that it had on the way.
    QStringList followToItsEnd(const QString &id)
    {
        QStringList words;
        for (int round = 0; round < 1440; ++round) {
            const Task seen = task(id);
            if (!seen.id.isEmpty() && (words.isEmpty() || words.last() != seen.serverState))
                words << seen.serverState;
            if (isFinal(seen.state) || !nextRound())
                break;
        }
        return words;
    }

    [[nodiscard]] Task task(const QString &id) const
    {
        const Slot slot = store.find(id);
        return slot == kNoSlot ? Task() : store.task(slot);
    }

    QTemporaryDir folder;
    SetClock clock;
    LocalQueueOptions options;
    std::unique_ptr<LocalQueue> queue;
    QUrl base;
    QNetworkAccessManager network;
    TaskStore store {clock};
    QString log;
    std::unique_ptr<PollingClient> client; ///< Ends before the store that it feeds.
};

const QByteArray kSubscription =
    R"({"name":"shop","cloudProviders":[{"provider":"AWS","regions":[{"region":"eu-west-1"}]}],)"
    R"("databases":[{"name":"one","datasetSizeInGb":2.5}]})";
const QByteArray kRule = R"({"name":"readers","redisRule":"+@read ~*"})";

} // namespace

class TestRedisCloudQueue : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void ruleFromOrderToEnd();
    void failureSaysWhy();
    void linkLeadsToTheResource();
    void queriesAreHousekeeping();
    void shapes_data();
    void shapes();
    void keyRevokedInTheMiddle();
    void quotaExhausted();
    void tenDays();
};

void TestRedisCloudQueue::ruleFromOrderToEnd()
{
    Scene scene;
    scene.client->start();
    QTRY_COMPARE(scene.client->status().phase, Phase::Live);
    QCOMPARE(scene.client->status().kind, ServerKind::RedisCloud); // found out by the two keys
    QVERIFY(scene.client->status().budget.has_value());
    QVERIFY(scene.client->status().complete);
    const QString id = scene.order("/acl/redisRules", kRule);
    QVERIFY(!id.isEmpty());
    QVERIFY(scene.nextRound(kNsPerMs * 2001));
    QTRY_VERIFY(!scene.task(id).id.isEmpty());
    const QStringList words = scene.followToItsEnd(id);
    QCOMPARE(words.last(), u"processing-completed"_s);
    const Task task = scene.task(id);
    QCOMPARE(task.state, TaskState::Succeeded);
    QCOMPARE(task.type, u"aclRedisRuleCreateRequest"_s);
    QCOMPARE(task.title, u"Create ACL Redis rule"_s);
    QVERIFY2(task.target.startsWith(u"ACL rule "_s), qPrintable(task.target));
    QVERIFY(task.finishedAt && *task.finishedAt <= scene.clock.now());
    QVERIFY(!task.enqueuedAt && !task.startedAt); // the service does not tell
    QVERIFY(!task.ran || task.ranAtLeast);
    QVERIFY(!task.raw.isEmpty());
    QVERIFY(!scene.log.contains(u"the-user"_s) && !scene.log.contains(u"the-account"_s));
}

void TestRedisCloudQueue::failureSaysWhy()
{
    Scene scene;
    const QString id = scene.order("/acl/redisRules", R"({"name":"bad","redisRule":"read everything"})");
    scene.client->start();
    QTRY_COMPARE(scene.client->status().phase, Phase::Live);
    QTRY_VERIFY(!scene.task(id).id.isEmpty());
    (void)scene.followToItsEnd(id);
    const Task task = scene.task(id);
    QCOMPARE(task.state, TaskState::Failed);
    QVERIFY(task.error.has_value());
    QCOMPARE(task.error->code, u"ACL_REDIS_RULE_PATTERN_NOT_VALID"_s);
    QCOMPARE(task.error->type, u"400 BAD_REQUEST"_s);
    QVERIFY(!task.error->message.isEmpty());
}

void TestRedisCloudQueue::linkLeadsToTheResource()
{
    Scene scene;
    const QString id = scene.order("/subscriptions", kSubscription);
    QVERIFY(!id.isEmpty());
    scene.client->start();
    QTRY_VERIFY(!scene.task(id).id.isEmpty());
    (void)scene.followToItsEnd(id);
    const Task task = scene.task(id);
    QCOMPARE(task.state, TaskState::Succeeded);
    QVERIFY(!task.subscription.isEmpty());
    QCOMPARE(task.target, QString(u"subscription "_s + task.subscription));
    const auto link = std::find_if(task.links.begin(), task.links.end(), [](const TaskLink &one) { return one.relation == "resource"_L1; });
    QVERIFY(link != task.links.end());
    QSignalSpy fetched(scene.client.get(), &PollingClient::linkFetched);
    scene.client->fetchLink(*link);
    QTRY_COMPARE(fetched.size(), qsizetype(1));
    QVERIFY(!fetched.last().at(2).value<std::optional<Error>>());
    const QJsonObject resource = QJsonDocument::fromJson(fetched.last().at(1).toByteArray()).object();
    QCOMPARE(QString::number(resource["id"_L1].toInteger()), task.subscription);
}

void TestRedisCloudQueue::queriesAreHousekeeping()
{
    Scene scene;
    const QString id = scene.order("/subscriptions/1/databases/2/import", {}, "GET");
    QVERIFY(!id.isEmpty());
    scene.client->start();
    QTRY_VERIFY(!scene.task(id).id.isEmpty());
    QVERIFY(scene.task(id).housekeeping);
    QCOMPARE(scene.task(id).title, u"Check database import status"_s);
    (void)scene.followToItsEnd(id);
    QCOMPARE(scene.task(id).state, TaskState::Failed); // there is no such database
}

void TestRedisCloudQueue::shapes_data()
{
    QTest::addColumn<QString>("odd");
    for (const char *odd : {"late-tasks", "json-401", "text-error", "new-status", "new-command", "no-timestamp", "object-links", "empty-array"})
        QTest::newRow(odd) << QString::fromLatin1(odd);
}

void TestRedisCloudQueue::shapes()
{
    QFETCH(QString, odd);
    Scene scene({u"odd="_s + odd});
    QCOMPARE(scene.options.faults.size(), std::size_t(1));
    scene.client->start();
    QTRY_COMPARE(scene.client->status().phase, Phase::Live);
    QVERIFY(scene.client->status().complete); // an empty account is no error
    const QString good = scene.order("/acl/redisRules", kRule);
    const QString bad = scene.order("/acl/redisRules", R"({"name":"bad","redisRule":"read everything"})");
    QVERIFY(scene.nextRound());
    QSignalSpy fetched(scene.client.get(), &PollingClient::taskFetched);
    scene.client->fetchTask(good);
    QTRY_COMPARE(fetched.size(), qsizetype(1));
    QVERIFY(!fetched.last().at(1).value<std::optional<Error>>());
    const QStringList words = scene.followToItsEnd(good);
    (void)scene.followToItsEnd(bad);
    QCOMPARE(scene.task(good).state, TaskState::Succeeded);
    QVERIFY(scene.task(good).finishedAt.has_value());
    QVERIFY2(scene.task(good).target.startsWith(u"ACL rule "_s), qPrintable(scene.task(good).target));
    QCOMPARE(scene.task(bad).state, TaskState::Failed);
    QCOMPARE(scene.task(bad).error->code, u"ACL_REDIS_RULE_PATTERN_NOT_VALID"_s);
    QCOMPARE(scene.client->status().phase, Phase::Live);
    QVERIFY(!words.isEmpty());
}

void TestRedisCloudQueue::keyRevokedInTheMiddle()
{
    Scene scene;
    const QString id = scene.order("/acl/redisRules", kRule);
    scene.client->start();
    QTRY_VERIFY(!scene.task(id).id.isEmpty());
    scene.queue.reset();
    scene.options.redisCloudKeys = {{"the-account", "another-user", true}};
    scene.open();
    QVERIFY(scene.nextRound());
    QCOMPARE(scene.client->status().phase, Phase::Refused);
    QVERIFY(scene.client->status().error->message.contains(u"rejected the keys"_s));
    QVERIFY(!scene.task(id).gone);
    QVERIFY(!scene.log.contains(u"the-user"_s));
}

void TestRedisCloudQueue::quotaExhausted()
{
    Scene scene({u"quota=6"_s});
    QCOMPARE(scene.options.faults.size(), std::size_t(1));
    scene.client->start();
    QTRY_COMPARE(scene.client->status().phase, Phase::Live);
    QVERIFY(scene.client->status().budget->remaining < 6);
    for (int round = 0; round < 8 && scene.client->status().phase == Phase::Live; ++round)
        QVERIFY(scene.nextRound());
    QCOMPARE(scene.client->status().phase, Phase::Failing);
    QCOMPARE(scene.client->status().error->kind, Error::Kind::RateLimited);
    QVERIFY(scene.client->status().error->message.contains(u"request limit of the account"_s));
    QVERIFY(scene.client->status().nextTryAt > scene.clock.now());
    QVERIFY(scene.nextRound(61 * kNsPerSecond));
    QCOMPARE(scene.client->status().phase, Phase::Live);
}

void TestRedisCloudQueue::tenDays()
{
    Scene scene;
    const QString id = scene.order("/acl/redisRules", kRule);
    scene.client->start();
    QTRY_VERIFY(!scene.task(id).id.isEmpty());
    (void)scene.followToItsEnd(id);
    QVERIFY(scene.nextRound(10 * kDay - kHour));
    QVERIFY(!scene.task(id).gone);
    QVERIFY(scene.nextRound(2 * kHour));
    QVERIFY(!scene.task(id).gone);
    QVERIFY(scene.nextRound(60 * kNsPerSecond));
    QVERIFY(scene.task(id).gone);
    QCOMPARE(scene.task(id).state, TaskState::Succeeded);
    QVERIFY(scene.task(id).lastSeenAt.has_value());
}

QTEST_GUILESS_MAIN(TestRedisCloudQueue)
#include "test_rediscloud_queue.moc"
