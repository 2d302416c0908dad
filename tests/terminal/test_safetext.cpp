// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/safetext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace taskglass;

class TestSafeText : public QObject
{
    Q_OBJECT

private slots:
    void nothingUnsafeIsLeft();
    void showsControlsAsPictures();
    void keepsLineEndsWhereAskedTo();
    void escapesJsonWithoutChangingIt();
    void measures_data();
    void measures();
    void elides_data();
    void elides();
};

void TestSafeText::nothingUnsafeIsLeft()
{
    QString everything;
    for (char16_t c = 0; c < 0x3000; ++c)
        everything.append(QChar(c));
    everything.append(QChar(0xfeff));
    const auto unsafe = [](QChar c) { return isUnsafe(c.unicode()); };
    const QString line = oneSafeLine(everything);
    QVERIFY(std::none_of(line.begin(), line.end(), unsafe));
    QCOMPARE(line.size(), everything.size());
    const QString lines = safeLines(everything);
    QCOMPARE(std::count_if(lines.begin(), lines.end(), unsafe), 2); // one line end, one tab
}

void TestSafeText::showsControlsAsPictures()
{
    QCOMPARE(oneSafeLine(u"a\x1b[31mb\x07"_s), u"a␛[31mb␇"_s);
    QCOMPARE(oneSafeLine(u"two\nlines"_s), u"two␊lines"_s);
    QCOMPARE(oneSafeLine(u"c1 \u009b2J, bidi \u202etxt"_s), u"c1 \ufffd2J, bidi \ufffdtxt"_s);
    QCOMPARE(oneSafeLine(u"Grüße, 日本 👩‍💻"_s), u"Grüße, 日本 👩‍💻"_s);
}

void TestSafeText::keepsLineEndsWhereAskedTo()
{
    QCOMPARE(safeLines(u"a\r\nb\tc\x1b"_s), u"a\nb\tc␛"_s);
    QCOMPARE(safeLines(u"overwrite\rme"_s), u"overwrite␍me"_s);
}

void TestSafeText::escapesJsonWithoutChangingIt()
{
    const QByteArray json = u"{\"a\":\"x\u009by\u202e\u007f\", \"n\": 1.10}"_s.toUtf8();
    const QByteArray safe = safeJson(json);
    QVERIFY(!safe.contains("\xc2\x9b"));
    QVERIFY(safe.contains("\\u009b"));
    QVERIFY(safe.contains("1.10"));
    QCOMPARE(QJsonDocument::fromJson(safe).object(), QJsonDocument::fromJson(json).object());
    QCOMPARE(safeJson("{ \"plain\" :1}"_ba), "{ \"plain\" :1}"_ba);
}

void TestSafeText::measures_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("cells");
    QTest::newRow("empty") << QString() << 0;
    QTest::newRow("letters") << u"books"_s << 5;
    QTest::newRow("composed by a mark") << u"e\u0301"_s << 1;
    QTest::newRow("Chinese") << u"日本"_s << 4;
    QTest::newRow("emoji") << u"🚀"_s << 2;
    QTest::newRow("zero width") << u"a\u200bb"_s << 2;
}

void TestSafeText::measures()
{
    QFETCH(QString, text);
    QTEST(displayWidth(text), "cells");
}

void TestSafeText::elides_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("cells");
    QTest::addColumn<bool>("middle");
    QTest::addColumn<QString>("result");
    QTest::newRow("fits") << u"books"_s << 5 << false << u"books"_s;
    QTest::newRow("right") << u"documentAddition"_s << 8 << false << u"documen…"_s;
    QTest::newRow("middle") << u"oTUltX4IQMOUUVeiohTt8A:123"_s << 11 << true << u"oTUlt…A:123"_s;
    QTest::newRow("not within a wide letter") << u"日本語"_s << 4 << false << u"日…"_s;
    QTest::newRow("a mark stays with its letter") << u"e\u0301e\u0301e\u0301"_s << 2 << false << u"e\u0301…"_s;
    QTest::newRow("one cell") << u"abc"_s << 1 << false << u"…"_s;
    QTest::newRow("none") << u"abc"_s << 0 << false << QString();
}

void TestSafeText::elides()
{
    QFETCH(QString, text);
    QFETCH(int, cells);
    QFETCH(bool, middle);
    const QString cut = elided(text, cells, middle ? Elide::Middle : Elide::Right);
    QTEST(cut, "result");
    QVERIFY(displayWidth(cut) <= cells);
    QCOMPARE(displayWidth(padded(cut, cells, middle)), cells);
}

QTEST_APPLESS_MAIN(TestSafeText)
#include "test_safetext.moc"
