// SPDX-License-Identifier: GPL-3.0-or-later
// The panels at the left: views and errors.
#include "tests/views/windowfixture.h"
#include "views/filterbar/filterbar.h"
#include "views/sidepanels/builtinviews.h"
#include "views/sidepanels/failurespanel.h"
#include "views/sidepanels/viewlist.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace taskglass;
using namespace taskglass::test;

class TestWindowSide : public QObject
{
    Q_OBJECT

private:
    static Task failure(const QString &id, EpochNs now, const QString &message, const QString &code = u"some_code"_s)
    {
        Task task = makeTask(id, TaskState::Failed, now);
        task.error = TaskError {message, code, u"invalid_request"_s, {}};
        return task;
    }

private slots:
    void everyBuiltinViewParses()
    {
        for (const BuiltinView &view : builtinViews()) {
            const TaskFilter::Parsed parsed = TaskFilter::parse(QString(view.filter));
            QVERIFY2(!parsed.error, view.filter.data());
            QCOMPARE(parsed.filter.text(), QString(view.filter)); // or the list would not find it again
        }
    }

    void viewsByKeyAndList()
    {
        SampleWindow s;
        QVERIFY(s.show());
        auto *const list = s.window.findChild<ViewList *>();
        QTest::keyClick(&s.table(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(s.window.filterBar().text(), u"status:failed"_s);
        QCOMPARE(list->currentItem()->text(), u"Failed"_s);
        QTRY_COMPARE(s.window.taskModel().rowCount(), 4);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Up);
        QCOMPARE(s.window.filterBar().text(), u"status:failed"_s); // walking the list changes nothing yet
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(s.window.filterBar().text(), u"status:running"_s);
        QTest::keyClick(list, Qt::Key_1, Qt::ControlModifier);
        QVERIFY(s.window.filterBar().text().isEmpty());
        s.window.setFilterText(u"index:books"_s);
        QVERIFY(list->selectedItems().isEmpty()); // a filter of one's own is none of them
    }

    void failuresAreGroupedAndFilter()
    {
        SampleWindow s;
        UpdateBuilder builder;
        for (int i = 0; i < 7; ++i)
            builder.add(failure(QString::number(80'000 + i), s.clock.now(), u"Index `i%1` not found."_s.arg(i), u"index_not_found"_s));
        s.server.applyUpdate(builder.make());
        QVERIFY(s.show());
        auto *const panel = s.window.findChild<FailuresPanel *>();
        QTRY_COMPARE(panel->topLevelItemCount(), 2);
        QCOMPARE(panel->topLevelItem(0)->text(0), u"Index … not found."_s);
        QCOMPARE(panel->topLevelItem(0)->text(1), u"7"_s);
        QCOMPARE(panel->topLevelItem(1)->text(1), u"4"_s);
        panel->setFocus();
        panel->setCurrentItem(panel->topLevelItem(0));
        QTest::keyClick(panel, Qt::Key_Return);
        QVERIFY2(s.window.filterBar().text().contains(u"index_not_found"_s), qPrintable(s.window.filterBar().text()));
        QTRY_COMPARE(s.window.taskModel().rowCount(), 7);
    }

    void countsAgainOnlyWhenFailuresChanged()
    {
        SampleWindow s;
        QVERIFY(s.show());
        auto *const panel = s.window.findChild<FailuresPanel *>();
        QTRY_COMPARE(panel->countings(), 1);
        for (int i = 0; i < 20; ++i) { // polls without failures
            UpdateBuilder builder;
            s.server.applyUpdate(builder.add(makeTask(QString::number(91'000 + i), TaskState::Succeeded, s.clock.now())).make());
        }
        QTest::qWait(2'300); // longer than the pause: nothing may come of it
        QCOMPARE(panel->countings(), 1);
        for (int i = 0; i < 20; ++i) {
            UpdateBuilder builder;
            s.server.applyUpdate(builder.add(failure(QString::number(92'000 + i), s.clock.now(), u"Disk full."_s)).make());
        }
        QCOMPARE(panel->countings(), 1); // not with every poll
        QTRY_COMPARE(panel->countings(), 2);
        QCOMPARE(panel->groups().first().count, 20);
    }

    void hiddenPanelCountsNothing()
    {
        SampleWindow s;
        QVERIFY(s.show());
        auto *const panel = s.window.findChild<FailuresPanel *>();
        s.action(ActionId::ShowErrors)->trigger();
        QTRY_VERIFY(!panel->isVisible());
        const int before = panel->countings();
        UpdateBuilder builder;
        s.server.applyUpdate(builder.add(failure(u"92000"_s, s.clock.now(), u"Disk full."_s)).make());
        QCOMPARE(panel->countings(), before);
        s.action(ActionId::ShowErrors)->trigger();
        QTRY_COMPARE(panel->countings(), before + 1);
        QCOMPARE(panel->topLevelItemCount(), 2);
    }

    void serverTextStaysLiteral()
    {
        SampleWindow s;
        UpdateBuilder builder;
        s.server.applyUpdate(builder.add(failure(u"92000"_s, s.clock.now(), u"<b>bold</b> & more"_s, u"<i>c</i>"_s)).make());
        QVERIFY(s.show());
        auto *const panel = s.window.findChild<FailuresPanel *>();
        QTRY_COMPARE(panel->topLevelItemCount(), 2);
        for (int i = 0; i < 2; ++i)
            QVERIFY(!panel->topLevelItem(i)->toolTip(0).contains(u"<b>"_s) && !panel->topLevelItem(i)->toolTip(0).contains(u"<i>"_s));
    }
};

QTEST_MAIN(TestWindowSide)
#include "test_window_side.moc"
