// SPDX-License-Identifier: GPL-3.0-or-later
// What filter, hold and polls do to the window's rows.
#include "tests/views/windowfixture.h"
#include "views/filterbar/filterbar.h"
#include "views/states/emptystate.h"
#include "views/tasktable/rowhold.h"
#include "views/tasktable/taskselection.h"

#include <QAbstractButton>
#include <QEnterEvent>
#include <QPaintEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace taskglass;
using namespace taskglass::test;

namespace {

/// Which part of a widget was painted.
class PaintedArea : public QObject
{
public:
    explicit PaintedArea(QWidget &widget) : m_widget(widget) { widget.installEventFilter(this); }

    void forget() { m_area = {}; }
    /// All of it, since forget().
    [[nodiscard]] bool isAll() const { return QRegion(m_widget.rect()).subtracted(m_area).isEmpty(); }
    /// Has a pixel painted, and with it whatever else waits for that.
    void flush()
    {
        const int before = m_paints;
        m_widget.update(0, 0, 1, 1);
        QTRY_VERIFY(m_paints > before);
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            m_area += static_cast<QPaintEvent *>(event)->region();
            ++m_paints;
        }
        return false;
    }

private:
    QWidget &m_widget;
    QRegion m_area;
    int m_paints = 0;
};

} // namespace

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

    void rowsBelowPaintNothingAnew()
    {
        SampleWindow s;
        TaskTableView table(s.window.taskModel()); // by itself, so that nothing else has it painted
        table.resize(600, 300);
        table.findChild<RowHold *>()->setRestingTime(1); // wherever the pointer is
        table.show();
        table.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        PaintedArea painted(*table.viewport());
        const auto comesToRest = [&] {
            painted.forget();
            painted.flush();
            return !painted.isAll();
        };
        QVERIFY(waitUntil(comesToRest));
        const QScrollBar &bar = *table.verticalScrollBar();
        const int before = bar.maximum();
        painted.forget();
        s.server.applyUpdate(sampleUpdate(s.clock.now(), 80'000, 300));
        QTRY_VERIFY(bar.maximum() > before);
        painted.flush();
        QVERIFY(!painted.isAll());
        painted.forget();
        s.server.applyUpdate(sampleUpdate(s.clock.now(), 90'600, 3));
        QTRY_VERIFY(painted.isAll());
        // What else comes in the same turn is not overlooked.
        painted.forget();
        s.server.applyUpdate(sampleUpdate(s.clock.now(), 70'000, 300));
        s.server.applyUpdate(sampleUpdate(s.clock.now(), 90'700, 3));
        QTRY_VERIFY(painted.isAll());
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
