// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/taskwriter.h"

#include "app/terminal/safetext.h"
#include "app/terminal/taskcells.h"
#include "tests/terminal/sampletask.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace taskglass;

namespace {

QList<PrintedColumn> all()
{
    QList<PrintedColumn> printed;
    for (const ColumnSpec &spec : columns())
        printed.append({spec.column, spec.id, columnTitle(spec.column), (spec.align & Qt::AlignTrailing) != 0});
    return printed;
}

QList<PrintedColumn> named(const QStringList &ids)
{
    QList<PrintedColumn> printed;
    for (const QString &id : ids) {
        const ColumnSpec *spec = columnById(id);
        printed.append({spec->column, spec->id, columnTitle(spec->column), (spec->align & Qt::AlignTrailing) != 0});
    }
    return printed;
}

WriterOptions optionsFor(TextFormat format, const QList<PrintedColumn> &columns)
{
    WriterOptions options;
    options.format = format;
    options.columns = columns;
    options.context = {u"x"_s, ServerKind::Meilisearch, true};
    return options;
}

QByteArray written(const WriterOptions &options, const QList<Task> &tasks)
{
    const auto writer = makeTaskWriter(options);
    QByteArray text = writer->begin();
    for (const Task &task : tasks)
        text += writer->task(task, TaskEvent::None, kNoTime);
    return text + writer->end();
}

} // namespace

class TestTaskWriter : public QObject
{
    Q_OBJECT

private slots:
    void jsonIsOneArray();
    void csvFields_data();
    void csvFields();
    void csvIsForPrograms();
    void markdownIsPlainText_data();
    void markdownIsPlainText();
    void tableFitsTheTerminal_data();
    void tableFitsTheTerminal();
    void tableIsHarmless();
    void tableHasShapesWithoutColor();
    void exactSeconds();
};

void TestTaskWriter::jsonIsOneArray()
{
    const WriterOptions options = optionsFor(TextFormat::Json, {});
    for (int count = 0; count < 3; ++count) {
        const QByteArray text = written(options, QList<Task>(count, sampleTask()));
        QCOMPARE(QJsonDocument::fromJson(text).array().size(), count);
        QVERIFY(text.endsWith("]\n"));
    }
    QCOMPARE(written(optionsFor(TextFormat::NdJson, {}), {bareTask(), bareTask()}).count('\n'), 2);
}

void TestTaskWriter::csvFields_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("field");
    QTest::newRow("plain") << u"books"_s << u"books"_s;
    QTest::newRow("comma") << u"a,b"_s << u"\"a,b\""_s;
    QTest::newRow("quote") << u"a\"b"_s << u"\"a\"\"b\""_s;
    QTest::newRow("line end") << u"a\nb"_s << u"\"a\nb\""_s;
    QTest::newRow("blank ends") << u" a "_s << u"\" a \""_s;
    QTest::newRow("formula") << u"=cmd|' /C calc'!A0"_s << u"'=cmd|' /C calc'!A0"_s;
    QTest::newRow("plus") << u"+1"_s << u"'+1"_s;
    QTest::newRow("minus") << u"-1"_s << u"'-1"_s;
    QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
    QTest::newRow("full-width equals") << u"＝1"_s << u"'＝1"_s;
    QTest::newRow("tab before a formula") << u"\t=1"_s << u"\"'\t=1\""_s;
    QTest::newRow("formula with a quote") << u"=HYPERLINK(\"x\")"_s << u"\"'=HYPERLINK(\"\"x\"\")\""_s;
    QTest::newRow("equals inside") << u"a=b"_s << u"a=b"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestTaskWriter::csvFields()
{
    QFETCH(QString, text);
    QTEST(csvField(text), "field");
}

void TestTaskWriter::csvIsForPrograms()
{
    const QByteArray text = written(optionsFor(TextFormat::Csv, named({u"state"_s, u"id"_s, u"waited"_s, u"ran"_s, u"enqueued"_s, u"error"_s})), {sampleTask(), bareTask()});
    QCOMPARE(text, "state,id,waited,ran,enqueued,error\r\n"
                   "failed,90538,12,184,2026-11-22T12:30:28.684123456Z,The `_vectors` field of document 17 is bad.\r\n"
                   "queued,7,,,,\r\n"_ba);
}

void TestTaskWriter::markdownIsPlainText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cell");
    QTest::newRow("cell border") << u"a|b"_s << u"a\\|b"_s;
    QTest::newRow("code") << u"`x`"_s << u"\\`x\\`"_s;
    QTest::newRow("html") << u"<img src=x>"_s << u"&lt;img src=x&gt;"_s;
    QTest::newRow("entity") << u"&lt;"_s << u"&amp;lt;"_s;
    QTest::newRow("link") << u"[a](b)"_s << u"\\[a\\]\\(b\\)"_s;
    QTest::newRow("line end") << u"a\nb"_s << u"a b"_s;
    QTest::newRow("escape") << u"\x1b[2J"_s << u"␛\\[2J"_s;
}

void TestTaskWriter::markdownIsPlainText()
{
    QFETCH(QString, text);
    QTEST(markdownText(text), "cell");
}

void TestTaskWriter::tableFitsTheTerminal_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {20, 40, 80, 120, 200, 320})
        QTest::addRow("%d cells", width) << width;
}

void TestTaskWriter::tableFitsTheTerminal()
{
    QFETCH(int, width);
    WriterOptions options = optionsFor(TextFormat::Table, all());
    options.width = width;
    Task wide = sampleTask();
    wide.target = u"日本語のとても長い索引の名前"_s;
    const auto writer = makeTaskWriter(options);
    QCOMPARE(writer->task(sampleTask(), TaskEvent::None, kNoTime), QByteArray()); // waits for rows to measure
    QCOMPARE(writer->task(wide, TaskEvent::None, kNoTime), QByteArray());
    QByteArray text = writer->settle();
    text += writer->task(wide, TaskEvent::None, kNoTime);
    const QStringList lines = QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    for (const QString &line : lines)
        QVERIFY2(displayWidth(line) <= width, qPrintable(line));
    QCOMPARE(writer->leftOff().isEmpty(), width >= 320);
    QCOMPARE(lines.at(2), lines.at(3)); // later rows keep the widths
}

void TestTaskWriter::tableIsHarmless()
{
    Task task = sampleTask();
    task.target = u"\x1b]0;owned\x07 \u009b2J"_s;
    task.error->message = u"first\nsecond\rthird"_s;
    for (const TextFormat format : {TextFormat::Table, TextFormat::Csv, TextFormat::Markdown, TextFormat::NdJson}) {
        WriterOptions options = optionsFor(format, all());
        options.terminal = true;
        const QString text = QString::fromUtf8(written(options, {task}));
        for (const QChar c : text)
            QVERIFY(c == u'\n' || c == u'\r' || !isUnsafe(c.unicode()));
    }
}

void TestTaskWriter::tableHasShapesWithoutColor()
{
    WriterOptions options = optionsFor(TextFormat::Table, named({u"id"_s, u"state"_s}));
    const QByteArray plain = written(options, {sampleTask()});
    QVERIFY(!plain.contains('\033'));
    QVERIFY(plain.contains("✘ Failed"));
    options.color = true;
    const QByteArray colored = written(options, {sampleTask()});
    QVERIFY(colored.contains(colorOf(TaskState::Failed)));
    QCOMPARE(colored.count("\033[0m"), colored.count('\033') / 2); // each colour ends
}

void TestTaskWriter::exactSeconds()
{
    QCOMPARE(secondsText(0), u"0"_s);
    QCOMPARE(secondsText(1'192'000), u"0.001192"_s);
    QCOMPARE(secondsText(13327'222868990LL), u"13327.22286899"_s);
    QCOMPARE(secondsText(-1), u"-0.000000001"_s);
    QCOMPARE(secondsText(std::numeric_limits<qint64>::min()), u"-9223372036.854775808"_s);
}

QTEST_APPLESS_MAIN(TestTaskWriter)
#include "test_taskwriter.moc"
