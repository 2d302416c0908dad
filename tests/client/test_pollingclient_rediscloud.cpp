// SPDX-License-Identifier: GPL-3.0-or-later
// The client with the real protocol, over a real socket: keys that are wrong or revoked, quotas, ten days, links.
#include "app/client/connection.h"
#include "app/client/pollingclient.h"
#include "app/client/rediscloud/detection.h"
#include "app/client/rediscloud/wire.h"
#include "tests/client/fakerediscloud.h"
#include "tests/client/setclock.h"
#include "tests/support/scriptedserver.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace taskglass;
using namespace Qt::StringLiterals;
using Phase = ConnectionStatus::Phase;
using taskglass::test::FakeRedisCloud;
using taskglass::test::SetClock;

namespace {

constexpr qint64 kDay = 24 * 3600 * kNsPerSecond;
const QString kAccountKey = u"A-account-key-5551"_s;
const QString kUserKey = u"S-user-key-7772"_s;
const QByteArray kNginx = "<html><head><title>401 Authorization Required</title></head><body><center>nginx</center></body></html>";

/// An account on a socket; what it answers can be replaced.
class Server
{
public:
    explicit Server(const SetClock &aClock)
        : clock(aClock)
    {
        http.setHandler([this](const SeenRequest &request) { return answer(request); });
    }

    ScriptedAnswer answer(const SeenRequest &request)
    {
        if (request.headers.value("x-api-key") != kAccountKey.toLatin1() || request.headers.value("x-api-secret-key") != userKey.toLatin1()) {
            ScriptedAnswer page = ScriptedAnswer::json(kNginx, 401);
            page.contentType = "text/html";
            return page;
        }
        if (fault)
            return *fault;
        if (others.contains(request.target))
            return ScriptedAnswer::json(others.value(request.target));
        if (!request.target.startsWith("/v1/"))
            return ScriptedAnswer::json("{\"timestamp\":\"2026-03-04T08:15:02.417+00:00\",\"status\":404,\"error\":\"Not Found\"}", 404);
        account.now = clock.now();
        HttpRequest asked;
        asked.target = request.target.mid(3);
        const HttpAnswer said = account.answer(asked);
        ScriptedAnswer scripted = ScriptedAnswer::json(said.body, said.status);
        scripted.contentType.clear(); // the list is declared as anything
        for (const auto &[name, value] : said.headers)
            scripted.headers.append({name, value});
        return scripted;
    }

    const SetClock &clock;
    FakeRedisCloud account;
    QString userKey = kUserKey;
    std::optional<ScriptedAnswer> fault;
    QHash<QByteArray, QByteArray> others; ///< Other routes.
    ScriptedServer http;
};

struct Shown
{
    TaskState state = TaskState::Unknown;
    bool gone = false;
};

class Watch
{
public:
    explicit Watch(SetClock &clock, const QUrl &url, const QString &userKey = kUserKey)
        : client(profile(url), {kAccountKey, userKey, {}, {}}, clock, [](ServerKind) { return std::make_unique<rediscloud::RedisCloudDetection>(); })
    {
        QObject::connect(&client, &PollingClient::updated, &client, [this](const TaskUpdate &update) {
            resets += update.reset ? 1 : 0;
            for (const TaskId &id : update.gone)
                tasks[id.toLatin1()].gone = true;
            if (!update.page)
                return;
            for (const TaskRow &row : update.page->rows) {
                const std::string_view id = update.page->strings.at(row.id);
                tasks[QByteArray(id.data(), qsizetype(id.size()))] = {row.state, false};
            }
        });
        QObject::connect(&client, &PollingClient::logged, &client, [this](const QString &line) { said += line + u'\n'; });
        QObject::connect(&client, &PollingClient::statusChanged, &client, [this](const ConnectionStatus &status) {
            said += status.note + u'\n' + (status.error ? QString(status.error->message + status.error->serverMessage) : QString()) + u'\n';
        });
    }
    static ServerProfile profile(const QUrl &url)
    {
        ServerProfile profile;
        profile.url = url;
        profile.kind = ServerKind::RedisCloud;
        return profile;
    }
    [[nodiscard]] Phase phase() const { return client.status().phase; }
    [[nodiscard]] QString sentence() const { return client.status().error ? client.status().error->message : QString(); }
    /// A round five seconds later.
    [[nodiscard]] bool nextRound(SetClock &clock, qint64 later = 5 * kNsPerSecond)
    {
        clock.advance(later);
        const EpochNs before = clock.now();
        client.refresh();
        return waitUntil([&] { return client.status().nextTryAt > before || phase() == Phase::Refused; });
    }

    int resets = 0;
    std::map<QByteArray, Shown> tasks;
    QString said;
    PollingClient client;
};

/// An account with one task that goes on, and a client that is to watch it.
struct Scene
{
    SetClock clock;
    Server server {clock};
    std::mt19937 random {1};
    QByteArray id = server.account.add("subscriptionCreateRequest", random);
    Watch watch {clock, server.http.url(u"/v1"_s)};
};

} // namespace

class TestPollingClientRedisCloud : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void connects_data();
    void connects();
    void kindsToAskFor();
    void twoKeysSayWhichKindItIs();
    void wrongKeys();
    void keyRevokedInTheMiddle();
    void quotaExhausted_data();
    void quotaExhausted();
    void badAnswersKeepWhatIsShown_data();
    void badAnswersKeepWhatIsShown();
    void tenDays();
    void selectedTaskIsReadOnce();
    void links();
    void oneRequestAtATime();
    void plainHttpIsForThisMachine();
    void otherHostsGetNoKeys();
    void commandsAreRefused();
};

void TestPollingClientRedisCloud::connects_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("with version") << u"/v1"_s;
    QTest::newRow("with version and slash") << u"/v1/"_s;
    QTest::newRow("host only") << QString();
}

void TestPollingClientRedisCloud::connects()
{
    QFETCH(QString, path);
    SetClock clock;
    Server server(clock);
    std::mt19937 random(1);
    for (int i = 0; i < 5000; ++i) {
        auto &task = server.account.tasks[server.account.add(i % 2 == 0 ? "databaseCreateRequest" : "databaseImportStatusRequest", random)];
        while (random() % 4 != 0)
            server.account.advance(task, random);
    }
    server.account.remaining = 300;
    Watch watch(clock, server.http.url(path));
    std::optional<std::size_t> shownWhenComplete;
    connect(&watch.client, &PollingClient::statusChanged, this, [&](const ConnectionStatus &status) {
        if (status.complete && !shownWhenComplete)
            shownWhenComplete = watch.tasks.size();
    });
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QTRY_COMPARE(watch.tasks.size(), std::size_t(5000));
    QTRY_COMPARE(shownWhenComplete.value_or(0), std::size_t(5000));
    for (const auto &[id, task] : server.account.tasks)
        QCOMPARE(watch.tasks[id].state, rediscloud::stateFor({task.status.constData(), std::size_t(task.status.size())}));
    const ConnectionStatus &status = watch.client.status();
    QVERIFY(status.complete);
    QCOMPARE(status.product, u"Redis Cloud"_s);
    QCOMPARE(status.kind, ServerKind::RedisCloud);
    QCOMPARE(status.budget, std::optional(RequestBudget {400, 300, 60'000}));
    QCOMPARE(status.intervalMs, 5'000); // though every second was wished for
    QVERIFY(status.intervalReason.contains(u"request limit"_s));
    QCOMPARE(server.http.requestsTo("/v1/tasks").size(), qsizetype(1));
    for (const SeenRequest &request : server.http.requests())
        QCOMPARE(request.headers.value("accept"), QByteArray("application/json"));
}

void TestPollingClientRedisCloud::kindsToAskFor()
{
    const auto kind = [](const char *url, const Credentials &credentials, ServerKind said = ServerKind::Auto) {
        ServerProfile profile;
        profile.url = QUrl(QString::fromLatin1(url));
        profile.kind = said;
        return kindToAskFor(profile, credentials);
    };
    const Credentials two {kAccountKey, kUserKey, {}, {}};
    const Credentials one {kAccountKey, {}, {}, {}};
    QCOMPARE(kind("https://api.redislabs.com", {}), ServerKind::RedisCloud);
    QCOMPARE(kind("https://api.redislabs.com.example", two), ServerKind::Auto);
    QCOMPARE(kind("http://localhost:7700/v1/", two), ServerKind::RedisCloud);
    QCOMPARE(kind("http://localhost:7700/v1", one), ServerKind::Auto);
    QCOMPARE(kind("http://localhost:7700", two), ServerKind::Auto); // the secret may be left from another connection
    QCOMPARE(kind("https://api.redislabs.com/v1", two, ServerKind::Meilisearch), ServerKind::Meilisearch);
}

void TestPollingClientRedisCloud::twoKeysSayWhichKindItIs()
{
    SetClock clock;
    Server server(clock);
    ServerProfile profile = Watch::profile(server.http.url(u"/v1"_s));
    profile.kind = ServerKind::Auto;
    PollingClient client(profile, {kAccountKey, kUserKey, {}, {}}, clock);
    client.start();
    QTRY_COMPARE(client.status().phase, Phase::Live);
    QCOMPARE(client.status().kind, ServerKind::RedisCloud);
    for (const SeenRequest &request : server.http.requests())
        QVERIFY(!request.headers.contains("authorization"));
}

void TestPollingClientRedisCloud::wrongKeys()
{
    SetClock clock;
    Server server(clock);
    Watch watch(clock, server.http.url(u"/v1"_s), u"S-not-the-right-one"_s);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Refused);
    QVERIFY2(watch.sentence().contains(u"rejected the keys"_s), qPrintable(watch.sentence()));
    QCOMPARE(watch.client.status().nextTryAt, kNoTime); // no silent loop
    QCOMPARE(server.http.requests().size(), qsizetype(2)); // with and without /v1
    QVERIFY(!watch.said.isEmpty());
    QVERIFY(!watch.said.contains(u"S-not-the-right-one"_s) && !watch.said.contains(kAccountKey) && !watch.said.contains(u'<'));
}

void TestPollingClientRedisCloud::keyRevokedInTheMiddle()
{
    Scene scene;
    scene.watch.client.start();
    QTRY_COMPARE(scene.watch.phase(), Phase::Live);
    scene.server.userKey = u"another"_s;
    QVERIFY(scene.watch.nextRound(scene.clock));
    QCOMPARE(scene.watch.phase(), Phase::Refused);
    QVERIFY(scene.watch.sentence().contains(u"rejected the keys"_s));
    QCOMPARE(scene.watch.resets, 0);
    QVERIFY(scene.watch.tasks.contains(scene.id) && !scene.watch.tasks[scene.id].gone); // the last good data stay
    QVERIFY(!scene.watch.said.contains(kUserKey) && !scene.watch.said.contains(kAccountKey));
    scene.server.userKey = kUserKey;
    scene.clock.advance(5 * kNsPerSecond);
    scene.watch.client.retry();
    QTRY_COMPARE(scene.watch.phase(), Phase::Live);
    QCOMPARE(scene.watch.resets, 0);
}

void TestPollingClientRedisCloud::quotaExhausted_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("leastMs");
    QTest::addColumn<qint64>("mostMs");
    QTest::newRow("own header") << QByteArray("x-rate-limit-retry-after-seconds") << QByteArray("41") << qint64(41'000) << qint64(41'000);
    QTest::newRow("Retry-After") << QByteArray("Retry-After") << QByteArray("77") << qint64(77'000) << qint64(77'000);
    QTest::newRow("neither") << QByteArray("x-other") << QByteArray("1") << qint64(30'000) << qint64(33'000);
}

void TestPollingClientRedisCloud::quotaExhausted()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(qint64, leastMs);
    QFETCH(qint64, mostMs);
    Scene scene;
    scene.watch.client.start();
    QTRY_COMPARE(scene.watch.phase(), Phase::Live);
    scene.server.fault = ScriptedAnswer::json({}, 429).withHeader(name, value);
    QVERIFY(scene.watch.nextRound(scene.clock));
    QCOMPARE(scene.watch.phase(), Phase::Failing);
    QVERIFY(scene.watch.sentence().contains(u"request limit of the account"_s));
    const qint64 waits = (scene.watch.client.status().nextTryAt - scene.clock.now()) / kNsPerMs;
    QVERIFY2(waits >= leastMs && waits <= std::max<qint64>(mostMs, 60'000), qPrintable(QString::number(waits)));
    QCOMPARE(scene.watch.client.status().error->retryAfterMs >= leastMs && scene.watch.client.status().error->retryAfterMs <= mostMs, true);
    QCOMPARE(scene.watch.client.status().budget->remaining, qint64(0));
    QVERIFY(!scene.watch.tasks[scene.id].gone);
    // What somebody looks at meanwhile waits as well.
    const qsizetype asked = scene.server.http.requests().size();
    QSignalSpy fetched(&scene.watch.client, &PollingClient::taskFetched);
    scene.watch.client.fetchTask(QString::fromLatin1(scene.id));
    scene.server.fault.reset();
    scene.server.account.tasks[scene.id].fresh = false;
    QVERIFY(scene.watch.nextRound(scene.clock, leastMs * kNsPerMs + 5 * kNsPerSecond));
    QCOMPARE(scene.watch.phase(), Phase::Live);
    QVERIFY(scene.server.http.requests().size() > asked);
    QCOMPARE(scene.server.http.requests().at(asked).target, QByteArray("/v1/tasks"));
}

void TestPollingClientRedisCloud::badAnswersKeepWhatIsShown_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("says");
    QTest::newRow("web page") << 200 << kNginx << u"web page"_s;
    QTest::newRow("nothing") << 200 << QByteArray() << u"empty body"_s;
    QTest::newRow("error object") << 200 << QByteArray(R"({"timestamp":"2026-03-04T08:15:02Z","status":500,"error":"x"})") << u"cannot be understood"_s;
    QTest::newRow("cut list") << 200 << QByteArray(R"({"tasks":[{"taskId":"a")") << u"too early"_s;
    QTest::newRow("trouble") << 500 << QByteArray() << u"problem of its own"_s;
    QTest::newRow("away") << 503 << kNginx << u"not available"_s;
}

void TestPollingClientRedisCloud::badAnswersKeepWhatIsShown()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, says);
    Scene scene;
    scene.watch.client.start();
    QTRY_COMPARE(scene.watch.phase(), Phase::Live);
    scene.server.fault = ScriptedAnswer::json(body, status);
    for (int i = 0; i < 3; ++i)
        QVERIFY(scene.watch.nextRound(scene.clock));
    QCOMPARE(scene.watch.phase(), Phase::Failing);
    QVERIFY2(scene.watch.sentence().contains(says), qPrintable(scene.watch.sentence()));
    QVERIFY(!scene.watch.sentence().contains(u'<'));
    QVERIFY(!scene.watch.tasks[scene.id].gone);
    scene.server.fault.reset();
    QVERIFY(scene.watch.nextRound(scene.clock));
    QCOMPARE(scene.watch.phase(), Phase::Live);
    QCOMPARE(scene.watch.resets, 0);
}

void TestPollingClientRedisCloud::tenDays()
{
    Scene scene;
    scene.server.account.now = scene.clock.now();
    scene.server.account.tasks[scene.id].status = "processing-completed";
    scene.watch.client.start();
    QTRY_COMPARE(scene.watch.phase(), Phase::Live);
    QTRY_VERIFY(scene.watch.tasks.contains(scene.id));
    QVERIFY(scene.watch.nextRound(scene.clock, 9 * kDay));
    QVERIFY(!scene.watch.tasks[scene.id].gone);
    QVERIFY(scene.watch.nextRound(scene.clock, kDay));
    QVERIFY(!scene.watch.tasks[scene.id].gone); // one list may be wrong
    QVERIFY(scene.watch.nextRound(scene.clock, 60 * kNsPerSecond));
    QVERIFY(scene.watch.tasks[scene.id].gone);
    QCOMPARE(scene.watch.tasks[scene.id].state, TaskState::Succeeded);
    QVERIFY(scene.watch.client.status().capabilities.goneMeans.contains(u"o longer listed by the service"_s));
}

void TestPollingClientRedisCloud::selectedTaskIsReadOnce()
{
    Scene scene;
    scene.server.account.tasks[scene.id].status = "processing-completed";
    scene.server.account.tasks[scene.id].fresh = false;
    scene.watch.client.start();
    QTRY_COMPARE(scene.watch.phase(), Phase::Live);
    QSignalSpy fetched(&scene.watch.client, &PollingClient::taskFetched);
    for (int i = 1; i <= 3; ++i) {
        scene.watch.client.fetchTask(QString::fromLatin1(scene.id));
        QTRY_COMPARE(fetched.size(), qsizetype(i));
        QVERIFY(!fetched.last().at(1).value<std::optional<Error>>());
    }
    QCOMPARE(scene.server.http.requestsTo("/v1/tasks/" + scene.id).size(), qsizetype(1));
}

void TestPollingClientRedisCloud::links()
{
    SetClock clock;
    Server server(clock);
    ScriptedServer elsewhere;
    server.others.insert("/v1/subscriptions/90210", "{\"id\":90210,\"status\":\"active\"}");
    Watch watch(clock, server.http.url(u"/v1"_s));
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QVERIFY(watch.client.status().capabilities.followLinks);
    QSignalSpy fetched(&watch.client, &PollingClient::linkFetched);
    watch.client.fetchLink({u"resource"_s, {}, u"GET"_s, server.http.url(u"/v1/subscriptions/90210"_s).toString()});
    QTRY_COMPARE(fetched.size(), qsizetype(1));
    QCOMPARE(fetched.last().at(1).toByteArray(), QByteArray("{\"id\":90210,\"status\":\"active\"}"));
    watch.client.fetchLink({u"resource"_s, {}, u"GET"_s, server.http.url(u"/v1/subscriptions/4"_s).toString()});
    QTRY_COMPARE(fetched.size(), qsizetype(2));
    QVERIFY(fetched.last().at(2).value<std::optional<Error>>()->message.contains(u"does not exist"_s));
    watch.client.fetchLink({u"resource"_s, {}, u"GET"_s, elsewhere.url(u"/v1/subscriptions/90210"_s).toString()});
    QTRY_COMPARE(fetched.size(), qsizetype(3));
    QCOMPARE(fetched.last().at(2).value<std::optional<Error>>()->kind, Error::Kind::Redirected);
    QVERIFY(elsewhere.requests().isEmpty());
}

/// Nothing is listening there, and nothing needs to: the request is refused before it is sent.
/// The account's quota is shared: list, details and links take turns, and so need one connection only.
void TestPollingClientRedisCloud::oneRequestAtATime()
{
    SetClock clock;
    Server server(clock);
    std::mt19937 random(1);
    const QByteArray id = server.account.add("subscriptionCreateRequest", random);
    server.http.setHandler([&](const SeenRequest &request) {
        if (request.target.startsWith("/v1/subscriptions/"))
            return ScriptedAnswer::json("{}").delayed(20);
        return server.answer(request).delayed(20);
    });
    Watch watch(clock, server.http.url(u"/v1"_s));
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QSignalSpy fetched(&watch.client, &PollingClient::linkFetched);
    QSignalSpy read(&watch.client, &PollingClient::taskFetched);
    for (int i = 0; i < 4; ++i)
        watch.client.fetchLink({u"resource"_s, {}, u"GET"_s, server.http.url(u"/v1/subscriptions/%1"_s.arg(i)).toString()});
    watch.client.fetchTask(QString::fromLatin1(id));
    QTRY_COMPARE(fetched.size(), qsizetype(4));
    QTRY_COMPARE(read.size(), qsizetype(1));
    QVERIFY(server.http.requests().size() >= 7);
    QCOMPARE(server.http.connections(), 1);
}

/// Whoever asks for it, window or text: the keys stay where they belong.
void TestPollingClientRedisCloud::otherHostsGetNoKeys()
{
    const SystemClock clock;
    for (const bool isMeant : {false, true}) {
        ScriptedServer proxy; // so that nothing leaves this machine
        ServerProfile profile = Watch::profile(QUrl(u"https://redis.invalid/v1"_s));
        profile.proxy = proxy.url().toString();
        profile.keysHost = isMeant ? u"Redis.invalid"_s : u"another.invalid"_s;
        PollingClient client(profile, {kAccountKey, kUserKey, {}, {}}, clock, [](ServerKind) { return std::make_unique<rediscloud::RedisCloudDetection>(); });
        client.start();
        QTRY_VERIFY(client.status().error.has_value());
        QCOMPARE(client.status().phase, isMeant ? Phase::Failing : Phase::Refused);
        QCOMPARE(client.status().error->kind == Error::Kind::Local, !isMeant);
        QVERIFY(isMeant || client.status().error->message.contains(u"redis.invalid"_s));
        QCOMPARE(proxy.connections() > 0, isMeant);
    }
}

void TestPollingClientRedisCloud::plainHttpIsForThisMachine()
{
    SetClock clock;
    Watch watch(clock, QUrl(u"http://192.0.2.1/v1"_s));
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Refused);
    QCOMPARE(watch.client.status().error->kind, Error::Kind::Local);
    QVERIFY2(watch.sentence().contains(u"https only"_s), qPrintable(watch.sentence()));
    QCOMPARE(watch.client.status().error->httpStatus, 0);
}

void TestPollingClientRedisCloud::commandsAreRefused()
{
    Scene scene;
    scene.watch.client.start();
    QTRY_COMPARE(scene.watch.phase(), Phase::Live);
    QSignalSpy refused(&scene.watch.client, &PollingClient::previewFailed);
    QSignalSpy reported(&scene.watch.client, &PollingClient::reportChanged);
    CommandDraft draft;
    draft.ids = {QString::fromLatin1(scene.id)};
    scene.watch.client.preview(1, draft);
    QTRY_COMPARE(refused.size(), qsizetype(1));
    QVERIFY(refused.last().at(1).value<Error>().message.contains(u"cannot cancel a task"_s));
    Command command;
    command.ids = draft.ids;
    scene.watch.client.send(command);
    QTRY_COMPARE(reported.size(), qsizetype(1));
    QCOMPARE(reported.last().at(0).value<CommandReport>().phase, CommandReport::Phase::Failed);
    for (const SeenRequest &request : scene.server.http.requests())
        QCOMPARE(request.method, QByteArray("GET"));
}

QTEST_GUILESS_MAIN(TestPollingClientRedisCloud)
#include "test_pollingclient_rediscloud.moc"
