// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// The program `taskglass-queue` as scripts use it: its words, its exit statuses, and what survives.
class TestQueueProgram : public QObject
{
    Q_OBJECT
private slots:
    void wrongUsage_data();
    void wrongUsage();
    void help();
    void readyFileAndTermination();
    void aPortThatIsTaken();
    void oldVersionsSpeakOldShapes();
    void keyFile();
    void severalServersOnOnePort();
    void oneServerAlone();
    void aKilledCluster();
    void killedAtRandomMoments_data();
    void killedAtRandomMoments();

private:
    bool start(QProcess &process, const QStringList &arguments);
    QJsonObject send(const QByteArray &verb, const QString &target, const QByteArray &body = {}, const QByteArray &key = {});
    QJsonObject sendWithTwoKeys(const QByteArray &verb, const QString &target, const QByteArray &body = {},
                                const QByteArray &secret = "s");
    QJsonObject answerTo(const QNetworkRequest &request, const QByteArray &verb, const QByteArray &body);
    QNetworkAccessManager m_network;
    QString m_address;
    int m_status = 0;
};

bool TestQueueProgram::start(QProcess &process, const QStringList &arguments)
{
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(TASKGLASS_QUEUE), QStringList {u"--port"_s, u"0"_s} + arguments);
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(20'000))
            return false;
    }
    const QString line = QString::fromUtf8(process.readLine()).trimmed();
    if (!line.startsWith("listening on http://127.0.0.1:"_L1))
        return false;
    m_address = line.mid(QStringView(u"listening on ").size());
    m_network.clearConnectionCache();
    return true;
}

QJsonObject TestQueueProgram::send(const QByteArray &verb, const QString &target, const QByteArray &body,
                                   const QByteArray &key)
{
    QNetworkRequest request(QUrl(m_address + target));
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
    if (!key.isEmpty())
        request.setRawHeader("Authorization", QByteArray("Bearer ").append(key));
    return answerTo(request, verb, body);
}

QJsonObject TestQueueProgram::sendWithTwoKeys(const QByteArray &verb, const QString &target, const QByteArray &body,
                                              const QByteArray &secret)
{
    QNetworkRequest request(QUrl(m_address + target));
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
    request.setRawHeader("x-api-key", "a");
    request.setRawHeader("x-api-secret-key", secret);
    return answerTo(request, verb, body);
}

QJsonObject TestQueueProgram::answerTo(const QNetworkRequest &request, const QByteArray &verb, const QByteArray &body)
{
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, verb, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished() && !finished.wait(20'000))
        return {};
    m_status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return QJsonDocument::fromJson(reply->readAll()).object();
}

void TestQueueProgram::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("mentions");
    const auto row = [](const QStringList &arguments, const char *mentions) {
        QTest::newRow(qPrintable(arguments.join(u' '))) << arguments << QString::fromLatin1(mentions);
    };
    row({u"--nonsense"_s}, "nonsense");
    row({u"something"_s}, "something");
    row({u"--port"_s, u"70000"_s}, "--port");
    row({u"--api"_s, u"opensearch=9.9"_s}, "opensearch=9.9");
    row({u"--dialect"_s, u"solr"_s}, "solr");
    row({u"--api"_s, u"meilisearch=0.24"_s}, "0.24");
    row({u"--api"_s, u"1.5"_s}, "--api");
    row({u"--api"_s, u"redis-cloud=2"_s}, "Redis Cloud");
    row({u"--fault"_s, u"odd=ducks"_s}, "late-tasks");
    row({u"--fault"_s, u"quota=many"_s}, "quota=many");
    row({u"--pace"_s, u"slow"_s}, "--pace");
    row({u"--fault"_s, u"explode=1%"_s}, "explode");
    row({u"--data"_s, u"x"_s, u"--memory"_s}, "--memory");
    row({u"--strict"_s, u"--lenient"_s}, "--lenient");
    row({u"--listen"_s, u"0.0.0.0"_s}, "--key-file");
    row({u"--key-file"_s, u"/does/not/exist"_s}, "/does/not/exist");
    row({u"--tls-cert"_s, u"/does/not/exist"_s}, "--tls-key");
    row({u"--seed"_s, u"x"_s}, "--seed");
}

void TestQueueProgram::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, mentions);
    QProcess process;
    process.start(QStringLiteral(TASKGLASS_QUEUE), arguments);
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardOutput().isEmpty());
    const QString said = QString::fromUtf8(process.readAllStandardError());
    QVERIFY2(said.contains(mentions), qPrintable(said));
    QVERIFY(said.contains(u"--help"_s));
}

void TestQueueProgram::help()
{
    QProcess process;
    process.start(QStringLiteral(TASKGLASS_QUEUE), {u"--help"_s});
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitCode(), 0);
    const QByteArray text = process.readAllStandardOutput();
    for (const char *option :
         {"--port", "--data", "--memory", "--dialect", "--strict", "--lenient", "--api", "--key-file", "--fault", "--seed",
          "--size", "--pace", "--tls-cert", "--tls-key", "--ready-file", "--listen", "--help", "--version"})
        QVERIFY2(text.contains(option), option);
    const QByteArrayList lines = text.split('\n');
    for (const QByteArray &line : lines)
        QVERIFY2(QString::fromUtf8(line).size() <= 118, line.constData());
}

void TestQueueProgram::readyFileAndTermination()
{
    const QTemporaryDir folder;
    QProcess process;
    QVERIFY(start(process, {u"--ready-file"_s, folder.filePath(u"ready"_s), u"--data"_s, folder.filePath(u"data"_s),
                            u"--pace"_s, u"demo"_s}));
    QFile ready(folder.filePath(u"ready"_s));
    QTRY_VERIFY(ready.exists());
    QVERIFY(ready.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(ready.readAll()).trimmed(), m_address);
    send("POST", u"/indexes/a/documents"_s, R"([{"id":1}])");
    QCOMPARE(m_status, 202);
    process.terminate();
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().isEmpty()); // one line was all

    QProcess again;
    QVERIFY(start(again, {u"--data"_s, folder.filePath(u"data"_s)}));
    QTRY_COMPARE(send("GET", u"/tasks/0"_s)["status"_L1].toString(), u"succeeded"_s);
    again.terminate();
    QVERIFY(again.waitForFinished(20'000));
}

void TestQueueProgram::aPortThatIsTaken()
{
    QProcess first;
    QVERIFY(start(first, {}));
    const QString port = QString::number(QUrl(m_address).port());
    QProcess second;
    second.start(QStringLiteral(TASKGLASS_QUEUE), {u"--port"_s, port});
    QVERIFY(second.waitForFinished(20'000));
    QCOMPARE(second.exitCode(), 1);
    QVERIFY(second.readAllStandardError().contains(port.toLatin1()));
    first.terminate();
    QVERIFY(first.waitForFinished(20'000));
}

void TestQueueProgram::oldVersionsSpeakOldShapes()
{
    QProcess process;
    QVERIFY(start(process, {u"--api"_s, u"meilisearch=0.25"_s}));
    QCOMPARE(send("GET", u"/version"_s)["pkgVersion"_L1].toString(), u"0.25.0"_s);
    QCOMPARE(send("GET", u"/tasks?limit=1"_s).keys(), QStringList {u"results"_s});
    QVERIFY(send("POST", u"/indexes/a/documents"_s, R"([{"id":1}])").contains("uid"_L1));
    process.terminate();
    QVERIFY(process.waitForFinished(20'000));
}

void TestQueueProgram::keyFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"keys"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# who may do what\nmeilisearch admin topsecret\nmeilisearch tasks.get reader\n");
    file.close();
    QProcess process;
    QVERIFY(start(process, {u"--key-file"_s, file.fileName()}));
    QCOMPARE(send("GET", u"/tasks"_s)["code"_L1].toString(), u"missing_authorization_header"_s);
    QCOMPARE(m_status, 401);
    QCOMPARE(send("GET", u"/tasks"_s, {}, "wrong")["code"_L1].toString(), u"invalid_api_key"_s);
    QCOMPARE(m_status, 403);
    send("GET", u"/tasks"_s, {}, "reader");
    QCOMPARE(m_status, 200);
    send("POST", u"/tasks/cancel?uids=1"_s, {}, "reader");
    QCOMPARE(m_status, 403);
    send("POST", u"/tasks/cancel?uids=1"_s, {}, "topsecret");
    QCOMPARE(m_status, 200);
    process.terminate();
    QVERIFY(process.waitForFinished(20'000));
}

void TestQueueProgram::severalServersOnOnePort()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"keys"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("meilisearch admin topsecret\nredis-cloud a s\nredis-cloud a v viewer\n");
    file.close();
    const QStringList arguments {u"--key-file"_s, file.fileName(), u"--data"_s, folder.filePath(u"data"_s), u"--pace"_s,
                                 u"instant"_s};
    {
        QProcess process;
        QVERIFY(start(process, arguments));
        send("GET", u"/tasks"_s, {}, "topsecret");
        QCOMPARE(m_status, 200);
        QVERIFY(sendWithTwoKeys("GET", u"/v1/tasks"_s).isEmpty()); // an account without tasks has no list
        QCOMPARE(m_status, 200);
        sendWithTwoKeys("GET", u"/v1/tasks"_s, {}, "wrong");
        QCOMPARE(m_status, 401);
        const QByteArray rule = R"({"name":"n","redisRule":"+@read ~*"})";
        sendWithTwoKeys("POST", u"/v1/acl/redisRules"_s, rule, "v");
        QCOMPARE(m_status, 403);
        sendWithTwoKeys("POST", u"/v1/acl/redisRules"_s, rule);
        QCOMPARE(m_status, 202);
        process.kill();
        QVERIFY(process.waitForFinished(20'000));
    }
    QProcess again;
    QVERIFY(start(again, arguments));
    QTRY_COMPARE(sendWithTwoKeys("GET", u"/v1/tasks"_s, {}, "v")["tasks"_L1][0]["status"_L1].toString(),
                 u"processing-completed"_s);
    again.terminate();
    QVERIFY(again.waitForFinished(20'000));
    QCOMPARE(again.exitCode(), 0);
}

void TestQueueProgram::oneServerAlone()
{
    QProcess process;
    QVERIFY(start(process, {u"--dialect"_s, u"redis-cloud"_s, u"--seed"_s, u"3"_s, u"--size"_s, u"200"_s}));
    QCOMPARE(sendWithTwoKeys("GET", u"/v1/tasks"_s)["tasks"_L1].toArray().size(), 200);
    sendWithTwoKeys("GET", u"/tasks"_s); // Meilisearch's
    QCOMPARE(m_status, 404);
    process.terminate();
    QVERIFY(process.waitForFinished(20'000));
}

void TestQueueProgram::aKilledCluster()
{
    const QTemporaryDir folder;
    const QStringList arguments {u"--dialect"_s, u"opensearch"_s, u"--api"_s, u"elasticsearch=7.10"_s, u"--data"_s, folder.path()};
    const QByteArray reindex = R"({"source":{"index":"src","size":1},"dest":{"index":"dst"}})";
    QString ended;
    QString running;
    {
        QProcess process;
        QVERIFY(start(process, arguments));
        QCOMPARE(send("GET", u"/"_s)["version"_L1]["number"_L1].toString(), u"7.10.2"_s);
        send("PUT", u"/src/_doc/1"_s, R"({"n":1})");
        send("PUT", u"/src/_doc/2"_s, R"({"n":2})");
        ended = send("POST", u"/_reindex?wait_for_completion=false"_s, reindex)["task"_L1].toString();
        QCOMPARE(send("GET", u"/_tasks/"_s + ended + u"?wait_for_completion=true"_s)["completed"_L1].toBool(), true);
        running = send("POST", u"/_reindex?wait_for_completion=false&requests_per_second=0.001"_s, reindex)["task"_L1].toString();
        QCOMPARE(send("GET", u"/_tasks/"_s + running)["completed"_L1].toBool(true), false);
        process.kill();
        QVERIFY(process.waitForFinished(20'000));
    }
    QProcess again;
    QVERIFY(start(again, arguments));
    // What was stored is there, what ran is gone, and numbers begin again on the same node.
    QCOMPARE(send("GET", u"/_tasks/"_s + ended)["response"_L1]["created"_L1].toInteger(), 2);
    QCOMPARE(send("GET", u"/dst/_count"_s)["count"_L1].toInteger(), 2);
    send("GET", u"/_tasks/"_s + running);
    QCOMPARE(m_status, 404);
    const QString next = send("POST", u"/_reindex?wait_for_completion=false"_s, reindex)["task"_L1].toString();
    QCOMPARE(next.section(u':', 0, 0), ended.section(u':', 0, 0));
    QVERIFY(next.section(u':', 1).toInt() < running.section(u':', 1).toInt());
    again.terminate();
    QVERIFY(again.waitForFinished(20'000));
    QCOMPARE(again.exitCode(), 0);
}

void TestQueueProgram::killedAtRandomMoments_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 3; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Tasks are written as fast as they are answered, and the program is killed in the midst of it, some rounds on end.
/// Each answered task must still be there, once, with its uid, and all must come to an end.
void TestQueueProgram::killedAtRandomMoments()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const QTemporaryDir folder;
    const QStringList arguments {u"--data"_s, folder.filePath(u"data"_s), u"--pace"_s, u"instant"_s};
    QSet<qint64> answered;
    for (int round = 0; round < 4; ++round) {
        QProcess process;
        QVERIFY(start(process, arguments));
        const int writes = 5 + random.bounded(25);
        for (int i = 0; i < writes; ++i) {
            const QByteArray body = "[{\"id\":"_ba + QByteArray::number(random.bounded(1000)) + "},{\"id\":-1}]"_ba;
            const QJsonObject summary = send("POST", u"/indexes/i%1/documents"_s.arg(random.bounded(3)), body);
            QCOMPARE(m_status, 202);
            QVERIFY2(!answered.contains(summary["taskUid"_L1].toInteger(-1)), "a uid was handed out twice");
            answered.insert(summary["taskUid"_L1].toInteger(-1));
        }
        // One more is on its way: it may or may not have been accepted.
        QNetworkRequest request(QUrl(m_address + u"/indexes/i0/documents"_s));
        request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
        const std::unique_ptr<QNetworkReply> last(m_network.post(request, "[{\"id\":1}]"_ba));
        QSignalSpy finished(last.get(), &QNetworkReply::finished);
        finished.wait(random.bounded(1, 15)); // the moment is what the seed decides; being answered is no condition
        process.kill();
        QVERIFY(process.waitForFinished(20'000));
        // An answer that was cut before its uid came promised nothing that could be held against the queue.
        const qint64 uid = QJsonDocument::fromJson(last->readAll())["taskUid"_L1].toInteger(-1);
        if (last->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 202 && uid >= 0)
            answered.insert(uid);
    }
    QProcess process;
    QVERIFY(start(process, arguments));
    QTRY_COMPARE(send("GET", u"/tasks?statuses=enqueued,processing&limit=0"_s)["total"_L1].toInt(-1), 0);
    const QJsonArray tasks = send("GET", u"/tasks?limit=1000"_s)["results"_L1].toArray();
    QSet<qint64> found;
    for (const QJsonValue &task : tasks) {
        found.insert(task["uid"_L1].toInteger());
        QCOMPARE(task["status"_L1].toString(), u"succeeded"_s);
    }
    QCOMPARE(found.size(), tasks.size());
    const QSet<qint64> lost = answered - found;
    QVERIFY2(lost.isEmpty(), qPrintable(u"answered, then lost: %1 of %2, for instance %3"_s.arg(lost.size()).arg(answered.size())
                                            .arg(lost.isEmpty() ? -1 : *lost.cbegin())));
    process.terminate();
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestQueueProgram)
#include "test_queue_program.moc"
