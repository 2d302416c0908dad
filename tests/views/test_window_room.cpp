// SPDX-License-Identifier: GPL-3.0-or-later
// How the window shares out its room.
#include "tests/views/windowfixture.h"
#include "views/chips/chip.h"
#include "views/chips/chiprow.h"
#include "views/detail/taskdetailpane.h"

#include <QDockWidget>
#include <QTabBar>
#include <QTest>

using namespace taskglass;
using namespace taskglass::test;

class TestWindowRoom : public QObject
{
    Q_OBJECT

private slots:
    void sixTabsFitBesideTheTable()
    {
        SampleWindow s;
        QVERIFY(s.show());
        s.table().goTo(u"90503"_s); // failed: its Error tab has an icon as well
        const auto *const bar = s.window.detailPane().findChild<QTabBar *>();
        QTRY_VERIFY(bar->isVisible());
        QCOMPARE(bar->count(), TaskDetailPane::kTabCount);
        QVERIFY2(bar->sizeHint().width() <= bar->width(),
                 qPrintable(u"%1 > %2"_s.arg(bar->sizeHint().width()).arg(bar->width())));
        for (int i = 0; i < bar->count(); ++i)
            QVERIFY(bar->tabRect(i).width() > bar->fontMetrics().horizontalAdvance(bar->tabText(i)));
    }

    void emptyPaneBelowIsLowUntilItHasATask()
    {
        SampleWindow s(Environment::Development, 0);
        QVERIFY(s.show({960, 600}));
        const auto *const dock = s.window.findChild<QDockWidget *>(u"detailDock"_s);
        QTRY_COMPARE(s.window.dockWidgetArea(s.window.findChild<QDockWidget *>(u"detailDock"_s)), Qt::BottomDockWidgetArea);
        QTRY_VERIFY2(dock->height() < 80, qPrintable(QString::number(dock->height())));
        s.server.applyUpdate(sampleUpdate(s.clock.now(), 90'500, 40));
        QTRY_COMPARE(s.window.taskModel().rowCount(), 40);
        s.table().goTo(u"90503"_s);
        QTRY_VERIFY(dock->height() > 180);
        QCOMPARE(s.window.size(), QSize(960, 600));
        // The row that opened the pane is not covered by it.
        QTRY_VERIFY(s.table().viewport()->rect().contains(s.table().visualRect(s.table().currentIndex()).center()));
        // And it stays: a cleared selection moves no row under the pointer.
        s.table().clearSelection();
        s.table().setCurrentIndex({});
        QVERIFY(!s.window.detailPane().showsTask());
        QTest::qWait(0);
        QVERIFY(dock->height() > 180);
    }

    void chipsTakeOneRow_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("wide") << QSize(1280, 800);
        QTest::newRow("narrow") << QSize(960, 600);
    }
    void chipsTakeOneRow()
    {
        QFETCH(QSize, size);
        SampleWindow s;
        QVERIFY(s.show(size));
        ChipRow &row = s.window.taskPane().chips();
        const int line = row.chip(std::nullopt)->sizeHint().height();
        QTRY_COMPARE(row.height(), line);
        for (const Chip *const chip : row.findChildren<Chip *>()) {
            QVERIFY2(row.rect().contains(chip->geometry()), qPrintable(chip->objectName()));
            QVERIFY(!chip->toolTip().isEmpty() && !chip->accessibleName().isEmpty());
        }
    }

    void roomComesBack()
    {
        SampleWindow s;
        QVERIFY(s.show({960, 600}));
        const Chip *const rare = s.window.taskPane().chips().chip(TaskState::CancelRequested);
        QTRY_COMPARE(rare->width(), rare->widthIn(Chip::Room::NoRareWords));
        s.window.resize(1800, 800);
        QTRY_COMPARE(rare->width(), rare->widthIn(Chip::Room::Comfortable));
    }
};

QTEST_MAIN(TestWindowRoom)
#include "test_window_room.moc"
