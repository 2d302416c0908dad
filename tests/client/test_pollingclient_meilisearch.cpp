// SPDX-License-Identifier: GPL-3.0-or-later
// The client with the real protocol, over a real socket, on a server that misbehaves: every failure has its own sentence.
#include "app/client/pollingclient.h"
#include "app/client/protocol.h"
#include "tests/client/fakemeilisearch.h"
#include "tests/support/scriptedserver.h"

#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace taskglass;
using namespace Qt::StringLiterals;
using Phase = ConnectionStatus::Phase;
using Fault = ScriptedAnswer::Fault;

Q_DECLARE_METATYPE(taskglass::ScriptedAnswer)

namespace {

/// Meilisearch on a socket; what answers /tasks can be replaced by a fault.
class Server
{
public:
    explicit Server(Version version = {1, 50, 0}) : fake({version, true})
    {
        for (int i = 0; i < 40; ++i)
            fake.add(i % 2 == 0 ? "books" : "films");
        http.setHandler([this](const SeenRequest &request) {
            if (fault && request.path().startsWith("/tasks"))
                return *fault;
            return honest(request);
        });
    }
    ScriptedAnswer honest(const SeenRequest &request)
    {
        HttpRequest asked;
        asked.verb = request.method;
        asked.target = request.target;
        const HttpAnswer answer = fake.answer(asked);
        ScriptedAnswer scripted = ScriptedAnswer::json(answer.body, answer.status);
        if (answer.body.isEmpty())
            scripted.contentType.clear();
        return scripted;
    }
    test::FakeMeilisearch fake;
    ScriptedServer http;
    std::optional<ScriptedAnswer> fault;
};

class Watch
{
public:
    explicit Watch(const ScriptedServer &server, int intervalMs = 100, int timeoutMs = 2000)
        : client(profile(server, intervalMs, timeoutMs), {u"key"_s, {}, {}, {}}, clock)
    {
        QObject::connect(&client, &PollingClient::updated, &client, [this](const TaskUpdate &update) {
            resets += update.reset ? 1 : 0;
            if (!update.page)
                return;
            for (const TaskRow &row : update.page->rows)
                states[row.idNumber] = row.state;
        });
    }
    static ServerProfile profile(const ScriptedServer &server, int intervalMs, int timeoutMs)
    {
        ServerProfile profile;
        profile.url = server.url();
        profile.intervalMs = intervalMs;
        profile.timeoutMs = timeoutMs;
        return profile;
    }
    [[nodiscard]] Phase phase() const { return client.status().phase; }

    SystemClock clock;
    int resets = 0;
    std::map<qint64, TaskState> states;
    PollingClient client;
};

const QByteArray kWhole = R"({"results":[],"total":0,"limit":20,"from":null,"next":null})";

} // namespace

class TestPollingClientMeilisearch : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void connects_data();
    void connects();
    void everyFailureHasItsSentence_data();
    void everyFailureHasItsSentence();
    void sentencesDiffer();
    void cancels();
    void survivesARestart();

private:
    QHash<QString, QString> m_sentences;
};

void TestPollingClientMeilisearch::connects_data()
{
    QTest::addColumn<int>("major");
    QTest::addColumn<int>("minor");
    for (const auto &[major, minor] : {std::pair(0, 25), std::pair(0, 28), std::pair(0, 30), std::pair(1, 3), std::pair(1, 12), std::pair(1, 50)})
        QTest::addRow("%d.%d", major, minor) << major << minor;
}

void TestPollingClientMeilisearch::connects()
{
    QFETCH(int, major);
    QFETCH(int, minor);
    Server server({major, minor, 0});
    Watch watch(server.http);
    watch.client.loadOlder(0);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QTRY_COMPARE(watch.states.size(), std::size_t(40));
    QTRY_VERIFY(watch.client.status().complete);
    QCOMPARE(watch.client.status().product, u"Meilisearch"_s);
    QCOMPARE(watch.client.status().capabilities.cancel.allowed, major > 0 || minor >= 30);
    // A new one, and one that starts: seen without being asked for.
    server.fake.add("late");
    QTRY_COMPARE(watch.states.size(), std::size_t(41));
    std::mt19937 random(1);
    server.fake.start(1, random);
    QTRY_VERIFY(std::any_of(watch.states.begin(), watch.states.end(), [](const auto &one) { return one.second == TaskState::Running; }));
    QCOMPARE(watch.resets, 0);
}

void TestPollingClientMeilisearch::everyFailureHasItsSentence_data()
{
    QTest::addColumn<ScriptedAnswer>("fault");
    QTest::addColumn<QList<Error::Kind>>("kinds"); // more than one where Qt tells cut bodies apart on some days only
    QTest::addColumn<int>("status");
    using K = Error::Kind;
    const ScriptedAnswer ok = ScriptedAnswer::json(kWhole);
    const auto status = [](int code, const QByteArray &word = "some_code") { return ScriptedAnswer::error(code, word, "Server's words."); };
    ScriptedAnswer text = ok;
    text.contentType = "text/plain";
    QTest::newRow("reset at once") << ok.failing(Fault::ResetAtOnce) << QList {K::Network} << 0;
    QTest::newRow("reset in the middle") << ok.failing(Fault::ResetInBody, 20) << QList {K::Network} << 200;
    QTest::newRow("timed out") << ok.failing(Fault::Hang) << QList {K::Timeout} << 0;
    QTest::newRow("slow drip") << ok.dripping(1, 30) << QList {K::Timeout} << 0;
    QTest::newRow("endless body") << ok.failing(Fault::EndlessBody) << QList {K::TooLarge} << 200;
    QTest::newRow("truncated") << ok.failing(Fault::Cut, 20) << QList {K::Network} << 200;
    QTest::newRow("truncated gzip") << ok.compressed().failing(Fault::Cut, 20) << QList {K::Network, K::BadResponse} << 0;
    QTest::newRow("wrong length") << ok.failing(Fault::WrongLength, 20) << QList {K::BadResponse} << 0;
    QTest::newRow("malformed") << ScriptedAnswer::json(R"({"results":[{"uid":)") << QList {K::BadResponse} << 0;
    QTest::newRow("a proxy's page") << ScriptedAnswer::html() << QList {K::BadResponse} << 200;
    QTest::newRow("wrong content type") << text << QList {K::BadResponse} << 200;
    QTest::newRow("redirected") << ScriptedAnswer::redirect(QUrl(u"http://127.0.0.1:9/tasks"_s)) << QList {K::Redirected} << 302;
    QTest::newRow("401") << status(401, "missing_authorization_header") << QList {K::Auth} << 401;
    QTest::newRow("403") << status(403, "invalid_api_key") << QList {K::Auth} << 403;
    QTest::newRow("404") << ScriptedAnswer::json({}, 404) << QList {K::NotFound} << 404;
    QTest::newRow("408") << status(408) << QList {K::Server} << 408;
    QTest::newRow("409") << status(409) << QList {K::Conflict} << 409;
    QTest::newRow("413") << status(413) << QList {K::TooLarge} << 413;
    QTest::newRow("429") << status(429).withHeader("Retry-After", "3") << QList {K::RateLimited} << 429;
    QTest::newRow("500") << status(500) << QList {K::Server} << 500;
    QTest::newRow("502") << ScriptedAnswer::html(502) << QList {K::Server} << 502;
    QTest::newRow("503") << status(503).withHeader("Retry-After", "3") << QList {K::Server} << 503;
}

void TestPollingClientMeilisearch::everyFailureHasItsSentence()
{
    QFETCH(ScriptedAnswer, fault);
    QFETCH(QList<Error::Kind>, kinds);
    QFETCH(int, status);
    Server server;
    // Time enough to run into the size limit, little enough to wait for silence.
    Watch watch(server.http, 100, fault.fault == Fault::EndlessBody ? 20'000 : 400);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QTRY_COMPARE(watch.states.size(), std::size_t(40));
    server.fault = fault;
    QTRY_VERIFY(watch.phase() == Phase::Failing || watch.phase() == Phase::Refused);
    const Error error = watch.client.status().error.value_or(Error());
    QVERIFY2(kinds.contains(error.kind), qPrintable(error.message));
    QCOMPARE(watch.phase(), error.kind == Error::Kind::Auth ? Phase::Refused : Phase::Failing);
    if (status > 0)
        QCOMPARE(error.httpStatus, status);
    QVERIFY(!error.message.isEmpty());
    QVERIFY(!error.message.contains(u"127.0.0.1"_s));
    QCOMPARE(error.retryAfterMs, fault.headers.isEmpty() || status < 400 ? -1 : 3000);
    QCOMPARE(watch.resets, 0);
    QCOMPARE(watch.states.size(), std::size_t(40)); // the last good rows stay
    m_sentences.insert(QString::fromLatin1(QTest::currentDataTag()), error.message);

    server.fault.reset();
    watch.client.retry();
    QTRY_COMPARE(watch.phase(), Phase::Live);
    // A route that is missing all of a sudden makes the client look again who is there, and then begin anew.
    QTRY_COMPARE(watch.resets, status == 404 ? 1 : 0);
}

void TestPollingClientMeilisearch::sentencesDiffer()
{
    if (m_sentences.size() < 20)
        QSKIP("needs the rows of everyFailureHasItsSentence()");
    // What a user can do about them is the same for these: they may share a sentence.
    const QHash<QString, QString> alike {{u"truncated"_s, u"cut"_s},   {u"reset in the middle"_s, u"cut"_s}, {u"truncated gzip"_s, u"cut"_s},
                                         {u"malformed"_s, u"cut"_s},   {u"wrong length"_s, u"cut"_s}};
    QHash<QString, QString> firstWith;
    for (auto it = m_sentences.cbegin(); it != m_sentences.cend(); ++it) {
        const QString group = alike.value(it.key(), it.key());
        const QString before = firstWith.value(it.value(), group);
        QVERIFY2(before == group, qPrintable(it.key() + u" / "_s + before + u": "_s + it.value()));
        firstWith.insert(it.value(), group);
    }
}

void TestPollingClientMeilisearch::cancels()
{
    Server server;
    Watch watch(server.http);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QTRY_COMPARE(watch.states.size(), std::size_t(40));
    QSignalSpy ready(&watch.client, &PollingClient::previewReady);
    QSignalSpy failed(&watch.client, &PollingClient::previewFailed);
    QSignalSpy reports(&watch.client, &PollingClient::reportChanged);
    CommandDraft draft;
    draft.ids = {u"3"_s, u"5"_s};
    watch.client.preview(1, draft);
    QTRY_VERIFY(!ready.isEmpty() || !failed.isEmpty());
    QVERIFY2(failed.isEmpty(), qPrintable(failed.isEmpty() ? QString() : failed.constFirst().at(1).value<Error>().message));
    const auto preview = ready.constFirst().at(1).value<CommandPreview>();
    QCOMPARE(preview.count, 2);
    watch.client.send(preview.command);
    const auto last = [&] { return reports.isEmpty() ? CommandReport() : reports.constLast().constFirst().value<CommandReport>(); };
    QTRY_COMPARE(last().phase, CommandReport::Phase::Done);
    QCOMPARE(last().affected.value_or(-1), 2);
    QVERIFY2(last().difference.isEmpty(), qPrintable(last().difference));
    QTRY_COMPARE(watch.states[3], TaskState::Canceled);
    QTRY_COMPARE(watch.states[5], TaskState::Canceled);
    QCOMPARE(watch.states[4], TaskState::Queued);
    int posts = 0;
    for (const SeenRequest &request : server.http.requests())
        posts += request.method == "POST" ? 1 : 0;
    QCOMPARE(posts, 1);
}

void TestPollingClientMeilisearch::survivesARestart()
{
    Server server;
    Watch watch(server.http);
    watch.client.start();
    QTRY_COMPARE(watch.phase(), Phase::Live);
    server.http.stop();
    QTRY_COMPARE(watch.phase(), Phase::Failing);
    server.fake.add("meanwhile");
    QVERIFY(server.http.start());
    watch.client.retry();
    QTRY_COMPARE(watch.phase(), Phase::Live);
    QTRY_COMPARE(watch.states.size(), std::size_t(41));
    QCOMPARE(watch.resets, 0);

    server.fake.wipe();
    server.fake.add("new life");
    QTRY_COMPARE(watch.resets, 1);
    QTRY_COMPARE(watch.phase(), Phase::Live);
}

QTEST_GUILESS_MAIN(TestPollingClientMeilisearch)
#include "test_pollingclient_meilisearch.moc"
