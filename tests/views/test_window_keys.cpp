// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the window, sent as key events to the widget that has the focus.
#include "tests/views/windowfixture.h"
#include "views/detail/taskdetailpane.h"
#include "views/dialogs/undobar.h"
#include "views/filterbar/filterbar.h"
#include "views/filterbar/filteredit.h"
#include "views/tasktable/taskselection.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace taskglass;
using namespace taskglass::test;

class TestWindowKeys : public QObject
{
    Q_OBJECT

private:
    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    static Command cancelOf(const TaskId &id)
    {
        Command command;
        command.id = u"c1"_s;
        command.ids = {id};
        command.previewed = 1;
        return command;
    }

private slots:
    void deleteCancelsFromAnywhereInThePane_data()
    {
        QTest::addColumn<QString>("focus");
        QTest::newRow("table") << u"taskTable"_s;
        QTest::newRow("chips") << u"chip-failed"_s;
        QTest::newRow("header") << QString();
    }
    void deleteCancelsFromAnywhereInThePane()
    {
        QFETCH(QString, focus);
        SampleWindow s;
        QVERIFY(s.show());
        QVERIFY(s.table().goTo(u"90532"_s)); // running
        auto *const target = focus.isEmpty() ? static_cast<QWidget *>(s.table().horizontalHeader()) : s.window.findChild<QWidget *>(focus);
        target->setFocus();
        QTRY_VERIFY(target->hasFocus());
        QSignalSpy asked(&s.server, &WatchedServer::previewRequested);
        key(Qt::Key_Delete);
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked.first().at(1).value<CommandDraft>().ids, QList<TaskId> {u"90532"_s});
    }
    void deleteInTheFilterDeletesText()
    {
        SampleWindow s;
        QVERIFY(s.show());
        QVERIFY(s.table().goTo(u"90532"_s));
        s.window.setFilterText(u"books"_s);
        s.window.filterBar().focusEdit();
        key(Qt::Key_Home);
        QSignalSpy asked(&s.server, &WatchedServer::previewRequested);
        key(Qt::Key_Delete);
        QCOMPARE(s.window.filterBar().text(), u"ooks"_s);
        QCOMPARE(asked.size(), 0);
    }

    void followNamesAndKeepsInView()
    {
        SampleWindow s;
        QVERIFY(s.show({1280, 500}));
        const TaskId running = u"90532"_s;
        QVERIFY(s.table().goTo(running));
        key(Qt::Key_F);
        QTRY_VERIFY2(s.window.windowTitle().startsWith(u"Following 90532"_s), qPrintable(s.window.windowTitle()));
        QVERIFY(s.action(ActionId::Follow)->isChecked());
        s.table().clearSelection();
        s.server.applyUpdate(sampleUpdate(s.clock.now(), 91'000, 60)); // many newer tasks push it down
        s.table().showNewRows();
        s.server.applyUpdate(sampleUpdate(s.clock.now(), 91'000, 61));
        const int row = s.window.taskModel().rowOf(running);
        QVERIFY(row > 30);
        QTRY_VERIFY(s.table().viewport()->rect().contains(s.table().visualRect(s.window.taskModel().index(row, 0)).center()));
        Task ended = makeTask(running, TaskState::Succeeded, s.clock.now());
        UpdateBuilder builder;
        s.server.applyUpdate(builder.add(ended).make());
        QTRY_VERIFY(!s.window.windowTitle().contains(u"Following"_s));
        QVERIFY(!s.action(ActionId::Follow)->isChecked());
    }

    void followAgainStops()
    {
        SampleWindow s;
        QVERIFY(s.show());
        s.table().goTo(u"90532"_s);
        key(Qt::Key_F);
        QTRY_VERIFY(s.window.windowTitle().contains(u"Following"_s));
        key(Qt::Key_F);
        QTRY_VERIFY(!s.window.windowTitle().contains(u"Following"_s));
        QVERIFY(!s.action(ActionId::Follow)->isChecked());
    }

    void pinKeepsTheTask()
    {
        SampleWindow s;
        QVERIFY(s.show());
        s.table().goTo(u"90510"_s);
        QCOMPARE(s.window.detailPane().task(), u"90510"_s);
        key(Qt::Key_P);
        key(Qt::Key_Down);
        key(Qt::Key_Down);
        QCOMPARE(s.window.detailPane().task(), u"90510"_s);
        const TaskId current = s.table().currentTask();
        QVERIFY(current != u"90510"_s);
        key(Qt::Key_P);
        QCOMPARE(s.window.detailPane().task(), current);
    }

    void goToTask_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("asked");
        QTest::newRow("in the table") << QString() << u"90505"_s << false;
        QTest::newRow("hidden by the filter") << u"status:failed"_s << u"90505"_s << false;
        QTest::newRow("not loaded") << QString() << u"12"_s << true;
    }
    void goToTask()
    {
        QFETCH(QString, filter);
        QFETCH(QString, id);
        QFETCH(bool, asked);
        SampleWindow s;
        QVERIFY(s.show());
        s.window.setFilterText(filter);
        QTRY_COMPARE(s.window.taskModel().rowOf(u"90505"_s) >= 0, filter.isEmpty());
        QSignalSpy fetched(&s.server, &WatchedServer::taskRequested);
        key(Qt::Key_G, Qt::ControlModifier);
        auto *const dialog = s.window.findChild<QInputDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isVisible());
        auto *const line = dialog->findChild<QLineEdit *>();
        QTRY_VERIFY(line->hasFocus()); // until then Return is the table's
        QTest::keyClicks(line, id);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(!fetched.isEmpty(), asked);
        if (asked) {
            UpdateBuilder builder;
            s.server.applyUpdate(builder.add(makeTask(id, TaskState::Succeeded, s.clock.now())).make());
        }
        QTRY_COMPARE(s.table().currentTask(), id);
        QCOMPARE(s.window.detailPane().task(), id);
    }

    void altNumberOpensTabs()
    {
        SampleWindow s;
        QVERIFY(s.show());
        s.table().goTo(u"90503"_s);
        for (int i = 5; i >= 0; --i) {
            key(Qt::Key(Qt::Key_1 + i), Qt::AltModifier);
            QCOMPARE(int(s.window.detailPane().currentTab()), i);
        }
    }

    void enterGoesIntoTheDetail()
    {
        SampleWindow s;
        QVERIFY(s.show());
        s.table().goTo(u"90503"_s);
        key(Qt::Key_Return);
        QVERIFY(s.window.detailPane().isAncestorOf(QApplication::focusWidget()));
    }

    void copyAsCurlAndJson()
    {
        SampleWindow s;
        QVERIFY(s.show());
        s.table().goTo(u"90503"_s);
        key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QString curl = QGuiApplication::clipboard()->text();
        QVERIFY2(curl.startsWith(u"curl "_s) && curl.contains(u"search.example:7700"_s) && curl.contains(u"90503"_s), qPrintable(curl));
        key(Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
        const QString json = QGuiApplication::clipboard()->text();
        // The bytes that the server sent: beyond what a double holds, and unchanged.
        QVERIFY2(json.contains(u"\"uid\":90503"_s) && json.contains(u"12345678901234567890123"_s), qPrintable(json));
    }

    void headerPausesAndChoosesColumns()
    {
        SampleWindow s;
        QVERIFY(s.show());
        QHeaderView *const header = s.table().horizontalHeader();
        header->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(header->hasFocus());
        QSignalSpy pauses(&s.server, &WatchedServer::pauseRequested);
        key(Qt::Key_Space);
        QCOMPARE(pauses.size(), 1);
        QVERIFY(pauses.first().first().toBool());
        QContextMenuEvent wanted(QContextMenuEvent::Keyboard, header->rect().center(), header->mapToGlobal(header->rect().center()));
        QApplication::sendEvent(header, &wanted);
        QTRY_VERIFY(QApplication::activePopupWidget());
        auto *const menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        const int before = header->hiddenSectionCount();
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Down); // the second column: shown, to be hidden
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_COMPARE(header->hiddenSectionCount(), before + 1);
    }

    void completionIsChosenByKey()
    {
        SampleWindow s;
        QVERIFY(s.show());
        key(Qt::Key_F, Qt::ControlModifier);
        FilterEdit &edit = s.window.filterBar().edit();
        QTRY_VERIFY(edit.hasFocus());
        QTest::keyClicks(&edit, u"status:fa"_s);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QWidget *popup = QApplication::activePopupWidget();
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QTRY_COMPARE(edit.text().trimmed(), u"status:failed"_s);
        QTRY_COMPARE(s.window.taskModel().filter().text(), u"status:failed"_s);
        QVERIFY(!QApplication::activePopupWidget());
    }

    void typingGoesOnUnderTheCompletion()
    {
        SampleWindow s;
        QVERIFY(s.show());
        key(Qt::Key_F, Qt::ControlModifier);
        FilterEdit &edit = s.window.filterBar().edit();
        QTRY_VERIFY(edit.hasFocus());
        QTest::keyClicks(&edit, u"sta"_s);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_T);
        QCOMPARE(edit.text(), u"stat"_s);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
        QVERIFY(!QApplication::activePopupWidget());
        QCOMPARE(edit.text(), u"stat"_s); // Esc closed the list only
        QVERIFY(edit.hasFocus());
    }

    void escapeUndoesFirst()
    {
        SampleWindow s;
        QVERIFY(s.show());
        s.window.setFilterText(u"status:queued"_s);
        s.window.undoBar().hold(s.server, cancelOf(u"90539"_s));
        QSignalSpy sent(&s.server, &WatchedServer::commandRequested);
        QTRY_VERIFY(s.window.undoBar().isVisible());
        s.table().setFocus();
        key(Qt::Key_Escape);
        QCOMPARE(s.window.undoBar().pending(), 0);
        QCOMPARE(s.window.filterBar().text(), u"status:queued"_s);
        key(Qt::Key_Escape);
        QVERIFY(s.window.filterBar().text().isEmpty());
        QCOMPARE(sent.size(), 0);
    }

    void quittingWithAHeldCommandAsks_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<int>("sent");
        QTest::newRow("send") << u"Send Now"_s << true << 1;
        QTest::newRow("discard") << u"Discard"_s << true << 0;
        QTest::newRow("stay") << u"Stay"_s << false << 0;
    }
    void quittingWithAHeldCommandAsks()
    {
        QFETCH(QString, button);
        QFETCH(bool, closes);
        QFETCH(int, sent);
        SampleWindow s;
        QVERIFY(s.show());
        QApplication::setQuitOnLastWindowClosed(false);
        QSignalSpy commands(&s.server, &WatchedServer::commandRequested);
        s.window.undoBar().hold(s.server, cancelOf(u"90539"_s));
        s.table().setFocus();
        key(Qt::Key_Q, Qt::ControlModifier);
        QVERIFY(s.window.isVisible());
        auto *const box = s.window.findChild<QMessageBox *>(u"pendingAtQuit"_s);
        QVERIFY(box);
        QTRY_VERIFY(box->isVisible());
        QCOMPARE(box->defaultButton()->text().remove(u'&'), u"Stay"_s);
        for (QAbstractButton *const candidate : box->buttons()) {
            if (candidate->text().remove(u'&') == button && QTest::qWaitForWindowActive(box))
                QTest::keyClick(candidate, Qt::Key_Space);
        }
        QTRY_COMPARE(s.window.isVisible(), !closes);
        QCOMPARE(commands.size(), sent);
        QCOMPARE(s.window.undoBar().pending(), closes ? 0 : 1);
        s.window.undoBar().discardAll();
    }
};

QTEST_MAIN(TestWindowKeys)
#include "test_window_keys.moc"
