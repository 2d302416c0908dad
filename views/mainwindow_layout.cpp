// SPDX-License-Identifier: GPL-3.0-or-later
// What the main window keeps between two starts, and what the user chose for all windows.
#include "views/mainwindow.h"

#include "models/store/watchedserver.h"
#include "models/table/format.h"
#include "views/detail/taskdetailpane.h"
#include "views/dialogs/commandflow.h"
#include "views/dialogs/undobar.h"
#include "views/dockplacement.h"
#include "views/filterbar/filterbar.h"
#include "views/servers/serverlistmodel.h"
#include "views/sidepanels/grouppanel.h"
#include "views/sidepanels/sidepanels.h"
#include "views/taskpane.h"
#include "views/tasktable/tasktableview.h"
#include "views/textzoom.h"
#include "views/windowdialogs.h"

#include <QDockWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

using enum ActionId;

namespace {

constexpr int kStateVersion = 1;
constexpr ActionId kPanes[] = {ShowServers, ShowViews, ShowErrors, ShowDetail};
constexpr qint64 kMsPerSecond = 1000;
/// Addresses come and go on the command line; so many are remembered.
constexpr int kMostViews = 50;

} // namespace

QByteArray MainWindow::saveLayout() const
{
    // Lines of "name value", so that one part that cannot be read leaves the others alone.
    QByteArray layout;
    QHash<QString, ColumnLayout> columns = m_columns;
    if (!m_columnsOf.isEmpty())
        columns.insert(m_columnsOf, m_pane->table().columnLayout());
    for (auto kind = columns.cbegin(); kind != columns.cend(); ++kind)
        layout += "columns." + kind.key().toLatin1() + ' ' + kind.value().toText() + '\n';
    layout += savedViews();
    layout += "zoom " + QByteArray::number(m_zoom->step()) + '\n';
    QByteArrayList shown;
    for (const ActionId pane : kPanes) {
        if (m_actions[pane]->isChecked())
            shown.append(m_actions[pane]->objectName().toLatin1());
    }
    layout += "state " + saveState(kStateVersion).toBase64() + '\n';
    layout += "panes " + shown.join(',') + '\n';
    layout += "detail "_ba + (m_placement->chosenByUser() ? "chosen" : "automatic") + '\n';
    layout += "geometry " + saveGeometry().toBase64() + '\n';
    return layout;
}

QByteArray MainWindow::savedViews() const
{
    QHash<QString, ServerView> views = m_views;
    if (m_server)
        views.insert(m_server->profile().id, currentView());
    QByteArrayList ofThisSession;
    QByteArrayList others;
    const QList<WatchedServer *> &servers = m_servers->servers();
    for (auto view = views.cbegin(); view != views.cend(); ++view) {
        if (view->toText() == ServerView().toText())
            continue;
        const bool isOpen = std::any_of(servers.cbegin(), servers.cend(), [&view](const WatchedServer *server) { return server->profile().id == view.key(); });
        (isOpen ? ofThisSession : others).append("view." + view.key().toUtf8().toPercentEncoding() + ' ' + view->toText() + '\n');
    }
    return (ofThisSession + others).mid(0, kMostViews).join();
}

ServerView MainWindow::currentView() const
{
    return {m_filter->text(), m_actions[ShowTree]->isChecked(), m_model.folded(), m_side->groups().column()};
}

void MainWindow::applyView(const ServerView &view)
{
    m_actions[ShowTree]->setChecked(view.tree);
    m_model.foldWhenSeen(view.folded);
    m_side->groups().setColumn(view.groupBy);
    m_filter->setText(view.filter);
}

void MainWindow::restoreLayout(const QByteArray &layout)
{
    const QList<QByteArray> lines = layout.split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray name = line.left(line.indexOf(' '));
        const QByteArray value = line.mid(name.size() + 1);
        if (name.startsWith("columns."))
            m_columns.insert(QString::fromLatin1(name.mid(8)), ColumnLayout::fromText(value));
        else if (name.startsWith("view."))
            m_views.insert(QString::fromUtf8(QByteArray::fromPercentEncoding(name.mid(5))), ServerView::fromText(value));
        else if (name == "zoom")
            m_zoom->setStep(value.toInt());
        else if (name == "state")
            m_restored = restoreState(QByteArray::fromBase64(value), kStateVersion);
        else if (name == "panes")
            restorePanes(value.split(','));
        else if (name == "detail" && m_restored)
            m_placement->restored(value == "chosen");
        else if (name == "geometry")
            restoreGeometry(QByteArray::fromBase64(value));
    }
    m_columnsOf.clear();
    chooseColumns();
    if (m_server) {
        ServerView view = m_views.value(m_server->profile().id);
        view.filter = m_filter->text();
        applyView(view);
    }
    placeDocks();
}

void MainWindow::restorePanes(const QByteArrayList &shown)
{
    for (const ActionId pane : kPanes)
        m_actions[pane]->setChecked(shown.contains(m_actions[pane]->objectName().toLatin1()));
}

void MainWindow::placeDocks()
{
    m_serverDock->setVisible(m_server && m_actions[ShowServers]->isChecked());
    m_detailDock->setVisible(m_server && m_actions[ShowDetail]->isChecked());
    m_side->placeDocks();
}

void MainWindow::chooseColumns()
{
    if (!m_server)
        return;
    const ServerKind detected = m_server->status().kind;
    const ServerKind kind = detected != ServerKind::Auto ? detected : m_server->profile().kind;
    const QString word = wordFor(kind);
    // Which columns make sense is known when the server is; what is arranged before is arranged for the kind that it turns
    // out to be.
    if (kind == ServerKind::Auto || (detected == ServerKind::Auto && !m_columns.contains(word)))
        return;
    if (word == m_columnsOf)
        return;
    if (!m_columnsOf.isEmpty())
        m_columns.insert(m_columnsOf, m_pane->table().columnLayout());
    m_columnsOf = word;
    m_pane->table().setColumnLayout(m_columns.value(word, ColumnLayout::defaults(m_server->status().capabilities.columns)));
}

void MainWindow::setPreferences(const Preferences &preferences)
{
    m_preferences = preferences;
    m_commands->setAskForSingle(preferences.confirmSingleTask);
    const bool untilTold = preferences.undoSeconds == Preferences::kUntilTold;
    m_undo->setHoldTime(untilTold ? -1 : int(preferences.undoSeconds * kMsPerSecond));
    m_dialogs->setIntervalForNew(preferences.intervalMs);
    m_pane->table().setDensity(preferences.density);
    const TimeStyle style {preferences.timeZone == Preferences::TimeZone::Utc, preferences.relativeTimes};
    if (style == timeStyle())
        return;
    setTimeStyle(style);
    m_pane->table().viewport()->update();
    // The pane writes its texts when it gets a task.
    const TaskId shown = m_detail->task();
    m_detail->setTask({});
    m_detail->setTask(shown);
}

void MainWindow::changePreferences(const Preferences &preferences)
{
    if (preferences == m_preferences)
        return;
    setPreferences(preferences);
    emit preferencesChanged(preferences);
}

} // namespace taskglass
