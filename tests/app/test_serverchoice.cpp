// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/serverchoice.h"
#include "app/terminal/serverscommand.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace taskglass;

namespace {

ServerProfile saved(const QString &name)
{
    ServerProfile profile;
    profile.id = name;
    profile.name = name;
    profile.url = QUrl(u"http://"_s + name + u".example"_s);
    profile.readOnly = name == "prod-eu"_L1;
    return profile;
}

} // namespace

class TestServerChoice : public QObject
{
    Q_OBJECT

private slots:
    void chooses_data();
    void chooses();
    void refuses_data();
    void refuses();
    void optionsBeatWhatIsSaved();
    void readOnlyCannotBeTakenBack();
    void keysGoToOtherHostsOnlyWhenSaid_data();
    void keysGoToOtherHostsOnlyWhenSaid();
    void testSaysWhyNot();
};

void TestServerChoice::chooses_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QStringList>("rest");
    QTest::newRow("a name") << QStringList {u"prod-eu"_s, u"dev"_s} << u"dev status:failed"_s << u"dev.example"_s << QStringList {u"status:failed"_s};
    QTest::newRow("a name in capitals") << QStringList {u"prod-eu"_s, u"dev"_s} << u"PROD-EU"_s << u"prod-eu.example"_s << QStringList();
    QTest::newRow("a URL") << QStringList() << u"http://localhost:7700/ms index:books"_s << u"localhost"_s << QStringList {u"index:books"_s};
    QTest::newRow("the only one") << QStringList {u"dev"_s} << u"status:failed"_s << u"dev.example"_s << QStringList {u"status:failed"_s};
    QTest::newRow("the only one, nothing said") << QStringList {u"dev"_s} << u""_s << u"dev.example"_s << QStringList();
    QTest::newRow("a filter that looks like an address") << QStringList {u"dev"_s} << u"id:7700"_s << u"dev.example"_s << QStringList {u"id:7700"_s};
}

void TestServerChoice::chooses()
{
    QFETCH(QStringList, names);
    QFETCH(QString, line);
    Settings settings;
    for (const QString &name : names)
        settings.servers.append(saved(name));
    const auto choice = chooseServer(line.split(u' ', Qt::SkipEmptyParts), settings, {});
    QVERIFY2(choice.ok(), choice.ok() ? "" : qPrintable(choice.error().message));
    QTEST(choice.value().profile.url.host(), "host");
    QTEST(choice.value().rest, "rest");
}

void TestServerChoice::refuses_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    const QStringList two {u"prod-eu"_s, u"dev"_s};
    QTest::newRow("none saved") << QStringList() << u"status:failed"_s << u"servers add"_s;
    QTest::newRow("two saved") << two << u"status:failed"_s << u"prod-eu, dev"_s;
    QTest::newRow("no scheme") << QStringList() << u"localhost:7700"_s << u"http://localhost:7700"_s;
    QTest::newRow("no scheme, saved ones") << two << u"search.example:7700/ms"_s << u"http://search.example:7700/ms"_s;
    QTest::newRow("secret in the address") << QStringList() << u"http://admin:hunter2@x"_s << u"--user"_s;
}

void TestServerChoice::refuses()
{
    QFETCH(QStringList, names);
    QFETCH(QString, line);
    QFETCH(QString, says);
    Settings settings;
    for (const QString &name : names)
        settings.servers.append(saved(name));
    const auto choice = chooseServer(line.split(u' '), settings, {});
    QVERIFY(!choice.ok());
    QVERIFY2(choice.error().message.contains(says), qPrintable(choice.error().message));
    QVERIFY(!choice.error().message.contains(u"hunter2"_s));
}

void TestServerChoice::optionsBeatWhatIsSaved()
{
    Invocation invocation;
    invocation.kind = ServerKind::Meilisearch;
    invocation.timeoutMs = 250;
    invocation.intervalMs = 2000;
    invocation.caFile = u"ca.pem"_s;
    const ServerProfile profile = withOptions(saved(u"dev"_s), invocation);
    QCOMPARE(profile.kind, ServerKind::Meilisearch);
    QCOMPARE(profile.timeoutMs, 250);
    QCOMPARE(profile.intervalMs, 2000);
    QCOMPARE(profile.caFile, u"ca.pem"_s);
    QVERIFY(withOptions(saved(u"dev"_s), {}) == saved(u"dev"_s));
}

void TestServerChoice::readOnlyCannotBeTakenBack()
{
    QVERIFY(withOptions(saved(u"prod-eu"_s), {}).readOnly);
    Invocation invocation;
    invocation.readOnly = true;
    QVERIFY(withOptions(saved(u"dev"_s), invocation).readOnly);
}

void TestServerChoice::keysGoToOtherHostsOnlyWhenSaid_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<ServerKind>("kind");
    QTest::addColumn<QString>("allowed");
    QTest::addColumn<bool>("goes");
    QTest::newRow("the vendor's") << u"https://api.redislabs.com/v1"_s << ServerKind::RedisCloud << QString() << true;
    QTest::newRow("this machine") << u"http://127.0.0.1:7700/v1"_s << ServerKind::RedisCloud << QString() << true;
    QTest::newRow("another") << u"https://proxy.example/v1"_s << ServerKind::RedisCloud << QString() << false;
    QTest::newRow("another, as said") << u"https://proxy.example/v1"_s << ServerKind::RedisCloud << u"Proxy.Example"_s << true;
    QTest::newRow("another than said") << u"https://proxy.example/v1"_s << ServerKind::RedisCloud << u"example"_s << false;
    QTest::newRow("a name that only looks like it") << u"https://api.redislabs.com.example/v1"_s << ServerKind::RedisCloud << QString() << false;
    QTest::newRow("keys of no vendor") << u"https://search.example"_s << ServerKind::OpenSearch << QString() << true;
}

void TestServerChoice::keysGoToOtherHostsOnlyWhenSaid()
{
    QFETCH(QString, url);
    QFETCH(ServerKind, kind);
    QFETCH(QString, allowed);
    QFETCH(bool, goes);
    Invocation invocation;
    invocation.kind = kind;
    invocation.keysHost = allowed;
    const auto choice = chooseServer({url}, {}, invocation);
    QVERIFY(choice.ok());
    const QString why = keysProblem(choice.value().profile, kind);
    QCOMPARE(why.isEmpty(), goes);
    QVERIFY(goes || why.contains(QString(u"--allow-host "_s + choice.value().profile.url.host())));
}

void TestServerChoice::testSaysWhyNot()
{
    ProbeReport report;
    report.product = u"Meilisearch"_s;
    report.version = u"0.27"_s;
    report.read = Ability::yes();
    report.capabilities.cancelByFilter = Ability::no(u"Meilisearch can cancel tasks from version 0.30 on."_s);
    const QString text = probeText(saved(u"prod-eu"_s), report);
    QVERIFY2(text.contains(u"Meilisearch 0.27"_s), qPrintable(text));
    QCOMPARE(text.count(u"Meilisearch can cancel tasks from version 0.30 on."_s), 1);
    QVERIFY(text.contains(u"read-only"_s));
}

QTEST_GUILESS_MAIN(TestServerChoice)
#include "test_serverchoice.moc"
