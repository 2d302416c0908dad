// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/display.h"
#include "app/timing.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace taskglass;

class TestStartup : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhetherThereIsADisplay_data();
    void knowsWhetherThereIsADisplay();
    void measuresAStall();
    void timeSinceStartGrows();
    void timingIsOneJsonLine();
};

void TestStartup::knowsWhetherThereIsADisplay_data()
{
    QTest::addColumn<QString>("variables");
    QTest::addColumn<bool>("has");
    QTest::newRow("nothing") << u""_s << false;
    QTest::newRow("X") << u"DISPLAY=:0"_s << true;
    QTest::newRow("Wayland") << u"WAYLAND_DISPLAY=wayland-0"_s << true;
    QTest::newRow("offscreen") << u"QT_QPA_PLATFORM=offscreen"_s << true;
    QTest::newRow("a platform that needs one") << u"QT_QPA_PLATFORM=xcb"_s << false;
    QTest::newRow("wayland, else X, of which there is none") << u"QT_QPA_PLATFORM=wayland;xcb"_s << false;
    QTest::newRow("a platform with options") << u"QT_QPA_PLATFORM=offscreen:configfile=x"_s << true;
}

void TestStartup::knowsWhetherThereIsADisplay()
{
    QFETCH(QString, variables);
    QHash<QString, QString> environment;
    if (!variables.isEmpty())
        environment.insert(variables.section(u'=', 0, 0), variables.section(u'=', 1));
    QTEST(hasDisplay([&environment](const char *name) { return environment.value(QString::fromLatin1(name)); }), "has");
}

void TestStartup::measuresAStall()
{
    StallMeter meter;
    QCOMPARE(meter.longestMs(), 0.0);
    meter.start();
    QTimer::singleShot(20, &meter, [] { QThread::msleep(60); });
    QTRY_VERIFY(meter.longestMs() >= 50);
    QVERIFY(meter.percentileMs(0) <= meter.percentileMs(99));
    QVERIFY(meter.percentileMs(100) <= meter.longestMs());
    meter.stop();
}

void TestStartup::timeSinceStartGrows()
{
    const qint64 first = msSinceStart();
    QVERIFY(first >= 0);
    QVERIFY2(first < 60'000, "that is no time since the start of this process");
    QTRY_VERIFY(msSinceStart() > first);
    QVERIFY(residentMb() > 1);
}

void TestStartup::timingIsOneJsonLine()
{
    Timing timing;
    timing.firstAnswerMs = 12;
    timing.rows = 1'000'000;
    timing.longestStallMs = 15.96;
    const QByteArray line = toJsonLine(timing);
    QCOMPARE(line.count('\n'), 1);
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    QCOMPARE(json.size(), 9);
    QCOMPARE(json.value("firstAnswerMs"_L1).toInteger(), 12);
    QCOMPARE(json.value("rows"_L1).toInteger(), 1'000'000);
    QCOMPARE(json.value("longestStallMs"_L1).toDouble(), 16.0);
    QCOMPARE(json.value("lastRowMs"_L1).toInteger(), -1);
}

QTEST_GUILESS_MAIN(TestStartup)
#include "test_startup.moc"
