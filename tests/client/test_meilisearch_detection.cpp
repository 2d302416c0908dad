// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakemeilisearch.h"

#include "app/client/meilisearch/errors.h"
#include "app/client/protocol.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace taskglass;
using namespace taskglass::meilisearch;
using taskglass::test::FakeMeilisearch;

class TestMeilisearchDetection : public QObject
{
    Q_OBJECT

private slots:
    void walks_data();
    void walks();
    void toleratesMustRestart();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void readsRetryAfter();
    void narrowsTheClockSkew();
};

void TestMeilisearchDetection::walks_data()
{
    QTest::addColumn<Version>("version");
    QTest::addColumn<bool>("refusesVersion");
    QTest::addColumn<QString>("found");
    QTest::addColumn<bool>("cancels");
    QTest::addColumn<QString>("reason");
    QTest::newRow("1.50") << Version {1, 50, 0} << false << u"1.50.0"_s << true << QString();
    QTest::newRow("unknown newer") << Version {2, 3, 0} << false << u"2.3.0"_s << true << QString();
    QTest::newRow("0.29") << Version {0, 29, 1} << false << u"0.29.1"_s << false << u"0.28 and 0.29"_s;
    QTest::newRow("0.25") << Version {0, 25, 0} << false << u"0.25.0"_s << false << u"0.25 to 0.27"_s;
    QTest::newRow("0.24") << Version {0, 24, 0} << false << QString() << false << u"older than 0.25"_s;
    QTest::newRow("1.12, version refused") << Version {1, 12, 0} << true << u"1.12 or newer"_s << true << QString();
    QTest::newRow("1.3, version refused") << Version {1, 3, 0} << true << u"1.3 to 1.11"_s << true << QString();
    QTest::newRow("0.30, version refused") << Version {0, 30, 0} << true << u"0.30 to 1.2"_s << true << QString();
    QTest::newRow("0.28, version refused") << Version {0, 28, 0} << true << u"0.28 or 0.29"_s << false << u"0.28 and 0.29"_s;
    QTest::newRow("0.27, version refused") << Version {0, 27, 0} << true << u"0.25 to 0.27"_s << false << u"0.25 to 0.27"_s;
    QTest::newRow("0.24, version refused") << Version {0, 24, 0} << true << QString() << false << u"older than 0.25"_s;
}

void TestMeilisearchDetection::walks()
{
    QFETCH(Version, version);
    QFETCH(bool, refusesVersion);
    QFETCH(QString, found);
    QFETCH(bool, cancels);
    QFETCH(QString, reason);
    FakeMeilisearch server({version, true});
    server.refusesVersion = refusesVersion;
    server.add("books");
    const auto detection = detect(ServerKind::Auto);
    while (const auto request = detection->next(0)) {
        QVERIFY(server.seen.size() < 6);
        detection->absorb(*request, 0, detection->decoder()->decode(server.answer(*request)));
    }
    QVERIFY(detection->isOver());
    if (found.isEmpty()) {
        QVERIFY(!detection->result().ok());
        QCOMPARE(detection->result().error().kind, Error::Kind::Unsupported);
        QVERIFY(detection->result().error().message.contains(reason));
        return;
    }
    QVERIFY(detection->result().ok());
    const Detected detected = detection->result().value();
    QCOMPARE(detected.version, found);
    QCOMPARE(detected.note.isEmpty(), !refusesVersion && version <= kNewestTested);
    const Capabilities can = detected.protocol->capabilities();
    const Ability cancel = can.cancel;
    QCOMPARE(cancel.allowed, cancels);
    QVERIFY2(cancel.reason.contains(reason), qPrintable(cancel.reason));
    QCOMPARE(can.columns.contains(u"batch"_s), can.batches.allowed); // no column that stays empty
    QCOMPARE(can.columns.contains(u"canceledBy"_s), cancels);
    QCOMPARE(can.columns.contains(u"label"_s), can.labels);
    QVERIFY(can.columns.contains(u"enqueued"_s) && !can.columns.contains(u"node"_s));
}

void TestMeilisearchDetection::toleratesMustRestart()
{
    FakeMeilisearch server({{1, 43, 0}, true});
    const auto detection = detect(ServerKind::Meilisearch);
    while (const auto request = detection->next(0)) {
        HttpAnswer answer = server.answer(*request);
        if (request->target == "/health") {
            answer.status = 500;
            answer.body = R"({"status":"mustRestart"})";
        }
        detection->absorb(*request, 0, detection->decoder()->decode(answer));
    }
    QVERIFY(detection->result().ok());
    QVERIFY(detection->result().value().note.contains(u"restarted"_s));
}

void TestMeilisearchDetection::saysWhatIsWrong_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("says");
    const QByteArray json = "application/json";
    const QByteArray html = "<!DOCTYPE html><html>no</html>";
    const auto coded = [](const char *code) -> QByteArray { return QByteArray(R"({"message":"m","code":")") + code + R"("})"; };
    QTest::newRow("no key") << 401 << json << coded("missing_authorization_header") << Error::Kind::Auth << u"asks for a key"_s;
    QTest::newRow("wrong key") << 403 << json << coded("invalid_api_key") << Error::Kind::Auth << u"tasks.get"_s;
    QTest::newRow("task gone") << 404 << json << coded("task_not_found") << Error::Kind::NotFound << u"does not exist any more"_s;
    QTest::newRow("no such route") << 404 << QByteArray() << QByteArray() << Error::Kind::NotFound << u"path prefix"_s;
    QTest::newRow("proxy's 404") << 404 << QByteArray("text/html") << html << Error::Kind::BadResponse << u"web page"_s;
    QTest::newRow("408") << 408 << QByteArray() << QByteArray() << Error::Kind::Server << u"gave up"_s;
    QTest::newRow("409") << 409 << QByteArray() << QByteArray() << Error::Kind::Conflict << u"collides"_s;
    QTest::newRow("413") << 413 << QByteArray() << QByteArray() << Error::Kind::TooLarge << u"too large"_s;
    QTest::newRow("429") << 429 << QByteArray() << QByteArray() << Error::Kind::RateLimited << u"fewer"_s;
    QTest::newRow("full") << 422 << json << coded("no_space_left_on_device") << Error::Kind::Server << u"full"_s;
    QTest::newRow("500") << 500 << json << coded("internal") << Error::Kind::Server << u"500"_s;
    QTest::newRow("502") << 502 << QByteArray("text/html") << html << Error::Kind::Server << u"proxy"_s;
    QTest::newRow("login page") << 200 << QByteArray("text/html") << html << Error::Kind::BadResponse << u"web page"_s;
    QTest::newRow("page in disguise") << 200 << json << html << Error::Kind::BadResponse << u"web page"_s;
    QTest::newRow("wrong type") << 200 << QByteArray("image/png") << QByteArray("x") << Error::Kind::BadResponse << u"image/png"_s;
    QTest::newRow("bad parameter") << 400 << json << coded("bad_request") << Error::Kind::BadRequest << u"does not accept"_s;
}

void TestMeilisearchDetection::saysWhatIsWrong()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(Error::Kind, kind);
    QFETCH(QString, says);
    HttpAnswer answer;
    answer.request.target = "/tasks?limit=1";
    answer.status = status;
    answer.headers = {{"content-type", type}};
    answer.body = body;
    const std::optional<Error> error = errorIn(answer);
    QVERIFY(error.has_value());
    QCOMPARE(error->kind, kind);
    QCOMPARE(error->httpStatus, status);
    QVERIFY2(error->message.contains(says), qPrintable(error->message));
}

void TestMeilisearchDetection::readsRetryAfter()
{
    HttpAnswer answer;
    QCOMPARE(retryAfterMs(answer), -1);
    answer.headers = {{"retry-after", "10"}};
    QCOMPARE(retryAfterMs(answer), 10'000);
    answer.headers = {{"retry-after", "Sun, 22 Nov 2026 15:00:30 GMT"}, {"date", "Sun, 22 Nov 2026 15:00:00 GMT"}};
    QCOMPARE(retryAfterMs(answer), 30'000);
    answer.headers = {{"retry-after", "soon"}};
    QCOMPARE(retryAfterMs(answer), -1);
    answer.headers = {{"retry-after", "-5"}};
    QCOMPARE(retryAfterMs(answer), -1);
}

void TestMeilisearchDetection::narrowsTheClockSkew()
{
    ClockSkew skew;
    QVERIFY(!skew.estimate());
    const EpochNs zero = parseHttpDate("Sun, 22 Nov 2026 15:00:00 GMT").value();
    const DurationNs truth = 42 * kNsPerSecond + 300 * kNsPerMs;
    for (int i = 0; i < 40; ++i) {
        HttpAnswer answer;
        answer.sentAt = zero + i * 1'037 * kNsPerMs;
        answer.receivedAt = answer.sentAt + 10 * kNsPerMs;
        const EpochNs server = answer.sentAt + 5 * kNsPerMs + truth;
        const int seconds = int((server - zero) / kNsPerSecond);
        answer.headers = {{"date", "Sun, 22 Nov 2026 15:0" + QByteArray::number(seconds / 60) + ":" + QByteArray::number(seconds % 60).rightJustified(2, '0') + " GMT"}};
        skew.learn(answer);
    }
    QVERIFY(skew.estimate().has_value());
    QVERIFY(std::abs(*skew.estimate() - truth) < 60 * kNsPerMs);
}

QTEST_GUILESS_MAIN(TestMeilisearchDetection)
#include "test_meilisearch_detection.moc"
