// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/aboutdialog.h"
#include "views/dialogs/shortcutoverlay.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace taskglass;
using namespace Qt::StringLiterals;

class TestDialogSheets : public QObject
{
    Q_OBJECT

private slots:
    void shortcutsAreFound();
    void questionMarkClosesTheShortcuts();
    void aboutNamesVersionAndLicence();
};

void TestDialogSheets::shortcutsAreFound()
{
    auto *sheet = new ShortcutOverlay({{u"Tasks"_s, u"&Cancel Tasks…"_s, {QKeySequence(Qt::Key_Delete)}},
                                       {u"Tasks"_s, u"No keys"_s, {}},
                                       {u"View"_s, u"Refresh && wait"_s, {QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)}}},
                                      nullptr);
    const QPointer<QDialog> guarded(sheet);
    sheet->open();
    auto *tree = sheet->findChild<QTreeWidget *>();
    QCOMPARE(tree->topLevelItemCount(), 2);
    QCOMPARE(tree->topLevelItem(0)->childCount(), 1);
    QCOMPARE(tree->topLevelItem(0)->child(0)->text(0), u"Cancel Tasks…"_s);
    QCOMPARE(tree->topLevelItem(1)->child(0)->text(0), u"Refresh & wait"_s);
    QCOMPARE(tree->topLevelItem(1)->child(0)->text(1), u"F5,  Ctrl+R"_s);
    QTest::keyClicks(sheet->findChild<QLineEdit *>(), u"ctrl+r"_s);
    QVERIFY(tree->topLevelItem(0)->isHidden());
    QVERIFY(!tree->topLevelItem(1)->isHidden());
    QTest::keyClick(sheet, Qt::Key_Escape);
    QTRY_VERIFY(!guarded);
}

void TestDialogSheets::questionMarkClosesTheShortcuts()
{
    const QPointer<QDialog> sheet(new ShortcutOverlay({}, nullptr));
    sheet->open();
    QTest::keyClick(sheet, Qt::Key_Question, Qt::ShiftModifier);
    QTRY_VERIFY(!sheet);
}

void TestDialogSheets::aboutNamesVersionAndLicence()
{
    const QPointer<QDialog> about(new AboutDialog(nullptr));
    about->open();
    for (QPushButton *button : about->findChildren<QPushButton *>()) {
        if (button->text() == u"Copy Version"_s)
            button->click();
    }
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"Taskglass "_s + QLatin1StringView(TASKGLASS_VERSION)));
    QTest::keyClick(about, Qt::Key_Escape);
    QTRY_VERIFY(!about);
}

QTEST_MAIN(TestDialogSheets)
#include "test_dialog_sheets.moc"
