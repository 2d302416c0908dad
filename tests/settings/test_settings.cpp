// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settingsfile.h"
#include "app/settings/settingsjson.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace taskglass;

namespace {

ServerProfile production()
{
    ServerProfile profile;
    profile.id = u"1"_s;
    profile.name = u"prod-eu"_s;
    profile.url = QUrl(u"https://search.example:7700/ms"_s);
    profile.kind = ServerKind::Meilisearch;
    profile.environment = Environment::Production;
    profile.readOnly = true;
    profile.intervalMs = 5000;
    profile.keysHost = u"proxy.example"_s;
    profile.trustedFingerprint = QString(64, u'a');
    profile.timeoutMs = 2000;
    return profile;
}

Settings everything()
{
    Settings settings;
    settings.servers = {production()};
    settings.preferences.intervalMs = 30'000;
    settings.preferences.undoSeconds = Preferences::kUntilTold;
    settings.preferences.density = Preferences::Density::Compact;
    settings.preferences.timeZone = Preferences::TimeZone::Utc;
    settings.preferences.relativeTimes = true;
    settings.preferences.confirmSingleTask = false;
    settings.preferences.theme = Preferences::Theme::Dark;
    settings.preferences.language = u"de"_s;
    settings.lastSession = {u"1"_s};
    settings.windowState = QByteArray("\x00\xff state", 8);
    return settings;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void readsBackWhatAnotherProgramWrote();
    void keepsWhatAnotherProgramSavedMeanwhile();
    void neverWritesUserInfo();
    void hasDefaultsWithoutAFile();
    void movesADamagedFileAside_data();
    void movesADamagedFileAside();
    void everyCutIsAnErrorOrTheWhole();
    void replacesValuesOutOfRange();
    void refusesProfiles_data();
    void refusesProfiles();
    void leavesANewerFileAlone();
    void saysWhenTheFolderIsReadOnly();
    void anUnknownEnvironmentIsTreatedAsProduction();
};

void TestSettings::readsBackWhatAnotherProgramWrote()
{
    QTemporaryDir folder;
    SettingsFile first(folder.filePath(u"deep/er"_s));
    QVERIFY(!first.change([](Settings &settings) { settings = everything(); }));
    SettingsFile second(folder.filePath(u"deep/er"_s));
    second.load();
    QCOMPARE(second.problems(), QList<QString>());
    QVERIFY(second.settings() == everything());
    QVERIFY(second.settings().serverNamed(u"PROD-EU"_s));
    QVERIFY(!second.settings().serverNamed(u"prod"_s));
}

void TestSettings::keepsWhatAnotherProgramSavedMeanwhile()
{
    QTemporaryDir folder;
    SettingsFile window(folder.path());
    window.load();
    SettingsFile terminal(folder.path());
    QVERIFY(!terminal.change([](Settings &settings) { settings.servers.append(production()); }));
    QVERIFY(!window.change([](Settings &settings) { settings.preferences.undoSeconds = 20; }));
    QCOMPARE(window.settings().servers.size(), 1);
    QCOMPARE(window.settings().preferences.undoSeconds, 20);
}

void TestSettings::neverWritesUserInfo()
{
    Settings settings = everything();
    settings.servers[0].url = QUrl(u"http://admin:hunter2@search.example"_s);
    settings.servers[0].proxy = u"http://me:hunter2@proxy:3128"_s;
    const QByteArray json = settingsToJson(settings);
    QVERIFY(!json.contains("hunter2"));
    QVERIFY(!json.contains("admin"));
    QVERIFY(json.contains("proxy:3128"));
}

void TestSettings::hasDefaultsWithoutAFile()
{
    QTemporaryDir folder;
    SettingsFile file(folder.path());
    file.load();
    QVERIFY(file.settings() == Settings());
    QCOMPARE(file.problems(), QList<QString>());
    QVERIFY(!QFile::exists(file.path()));
}

void TestSettings::movesADamagedFileAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("zeros after a power cut") << QByteArray(512, '\0');
    QTest::newRow("cut") << settingsToJson(everything()).chopped(20);
    QTest::newRow("something else") << QByteArray("[General]\ngeometry=@ByteArray()\n");
    QTest::newRow("JSON of another program") << QByteArray("{\"window\":{}}");
}

void TestSettings::movesADamagedFileAside()
{
    QFETCH(QByteArray, content);
    QTemporaryDir folder;
    SettingsFile file(folder.path());
    write(file.path(), content);
    file.load();
    QVERIFY(file.settings() == Settings());
    QCOMPARE(file.problems().size(), 1);
    const QStringList aside = QDir(folder.path()).entryList({u"settings.json.damaged-*"_s});
    QCOMPARE(aside.size(), 1);
    QVERIFY(file.problems().at(0).contains(aside.at(0)));
    QCOMPARE(contentOf(folder.filePath(aside.at(0))), content);
    QVERIFY(!file.change([](Settings &settings) { settings = everything(); }));
    QVERIFY(file.settings() == everything());
}

void TestSettings::everyCutIsAnErrorOrTheWhole()
{
    const QByteArray json = settingsToJson(everything());
    for (qsizetype length = 0; length < json.size() - 1; ++length)
        QVERIFY2(!settingsFromJson(json.first(length)).ok(), QByteArray::number(length).constData());
    QVERIFY(settingsFromJson(json).value().settings == everything());
}

void TestSettings::replacesValuesOutOfRange()
{
    const auto read = settingsFromJson(R"({"version":1,"preferences":{"density":"airy","intervalMs":"fast","undoSeconds":-2},
        "servers":[{"name":"a","url":"http://a","intervalMs":1,"timeoutMs":1e99,"environment":"development"}]})"_ba);
    QVERIFY(read.ok());
    QVERIFY(read.value().settings.preferences == Preferences());
    QCOMPARE(read.value().problems.size(), 4);
    const ServerProfile profile = read.value().settings.servers.value(0);
    QCOMPARE(profile.intervalMs, ServerProfile().intervalMs);
    QCOMPARE(profile.timeoutMs, ServerProfile().timeoutMs);
    QVERIFY(!profile.id.isEmpty());
}

void TestSettings::refusesProfiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("url");
    QTest::newRow("no scheme") << u"a"_s << u"localhost:7700"_s;
    QTest::newRow("file") << u"a"_s << u"file:///etc/passwd"_s;
    QTest::newRow("no host") << u"a"_s << u"http://"_s;
    QTest::newRow("not a port") << u"a"_s << u"http://a:port"_s;
    QTest::newRow("nothing") << u"a"_s << QString();
    QTest::newRow("no name") << u"  "_s << u"http://a"_s;
}

void TestSettings::refusesProfiles()
{
    QFETCH(QString, name);
    QFETCH(QString, url);
    ServerProfile profile;
    profile.name = name;
    profile.url = QUrl(url, QUrl::StrictMode);
    const Result<ServerProfile> checked = checkedProfile(profile);
    QVERIFY(!checked.ok());
    QVERIFY(checked.error().message.endsWith(u'.'));
}

void TestSettings::leavesANewerFileAlone()
{
    QTemporaryDir folder;
    SettingsFile file(folder.path());
    const QByteArray content = "{\"version\":2,\"servers\":[{\"name\":\"a\",\"url\":\"http://a\",\"environment\":\"staging\"}],\"novel\":1}"_ba;
    write(file.path(), content);
    file.load();
    QCOMPARE(file.settings().servers.size(), 1);
    QCOMPARE(file.problems().size(), 1);
    const auto error = file.change([](Settings &settings) { settings.servers.clear(); });
    QVERIFY(error.has_value());
    QCOMPARE(contentOf(file.path()), content);
}

void TestSettings::saysWhenTheFolderIsReadOnly()
{
    if (::geteuid() == 0) {
        // Root writes everywhere, except where there is no folder to be had.
        SettingsFile file(u"/proc/taskglass"_s);
        const auto error = file.change([](Settings &settings) { settings = everything(); });
        QVERIFY(error.has_value());
        QCOMPARE(error->kind, Error::Kind::Local);
        return;
    }
    QTemporaryDir folder;
    SettingsFile file(folder.path());
    QVERIFY(!file.change([](Settings &settings) { settings = everything(); }));
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
    const auto error = file.change([](Settings &settings) { settings.preferences.undoSeconds = 7; });
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(error.has_value());
    QVERIFY(error->message.contains(file.path()));
    QVERIFY(file.settings() == everything());
}

void TestSettings::anUnknownEnvironmentIsTreatedAsProduction()
{
    const auto read = settingsFromJson(R"({"version":1,"servers":[{"name":"a","url":"http://a","environment":"canary"}]})"_ba);
    QVERIFY(read.ok());
    QCOMPARE(read.value().settings.servers.value(0).environment, Environment::Production);
    QVERIFY(read.value().settings.servers.value(0).readOnly);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "test_settings.moc"
