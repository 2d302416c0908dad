// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/meilisearch/keyring.h"
#include "app/localqueue/faults.h"
#include "app/localqueue/gzip.h"
#include "app/localqueue/http.h"
#include "app/localqueue/jsontext.h"
#include "app/localqueue/keyfile.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace taskglass;
using namespace taskglass::localqueue;
using namespace taskglass::localqueue::meilisearch;

/// Who may do what, and the small tools that every answer passes through.
class TestDialectKeys : public QObject
{
    Q_OBJECT
private slots:
    void authorization_data();
    void authorization();
    void restrictedKeysSeeTheirIndexes();
    void expiredKeysAreRefused();
    void createdKeysSurvive();
    void keyFiles_data();
    void keyFiles();
    void faultRules_data();
    void faultRules();
    void faultsHappenAsOftenAsAsked();
    void outagesComeAtTheEndOfAPeriod();
    void gzipComesBack();
    void gunzipRefusesBombsAndRubbish();
    void queryStrings();
    void segmentsMergeSlashes();
    void jsonStringsRoundTrip();
};

void TestDialectKeys::authorization_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<int>("status"); // 0: let in
    const auto row = [](const char *name, const char *header, const char *action, int status) {
        QTest::newRow(name) << (header ? QByteArray(header) : QByteArray()) << QByteArray(action) << status;
    };
    row("no header", nullptr, "tasks.get", 401);
    row("basic", "Basic abc", "tasks.get", 401);
    row("lower case", "bearer MASTER", "tasks.get", 401);
    row("nothing after it", "Bearer", "tasks.get", 403);
    row("two blanks", "Bearer  MASTER", "tasks.get", 403);
    row("wrong", "Bearer nonsense", "tasks.get", 403);
    row("master", "Bearer MASTER", "keys.create", 0);
    row("reader reads", "Bearer READ", "tasks.get", 0);
    row("reader cancels", "Bearer READ", "tasks.cancel", 403);
    row("reader asks version", "Bearer READ", "version", 403);
    row("family", "Bearer TASKS", "tasks.delete", 0);
    row("all reads", "Bearer READER", "stats.get", 0);
    row("all reads but keys", "Bearer READER", "keys.get", 403);
    row("scoped", "Bearer SCOPED", "tasks.get", 0);
    row("scoped on a global action", "Bearer SCOPED", "version", 403);
    row("health", nullptr, "", 0);
}

void TestDialectKeys::authorization()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, action);
    QFETCH(int, status);
    KeyRing ring("MASTER");
    ring.add("READ", {u"tasks.get"_s}, {});
    ring.add("TASKS", {u"tasks.*"_s}, {});
    ring.add("READER", {u"*.get"_s}, {});
    ring.add("SCOPED", {u"*"_s}, {u"movies"_s});
    const auto access = ring.authorize(header, action, {}, 0);
    QCOMPARE(access ? 0 : access.error().httpStatus, status);
    QVERIFY(KeyRing().authorize(header, action, {}, 0).ok()); // without keys everybody is let in
}

void TestDialectKeys::restrictedKeysSeeTheirIndexes()
{
    KeyRing ring;
    ring.add("K", {u"tasks.get"_s}, {u"movies"_s, u"log*"_s});
    const auto access = ring.authorize("Bearer K", "tasks.get", {}, 0);
    QVERIFY(access.ok());
    QCOMPARE(access.value().visibleIndexes, QStringList({u"movies"_s, u"log*"_s}));
    QVERIFY(access.value().sees(u"movies"_s));
    QVERIFY(access.value().sees(u"logs_2026"_s));
    QVERIFY(!access.value().sees(u"movies_new"_s));
}

void TestDialectKeys::expiredKeysAreRefused()
{
    KeyRing ring("MASTER");
    ApiKey key;
    key.uid = u"669a7c89-8201-4a50-8cea-1180dd3dddec"_s;
    key.actions = {u"tasks.get"_s};
    key.expiresAt = 1000;
    const auto created = ring.create(key);
    QVERIFY(created.ok());
    const QByteArray header = "Bearer "_ba + created.value().key;
    QVERIFY(ring.authorize(header, "tasks.get", {}, 999).ok());
    QCOMPARE(ring.authorize(header, "tasks.get", {}, 1000).error().serverCode, u"invalid_api_key"_s);
}

void TestDialectKeys::createdKeysSurvive()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"keys.json"_s);
    ApiKey key;
    key.uid = u"669a7c89-8201-4a50-8cea-1180dd3dddec"_s;
    key.name = u"read"_s;
    key.actions = {u"tasks.get"_s};
    key.createdAt = 5 * kNsPerSecond;
    key.updatedAt = key.createdAt;
    QByteArray secret;
    {
        KeyRing ring("MASTER", file);
        ring.add("COMMANDLINE", {u"*"_s}, {});
        secret = ring.create(key).value().key;
    }
    KeyRing again("MASTER", file);
    QCOMPARE(again.keys().size(), std::size_t(1));
    QVERIFY(again.find(secret));
    QVERIFY(again.authorize("Bearer "_ba + secret, "tasks.get", {}, 0).ok());
    QVERIFY(again.remove(key.uid).ok());
    QCOMPARE(KeyRing("MASTER", file).keys().size(), std::size_t(0));
    const auto permissions = QFile::permissions(file);
    QVERIFY(!permissions.testAnyFlags(QFile::ReadGroup | QFile::ReadOther));
}

void TestDialectKeys::keyFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("keys"); // -1: refused
    QTest::newRow("empty") << ""_ba << 0;
    QTest::newRow("comment and blank") << "# keys\n\n"_ba << 0;
    QTest::newRow("admin") << "meilisearch admin K\n"_ba << 1;
    QTest::newRow("actions and indexes") << "meilisearch tasks.get,tasks.cancel K movies,books\r\n"_ba << 1;
    QTest::newRow("others are skipped") << "opensearch u p\nredis-cloud a s\nmeilisearch admin K"_ba << 1;
    QTest::newRow("too few words") << "meilisearch admin"_ba << -1;
    QTest::newRow("too many words") << "meilisearch admin K a b"_ba << -1;
    QTest::newRow("unknown kind") << "solr admin K"_ba << -1;
}

void TestDialectKeys::keyFiles()
{
    QFETCH(QByteArray, text);
    QFETCH(int, keys);
    const auto read = parseKeyFile(text);
    QCOMPARE(read ? int(read.value().meilisearch.size()) : -1, keys);
    if (!read)
        QVERIFY(!read.error().message.contains(u"K "_s)); // no secret in a message
}

void TestDialectKeys::faultRules_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("ok");
    for (const char *text : {"delay=250", "rate=429:10%", "rate=503:0.5%", "reset=1%", "truncate=100%", "malformed=0%",
                             "down=5s/60s", "down=500ms/2s"})
        QTest::newRow(text) << QString::fromLatin1(text) << true;
    for (const char *text : {"", "delay", "delay=-1", "delay=x", "rate=429", "rate=200:10%", "rate=429:101%", "reset=1",
                             "down=60s/5s", "down=5/60", "explode=1%"})
        QTest::addRow("bad: %s", text) << QString::fromLatin1(text) << false;
}

void TestDialectKeys::faultRules()
{
    QFETCH(QString, text);
    QFETCH(bool, ok);
    QCOMPARE(parseFault(text).ok(), ok);
}

void TestDialectKeys::faultsHappenAsOftenAsAsked()
{
    FaultPlan plan({parseFault(u"rate=429:10%"_s).value(), parseFault(u"delay=7"_s).value()}, 3);
    int hits = 0;
    for (int i = 0; i < 10'000; ++i) {
        const FaultDecision decision = plan.next(i);
        QCOMPARE(decision.delayMs, 7);
        hits += decision.kind == FaultRule::Kind::Status;
    }
    QVERIFY2(hits > 850 && hits < 1150, qPrintable(QString::number(hits)));
}

void TestDialectKeys::outagesComeAtTheEndOfAPeriod()
{
    FaultPlan plan({parseFault(u"down=5s/60s"_s).value()});
    QVERIFY(!plan.next(0).kind);
    QVERIFY(!plan.next(54'999).kind);
    QVERIFY(plan.next(55'000).kind == FaultRule::Kind::Reset);
    QVERIFY(plan.next(59'999).kind == FaultRule::Kind::Reset);
    QVERIFY(!plan.next(60'000).kind);
}

void TestDialectKeys::gzipComesBack()
{
    for (const QByteArray &plain : {""_ba, "x"_ba, QByteArray(1'000'000, 'a'), "\0\xff\n"_ba})
        QCOMPARE(gunzip(gzip(plain), 2'000'000), plain);
    QVERIFY(gzip(QByteArray(1'000'000, 'a')).size() < 10'000);
}

void TestDialectKeys::gunzipRefusesBombsAndRubbish()
{
    QVERIFY(!gunzip(gzip(QByteArray(1'000'000, 'a')), 999'999));
    QVERIFY(!gunzip("not gzip at all", 100));
    QVERIFY(!gunzip(gzip("some words that are cut").chopped(5), 100));
    QVERIFY(!gunzip({}, 100));
}

void TestDialectKeys::queryStrings()
{
    const auto items = parseQuery("a=1&b&c=%2C+x&&d=%2B=y");
    QCOMPARE(items.size(), std::size_t(4));
    QCOMPARE(items[0].value, "1"_ba);
    QCOMPARE(items[1].key, "b"_ba);
    QVERIFY(items[1].value.isEmpty());
    QCOMPARE(items[2].value, ", x"_ba);
    QCOMPARE(items[3].value, "+=y"_ba);
}

void TestDialectKeys::segmentsMergeSlashes()
{
    HttpRequest request;
    request.path = "//indexes/mo%20vies//documents/"_ba;
    QCOMPARE(request.segments(), QByteArrayList({"indexes"_ba, "mo vies"_ba, "documents"_ba}));
}

void TestDialectKeys::jsonStringsRoundTrip()
{
    const QString text = u"\"\\/\b\f\n\r\t\x01 é 🎬 \u202e"_s;
    const QByteArray json = JsonObjectText().string("k", text).null("n").integer("i", qint64(-7)).text();
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    QCOMPARE(object["k"_L1].toString(), text);
    QVERIFY(object["n"_L1].isNull());
    QCOMPARE(object["i"_L1].toInteger(), -7);
    QVERIFY(json.startsWith("{\"k\":"));
}

QTEST_GUILESS_MAIN(TestDialectKeys)
#include "test_dialect_keys.moc"
