// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/arguments.h"
#include "app/terminal/options.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace taskglass;

class TestArguments : public QObject
{
    Q_OBJECT

private slots:
    void readsCommandsAndWords_data();
    void readsCommandsAndWords();
    void readsValues();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void everyOptionIsInSomeHelp();
    void everyOptionOfTheContractExists_data();
    void everyOptionOfTheContractExists();
};

void TestArguments::readsCommandsAndWords_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("action");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << u""_s << int(Action::Window) << QStringList();
    QTest::newRow("servers for the window") << u"prod-eu http://x"_s << int(Action::Window) << QStringList {u"prod-eu"_s, u"http://x"_s};
    QTest::newRow("list") << u"list prod-eu status:failed"_s << int(Action::List) << QStringList {u"prod-eu"_s, u"status:failed"_s};
    QTest::newRow("options first") << u"--format json list x"_s << int(Action::List) << QStringList {u"x"_s};
    QTest::newRow("a negated filter is no option") << u"list x -status:succeeded"_s << int(Action::List) << QStringList {u"x"_s, u"-status:succeeded"_s};
    QTest::newRow("second command word is a word") << u"show x list"_s << int(Action::Show) << QStringList {u"x"_s, u"list"_s};
    QTest::newRow("behind two dashes") << u"list -- --all watch"_s << int(Action::List) << QStringList {u"--all"_s, u"watch"_s};
    QTest::newRow("a server called list") << u"-- list"_s << int(Action::Window) << QStringList {u"list"_s};
    QTest::newRow("cancel by filter") << u"cancel x --filter status:queued"_s << int(Action::Cancel) << QStringList {u"x"_s};
}

void TestArguments::readsCommandsAndWords()
{
    QFETCH(QString, line);
    const ParsedArguments parsed = parseArguments(line.split(u' ', Qt::SkipEmptyParts));
    QCOMPARE(parsed.error, QString());
    QTEST(int(parsed.invocation.action), "action");
    QTEST(parsed.invocation.words, "words");
}

void TestArguments::readsValues()
{
    const Invocation list = parseArguments(u"list --format=csv --columns id,type --sort -ran --limit 5 --all --raw --timeout-ms 250"_s.split(u' ')).invocation;
    QCOMPARE(list.format, TextFormat::Csv);
    QCOMPARE(list.columns, QStringList({u"id"_s, u"type"_s}));
    QCOMPARE(list.sort, u"-ran"_s);
    QCOMPARE(list.limit, 5);
    QVERIFY(list.all && list.raw);
    QCOMPARE(list.timeoutMs, 250);
    const Invocation watch = parseArguments(u"watch --interval 0.5 --until-idle --timeout 30 --exit-status"_s.split(u' ')).invocation;
    QCOMPARE(watch.intervalMs, 500);
    QCOMPARE(watch.timeoutSeconds, 30);
    QVERIFY(watch.untilIdle && watch.exitStatus);
    const Invocation window = parseArguments(u"--screenshot a.png --size 1280x800 --after 200 --tab error --theme dark --kind redis-cloud"_s.split(u' ')).invocation;
    QCOMPARE(window.size, QSize(1280, 800));
    QCOMPARE(window.afterMs, 200);
    QCOMPARE(window.theme, u"dark"_s);
    QCOMPARE(window.kind, ServerKind::RedisCloud);
    const Invocation cancel = parseArguments({u"cancel"_s, u"--reason"_s, u"--yes is not a reason"_s, u"--dry-run"_s, u"1"_s}).invocation;
    QCOMPARE(cancel.reason, u"--yes is not a reason"_s);
    QVERIFY(cancel.dryRun && !cancel.yes);
}

void TestArguments::refusesWrongUsage_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown option") << u"list --colour"_s << u"--colour"_s;
    QTest::newRow("nearly an option") << u"list --column id"_s << u"--columns"_s;
    QTest::newRow("short option") << u"show -x 1"_s << u"-x"_s;
    QTest::newRow("value missing") << u"list --limit"_s << u"N"_s;
    QTest::newRow("not a number") << u"list --limit many"_s << u"many"_s;
    QTest::newRow("zero") << u"list --limit 0"_s << u"“0”"_s;
    QTest::newRow("number too large") << u"list --limit 99999999999999999999"_s << u"99999999999999999999"_s;
    QTest::newRow("unknown format") << u"list --format xml"_s << u"xml"_s;
    QTest::newRow("flag with a value") << u"list --all=yes"_s << u"--all"_s;
    QTest::newRow("option of another command") << u"list --yes"_s << u"list"_s;
    QTest::newRow("command's option for the window") << u"--until-idle"_s << u"window"_s;
    QTest::newRow("nothing to show") << u"show"_s << u"ids"_s;
    QTest::newRow("nothing to cancel") << u"cancel"_s << u"--filter"_s;
    QTest::newRow("an empty filter cancels nothing") << u"cancel --filter="_s << u"every task"_s;
    QTest::newRow("two keys") << u"list --key-stdin --key-file f"_s << u"both"_s;
    QTest::newRow("half a certificate") << u"list --client-cert f"_s << u"--client-key"_s;
    QTest::newRow("nan") << u"watch --interval nan"_s << u"nan"_s;
    QTest::newRow("size") << u"--size big"_s << u"1280x800"_s;
}

void TestArguments::refusesWrongUsage()
{
    QFETCH(QString, line);
    QFETCH(QString, says);
    const QString error = parseArguments(line.split(u' ', Qt::SkipEmptyParts)).error;
    QVERIFY2(error.contains(says), qPrintable(error));
}

void TestArguments::everyOptionIsInSomeHelp()
{
    for (const OptionSpec &spec : options()) {
        QVERIFY2(spec.actions != 0, spec.name);
        for (const Action action : {Action::Window, Action::List, Action::Watch, Action::Show, Action::Cancel, Action::Servers}) {
            const bool named = helpText(action).contains("  --"_L1 + QLatin1StringView(spec.name) + u' ');
            QVERIFY2(named == ((spec.actions & bit(action)) != 0), spec.name);
        }
    }
}

void TestArguments::everyOptionOfTheContractExists_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"format", "columns", "sort", "limit", "all", "raw", "detail", "interval", "until-idle", "timeout",
                             "exit-status", "yes", "reason", "wait", "dry-run", "key-file", "key-stdin", "secret-file", "user", "ca", "allow-host",
                             "client-cert", "client-key", "proxy", "timeout-ms", "screenshot", "size", "after", "select", "tab", "theme",
                             "language", "timing", "until-loaded", "load-all", "config", "no-history", "read-only", "verbose", "version",
                             "help", "demo", "kind", "filter"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestArguments::everyOptionOfTheContractExists()
{
    QFETCH(QString, name);
    bool found = false;
    for (const OptionSpec &spec : options())
        found |= name == QLatin1StringView(spec.name);
    QVERIFY(found);
}

QTEST_GUILESS_MAIN(TestArguments)
#include "test_arguments.moc"
