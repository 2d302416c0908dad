// SPDX-License-Identifier: GPL-3.0-or-later
// The panels at the left: views and groups.
#include "tests/views/windowfixture.h"
#include "views/filterbar/filterbar.h"
#include "views/sidepanels/builtinviews.h"
#include "views/sidepanels/grouplist.h"
#include "views/sidepanels/grouppanel.h"
#include "views/serverview.h"
#include "views/sidepanels/viewlist.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
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
        auto *const panel = s.window.findChild<GroupPanel *>();
        QTRY_COMPARE(panel->list().topLevelItemCount(), 2);
        QCOMPARE(panel->list().topLevelItem(0)->text(0), u"Index … not found."_s);
        QCOMPARE(panel->list().topLevelItem(0)->text(1), u"7"_s);
        QCOMPARE(panel->list().topLevelItem(1)->text(1), u"4"_s);
        panel->setFocus();
        panel->list().setCurrentItem(panel->list().topLevelItem(0));
        QTest::keyClick(&panel->list(), Qt::Key_Return);
        QVERIFY2(s.window.filterBar().text().contains(u"index_not_found"_s), qPrintable(s.window.filterBar().text()));
        QTRY_COMPARE(s.window.taskModel().rowCount(), 7);
    }

    void countsAgainOnlyWhenFailuresChanged()
    {
        SampleWindow s;
        QVERIFY(s.show());
        auto *const panel = s.window.findChild<GroupPanel *>();
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
        QCOMPARE(panel->list().groups().largest.first().count, 20);
    }

    void hiddenPanelCountsNothing()
    {
        SampleWindow s;
        QVERIFY(s.show());
        auto *const panel = s.window.findChild<GroupPanel *>();
        s.action(ActionId::ShowErrors)->trigger();
        QTRY_VERIFY(!panel->isVisible());
        const int before = panel->countings();
        UpdateBuilder builder;
        s.server.applyUpdate(builder.add(failure(u"92000"_s, s.clock.now(), u"Disk full."_s)).make());
        QCOMPARE(panel->countings(), before);
        s.action(ActionId::ShowErrors)->trigger();
        QTRY_COMPARE(panel->countings(), before + 1);
        QCOMPARE(panel->list().topLevelItemCount(), 2);
    }

    void serverTextStaysLiteral()
    {
        SampleWindow s;
        UpdateBuilder builder;
        s.server.applyUpdate(builder.add(failure(u"92000"_s, s.clock.now(), u"<b>bold</b> & more"_s, u"<i>c</i>"_s)).make());
        QVERIFY(s.show());
        auto *const panel = s.window.findChild<GroupPanel *>();
        QTRY_COMPARE(panel->list().topLevelItemCount(), 2);
        for (int i = 0; i < 2; ++i)
            QVERIFY(!panel->list().topLevelItem(i)->toolTip(0).contains(u"<b>"_s) && !panel->list().topLevelItem(i)->toolTip(0).contains(u"<i>"_s));
    }

    void hiddenFailuresAreNotCounted()
    {
        SampleWindow s;
        ConnectionStatus status = liveStatus(s.clock.now());
        status.capabilities.housekeeping = Housekeeping::ReadOnlyQueries;
        s.server.setStatus(status);
        Task hidden = failure(u"92000"_s, s.clock.now(), u"Disk full."_s);
        hidden.housekeeping = true;
        s.server.applyUpdate(updateOf({hidden, failure(u"92001"_s, s.clock.now(), u"Disk full."_s)}));
        QVERIFY(s.show());
        auto *const panel = s.window.findChild<GroupPanel *>();
        QTRY_COMPARE(panel->list().topLevelItemCount(), 2);
        QCOMPARE(panel->list().topLevelItem(1)->text(1), u"1"_s);
        s.action(ActionId::ShowHousekeeping)->setChecked(true);
        QTRY_COMPARE(panel->list().topLevelItem(1)->text(1), u"2"_s);
    }

    void groupsByWhatTheServerHas()
    {
        SampleWindow s;
        ConnectionStatus status = liveStatus(s.clock.now());
        status.capabilities.columns = {u"state"_s, u"id"_s, u"type"_s, u"label"_s, u"error"_s};
        status.capabilities.columnTitles = {{u"label"_s, u"X-Opaque-Id"_s}};
        s.server.setStatus(status);
        Task one = makeTask(u"92000"_s, TaskState::Running, s.clock.now());
        one.labels = {{u"X-Opaque-Id"_s, u"nightly"_s}};
        Task other = makeTask(u"92001"_s, TaskState::Running, s.clock.now());
        other.labels = {{u"X-Opaque-Id"_s, u"nightly-2"_s}};
        s.server.applyUpdate(updateOf({one, other}));
        QVERIFY(s.show());
        auto *const panel = s.window.findChild<GroupPanel *>();
        auto *const by = panel->findChild<QComboBox *>();
        QStringList offered;
        for (int i = 0; i < by->count(); ++i)
            offered.append(by->itemText(i));
        QCOMPARE(offered, (QStringList {u"Error"_s, u"X-Opaque-Id"_s, u"Type"_s}));
        QTest::keyClick(&s.table(), Qt::Key_G);
        QTRY_VERIFY(by->view()->isVisible());
        QTest::keyClick(by->view(), Qt::Key_Down);
        QTest::keyClick(by->view(), Qt::Key_Return);
        QCOMPARE(panel->column(), Column::Label);
        QTRY_COMPARE(panel->list().topLevelItemCount(), 2);
        QTest::keyClick(by, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), &panel->list());
        panel->list().setCurrentItem(panel->list().topLevelItem(0));
        QTest::keyClick(&panel->list(), Qt::Key_Return);
        QCOMPARE(s.window.filterBar().text(), u"label:=nightly"_s);
        QTRY_COMPARE(s.window.taskModel().rowCount(), 1);
    }

    void manyTasksAreCountedOnAWorker()
    {
        SampleWindow s;
        QVERIFY(s.show());
        auto *const panel = s.window.findChild<GroupPanel *>();
        panel->setColumn(Column::Type);
        s.server.applyUpdate(sampleUpdate(s.clock.now(), 100'000, StoreReader::kManyTasks + 1'000));
        const auto counted = [panel] {
            qint64 sum = 0;
            for (const TaskGroup &group : panel->list().groups().largest)
                sum += group.count;
            return sum;
        };
        QTRY_COMPARE(counted(), qint64(s.server.store().size()));
    }

    void eachServerKeepsItsOwn()
    {
        FakeClock clock;
        WatchedServer one(profileNamed(u"one"_s), clock);
        WatchedServer two(profileNamed(u"two words"_s), clock);
        for (WatchedServer *const server : {&one, &two}) {
            ConnectionStatus status = liveStatus(clock.now());
            status.capabilities.parents = Ability::yes();
            server->setStatus(status);
        }
        Task parent = makeTask(u"1"_s, TaskState::Running, clock.now());
        Task part = makeTask(u"2"_s, TaskState::Running, clock.now());
        part.parent = u"1"_s;
        const auto groupBy = [](MainWindow &window) { return window.findChild<GroupPanel *>()->column(); };
        QByteArray layout;
        {
            MainWindow window(clock);
            window.addServer(&one);
            window.addServer(&two);
            two.applyUpdate(updateOf({parent, part}));
            window.actionSet()[ActionId::ShowTree]->setChecked(false);
            window.findChild<GroupPanel *>()->setColumn(Column::Type);
            window.showServer(&two);
            QVERIFY(window.actionSet()[ActionId::ShowTree]->isChecked());
            QCOMPARE(groupBy(window), Column::Error);
            window.taskModel().setAllFolded(true);
            QCOMPARE(window.taskModel().rowCount(), 1);
            window.showServer(&one);
            QVERIFY(!window.actionSet()[ActionId::ShowTree]->isChecked());
            QCOMPARE(groupBy(window), Column::Type);
            window.showServer(&two);
            QCOMPARE(window.taskModel().rowCount(), 1); // folded still
            layout = window.saveLayout();
            window.removeServer(&one);
            window.removeServer(&two);
            QVERIFY(!window.saveLayout().contains("view.")); // nobody looks for them any more
        }
        WatchedServer again(profileNamed(u"two words"_s), clock);
        again.setStatus(two.status());
        MainWindow window(clock);
        window.restoreLayout(layout);
        window.addServer(&one);
        QVERIFY(!window.actionSet()[ActionId::ShowTree]->isChecked());
        QCOMPARE(groupBy(window), Column::Type);
        window.addServer(&again);
        window.showServer(&again);
        QVERIFY(window.taskModel().isTree());
        again.applyUpdate(updateOf({parent, part})); // it comes after what is known of it
        QCOMPARE(window.taskModel().rowCount(), 1);
        window.removeServer(&one);
        window.removeServer(&again);
    }

    void damagedViewsAreAsByDefault()
    {
        QCOMPARE(ServerView::fromText("nonsense"), ServerView());
        QCOMPARE(ServerView::fromText(R"({"tree":"no","folded":[1,"a"],"groupBy":"nowhere"})"), (ServerView {{}, true, {u"a"_s}, Column::Error}));
        const ServerView view {{}, false, {u"n:1"_s, u"ü \n"_s}, Column::Label};
        QVERIFY(!view.toText().contains('\n'));
        QCOMPARE(ServerView::fromText(view.toText()), view);
    }
};

QTEST_MAIN(TestWindowSide)
#include "test_window_side.moc"
