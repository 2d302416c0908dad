// SPDX-License-Identifier: GPL-3.0-or-later
// How the window shares out its room.
#include "tests/views/windowfixture.h"
#include "views/chips/chip.h"
#include "views/chips/chiprow.h"
#include "views/detail/taskdetailpane.h"
#include "views/statusbar/windowstatusbar.h"
#include "views/style/elidedlabel.h"

#include <QAbstractButton>
#include <QDockWidget>
#include <QScrollArea>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace taskglass;
using namespace taskglass::test;

namespace {

/// Who is laid out anew while this lives. A page that scrolls may be: what stands around it keeps its place.
class LayoutWatch : public QObject
{
public:
    LayoutWatch() { QCoreApplication::instance()->installEventFilter(this); }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest && !scrolls(watched))
            laidOut.append(u"%1 %2"_s.arg(QLatin1StringView(watched->metaObject()->className()), watched->objectName()));
        return false;
    }

    QStringList laidOut;

private:
    static bool scrolls(const QObject *object)
    {
        while (object && !qobject_cast<const QScrollArea *>(object))
            object = object->parent();
        return object;
    }
};

} // namespace

class TestWindowRoom : public QObject
{
    Q_OBJECT

private slots:
    void quietPollsLayNothingOut_data()
    {
        QTest::addColumn<QString>("task");
        QTest::addColumn<bool>("noticed");
        QTest::newRow("table alone") << QString() << false;
        QTest::newRow("a notice") << QString() << true;
        QTest::newRow("an ended task") << u"90500"_s << false;
        QTest::newRow("a failed task") << u"90503"_s << false;
        QTest::newRow("a queued task") << u"90537"_s << true;
        QTest::newRow("a running task") << u"90532"_s << true;
    }
    void quietPollsLayNothingOut()
    {
        QFETCH(QString, task);
        QFETCH(bool, noticed);
        SampleWindow s;
        ConnectionStatus status = liveStatus(s.clock.now());
        if (noticed)
            status.clockSkew = 42 * kNsPerSecond;
        s.server.setStatus(status);
        QVERIFY(s.show());
        if (!task.isEmpty()) {
            QVERIFY(s.table().goTo(task));
            QTRY_VERIFY(s.window.detailPane().showsTask());
        }
        // Every tab, since what ticks differs.
        for (int tab = 0; tab < TaskDetailPane::kTabCount; ++tab) {
            s.window.detailPane().showTab(TaskDetailPane::Tab(tab));
            const auto poll = [&] {
                s.clock.advance(kNsPerSecond);
                status.lastAnswerAt = s.clock.now();
                status.answerMs = status.answerMs == 42 ? 37 : 42;
                status.requests += 1;
                // The pane says again what it shows when it has taken a change in.
                s.window.detailPane().setAccessibleDescription({});
                s.server.setStatus(status);
                s.server.applyUpdate(sampleUpdate(s.clock.now(), 90'500, 40));
                QTRY_VERIFY(task.isEmpty() || !s.window.detailPane().accessibleDescription().isEmpty());
                QCoreApplication::processEvents();
            };
            const auto laidOut = [&] {
                const LayoutWatch watch;
                poll();
                return watch.laidOut.join(u", "_s);
            };
            // Once the tab has come to rest, that is.
            QString moved;
            QTRY_VERIFY2((moved = laidOut()).isEmpty(), qPrintable(u"tab %1: %2"_s.arg(tab).arg(moved)));
            if (task.isEmpty())
                break;
        }
    }

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

    void wordsOfChipsGoInOrder()
    {
        ChipRow row;
        ServerCounts counts;
        counts.total = 1'234'567;
        counts.byState = {1'234, 12, 3, 1'200'000, 23'456, 789, 0};
        row.setCounts(counts, {}, false);
        const int line = row.chip(std::nullopt)->sizeHint().height();
        const auto words = [&row] {
            QList<TaskState> with;
            for (int i = 0; i < kTaskStateCount; ++i) {
                const Chip *const chip = row.chip(TaskState(i));
                if (chip->sizeHint().width() > chip->widthIn(Chip::Room::Glyph))
                    with.append(TaskState(i));
            }
            return with;
        };
        row.resize(3000, line);
        row.show();
        QTRY_COMPARE(words().size(), kTaskStateCount);
        qsizetype before = kTaskStateCount;
        bool failedIsLast = false;
        for (int width = 1200; width >= 300; width -= 10) {
            row.resize(width, line);
            QCoreApplication::sendPostedEvents();
            const QList<TaskState> with = words();
            QVERIFY(with.size() <= before);
            before = with.size();
            failedIsLast = failedIsLast || with == QList<TaskState> {TaskState::Failed};
            if (with.isEmpty())
                break;
            QCOMPARE(row.heightForWidth(width), line); // as long as words can go, nothing wraps
        }
        QVERIFY(failedIsLast);
    }

    void serversHaveRoomForNameAndBadge_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("wide") << QSize(1280, 800);
        QTest::newRow("narrow") << QSize(960, 600);
    }
    void serversHaveRoomForNameAndBadge()
    {
        QFETCH(QSize, size);
        SampleWindow s(Environment::Production);
        QVERIFY(s.show(size));
        auto *const dock = s.window.findChild<QDockWidget *>(u"serverDock"_s);
        const QFontMetrics metrics = s.window.fontMetrics();
        const int wanted = metrics.horizontalAdvance(u"Sample data"_s) + metrics.horizontalAdvance(u"Development"_s) + 40;
        QTRY_VERIFY2(dock->width() >= wanted, qPrintable(u"%1 < %2"_s.arg(dock->width()).arg(wanted)));
        QVERIFY(dock->width() < size.width() / 4);
        // The user's width stays.
        s.window.resizeDocks({dock}, {wanted + 60}, Qt::Horizontal);
        QTRY_COMPARE(dock->width(), wanted + 60);
        s.window.hide();
        s.window.show();
        QCOMPARE(dock->width(), wanted + 60);
    }

    void lowWindowsKeepEveryPart()
    {
        SampleWindow s;
        ConnectionStatus status = liveStatus(s.clock.now());
        status.note = QString(u"All programs of the account share its request limit. "_s).repeated(4);
        s.server.setStatus(status);
        QVERIFY(s.show({960, 600}));
        s.table().goTo(u"90503"_s);
        QTRY_VERIFY(s.window.detailPane().showsTask());
        QTRY_COMPARE(s.window.size(), QSize(960, 600));
        QVERIFY2(s.window.minimumSizeHint().height() <= 600 && s.window.minimumSizeHint().width() <= 960,
                 qPrintable(u"%1 x %2"_s.arg(s.window.minimumSizeHint().width()).arg(s.window.minimumSizeHint().height())));
        QTRY_VERIFY(s.table().viewport()->height() >= 4 * s.table().rowHeight(0));
    }

    /// With longer words, a longer id, and everything that a status bar may say.
    void longWordsWidenNothing()
    {
        SampleWindow s;
        ConnectionStatus status = liveStatus(s.clock.now());
        status.capabilities.parents = Ability::yes();
        status.budget = RequestBudget {394, 400, 60'000};
        status.intervalReason = u"The server is asked less often."_s;
        s.server.setStatus(status);
        Task task = makeTask(u"cab982b5-bba8-4256-9584-31a1fb7bf8b2"_s, TaskState::Running, s.clock.now());
        s.server.applyUpdate(updateOf({task}));
        for (QAbstractButton *const button : s.window.detailPane().findChildren<QAbstractButton *>()) {
            if (button->text() == u"Cancel Task…"_s || button->text() == u"Speed…"_s || button->text() == u"Copy cURL"_s)
                button->setText(button->text() + u" ändern"_s);
        }
        s.action(ActionId::ShowTree)->setText(u"Als Baum anzeigen"_s);
        QVERIFY(s.show({960, 600}));
        s.table().goTo(task.id);
        QTRY_VERIFY(s.window.detailPane().showsTask());
        QTRY_COMPARE(s.window.width(), 960);
        QVERIFY2(s.window.minimumSizeHint().width() <= 960, qPrintable(QString::number(s.window.minimumSizeHint().width())));
        for (const int width : {960, 1280}) {
            s.window.resize(width, 800);
            QTRY_COMPARE(s.window.width(), width);
            ChipRow &chips = s.window.taskPane().chips();
            QTRY_VERIFY2(chips.height() < 2 * chips.chip(std::nullopt)->height(), qPrintable(QString::number(chips.height())));
        }
        auto *const title = s.window.detailPane().findChild<ElidedLabel *>();
        s.window.resizeDocks({s.window.findChild<QDockWidget *>(u"detailDock"_s)}, {240}, Qt::Horizontal);
        QTRY_VERIFY(title->text() != title->wholeText());
        QVERIFY(title->text().contains(u'…') && title->text().endsWith(u'2'));
        QCOMPARE(title->accessibleName(), title->wholeText());
        QVERIFY(title->toolTip().contains(task.id));
    }

    void errorsAreReadInANarrowPane()
    {
        SampleWindow s;
        QVERIFY(s.show());
        QVERIFY(s.table().goTo(u"90510"_s)); // one of several that failed alike, and not the first
        auto *const dock = s.window.findChild<QDockWidget *>(u"detailDock"_s);
        s.window.resizeDocks({dock}, {320}, Qt::Horizontal);
        const QScrollArea *page = nullptr;
        for (const QScrollArea *const area : dock->findChildren<QScrollArea *>()) {
            if (area->isVisible())
                page = area;
        }
        QVERIFY(page);
        QTRY_VERIFY2(page->widget()->width() <= page->viewport()->width(),
                     qPrintable(u"%1 > %2"_s.arg(page->widget()->width()).arg(page->viewport()->width())));
    }

    void statusBarLeavesOutWholeParts()
    {
        const ConnectionStatus status = liveStatus(0);
        const auto shownAt = [&status](int width) {
            WindowStatusBar bar;
            bar.resize(width, 24);
            bar.update(status, profileNamed(u"laptop"_s), {}, 0);
            QList<WindowStatusBar::Part> shown;
            for (const auto part : {WindowStatusBar::Part::State, WindowStatusBar::Part::Age, WindowStatusBar::Part::Load}) {
                if (!bar.part(part)->isHidden())
                    shown.append(part);
            }
            return shown;
        };
        using enum WindowStatusBar::Part;
        QCOMPARE(shownAt(1'500), (QList {State, Age, Load}));
        QCOMPARE(shownAt(450).contains(Load), false);
        QCOMPARE(shownAt(100), QList {State}); // the least important first
    }

    void roomComesBack()
    {
        SampleWindow s;
        QVERIFY(s.show({960, 600}));
        const Chip *const rare = s.window.taskPane().chips().chip(TaskState::CancelRequested);
        QTRY_COMPARE(rare->width(), rare->widthIn(Chip::Room::Glyph));
        s.window.resize(1800, 800);
        QTRY_COMPARE(rare->width(), rare->widthIn(Chip::Room::Comfortable));
    }
};

QTEST_MAIN(TestWindowRoom)
#include "test_window_room.moc"
