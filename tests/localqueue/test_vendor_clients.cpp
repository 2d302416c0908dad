// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/server.h"

#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace taskglass::localqueue;

/// Official clients, where somebody has installed them: see vendor/README.md. Nothing is fetched here.
class TestVendorClients : public QObject
{
    Q_OBJECT
private slots:
    void walk_data();
    void walk();
    void goAndRedisCloud();
};

void TestVendorClients::walk_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QString>("program"); // relative to the folder that the variable names, or a command
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("api"); // of Meilisearch; or "opensearch"
    QTest::newRow("JavaScript of today") << "TASKGLASS_JS_TODAY"_ba << u"node"_s << u"today.mjs"_s << u"1.50"_s;
    QTest::newRow("JavaScript of 0.25") << "TASKGLASS_JS_0_25"_ba << u"node"_s << u"of_0_25.cjs"_s << u"0.25"_s;
    QTest::newRow("Python of today") << "TASKGLASS_PY_TODAY"_ba << u"bin/python3"_s << u"today.py"_s << u"1.50"_s;
    QTest::newRow("OpenSearch's JavaScript") << "TASKGLASS_JS_OPENSEARCH"_ba << u"node"_s << u"opensearch.mjs"_s << u"opensearch"_s;
    QTest::newRow("OpenSearch's Python") << "TASKGLASS_PY_OPENSEARCH"_ba << u"bin/python3"_s << u"opensearch.py"_s << u"opensearch"_s;
    QTest::newRow("Python of 0.25") << "TASKGLASS_PY_0_25"_ba << u"bin/python3"_s << u"of_0_25.py"_s << u"0.25"_s;
}

void TestVendorClients::walk()
{
    QFETCH(QByteArray, variable);
    QFETCH(QString, program);
    QFETCH(QString, script);
    QFETCH(QString, api);
    const QString folder = qEnvironmentVariable(variable.constData());
    if (folder.isEmpty())
        QSKIP(QByteArray(variable + " names no folder with this client: see tests/localqueue/vendor/README.md").constData());
    LocalQueueOptions options;
    options.pace = Pace::Instant;
    if (const auto version = meilisearch::ApiVersion::parse(api))
        options.api = *version;
    else
        options.dialects = {*dialectFor(api)};
    LocalQueue queue(options);
    const auto url = queue.start();
    QVERIFY(url.ok());
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program.contains(u'/') ? QDir(folder).filePath(program) : program,
                  {QStringLiteral(TASKGLASS_VENDOR_SCRIPTS "/") + script, url.value().toString()});
    QVERIFY2(process.waitForFinished(60'000), qPrintable(process.errorString()));
    const QByteArray said = process.readAll();
    QVERIFY2(process.exitCode() == 0 && said.trimmed().endsWith("ok"), said.constData());
}

/// Go builds the walk out of the modules that somebody has fetched, and fetches none.
void TestVendorClients::goAndRedisCloud()
{
    const QString modules = qEnvironmentVariable("TASKGLASS_GO_MODULES");
    if (modules.isEmpty())
        QSKIP("TASKGLASS_GO_MODULES names no folder of Go modules with this client: see tests/localqueue/vendor/README.md");
    const QString go = QStandardPaths::findExecutable(u"go"_s);
    if (go.isEmpty())
        QSKIP("Go is not installed.");
    LocalQueueOptions options;
    options.pace = Pace::Instant;
    options.dialects = {DialectKind::RedisCloud};
    LocalQueue queue(options);
    const auto url = queue.start();
    QVERIFY(url.ok());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : {std::pair(u"GOMODCACHE"_s, modules), std::pair(u"GOPROXY"_s, u"off"_s),
                                      std::pair(u"GOTOOLCHAIN"_s, u"local"_s), std::pair(u"GOFLAGS"_s, u"-mod=readonly"_s),
                                      std::pair(u"GOCACHE"_s, QDir::current().filePath(u"go-cache"_s))})
        environment.insert(name, value);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(QStringLiteral(TASKGLASS_VENDOR_SCRIPTS "/rediscloud"));
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(go, {u"run"_s, u"."_s, url.value().toString() + u"/v1"_s});
    QVERIFY2(process.waitForFinished(500'000), qPrintable(process.errorString())); // compiling is the longer part
    const QByteArray said = process.readAll();
    QVERIFY2(process.exitCode() == 0 && said.trimmed().endsWith("ok"), said.constData());
}

QTEST_GUILESS_MAIN(TestVendorClients)
#include "test_vendor_clients.moc"
