// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/credentials.h"

#include <QHash>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace taskglass;

namespace {

/// A world of these variables and files ("-" is the standard input).
CredentialWorld worldOf(const QHash<QString, QString> &variables, const QHash<QString, QByteArray> &files = {})
{
    const auto read = [files](const QString &path) -> Result<QByteArray> {
        if (files.contains(path))
            return files.value(path);
        Error error;
        error.kind = Error::Kind::Local;
        error.message = u"There is no such file."_s;
        return error;
    };
    return {[variables](const char *name) { return variables.value(QString::fromLatin1(name)); }, read,
            [read] { return read(u"-"_s); }};
}

} // namespace

class TestCredentials : public QObject
{
    Q_OBJECT

private slots:
    void moreSpecificBeatsLessSpecific();
    void vendorVariablesGoToTheirOwnKind_data();
    void vendorVariablesGoToTheirOwnKind();
    void aUserTakesTheSecretAsPassword();
    void refusesBadSecrets_data();
    void refusesBadSecrets();
    void readsRealFiles();
};

void TestCredentials::moreSpecificBeatsLessSpecific()
{
    QHash<QString, QString> variables {{u"MEILI_MASTER_KEY"_s, u"vendor"_s}};
    const QHash<QString, QByteArray> files {{u"key"_s, "from file\n"_ba}, {u"-"_s, "from stdin\r\n"_ba}};
    const auto key = [&](const CredentialSources &sources) {
        return readCredentials(sources, ServerKind::Auto, worldOf(variables, files)).value().key;
    };
    QCOMPARE(key({}), u"vendor"_s);
    variables.insert(u"TASKGLASS_KEY"_s, u"ours"_s);
    QCOMPARE(key({}), u"ours"_s);
    QCOMPARE(key({.keyFile = u"key"_s, .secretFile = {}, .user = {}}), u"from file"_s);
    QCOMPARE(key({.keyFile = {}, .keyFromStdin = true, .secretFile = {}, .user = {}}), u"from stdin"_s);
}

void TestCredentials::vendorVariablesGoToTheirOwnKind_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("secret");
    QTest::newRow("still to be asked") << int(ServerKind::Auto) << u"meili"_s << QString();
    QTest::newRow("Meilisearch") << int(ServerKind::Meilisearch) << u"meili"_s << QString();
    QTest::newRow("OpenSearch") << int(ServerKind::OpenSearch) << QString() << QString();
    QTest::newRow("Redis Cloud") << int(ServerKind::RedisCloud) << u"redis"_s << u"redis secret"_s;
}

void TestCredentials::vendorVariablesGoToTheirOwnKind()
{
    QFETCH(int, kind);
    const CredentialWorld world = worldOf({{u"MEILI_MASTER_KEY"_s, u"meili"_s},
                                           {u"REDISCLOUD_ACCESS_KEY"_s, u"redis"_s},
                                           {u"REDISCLOUD_SECRET_KEY"_s, u"redis secret"_s}});
    const auto read = readCredentials({}, ServerKind(kind), world);
    QTEST(read.value().key, "key");
    QTEST(read.value().secret, "secret");
}

void TestCredentials::aUserTakesTheSecretAsPassword()
{
    const QHash<QString, QByteArray> files {{u"secret"_s, "hunter2"_ba}};
    const CredentialWorld world = worldOf({{u"TASKGLASS_PASSWORD"_s, u"less specific"_s}}, files);
    const auto read = readCredentials({.keyFile = {}, .secretFile = u"secret"_s, .user = u"admin"_s}, ServerKind::OpenSearch, world);
    QCOMPARE(read.value().user, u"admin"_s);
    QCOMPARE(read.value().password, u"hunter2"_s);
    const auto fromVariables = readCredentials({.keyFile = {}, .secretFile = {}, .user = u"admin"_s}, ServerKind::OpenSearch, world);
    QCOMPARE(fromVariables.value().password, u"less specific"_s);
}

void TestCredentials::refusesBadSecrets_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("empty") << u"empty"_s;
    QTest::newRow("blank") << u"blank"_s;
    QTest::newRow("two lines would forge a header") << u"lines"_s;
    QTest::newRow("binary") << u"binary"_s;
    QTest::newRow("missing") << u"missing"_s;
}

void TestCredentials::refusesBadSecrets()
{
    QFETCH(QString, file);
    const QHash<QString, QByteArray> files {
        {u"empty"_s, ""_ba}, {u"blank"_s, " \n"_ba}, {u"lines"_s, "key\nX-Evil: 1"_ba}, {u"binary"_s, "a\x01z"_ba}};
    const CredentialWorld world = worldOf({{u"TASKGLASS_KEY"_s, u"must not be used instead"_s}}, files);
    const auto key = readCredentials({.keyFile = file, .secretFile = {}, .user = {}}, ServerKind::Auto, world);
    QVERIFY(!key.ok());
    QCOMPARE(key.error().kind, Error::Kind::Local);
    QVERIFY(!key.error().message.contains(u"Evil"_s));
    QVERIFY(!readCredentials({.keyFile = {}, .secretFile = file, .user = {}}, ServerKind::Auto, world).ok());
}

void TestCredentials::readsRealFiles()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("masterKey\n");
    file.close();
    const auto read = readCredentials({.keyFile = file.fileName(), .secretFile = {}, .user = {}}, ServerKind::Auto, CredentialWorld::real());
    QCOMPARE(read.value().key, u"masterKey"_s);
    QVERIFY(!CredentialWorld::real().readFile(u"/nonexistent"_s).ok());
}

QTEST_GUILESS_MAIN(TestCredentials)
#include "test_credentials.moc"
