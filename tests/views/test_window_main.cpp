// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window, driven by keyboard.
#include "tests/views/windowfixture.h"
#include "views/chips/chip.h"
#include "views/chips/chiprow.h"
#include "views/detail/taskdetailpane.h"
#include "views/filterbar/filterbar.h"
#include "views/filterbar/filteredit.h"
#include "views/states/emptystate.h"
#include "views/states/noticebar.h"
#include "views/statusbar/windowstatusbar.h"
#include "views/tasktable/celltick.h"
#include "views/tasktable/taskselection.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>

using namespace taskglass;
using namespace taskglass::test;

class TestWindowMain : public QObject
{
    Q_OBJECT

private:
    static void show(SampleWindow &s, QSize size = {1280, 800})
    {
        s.window.resize(size);
        s.window.show();
        s.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&s.window));
        s.table().setFocus();
        QTRY_VERIFY(s.table().hasFocus());
    }

private slots:
    void startPageWithoutServer()
    {
        FakeClock clock;
        MainWindow window(clock);
        window.show();
        QSignalSpy demo(&window, &MainWindow::demoRequested);
        auto *const button = window.findChild<QAbstractButton *>(u"startSample"_s);
        QVERIFY(button->isVisible());
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(demo.size(), 1);
        QVERIFY(!window.actionSet()[ActionId::CancelTasks]->isEnabled());
    }

    void everyToolBarActionStandsInAMenu()
    {
        SampleWindow s;
        QSet<QAction *> inMenus;
        std::function<void(const QMenu *)> walk = [&](const QMenu *menu) {
            for (QAction *const action : menu->actions()) {
                inMenus.insert(action);
                if (action->menu())
                    walk(action->menu());
            }
        };
        for (QAction *const action : s.window.findChild<QMenuBar *>()->actions())
            walk(action->menu());
        for (const ActionSpec &spec : actionSpecs())
            QVERIFY2(inMenus.contains(s.action(spec.id)), spec.name.data());
        for (QAction *const action : s.window.findChild<QToolBar *>()->actions())
            QVERIFY(action->isSeparator() || action->text().isEmpty() || inMenus.contains(action));
    }

    void noKeyMeansTwoThings()
    {
        QHash<QKeySequence, QLatin1StringView> keys;
        Actions actions;
        for (const ActionSpec &spec : actionSpecs()) {
            for (const QKeySequence &key : actions[spec.id]->shortcuts()) {
                QVERIFY2(!key.isEmpty(), spec.name.data());
                QVERIFY2(!keys.contains(key), spec.name.data());
                keys.insert(key, spec.name);
            }
        }
    }

    void refreshAndPauseByKey()
    {
        SampleWindow s;
        show(s);
        QSignalSpy refresh(&s.server, &WatchedServer::refreshRequested);
        QSignalSpy pause(&s.server, &WatchedServer::pauseRequested);
        QTest::keyClick(&s.window, Qt::Key_F5);
        QTest::keyClick(&s.window, Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(refresh.size(), 2);
        QTest::keyClick(&s.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(pause.size(), 1);
        QCOMPARE(pause.first().first().toBool(), true);
    }

    void escapeLeavesThenClearsThenDeselects()
    {
        SampleWindow s;
        show(s);
        s.table().goToRow(3);
        QTest::keyClick(&s.table(), Qt::Key_Slash);
        QTRY_VERIFY(s.window.filterBar().hasEditFocus());
        QTest::keyClicks(&s.window.filterBar().edit(), u"index:books"_s);
        QTest::keyClick(&s.window.filterBar().edit(), Qt::Key_Escape); // the completion list, if it is open
        if (s.window.filterBar().hasEditFocus())
            QTest::keyClick(&s.window.filterBar().edit(), Qt::Key_Escape);
        QTRY_VERIFY(s.table().hasFocus());
        QTRY_COMPARE(s.window.filterBar().filter().text(), u"index:books"_s);
        QTest::keyClick(&s.table(), Qt::Key_Escape);
        QVERIFY(s.window.filterBar().text().isEmpty());
        s.table().goToRow(2);
        QVERIFY(!s.table().tasks().isEmpty());
        QTest::keyClick(&s.table(), Qt::Key_Escape);
        QVERIFY(s.table().tasks().isEmpty());
    }

    void bracketsWalkFailures()
    {
        SampleWindow s;
        show(s);
        QTest::keyClick(&s.table(), Qt::Key_BracketRight);
        const TaskId first = s.table().currentTask();
        QVERIFY(!first.isEmpty());
        QCOMPARE(s.server.store().stateAt(s.server.store().find(first)), TaskState::Failed);
        QTest::keyClick(&s.table(), Qt::Key_BracketRight);
        QVERIFY(s.table().currentTask() != first);
        QTest::keyClick(&s.table(), Qt::Key_BracketLeft);
        QCOMPARE(s.table().currentTask(), first);
    }

    void dotFiltersByTheFocusedCell()
    {
        SampleWindow s;
        show(s);
        const QModelIndex cell = s.window.taskModel().index(0, int(Column::Index));
        s.table().setCurrentIndex(cell);
        const QString index = cell.data().toString();
        QTest::keyClick(&s.table(), Qt::Key_Period);
        QCOMPARE(s.window.filterBar().text(), u"index:"_s + index);
        s.window.setFilterText({});
        s.table().setCurrentIndex(s.window.taskModel().index(0, int(Column::Index)));
        QTest::keyClick(&s.table(), Qt::Key_Period, Qt::ShiftModifier);
        QVERIFY(s.window.filterBar().text().startsWith(u"-index:"_s));
    }

    void f6VisitsEveryPane()
    {
        SampleWindow s;
        show(s);
        QSet<QWidget *> visited;
        for (int i = 0; i < 7; ++i) {
            QTest::keyClick(&s.window, Qt::Key_F6);
            QVERIFY(QApplication::focusWidget());
            visited.insert(QApplication::focusWidget());
        }
        QVERIFY(s.table().hasFocus());
        QCOMPARE(visited.size(), 7);
        QTest::keyClick(&s.window, Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(!s.table().hasFocus());
    }

    void textSizeByKey()
    {
        SampleWindow s;
        show(s);
        const int row = s.table().rowHeight(0);
        const double size = s.table().font().pointSizeF();
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(&s.window, Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY2(s.table().font().pointSizeF() > size * 1.4, qPrintable(QString::number(s.table().font().pointSizeF())));
        QVERIFY(s.table().rowHeight(0) > row);
        QTest::keyClick(&s.window, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(s.table().font().pointSizeF(), size);
        QCOMPARE(s.table().rowHeight(0), row);
    }

    void chipsAndTextAreOneFilter()
    {
        SampleWindow s;
        show(s);
        ChipRow &chips = s.window.taskPane().chips();
        Chip *const failed = chips.chip(TaskState::Failed);
        failed->setFocus();
        QTest::keyClick(failed, Qt::Key_Space);
        QCOMPARE(s.window.filterBar().text(), u"status:failed"_s);
        QTest::keyClick(failed, Qt::Key_Left);
        QVERIFY(QApplication::focusWidget() != failed);
        s.window.setFilterText(u"status:queued"_s);
        QVERIFY(chips.chip(TaskState::Queued)->isChecked());
        QVERIFY(!failed->isChecked());
        QTest::keyClick(failed, Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(s.window.filterBar().text(), u"status:failed"_s);
        chips.chip(std::nullopt)->setFocus();
        QTest::keyClick(chips.chip(std::nullopt), Qt::Key_Space);
        QVERIFY(s.window.filterBar().text().isEmpty());
    }

    void serverCountsWinWhileUnfiltered()
    {
        SampleWindow s;
        ConnectionStatus status = liveStatus(s.clock.now());
        status.counts.byState[indexOf(TaskState::Failed)] = 9'761;
        status.complete = false; // when all is loaded, that is counted: it follows each poll
        s.server.setStatus(status);
        Chip *const failed = s.window.taskPane().chips().chip(TaskState::Failed);
        QCOMPARE(failed->count(), 9'761);
        s.window.setFilterText(u"index:books"_s);
        s.server.setStatus(liveStatus(s.clock.now()));
        QVERIFY(failed->count() < 9'761);
    }

    void wrongFilterKeepsTheLastOne()
    {
        SampleWindow s;
        s.window.setFilterText(u"status:failed"_s);
        s.window.setFilterText(u"status:failed (index:books"_s);
        QVERIFY(s.window.filterBar().edit().error());
        QCOMPARE(s.window.taskModel().filter().text(), u"status:failed"_s);
        QVERIFY(!s.window.findChild<QLabel *>(u"filterError"_s)->text().isEmpty());
        s.window.setFilterText(u"status:failed"_s);
        QVERIFY(s.window.findChild<QLabel *>(u"filterError"_s)->text().isEmpty());
    }

    void selectionSurvivesPolls()
    {
        SampleWindow s;
        show(s);
        s.table().goTo(u"90510"_s);
        QTest::keyClick(&s.table(), Qt::Key_Down, Qt::ShiftModifier);
        const QList<TaskId> before = s.table().tasks().ids();
        QCOMPARE(before.size(), 2);
        const int scroll = s.table().verticalScrollBar()->value();
        for (int poll = 0; poll < 20; ++poll)
            s.server.applyUpdate(sampleUpdate(s.clock.now(), 90'500, 41 + poll));
        QCOMPARE(s.table().tasks().ids(), before);
        QCOMPARE(s.table().currentTask(), before.last());
        QVERIFY(s.table().verticalScrollBar()->value() >= scroll);
    }

    void copyAsText()
    {
        SampleWindow s;
        show(s);
        s.table().goTo(u"90510"_s);
        QTest::keyClick(&s.table(), Qt::Key_C, Qt::ControlModifier);
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY(text.contains(u"90510"_s) && text.contains(u'\t'));
        QVERIFY(!text.contains(u'\n'));
    }

    void onlyVisibleOpenCellsTick()
    {
        SampleWindow s;
        show(s);
        const int ticking = s.table().ticker().tick();
        QVERIFY(ticking >= 9); // six wait, three run
        QVERIFY(ticking <= 30);
        s.window.hide();
        QCOMPARE(s.table().ticker().tick(), 0);
    }

    void deleteAsksForAPreviewOfExactlyTheSelection()
    {
        SampleWindow s;
        show(s);
        QSignalSpy previews(&s.server, &WatchedServer::previewRequested);
        QSignalSpy sent(&s.server, &WatchedServer::commandRequested);
        s.table().goTo(u"90539"_s);
        QTest::keyClick(&s.table(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&s.table(), Qt::Key_Delete);
        QCOMPARE(previews.size(), 1);
        const auto draft = previews.first().at(1).value<CommandDraft>();
        QCOMPARE(draft.ids, (QList<TaskId> {u"90539"_s, u"90538"_s}));
        QVERIFY(draft.filter.isEmpty());
        QCOMPARE(sent.size(), 0);
    }

    void readOnlyIsSaidAndRefused()
    {
        SampleWindow s(Environment::Production);
        show(s);
        s.table().goTo(u"90539"_s);
        QVERIFY(!s.action(ActionId::CancelTasks)->isEnabled());
        QVERIFY(s.action(ActionId::CancelTasks)->toolTip().contains(u"read-only"_s));
        QVERIFY(s.window.windowStatus().part(WindowStatusBar::Part::ReadOnly)->isVisible());
        QVERIFY(s.window.findChild<QWidget *>(u"environmentStrip"_s)->isVisible());
    }

    void everyStateHasItsBar()
    {
        SampleWindow s;
        show(s);
        NoticeBar &bar = s.window.taskPane().connectionBar();
        QVERIFY(!bar.isVisible());
        ConnectionStatus status = liveStatus(s.clock.now());
        status.phase = ConnectionStatus::Phase::Refused;
        status.error = Error {Error::Kind::Tls, u"no"_s, 0, {}, {}, -1, u"abcd"_s, u"CN=x"_s};
        s.server.setStatus(status);
        QVERIFY(bar.isVisible());
        QVERIFY(s.table().isStale());
        QSignalSpy trusted(&s.server, &WatchedServer::trustRequested);
        const auto buttons = bar.findChildren<QAbstractButton *>();
        QVERIFY(buttons.first()->text().contains(u"laptop"_s));
        QTest::keyClick(buttons.first(), Qt::Key_Space);
        QCOMPARE(trusted.size(), 1);
        QCOMPARE(trusted.first().first().toString(), u"abcd"_s);
        status = liveStatus(s.clock.now());
        status.complete = false;
        status.counts.total = 1'000;
        s.server.setStatus(status);
        QVERIFY(!bar.isVisible());
        QVERIFY(s.window.taskPane().partialBar().isVisible());
    }

    void serverTextStaysLiteral()
    {
        SampleWindow s;
        show(s);
        Task task = makeTask(u"99999"_s, TaskState::Failed, s.clock.now());
        task.target = u"<img src=x><b>bold</b>"_s;
        task.error = TaskError {u"<h1>%1</h1>"_s, u"c&d"_s, {}, {}};
        UpdateBuilder builder;
        s.server.applyUpdate(builder.add(task).make());
        s.window.setFilterText(u"id:99999"_s);
        ConnectionStatus status = liveStatus(s.clock.now());
        status.phase = ConnectionStatus::Phase::Failing;
        status.error = Error {Error::Kind::Server, u"<i>x</i>"_s, 500, {}, u"<u>y</u>"_s, -1, {}, {}};
        s.server.setStatus(status);
        for (const QLabel *const label : s.window.findChildren<QLabel *>()) {
            if (label->text().contains(u'<'))
                QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        QVERIFY(s.window.taskPane().connectionBar().text().contains(u"<i>x</i>"_s));
    }

    void everyControlHasAName_data()
    {
        QTest::addColumn<bool>("withServer");
        QTest::newRow("start") << false;
        QTest::newRow("server") << true;
    }
    void everyControlHasAName()
    {
        QFETCH(bool, withServer);
        SampleWindow s;
        if (!withServer)
            s.window.showServer(nullptr);
        show(s);
        s.table().goToRow(0);
        for (const QWidget *const widget : s.window.findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            if (widget->objectName().startsWith(u"qt_"_s) || qobject_cast<const QScrollBar *>(widget))
                continue;
            if (qobject_cast<const QTabWidget *>(widget)) // its tab bar is what speaks
                continue;
            const auto *const button = qobject_cast<const QAbstractButton *>(widget);
            const auto *const label = qobject_cast<const QLabel *>(widget);
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty())
                || (label && !label->text().isEmpty());
            QVERIFY2(named, qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
        }
    }

    void layoutSurvivesARoundTrip()
    {
        SampleWindow s;
        s.table().setColumnShown(u"batch"_s, true);
        const QByteArray layout = s.window.saveLayout();
        SampleWindow other;
        other.window.restoreLayout(layout);
        QVERIFY(!other.table().isColumnHidden(int(Column::Batch)));
        other.window.restoreLayout("nonsense\ncolumns ,,,\nzoom x\nstate !!"_ba); // must not crash or lose columns
        QVERIFY(other.table().horizontalHeader()->count() > other.table().horizontalHeader()->hiddenSectionCount());
    }

    void detailGoesBelowInNarrowWindows()
    {
        SampleWindow s;
        show(s);
        auto *const dock = s.window.findChild<QDockWidget *>(u"detailDock"_s);
        QCOMPARE(s.window.dockWidgetArea(dock), Qt::RightDockWidgetArea);
        s.window.resize(960, 600);
        QTRY_COMPARE(s.window.dockWidgetArea(dock), Qt::BottomDockWidgetArea);
        QTRY_COMPARE(s.window.size(), QSize(960, 600)); // nothing forces it wider
    }

    void nextServerKeepsEachFilter()
    {
        SampleWindow s;
        show(s);
        WatchedServer other(profileNamed(u"other"_s), s.clock);
        s.window.addServer(&other);
        s.window.setFilterText(u"status:failed"_s);
        QTRY_VERIFY(s.action(ActionId::NextServer)->isEnabled());
        QTest::keyClick(&s.window, Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(s.window.shownServer(), &other);
        QVERIFY(s.window.filterBar().text().isEmpty());
        QTest::keyClick(&s.window, Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(s.window.filterBar().text(), u"status:failed"_s);
        s.window.removeServer(&other);
    }
};

QTEST_MAIN(TestWindowMain)
#include "test_window_main.moc"
