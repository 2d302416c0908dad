// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/loadpace.h"

#include <QTest>

#include <limits>

using namespace taskglass;

class TestLoadPace : public QObject
{
    Q_OBJECT

private slots:
    void foretellsFromThePaceSoFar();
    void beginsAnew();
    void neverOverflows();
};

void TestLoadPace::foretellsFromThePaceSoFar()
{
    LoadPace pace;
    const EpochNs start = 1'000 * kNsPerSecond;
    QVERIFY(!pace.timeLeft(start, 500, 9'500));
    QVERIFY(!pace.timeLeft(start + kNsPerSecond - 1, 1'500, 8'500)); // too early
    QVERIFY(!pace.timeLeft(start + kNsPerSecond, 500, 9'500));       // nothing came
    QCOMPARE(pace.timeLeft(start + 2 * kNsPerSecond, 2'500, 7'500), std::optional<DurationNs>(8 * kNsPerSecond)); // 1,000 a second, rounded
    QCOMPARE(pace.timeLeft(start + 10 * kNsPerSecond, 10'500, 0), std::optional<DurationNs>(0));
}

void TestLoadPace::beginsAnew()
{
    LoadPace pace;
    (void)pace.timeLeft(kNsPerSecond, 0, 100);
    pace.stop();
    QVERIFY(!pace.timeLeft(600 * kNsPerSecond, 50, 50)); // not at the pace of the pause
    QCOMPARE(pace.timeLeft(601 * kNsPerSecond, 60, 40), std::optional<DurationNs>(4 * kNsPerSecond));
}

void TestLoadPace::neverOverflows()
{
    LoadPace pace;
    (void)pace.timeLeft(0, 0, std::numeric_limits<qint64>::max());
    QCOMPARE(pace.timeLeft(kNsPerSecond, 1, std::numeric_limits<qint64>::max()), std::optional<DurationNs>(30 * 24 * 3600 * kNsPerSecond));
}

QTEST_GUILESS_MAIN(TestLoadPace)
#include "test_loadpace.moc"
