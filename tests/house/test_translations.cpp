// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for each text of translations/*.ts, whoever wrote it: what is filled in at run time stays in it.
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList forms; ///< One; several for texts with a number.
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message;
    message.context = context;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            QString whole;
            while (!xml.atEnd() && !(xml.readNext() == QXmlStreamReader::EndElement && xml.name() == "translation"_L1)) {
                if (xml.isStartElement() && xml.name() == "numerusform"_L1)
                    message.forms.append(xml.readElementText());
                else if (xml.isCharacters())
                    whole += xml.text();
            }
            if (message.forms.isEmpty())
                message.forms.append(whole);
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QList<Message> readMessages(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            messages.append(readMessage(xml, context));
    }
    return xml.hasError() ? QList<Message>() : messages;
}

QStringList matches(const QString &text, const QRegularExpression &pattern)
{
    QStringList found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found.append(it.next().captured());
    found.sort();
    return found;
}

/// "%1", "%L2", "%n".
QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%L?(?:[1-9][0-9]?|n)"_s);
    return matches(text, pattern);
}

/// What people type and the program understands in English only: "--until-idle", "status:failed", "http://…".
QStringList typedWords(const QString &text)
{
    static const QRegularExpression pattern(u"--[a-z][a-z-]+|\\b[a-z]+://|\\btaskglass(?:-queue)?\\b"_s);
    QStringList found = matches(text, pattern);
    found.removeDuplicates();
    return found;
}

/// 1 for "&File", 0 for "A && B".
qsizetype mnemonics(QString text)
{
    text.remove("&&"_L1);
    static const QRegularExpression pattern(u"&\\w"_s, QRegularExpression::UseUnicodePropertiesOption);
    return matches(text, pattern).size();
}

QString edges(const QString &text)
{
    const auto blank = [](QChar c) { return c == u' ' || c == u'\n'; };
    return u"%1%2%3"_s.arg(int(text.startsWith(u' '))).arg(int(!text.isEmpty() && blank(text.back()))).arg(text.endsWith(u'…') ? u"…"_s : QString());
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void fillsInTheSame_data() { files(); }
    void fillsInTheSame();
    void keepsWhatIsTyped_data() { files(); }
    void keepsWhatIsTyped();
    void keepsMnemonicsAndEdges_data() { files(); }
    void keepsMnemonicsAndEdges();

private:
    void files();
    template<typename Property>
    void compare(const char *what, Property of);
};

void TestTranslations::initTestCase()
{
    const QStringList names = QDir(QStringLiteral(TASKGLASS_TRANSLATIONS)).entryList({u"*.ts"_s});
    QVERIFY(names.contains("taskglass_de.ts"_L1));
    QVERIFY(names.contains("taskglass_en.ts"_L1));
}

void TestTranslations::files()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(TASKGLASS_TRANSLATIONS));
    for (const QString &name : folder.entryList({u"*.ts"_s}))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

template<typename Property>
void TestTranslations::compare(const char *what, Property of)
{
    QFETCH(QString, path);
    const QList<Message> messages = readMessages(path);
    QVERIFY2(messages.size() > 20, qPrintable(path));
    for (const Message &message : messages) {
        for (const QString &form : message.forms) {
            if (of(form) != of(message.source))
                QFAIL(qPrintable(u"%1 differ: \"%2\" became \"%3\" (%4)"_s.arg(QLatin1StringView(what), message.source, form, message.context)));
        }
    }
}

void TestTranslations::fillsInTheSame()
{
    compare("placeholders", placeholders);
}

void TestTranslations::keepsWhatIsTyped()
{
    compare("words to type", typedWords);
}

void TestTranslations::keepsMnemonicsAndEdges()
{
    compare("mnemonics", mnemonics);
    compare("blanks or dots at the edges", edges);
}

QTEST_APPLESS_MAIN(TestTranslations)
#include "test_translations.moc"
