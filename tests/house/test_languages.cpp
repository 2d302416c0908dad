// SPDX-License-Identifier: GPL-3.0-or-later
// The languages as the program loads them: they are embedded, their plurals are right, and in no menu do two entries
// want the same key.
#include "app/translators.h"
#include "models/domain/clock.h"
#include "models/table/format.h"
#include "views/addserver/addserverdialog.h"
#include "views/dialogs/commandwords.h"
#include "views/mainwindow.h"
#include "views/menus.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace taskglass;

namespace {

/// The key that Alt reaches \a text by; null when it has none.
QChar mnemonic(QString text)
{
    text.remove("&&"_L1);
    const qsizetype at = text.indexOf(u'&');
    return at >= 0 && at + 1 < text.size() ? text.at(at + 1).toLower() : QChar();
}

/// Entries of \a texts whose key another one has already.
QStringList clashes(const QStringList &texts)
{
    QHash<QChar, QString> taken;
    QStringList result;
    for (const QString &text : texts) {
        const QChar key = mnemonic(text);
        if (key.isNull())
            continue;
        if (taken.contains(key))
            result.append(text + u" / "_s + taken.value(key));
        taken.insert(key, text);
    }
    return result;
}

QStringList texts(const QMenu &menu)
{
    QStringList result;
    for (const QAction *action : menu.actions())
        result.append(action->text());
    return result;
}

} // namespace

class TestLanguages : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void countsInWords_data();
    void countsInWords();
    void everyLanguageHasEnglishPlurals();
    void namesStatesInGerman();
    void menusHaveKeysOfTheirOwn_data();
    void menusHaveKeysOfTheirOwn();
    void dialogHasKeysOfItsOwn_data() { languages(); }
    void dialogHasKeysOfItsOwn();

private:
    void languages();
};

void TestLanguages::cleanup()
{
    qDeleteAll(qApp->findChildren<QTranslator *>(Qt::FindDirectChildrenOnly)); // a dying translator uninstalls itself
    QLocale::setDefault(QLocale::c());
}

void TestLanguages::languages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("German") << u"de"_s;
}

void TestLanguages::countsInWords_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("question");
    QTest::newRow("one") << u"en"_s << qint64(1) << u"Cancel 1 Task"_s << u"Cancel 1 task on prod?"_s;
    QTest::newRow("many") << u"en"_s << qint64(37) << u"Cancel 37 Tasks"_s << u"Cancel 37 tasks on prod?"_s;
    QTest::newRow("einer") << u"de"_s << qint64(1) << u"1 Task abbrechen"_s << u"1 Task auf prod abbrechen?"_s;
    QTest::newRow("viele") << u"de"_s << qint64(37) << u"37 Tasks abbrechen"_s << u"37 Tasks auf prod abbrechen?"_s;
}

void TestLanguages::countsInWords()
{
    QFETCH(QString, language);
    QFETCH(qint64, count);
    installTranslators(*qApp, language);
    QTEST(doItText(CommandKind::Cancel, count), "button");
    QTEST(questionText(CommandKind::Cancel, count, u"prod"_s), "question");
}

void TestLanguages::everyLanguageHasEnglishPlurals()
{
    installTranslators(*qApp, u"fr"_s); // no such translation: English, and right
    QCOMPARE(doItText(CommandKind::Cancel, 1), u"Cancel 1 Task"_s);
    QCOMPARE(doItText(CommandKind::Delete, 2), u"Delete 2 Records"_s);
}

void TestLanguages::namesStatesInGerman()
{
    installTranslators(*qApp, u"de"_s);
    QCOMPARE(stateTitle(TaskState::CancelRequested), u"Abbruch angefordert"_s);
    QCOMPARE(formatDurationWords(61 * kNsPerSecond), u"1 Minute 1 Sekunde"_s);
    QCOMPARE(formatDurationWords(2 * 3600 * kNsPerSecond + 120 * kNsPerSecond), u"2 Stunden 2 Minuten"_s);
}

void TestLanguages::menusHaveKeysOfTheirOwn_data()
{
    languages();
}

void TestLanguages::menusHaveKeysOfTheirOwn()
{
    QFETCH(QString, language);
    installTranslators(*qApp, language);
    const SystemClock clock;
    MainWindow window(clock);
    QStringList titles;
    const auto *const bar = window.findChild<QMenuBar *>();
    QVERIFY(bar);
    for (const QAction *action : bar->actions())
        titles.append(action->text());
    QVERIFY(titles.size() >= 6);
    QVERIFY2(clashes(titles).isEmpty(), qPrintable(clashes(titles).join(u", "_s)));
    int menus = 0;
    for (const QMenu *menu : bar->findChildren<QMenu *>()) {
        QVERIFY2(clashes(texts(*menu)).isEmpty(), qPrintable(menu->title() + u": "_s + clashes(texts(*menu)).join(u", "_s)));
        ++menus;
    }
    QVERIFY(menus >= 6);
    QMenu task;
    fillTaskMenu(task, window.actionSet());
    QVERIFY2(clashes(texts(task)).isEmpty(), qPrintable(clashes(texts(task)).join(u", "_s)));
    QMenu server;
    fillServerMenu(server, window.actionSet());
    QVERIFY2(clashes(texts(server)).isEmpty(), qPrintable(clashes(texts(server)).join(u", "_s)));
}

void TestLanguages::dialogHasKeysOfItsOwn()
{
    QFETCH(QString, language);
    installTranslators(*qApp, language);
    auto *const dialog = new AddServerDialog({}); // deletes itself when closed
    QStringList found;
    for (const QLabel *label : dialog->findChildren<QLabel *>()) {
        if (label->buddy())
            found.append(label->text());
    }
    for (const QAbstractButton *button : dialog->findChildren<QAbstractButton *>())
        found.append(button->text());
    QVERIFY(found.size() > 5);
    delete dialog;
    QVERIFY2(clashes(found).isEmpty(), qPrintable(clashes(found).join(u", "_s)));
}

QTEST_MAIN(TestLanguages)
#include "test_languages.moc"
