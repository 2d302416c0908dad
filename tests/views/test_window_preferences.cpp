// SPDX-License-Identifier: GPL-3.0-or-later
// What the user chose once, and how the window was left: chosen, applied, and there again at the next start.
#include "models/table/columns.h"
#include "models/table/format.h"
#include "tests/views/windowfixture.h"
#include "views/addserver/addserverdialog.h"
#include "views/dialogs/commandflow.h"
#include "views/dialogs/preferencesdialog.h"
#include "views/dialogs/undobar.h"
#include "views/filterbar/filtersuggestions.h"
#include "views/tasktable/columnmenu.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace taskglass;
using namespace taskglass::test;

namespace {

Preferences everything()
{
    Preferences all;
    all.intervalMs = 60'000;
    all.confirmSingleTask = false;
    all.undoSeconds = Preferences::kUntilTold;
    all.theme = Preferences::Theme::Dark;
    all.density = Preferences::Density::Compact;
    all.timeZone = Preferences::TimeZone::Utc;
    all.relativeTimes = true;
    all.language = u"de"_s;
    return all;
}

QPushButton *button(const QWidget &dialog, QDialogButtonBox::StandardButton which)
{
    return dialog.findChild<QDialogButtonBox *>()->button(which);
}

QList<int> shownColumns(const TaskTableView &table)
{
    QList<int> shown;
    const QHeaderView *const header = table.horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        if (!header->isSectionHidden(header->logicalIndex(visual)))
            shown.append(header->logicalIndex(visual));
    }
    return shown;
}

} // namespace

class TestWindowPreferences : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { setTimeStyle({}); }

    void dialogShowsAndReturnsEveryField()
    {
        PreferencesDialog dialog(everything(), {u"de"_s, u"en"_s});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QCOMPARE(dialog.preferences(), everything());
        QSignalSpy chosen(&dialog, &PreferencesDialog::chosen);
        button(dialog, QDialogButtonBox::RestoreDefaults)->click();
        QCOMPARE(dialog.preferences(), Preferences());
        QCOMPARE(chosen.size(), 0); // not before OK
        button(dialog, QDialogButtonBox::Ok)->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<Preferences>(), Preferences());
    }

    void dialogKeepsWhatItDoesNotOffer()
    {
        Preferences odd;
        odd.intervalMs = 7'000;
        odd.language = u"pt_BR"_s;
        PreferencesDialog dialog(odd, {u"de"_s});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QCOMPARE(dialog.preferences(), odd);
    }

    void dialogOpensByKeyAndSpeaks()
    {
        SampleWindow s;
        QVERIFY(s.show());
        QTest::keyClick(&s.window, Qt::Key_Comma, Qt::ControlModifier);
        auto *dialog = s.window.findChild<PreferencesDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isVisible());
        for (const QWidget *const widget : dialog->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(u"qt_"_s))
                continue;
            const auto *const push = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (push && !push->text().isEmpty()), widget->metaObject()->className());
        }
        QSignalSpy changed(&s.window, &MainWindow::preferencesChanged);
        auto *const density = dialog->findChild<QComboBox *>(u"density"_s);
        density->setCurrentIndex(density->findData(int(Preferences::Density::Compact)));
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(s.window.preferences().density, Preferences::Density::Compact);
        // The same again changes nothing and says nothing.
        s.action(ActionId::EditPreferences)->trigger();
        QTRY_VERIFY(s.window.findChild<PreferencesDialog *>());
        button(*s.window.findChild<PreferencesDialog *>(), QDialogButtonBox::Ok)->click();
        QCOMPARE(changed.size(), 1);
    }

    void densitiesDiffer()
    {
        SampleWindow s;
        QVERIFY(s.show());
        QList<int> heights;
        for (const auto density : {Preferences::Density::Comfortable, Preferences::Density::Normal, Preferences::Density::Compact}) {
            Preferences preferences;
            preferences.density = density;
            s.window.setPreferences(preferences);
            heights.append(s.table().rowHeight(0));
        }
        QVERIFY2(heights[0] > heights[1] && heights[1] > heights[2], qPrintable(u"%1 %2 %3"_s.arg(heights[0]).arg(heights[1]).arg(heights[2])));
        QVERIFY(heights[2] >= s.table().fontMetrics().height());
    }

    void timesFollowThePreference()
    {
        SampleWindow s;
        QVERIFY(s.show());
        const QModelIndex enqueued = s.window.taskModel().index(0, int(Column::Enqueued));
        const EpochNs time = enqueued.data(TaskTableModel::SortValueRole).toLongLong();
        QCOMPARE(enqueued.data().toString(), formatTimestamp(time, s.clock.now()));
        Preferences preferences;
        preferences.timeZone = Preferences::TimeZone::Utc;
        s.window.setPreferences(preferences);
        QVERIFY2(enqueued.data().toString().endsWith(u'Z'), qPrintable(enqueued.data().toString()));
        preferences.relativeTimes = true;
        s.window.setPreferences(preferences);
        QCOMPARE(enqueued.data().toString(), formatAge(s.clock.now() - time));
        QVERIFY(!formatTimestamp(time, s.clock.now()).contains(u"ago"_s)); // sentences keep the time of day
    }

    void copiesAreNeverRelative()
    {
        SampleWindow s;
        QVERIFY(s.show());
        Preferences preferences;
        preferences.relativeTimes = true;
        s.window.setPreferences(preferences);
        s.table().goToRow(3);
        s.action(ActionId::CopyText)->trigger();
        const QString text = QGuiApplication::clipboard()->text();
        const EpochNs time = s.window.taskModel().index(3, int(Column::Enqueued)).data(TaskTableModel::SortValueRole).toLongLong();
        QVERIFY2(text.contains(QString::fromLatin1(formatRfc3339(time))), qPrintable(text));
    }

    void cancelingFollowsThePreference()
    {
        SampleWindow s;
        Preferences preferences;
        preferences.confirmSingleTask = false;
        preferences.undoSeconds = 0;
        s.window.setPreferences(preferences);
        QVERIFY(!s.window.commands().askForSingle());
        QSignalSpy sent(&s.server, &WatchedServer::commandRequested);
        QSignalSpy changed(&s.window, &MainWindow::preferencesChanged);
        Command command;
        command.ids = {u"90538"_s};
        command.previewed = 1;
        s.window.undoBar().hold(s.server, command);
        QCOMPARE(sent.size(), 1); // not held back
        preferences.undoSeconds = Preferences::kUntilTold;
        s.window.setPreferences(preferences);
        s.window.undoBar().hold(s.server, command);
        QCOMPARE(s.window.undoBar().pending(), 1);
        s.window.undoBar().discardAll();
        // "Don't ask again" is a preference like any other.
        emit s.window.commands().askForSingleChanged(true);
        QCOMPARE(changed.size(), 1);
        QVERIFY(changed.first().first().value<Preferences>().confirmSingleTask);
    }

    void newServersGetTheInterval()
    {
        SampleWindow s;
        QVERIFY(s.show());
        Preferences preferences;
        preferences.intervalMs = 30'000;
        s.window.setPreferences(preferences);
        s.window.openAddServer();
        auto *const dialog = s.window.findChild<AddServerDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->profile().intervalMs, 30'000);
        dialog->reject();
    }

    void columnsBelongToTheKindOfServer()
    {
        SampleWindow s;
        QVERIFY(s.show());
        WatchedServer other(profileNamed(u"other"_s), s.clock);
        ConnectionStatus status = liveStatus(s.clock.now());
        status.kind = ServerKind::OpenSearch;
        status.capabilities.columns = {u"state"_s, u"id"_s, u"type"_s, u"ran"_s, u"enqueued"_s};
        other.setStatus(status);
        s.window.addServer(&other);

        ColumnLayout mine = s.table().columnLayout();
        std::reverse(mine.entries.begin(), mine.entries.end());
        mine.entries.first().shown = true;
        s.table().setColumnLayout(mine);
        s.table().setColumnShown(u"batch"_s, true);
        s.table().setColumnShown(u"type"_s, false);
        const QList<int> here = shownColumns(s.table());
        s.window.showServer(&other);
        QVERIFY(!s.table().isColumnHidden(int(Column::Type)));
        QVERIFY(s.table().isColumnHidden(int(Column::Batch)));
        s.table().setColumnShown(u"ran"_s, false);
        const QList<int> there = shownColumns(s.table());
        const QByteArray layout = s.window.saveLayout(); // while the kind without batches is shown

        s.window.showServer(&s.server);
        QCOMPARE(shownColumns(s.table()), here);
        s.window.removeServer(&other);

        SampleWindow next;
        next.window.restoreLayout(layout);
        QCOMPARE(shownColumns(next.table()), here);
        WatchedServer nextOther(profileNamed(u"other"_s), next.clock);
        next.window.addServer(&nextOther); // not detected yet
        next.window.showServer(&nextOther);
        nextOther.setStatus(status);
        QCOMPARE(shownColumns(next.table()), there);
        next.window.removeServer(&nextOther);
    }

    void serverNamesItsColumns()
    {
        SampleWindow s;
        QVERIFY(s.show());
        const auto title = [&s](Column column) {
            return s.window.taskModel().headerData(int(column), Qt::Horizontal).toString();
        };
        QCOMPARE(title(Column::Type), u"Type"_s);
        QCOMPARE(title(Column::Index), u"Index"_s);
        const int before = s.table().columnWidth(int(Column::Waited));
        ConnectionStatus status = liveStatus(s.clock.now());
        status.capabilities.columns = {u"state"_s, u"id"_s, u"type"_s, u"waited"_s, u"node"_s};
        status.capabilities.columnTitles = {{u"type"_s, u"Action"_s}, {u"waited"_s, u"A title longer than any value & more"_s}};
        s.server.setStatus(status);
        QCOMPARE(title(Column::Type), u"Action"_s);
        QCOMPARE(title(Column::Index), u"Index"_s);
        QTRY_VERIFY(s.table().columnWidth(int(Column::Waited)) > before);
        QVERIFY(s.table().isColumnHidden(int(Column::Index)));
        QMenu menu;
        fillColumnMenu(menu, s.table());
        QStringList offered;
        for (const QAction *const action : menu.actions()) {
            if (action->isCheckable())
                offered.append(action->text());
        }
        QCOMPARE(offered, (QStringList {u"State"_s, u"ID"_s, u"Action"_s, u"A title longer than any value && more"_s, u"Node"_s}));
    }

    void completionFollowsTheServer()
    {
        QLineEdit edit;
        edit.show();
        FilterSuggestions suggestions(edit);
        const auto offered = [&](const QString &typed) {
            edit.setText(typed);
            return suggestions.offer() ? suggestions.candidates() : QStringList();
        };
        QVERIFY(offered(u"subs"_s).contains(u"subscription:"_s)); // nothing is known of the server yet
        Capabilities can;
        can.columns = {u"state"_s, u"id"_s, u"type"_s, u"node"_s};
        can.columnTitles = {{u"type"_s, u"Command"_s}};
        suggestions.setCapabilities(can);
        QCOMPARE(offered(u"subs"_s), QStringList());
        QVERIFY(offered(u"nod"_s).contains(u"node:"_s));
        QVERIFY(offered(u"stat"_s).contains(u"status:"_s));
        QCOMPARE(offered(u"comm"_s), QStringList {u"type:"_s});
        QVERIFY(!offered(u"status:comm"_s).contains(u"type:"_s)); // a value, not a field
    }

    void defaultsShowWhatOnlySomeServersHave()
    {
        const auto shown = [](const QList<QString> &offered) {
            QStringList ids;
            for (const ColumnLayout::Entry &entry : ColumnLayout::defaults(offered).entries) {
                if (entry.shown && offered.contains(entry.id))
                    ids.append(entry.id);
            }
            return ids;
        };
        QCOMPARE(shown({u"state"_s, u"id"_s, u"enqueued"_s, u"started"_s, u"batch"_s}), (QStringList {u"state"_s, u"id"_s, u"enqueued"_s}));
        QCOMPARE(shown({u"id"_s, u"started"_s, u"node"_s, u"cpu"_s}), (QStringList {u"id"_s, u"started"_s, u"node"_s}));
    }

    void resetBringsTheServersColumns()
    {
        SampleWindow s;
        QVERIFY(s.show());
        ConnectionStatus status = liveStatus(s.clock.now());
        status.kind = ServerKind::OpenSearch;
        status.capabilities.columns = {u"state"_s, u"id"_s, u"started"_s, u"node"_s};
        s.server.setStatus(status);
        const QList<int> usual {int(Column::State), int(Column::Id), int(Column::Started), int(Column::Node)};
        QCOMPARE(shownColumns(s.table()), usual);
        s.table().setColumnShown(u"node"_s, false);
        s.table().resetColumns();
        QCOMPARE(shownColumns(s.table()), usual);
    }

    void panesStayAsTheyWereLeft()
    {
        SampleWindow s;
        QVERIFY(s.show());
        s.action(ActionId::ShowViews)->setChecked(false);
        s.window.findChild<QDockWidget *>(u"failureDock"_s)->close(); // by its own button
        auto *const detail = s.window.findChild<QDockWidget *>(u"detailDock"_s);
        s.window.addDockWidget(Qt::BottomDockWidgetArea, detail); // by hand
        s.window.resizeDocks({s.window.findChild<QDockWidget *>(u"serverDock"_s)}, {300}, Qt::Horizontal);
        QTRY_COMPARE(s.window.findChild<QDockWidget *>(u"serverDock"_s)->width(), 300);
        const QByteArray layout = s.window.saveLayout();

        // As at a start: the layout comes back before the servers do.
        FakeClock clock;
        WatchedServer server(profileNamed(u"laptop"_s), clock);
        server.setStatus(liveStatus(clock.now()));
        MainWindow window(clock);
        window.restoreLayout(layout);
        QVERIFY(window.findChild<QDockWidget *>(u"serverDock"_s)->isHidden()); // nothing to list on the start page
        window.addServer(&server);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0) // which fits it into the screen, and the offscreen one has 800 x 800
        QTRY_COMPARE(window.size(), s.window.size());
#endif
        QVERIFY(window.findChild<QDockWidget *>(u"viewDock"_s)->isHidden());
        QVERIFY(window.findChild<QDockWidget *>(u"failureDock"_s)->isHidden());
        QVERIFY(window.findChild<QDockWidget *>(u"serverDock"_s)->isVisible());
        QCOMPARE(window.dockWidgetArea(window.findChild<QDockWidget *>(u"detailDock"_s)), Qt::BottomDockWidgetArea);
        QTRY_COMPARE(window.findChild<QDockWidget *>(u"serverDock"_s)->width(), 300);
        window.removeServer(&server);
    }
};

QTEST_MAIN(TestWindowPreferences)
#include "test_window_preferences.moc"
