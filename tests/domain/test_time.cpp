// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/time.h"

#include <QTest>

using namespace taskglass;

class TestTime : public QObject
{
    Q_OBJECT

private slots:
    void readsStamps_data();
    void readsStamps();
    void refusesStamps_data();
    void refusesStamps();
    void writesStampsBack();
    void readsDurations_data();
    void readsDurations();
    void refusesDurations_data();
    void refusesDurations();
};

void TestTime::readsStamps_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("ns");
    QTest::newRow("epoch") << QByteArray("1970-01-01T00:00:00Z") << 0LL;
    QTest::newRow("nanoseconds") << QByteArray("2026-11-22T12:59:01.538960426Z") << 1795352341538960426LL;
    QTest::newRow("eight digits, zeros trimmed") << QByteArray("2026-11-22T12:59:16.78543676Z") << 1795352356785436760LL;
    QTest::newRow("no fraction") << QByteArray("2022-02-01T10:00:00Z") << 1643709600000000000LL;
    QTest::newRow("offset") << QByteArray("2022-02-01T12:30:00+02:30") << 1643709600000000000LL;
    QTest::newRow("negative offset") << QByteArray("2022-02-01T05:00:00-05:00") << 1643709600000000000LL;
    QTest::newRow("before the epoch") << QByteArray("1969-12-31T23:59:59.5Z") << -500'000'000LL;
    QTest::newRow("leap day") << QByteArray("2024-02-29T00:00:00Z") << 1709164800000000000LL;
    QTest::newRow("ten digits are cut, not rounded") << QByteArray("1970-01-01T00:00:00.9999999999Z") << 999'999'999LL;
}

void TestTime::readsStamps()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, ns);
    const auto parsed = parseRfc3339(text.toStdString());
    QVERIFY(parsed.has_value());
    QCOMPARE(*parsed, ns);
}

void TestTime::refusesStamps_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("no zone") << QByteArray("2022-02-01T10:00:00");
    QTest::newRow("date only") << QByteArray("2022-02-01");
    QTest::newRow("leap second") << QByteArray("2016-12-31T23:59:60Z");
    QTest::newRow("30 February") << QByteArray("2022-02-30T10:00:00Z");
    QTest::newRow("bare point") << QByteArray("2022-02-01T10:00:00.Z");
    QTest::newRow("text behind") << QByteArray("2022-02-01T10:00:00Zx");
    QTest::newRow("beyond 64 bits") << QByteArray("2999-01-01T00:00:00Z");
    QTest::newRow("a number") << QByteArray("1643709600");
}

void TestTime::refusesStamps()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseRfc3339(text.toStdString()).has_value());
}

void TestTime::writesStampsBack()
{
    for (const char *text : {"1970-01-01T00:00:00Z", "2026-11-22T12:59:16.78543676Z", "1969-12-31T23:59:59.5Z"})
        QCOMPARE(formatRfc3339(*parseRfc3339(text)), QByteArray(text));
    QCOMPARE(formatRfc3339(kNoTime), QByteArray());
}

void TestTime::readsDurations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("ns");
    QTest::newRow("six digits") << QByteArray("PT0.001192S") << 1'192'000LL;
    QTest::newRow("nine digits") << QByteArray("PT13327.222868990S") << 13327'222868990LL;
    QTest::newRow("days") << QByteArray("P1DT3600.5S") << 90000'500000000LL;
    QTest::newRow("hours and minutes") << QByteArray("PT1H2M3S") << 3723'000000000LL;
    QTest::newRow("weeks") << QByteArray("P2W") << 14LL * 86400 * kNsPerSecond;
    QTest::newRow("negative") << QByteArray("-PT1S") << -kNsPerSecond;
}

void TestTime::readsDurations()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, ns);
    const auto parsed = parseIsoDuration(text.toStdString());
    QVERIFY(parsed.has_value());
    QCOMPARE(*parsed, ns);
    if (ns > 0)
        QCOMPARE(parseIsoDuration(formatIsoDuration(ns).toStdString()).value_or(-1), ns);
}

void TestTime::refusesDurations_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "P", "PT", "1S", "PT1", "P1Y", "P1M", "PT1.5H", "PT1S ", "PT99999999999999999999S", "PT.S"})
        QTest::newRow(text) << QByteArray(text);
}

void TestTime::refusesDurations()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseIsoDuration(text.toStdString()).has_value());
}

QTEST_APPLESS_MAIN(TestTime)
#include "test_time.moc"
