// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/server.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace taskglass;
using namespace taskglass::localqueue;

namespace {

struct Answer
{
    int status = 0;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QByteArray body;
    QByteArray date;
    QByteArray encoding;
};

LocalQueueOptions withFault(const QString &rule)
{
    LocalQueueOptions options;
    options.pace = Pace::Instant;
    options.faults = {parseFault(rule).value()};
    return options;
}

} // namespace

/// The queue behind real sockets, as the demo uses it.
class TestLocalQueue : public QObject
{
    Q_OBJECT
private slots:
    void startsAndStops();
    void answersOverHttp();
    void gzipWhenAsked();
    void manyRequestsOnOneConnection();
    void closesWhenAsked();
    void largeBodies();
    void tooLarge();
    void secondQueueOnTheSamePort();
    void foreignAddressesNeedKeys();
    void delayedAnswers();
    void aClientThatLeavesDuringADelay();
    void bareStatuses();
    void resets();
    void truncatedAnswers();
    void malformedAnswers();
    void historyIsThereAtOnce();
    void feedsItself();
    void stopsWhileBusy();
    void anAccountFeedsItself();
    void revokedKeys();

private:
    Answer send(const QByteArray &verb, const QUrl &url, const QByteArray &body = {});
    Answer askAccount(const LocalQueue &queue, const QString &path);
    QNetworkAccessManager m_network;
};

Answer TestLocalQueue::send(const QByteArray &verb, const QUrl &url, const QByteArray &body)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
    request.setRawHeader("Accept-Encoding", "identity");
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, verb, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished() && !finished.wait(20'000))
        return {};
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->error(), reply->readAll(),
            reply->rawHeader("date"), reply->rawHeader("content-encoding")};
}

void TestLocalQueue::startsAndStops()
{
    LocalQueue queue({});
    QVERIFY(!queue.isRunning());
    const auto url = queue.start();
    QVERIFY(url.ok());
    QVERIFY(url.value().port() > 0);
    QCOMPARE(url.value().host(), u"127.0.0.1"_s);
    QCOMPARE(queue.url(), url.value());
    QVERIFY(queue.engine());
    queue.stop();
    QVERIFY(!queue.isRunning());
    QVERIFY(!queue.engine());
    const auto again = queue.start();
    QVERIFY(again.ok());
    QCOMPARE(send("GET", again.value().resolved(QUrl(u"/health"_s))).status, 200);
}

void TestLocalQueue::answersOverHttp()
{
    LocalQueueOptions options;
    options.pace = Pace::Instant;
    LocalQueue queue(options);
    const QUrl base = queue.start().value();
    const Answer accepted = send("POST", base.resolved(QUrl(u"/indexes/movies/documents"_s)), R"([{"id":1}])");
    QCOMPARE(accepted.status, 202);
    QVERIFY(queue.engine()->waitUntilIdle(20'000));
    const Answer task = send("GET", base.resolved(QUrl(u"/tasks/0"_s)));
    QCOMPARE(task.status, 200);
    QVERIFY(task.body.contains("\"succeeded\""));
    const QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(task.date), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    QVERIFY2(date.isValid(), task.date.constData());
    QCOMPARE(send("DELETE", base.resolved(QUrl(u"/tasks?uids=0"_s))).status, 200);
    QCOMPARE(send("PATCH", base.resolved(QUrl(u"/indexes/movies"_s)), R"({"primaryKey":"id"})").status, 202);
    QCOMPARE(send("GET", base.resolved(QUrl(u"/nonsense"_s))).status, 404);
    QCOMPARE(send("PUT", base.resolved(QUrl(u"/tasks"_s))).status, 405);
    QCOMPARE(send("GET", base.resolved(QUrl(u"/tasks?uids=1%2C2&statuses=*"_s))).status, 200);
}

void TestLocalQueue::gzipWhenAsked()
{
    LocalQueueOptions options;
    options.historySize = 50;
    LocalQueue queue(options);
    const QUrl base = queue.start().value();
    QTcpSocket socket;
    socket.connectToHost(base.host(), quint16(base.port()));
    QVERIFY(socket.waitForConnected(5000));
    socket.write("GET /tasks?limit=50 HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip, br\r\nConnection: close\r\n\r\n");
    QByteArray raw;
    while (socket.waitForReadyRead(5000))
        raw += socket.readAll();
    const qsizetype end = raw.indexOf("\r\n\r\n");
    QVERIFY(raw.left(end).toLower().contains("content-encoding: gzip"));
    QCOMPARE(raw.mid(end + 4, 2), "\x1f\x8b"_ba);
    const Answer plain = send("GET", base.resolved(QUrl(u"/tasks?limit=50"_s)));
    QVERIFY(plain.encoding.isEmpty());
    QVERIFY(plain.body.size() > raw.size() * 3);
}

void TestLocalQueue::manyRequestsOnOneConnection()
{
    LocalQueue queue({});
    const QUrl base = queue.start().value();
    QTcpSocket socket;
    socket.connectToHost(base.host(), quint16(base.port()));
    QVERIFY(socket.waitForConnected(5000));
    for (int i = 0; i < 20; ++i) {
        socket.write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
        QByteArray raw;
        while (!raw.endsWith(R"({"status":"available"})"))
            QVERIFY(socket.waitForReadyRead(5000) && !(raw += socket.readAll()).isEmpty());
    }
    QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
}

void TestLocalQueue::closesWhenAsked()
{
    LocalQueue queue({});
    const QUrl base = queue.start().value();
    QTcpSocket socket;
    socket.connectToHost(base.host(), quint16(base.port()));
    QVERIFY(socket.waitForConnected(5000));
    socket.write("GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    QVERIFY(socket.waitForDisconnected(5000));
    QVERIFY(socket.readAll().endsWith(R"({"status":"available"})"));
}

void TestLocalQueue::largeBodies()
{
    LocalQueueOptions options;
    options.pace = Pace::Instant;
    LocalQueue queue(options);
    const QUrl base = queue.start().value();
    QByteArray body = "[";
    for (int i = 0; i < 20'000; ++i)
        body += (i ? ",{\"id\":"_ba : "{\"id\":"_ba) + QByteArray::number(i) + ",\"text\":\""_ba + QByteArray(100, 'x') + "\"}"_ba;
    body += ']';
    QCOMPARE(send("POST", base.resolved(QUrl(u"/indexes/big/documents"_s)), body).status, 202);
    QVERIFY(queue.engine()->waitUntilIdle(60'000));
    const Answer task = send("GET", base.resolved(QUrl(u"/tasks/0"_s)));
    QVERIFY2(task.body.contains("\"indexedDocuments\":20000"), task.body.constData());
}

void TestLocalQueue::tooLarge()
{
    LocalQueueOptions options;
    options.payloadLimit = 1000;
    LocalQueue queue(options);
    const QUrl base = queue.start().value();
    const Answer answer = send("POST", base.resolved(QUrl(u"/indexes/a/documents"_s)), QByteArray(5000, ' '));
    QCOMPARE(answer.status, 413);
    QVERIFY(answer.body.contains("payload_too_large"));
}

void TestLocalQueue::secondQueueOnTheSamePort()
{
    LocalQueue first({});
    LocalQueueOptions options;
    options.port = quint16(first.start().value().port());
    LocalQueue second(options);
    const auto url = second.start();
    QVERIFY(!url.ok());
    QVERIFY(url.error().message.contains(QString::number(options.port)));
    QVERIFY(!second.isRunning());
}

void TestLocalQueue::foreignAddressesNeedKeys()
{
    LocalQueueOptions options;
    options.address = QHostAddress(QHostAddress::Any);
    LocalQueue queue(options);
    QVERIFY(!queue.start().ok());
}

void TestLocalQueue::delayedAnswers()
{
    LocalQueue queue(withFault(u"delay=300"_s));
    const QUrl base = queue.start().value();
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(send("GET", base.resolved(QUrl(u"/health"_s))).status, 200);
    QVERIFY(timer.elapsed() >= 300);
}

void TestLocalQueue::aClientThatLeavesDuringADelay()
{
    LocalQueue queue(withFault(u"delay=200"_s));
    const QUrl base = queue.start().value();
    {
        QTcpSocket socket;
        socket.connectToHost(base.host(), quint16(base.port()));
        QVERIFY(socket.waitForConnected(5000));
        socket.write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(socket.waitForBytesWritten(5000));
    } // gone before its answer
    QCOMPARE(send("GET", base.resolved(QUrl(u"/health"_s))).status, 200);
    QCOMPARE(send("GET", base.resolved(QUrl(u"/health"_s))).status, 200);
}

void TestLocalQueue::bareStatuses()
{
    LocalQueue queue(withFault(u"rate=429:100%"_s));
    const QUrl base = queue.start().value();
    const Answer answer = send("GET", base.resolved(QUrl(u"/tasks"_s)));
    QCOMPARE(answer.status, 429);
    QVERIFY(answer.body.isEmpty());
}

void TestLocalQueue::resets()
{
    LocalQueue queue(withFault(u"reset=100%"_s));
    const QUrl base = queue.start().value();
    const Answer answer = send("POST", base.resolved(QUrl(u"/indexes/a/documents"_s)), "[]");
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.error != QNetworkReply::NoError);
}

void TestLocalQueue::truncatedAnswers()
{
    LocalQueue queue(withFault(u"truncate=100%"_s));
    const QUrl base = queue.start().value();
    QCOMPARE(send("GET", base.resolved(QUrl(u"/tasks"_s))).error, QNetworkReply::RemoteHostClosedError);
}

void TestLocalQueue::malformedAnswers()
{
    LocalQueue queue(withFault(u"malformed=100%"_s));
    const QUrl base = queue.start().value();
    const Answer answer = send("GET", base.resolved(QUrl(u"/tasks"_s)));
    QCOMPARE(answer.status, 200);
    QVERIFY(QJsonDocument::fromJson(answer.body).isNull());
}

void TestLocalQueue::historyIsThereAtOnce()
{
    LocalQueueOptions options;
    options.historySize = 300;
    options.seed = 5;
    LocalQueue queue(options);
    const QUrl base = queue.start().value();
    const auto total = [&](const QString &query) {
        const Answer answer = send("GET", base.resolved(QUrl(u"/tasks?limit=0&"_s + query)));
        return QJsonDocument::fromJson(answer.body)["total"_L1].toInt();
    };
    QVERIFY(total(u""_s) >= 300);
    QVERIFY(total(u"statuses=failed"_s) > 0);
    QVERIFY(total(u"statuses=succeeded"_s) > 0);
}

void TestLocalQueue::feedsItself()
{
    LocalQueueOptions options;
    options.feedsItself = true;
    options.pace = Pace::Demo;
    LocalQueue queue(options);
    const QUrl base = queue.start().value();
    const auto total = [&](const QString &query) {
        const Answer answer = send("GET", base.resolved(QUrl(u"/tasks?limit=0&"_s + query)));
        return QJsonDocument::fromJson(answer.body)["total"_L1].toInt();
    };
    QVERIFY(total(u""_s) > 20);
    QTRY_VERIFY(total(u"statuses=processing"_s) > 0);
    QVERIFY(total(u"statuses=enqueued"_s) > 0);
    const int before = total(u""_s);
    QTRY_VERIFY(total(u""_s) > before); // goes on by itself
}

void TestLocalQueue::stopsWhileBusy()
{
    LocalQueueOptions options;
    options.feedsItself = true;
    options.faults = {parseFault(u"delay=500"_s).value()};
    LocalQueue queue(options);
    const QUrl base = queue.start().value();
    const std::unique_ptr<QNetworkReply> reply(m_network.get(QNetworkRequest(base.resolved(QUrl(u"/tasks"_s)))));
    QElapsedTimer timer;
    timer.start();
    queue.stop(); // with a request in flight and a job running
    QVERIFY(timer.elapsed() < 10'000);
    reply->abort();
}

Answer TestLocalQueue::askAccount(const LocalQueue &queue, const QString &path)
{
    QNetworkRequest request(queue.url().resolved(QUrl(path)));
    request.setRawHeader("x-api-key", "account");
    request.setRawHeader("x-api-secret-key", "secret");
    const std::unique_ptr<QNetworkReply> reply(m_network.get(request));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished() && !finished.wait(20'000))
        return {};
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->error(), reply->readAll(),
            reply->rawHeader("date"), reply->rawHeader("content-encoding")};
}

void TestLocalQueue::anAccountFeedsItself()
{
    LocalQueueOptions options;
    options.dialects = {DialectKind::RedisCloud};
    options.feedsItself = true;
    options.faults = {parseFault(u"quota=0"_s).value()}; // waiting asks more often than an account allows
    LocalQueue queue(options);
    QVERIFY(queue.start().ok());
    QVERIFY(!queue.engine()); // Meilisearch is not served
    const auto tasks = [&] {
        return QJsonDocument::fromJson(askAccount(queue, u"/v1/tasks"_s).body)["tasks"_L1].toArray();
    };
    QVERIFY(tasks().size() > 240); // the past of a demo, and the first step
    QTRY_VERIFY(tasks().first()["status"_L1].toString().startsWith("processing"_L1));
    const qsizetype before = tasks().size();
    QTRY_VERIFY(tasks().size() > before); // goes on by itself
}

void TestLocalQueue::revokedKeys()
{
    LocalQueueOptions options;
    options.dialects = {DialectKind::RedisCloud};
    options.redisCloudKeys = {{"account", "secret", true}, {"account", "another", true}};
    LocalQueue queue(options);
    QVERIFY(queue.start().ok());
    QCOMPARE(askAccount(queue, u"/v1/tasks"_s).status, 200);
    queue.setRedisCloudKeys({{"account", "another", true}});
    QCOMPARE(askAccount(queue, u"/v1/tasks"_s).status, 401);
    queue.stop();
    QVERIFY(queue.start().ok());
    QCOMPARE(askAccount(queue, u"/v1/tasks"_s).status, 401); // and so it stays
    queue.setRedisCloudKeys({});
    QCOMPARE(askAccount(queue, u"/v1/tasks"_s).status, 200);
}

QTEST_GUILESS_MAIN(TestLocalQueue)
#include "test_local_queue.moc"
