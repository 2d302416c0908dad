// SPDX-License-Identifier: GPL-3.0-or-later
// What filter, hold and polls do to the window's rows.
#include "tests/views/windowfixture.h"
#include "views/filterbar/filterbar.h"
#include "views/states/emptystate.h"
#include "views/tasktable/rowhold.h"
#include "views/tasktable/taskselection.h"

#include <QAbstractButton>
#include <QEnterEvent>
#include <QSignalSpy>
#include <QTest>

using namespace taskglass;
using namespace taskglass::test;

class TestWindowLive : public QObject
{
    Q_OBJECT

private:
    static void show(SampleWindow &s)
    {
        s.window.show();
        s.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&s.window));
        s.table().setFocus();
        QTRY_VERIFY(s.table().hasFocus());
    }

private slots:
    void everythingMatchingGoesByFilterNeverWithoutOne()
    {
        SampleWindow s;
        show(s);
        QSignalSpy previews(&s.server, &WatchedServer::previewRequested);
        QTest::keyClick(&s.table(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(s.table().tasks().allMatching());
        QVERIFY(!s.action(ActionId::CancelMatching)->isEnabled());
        s.window.setFilterText(u"status:queued"_s);
        QTRY_COMPARE(s.window.taskModel().rowCount(), 6);
        s.table().setFocus();
        QTest::keyClick(&s.table(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClick(&s.table(), Qt::Key_Delete);
        QCOMPARE(previews.size(), 1);
        const auto draft = previews.first().at(1).value<CommandDraft>();
        QVERIFY(draft.ids.isEmpty());
        QCOMPARE(draft.filter.text(), u"status:queued"_s);
    }

    void arrivalsWaitWhileRowsAreSelected()
    {
        SampleWindow s;
        show(s);
        s.table().goTo(u"90530"_s);
        s.server.applyUpdate(sampleUpdate(s.clock.now(), 90'600, 14));
        QCOMPARE(s.window.taskModel().held(), 14);
        QVERIFY(s.window.findChild<QWidget *>(u"newRowsPill"_s)->isVisible());
        QTest::keyClick(&s.table(), Qt::Key_N);
        QCOMPARE(s.window.taskModel().held(), 0);
        QVERIFY(!s.window.findChild<QWidget *>(u"newRowsPill"_s)->isVisible());
        QVERIFY(s.window.taskModel().rowOf(u"90613"_s) >= 0);
    }

    void arrivalsWaitForAPointerUntilItRests()
    {
        SampleWindow s;
        show(s);
        QEnterEvent enter(QPointF(9, 9), QPointF(9, 9), QPointF(9, 9));
        QCoreApplication::sendEvent(s.table().viewport(), &enter);
        s.server.applyUpdate(sampleUpdate(s.clock.now(), 90'600, 14));
        QCOMPARE(s.window.taskModel().held(), 14);
        s.table().findChild<RowHold *>()->setRestingTime(1); // also for the rest that has begun
        QTRY_COMPARE(s.window.taskModel().held(), 0);
        s.table().findChild<RowHold *>()->setRestingTime(60'000);
        QTest::mouseMove(s.table().viewport(), QPoint(20, 20));
        s.server.applyUpdate(sampleUpdate(s.clock.now(), 90'700, 3));
        QCOMPARE(s.window.taskModel().held(), 3);
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(s.table().viewport(), &leave);
        QCOMPARE(s.window.taskModel().held(), 0);
    }

    void nothingMatchesIsSaid()
    {
        SampleWindow s;
        show(s);
        s.window.setFilterText(u"index:nowhere"_s);
        EmptyState &empty = s.window.taskPane().emptyState();
        QTRY_VERIFY(empty.isVisible());
        QVERIFY(empty.text().contains(u"index:nowhere"_s));
        QTest::keyClick(empty.findChild<QAbstractButton *>(), Qt::Key_Space);
        QTRY_VERIFY(!empty.isVisible());
        QVERIFY(s.window.filterBar().text().isEmpty());
    }
};

QTEST_MAIN(TestWindowLive)
#include "test_window_live.moc"
