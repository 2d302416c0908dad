// SPDX-License-Identifier: GPL-3.0-or-later
// How the parts of the main window reach each other: every connection stands here, so that the flow can be read.
#include "views/mainwindow.h"

#include "models/store/watchedserver.h"
#include "views/actionrules.h"
#include "views/detail/taskdetailpane.h"
#include "views/dialogs/commandflow.h"
#include "views/dialogs/resultspanel.h"
#include "views/dialogs/undobar.h"
#include "views/filterbar/filterbar.h"
#include "views/intervalmenu.h"
#include "views/menus.h"
#include "views/panecycle.h"
#include "views/servers/environmentstrip.h"
#include "views/servers/serverlist.h"
#include "views/servers/serverlistmodel.h"
#include "views/startpage/startpage.h"
#include "views/states/situation.h"
#include "views/statusbar/windowstatusbar.h"
#include "views/taskactions.h"
#include "views/taskpane.h"
#include "views/tasktable/taskselection.h"
#include "views/tasktable/tasktableview.h"
#include "views/textzoom.h"
#include "views/windowdialogs.h"

#include <QDockWidget>
#include <QLocale>
#include <QShortcut>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace taskglass {

using enum ActionId;

namespace {
constexpr int kLoadMoreTasks = 20'000;
} // namespace

void MainWindow::connectServers()
{
    connect(m_serverList, &ServerList::serverChosen, this, &MainWindow::showServer);
    connect(m_serverList, &ServerList::contextMenuWanted, this,
            [this](WatchedServer *server, const QPoint &pos) {
                showServer(server);
                applyRulesNow();
                openContextMenu(pos, true);
            });
    connect(m_start, &StartPage::addServerRequested, this, &MainWindow::openAddServer);
    connect(m_start, &StartPage::sampleRequested, this, &MainWindow::demoRequested);
    connect(m_dialogs, &WindowDialogs::addServerRequested, this, &MainWindow::addServerRequested);
    connect(m_dialogs, &WindowDialogs::editServerRequested, this, &MainWindow::editServerRequested);
    connect(m_dialogs, &WindowDialogs::testServerRequested, this, &MainWindow::testServerRequested);
    connect(m_dialogs, &WindowDialogs::removeServerRequested, this, &MainWindow::removeServerRequested);
    connect(m_dialogs, &WindowDialogs::preferencesChosen, this, &MainWindow::changePreferences);
    connect(m_dialogs, &WindowDialogs::exampleChosen, m_filter, &FilterBar::setText);
}

void MainWindow::connectActions()
{
    const auto on = [this](ActionId id, auto &&slot) { connect(m_actions[id], &QAction::triggered, this, slot); };
    on(AddServer, [this] { openAddServer(); });
    on(TrySample, [this] { emit demoRequested(); });
    on(Quit, [this] { close(); });
    on(TextLarger, [this] { m_zoom->setStep(m_zoom->step() + 1); });
    on(TextSmaller, [this] { m_zoom->setStep(m_zoom->step() - 1); });
    on(TextNormal, [this] { m_zoom->setStep(0); });
    on(NextPane, [this] { m_cycle->next(); });
    on(PreviousPane, [this] { m_cycle->previous(); });
    on(Refresh, [this] { m_server->refresh(); });
    on(Retry, [this] { m_server->retry(); });
    on(Pause, [this] { togglePause(); });
    on(LoadMore, [this] { m_server->loadOlder(kLoadMoreTasks); });
    on(LoadAll, [this] { m_server->loadOlder(0); });
    on(StopLoading, [this] { m_server->stopLoading(); });
    on(EditServer, [this] { m_dialogs->openEditServer(m_server, serverNames()); });
    on(RemoveServer, [this] { m_dialogs->askToRemove(m_server); });
    on(NextServer, [this] { showServer(m_servers->at((m_servers->rowOf(m_server) + 1) % m_servers->rowCount())); });
    on(EditPreferences, [this] { m_dialogs->openPreferences(m_preferences, m_languages); });
    on(Help, [this] { m_dialogs->openFilterHelp(); });
    on(Shortcuts, [this] { m_dialogs->openShortcuts(m_actions); });
    on(About, [this] { m_dialogs->openAbout(); });
    connect(m_interval, &IntervalMenu::chosen, this, [this](int ms) {
        if (m_server)
            m_server->setInterval(ms);
    });
    // Second keys that work in the table only, since text fields need the letters.
    for (const auto &[key, id] : {std::pair {Qt::Key_Slash, Find}, std::pair {Qt::Key_Question, Shortcuts}}) {
        auto *const shortcut = new QShortcut(QKeySequence(key), &m_pane->table(), nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, m_actions[id], &QAction::trigger);
    }
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this, &MainWindow::escape);
}

void MainWindow::connectView()
{
    TaskTableView &table = m_pane->table();
    connect(&table, &TaskTableView::currentTaskChanged, this, &MainWindow::showCurrentTask);
    connect(&table, &TaskTableView::contextMenuWanted, this, [this](const QPoint &pos) { openContextMenu(pos, false); });
    connect(&table, &TaskTableView::pauseWanted, this, &MainWindow::togglePause);
    connect(&table.tasks(), &TaskSelection::changed, this, &MainWindow::applyRulesNow);
    connect(&m_model, &TaskTableModel::countsChanged, this, &MainWindow::scheduleRules);
    connect(&m_model, &TaskTableModel::heldChanged, this, &MainWindow::scheduleRules);
    connect(&m_model, &TaskTableModel::filterChanged, this, &MainWindow::scheduleRules);
    connect(m_filter, &FilterBar::left, &table, qOverload<>(&QWidget::setFocus));
    connect(m_filter, &FilterBar::helpRequested, m_actions[Help], &QAction::trigger);
    connect(m_taskActions, &TaskActions::noticed, m_status, &WindowStatusBar::announce);
    connect(m_taskActions, &TaskActions::cancelWanted, this,
            [this](const CommandDraft &draft) { m_commands->begin(m_server, draft); });
    connect(m_taskActions, &TaskActions::deleteWanted, this,
            [this](const CommandDraft &draft) { m_commands->begin(m_server, draft); });
    connect(m_taskActions, &TaskActions::speedWanted, this, [this](const QList<TaskId> &ids) { m_commands->askForSpeed(m_server, ids); });
    connect(m_detail, &TaskDetailPane::speedRequested, this, [this](const TaskId &id) { m_commands->askForSpeed(m_server, {id}); });
    connect(m_pane, &TaskPane::noticeAction, this, &MainWindow::onNotice);
    connect(m_pane, &TaskPane::searchOlderRequested, m_actions[SearchOlder], &QAction::trigger);
    m_pane->setTreeAction(m_actions[ShowTree]);
    m_actions[ShowTree]->setChecked(true); // where a server has parents, that is what it is about
    connect(m_actions[ShowTree], &QAction::toggled, this,
            [this](bool tree) { m_model.setTree(tree && m_server && m_server->status().capabilities.parents); });
    connect(m_actions[FoldAll], &QAction::triggered, this, [this] { m_model.setAllFolded(true); });
    connect(m_actions[UnfoldAll], &QAction::triggered, this, [this] { m_model.setAllFolded(false); });
    connect(&m_model, &TaskTableModel::treeChanged, this, &MainWindow::scheduleRules);
    connect(m_actions[ShowHousekeeping], &QAction::toggled, this, [this](bool shown) {
        m_model.setHousekeepingShown(shown);
        m_pane->refresh();
    });
    for (const auto &[id, dock] : {std::pair {ShowServers, m_serverDock}, std::pair {ShowDetail, m_detailDock}}) {
        QAction *const action = m_actions[id];
        action->setChecked(true);
        connect(action, &QAction::toggled, dock, &QWidget::setVisible);
        // Closed by its own button: the tick follows. Hidden with the start page: it stays.
        connect(dock, &QDockWidget::visibilityChanged, action, [this, action, dock = dock](bool) {
            if (m_server)
                action->setChecked(!dock->isHidden());
        });
    }
}

void MainWindow::connectDetail()
{
    connect(m_actions[OpenTask], &QAction::triggered, this, [this] {
        m_detailDock->show();
        m_detail->focusContent();
    });
    for (int tab = 0; tab < TaskDetailPane::kTabCount; ++tab) {
        connect(m_actions[ActionId(int(DetailTab1) + tab)], &QAction::triggered, this, [this, tab] {
            m_detailDock->setVisible(m_server);
            m_detail->showTab(TaskDetailPane::Tab(tab));
        });
    }
    connect(m_actions[Pin], &QAction::toggled, this, [this](bool pinned) {
        m_detail->setPinned(pinned);
        if (!pinned)
            showCurrentTask(m_pane->table().currentTask());
    });
    connect(m_detail, &TaskDetailPane::pinToggled, m_actions[Pin], &QAction::setChecked);
    connect(m_detail, &TaskDetailPane::followToggled, this,
            [this](const TaskId &id, bool follow) { m_taskActions->setFollowed(follow ? id : TaskId()); });
    connect(m_taskActions, &TaskActions::followedChanged, this, [this](const TaskId &id) {
        m_detail->setFollowed(!id.isEmpty() && id == m_detail->task());
        scheduleRules();
    });
    connect(m_detail, &TaskDetailPane::taskActivated, this, [this](const TaskId &id) { showTask(id); });
    connect(m_detail, &TaskDetailPane::filterRequested, m_filter, &FilterBar::setText);
    connect(m_detail, &TaskDetailPane::noticed, m_status, &WindowStatusBar::announce);
    connect(m_detail, &TaskDetailPane::cancelRequested, this, [this](const TaskId &id) {
        CommandDraft draft;
        draft.ids = {id};
        m_commands->begin(m_server, draft);
    });
}

void MainWindow::connectCommands()
{
    connect(m_commands, &CommandFlow::askForSingleChanged, this, [this](bool ask) {
        Preferences preferences = m_preferences;
        preferences.confirmSingleTask = ask;
        changePreferences(preferences);
    });
    connect(m_commands, &CommandFlow::noticed, m_status, &WindowStatusBar::announce);
    connect(m_undo, &UndoBar::noticed, m_status, &WindowStatusBar::announce);
    connect(m_results, &ResultsPanel::noticed, m_status, &WindowStatusBar::announce);
    connect(m_results, &ResultsPanel::retryRequested, m_commands, &CommandFlow::begin);
    connect(m_results, &ResultsPanel::taskActivated, this, [this](WatchedServer *server, const TaskId &id) {
        showServer(server);
        showTask(id);
    });
}

void MainWindow::connectStatusBar()
{
    using Part = WindowStatusBar::Part;
    connect(m_status, &WindowStatusBar::partClicked, this, [this](Part part) {
        QToolButton *const button = m_status->part(part);
        switch (part) {
        case Part::State: togglePause(); break;
        case Part::Interval: m_interval->popup(button->mapToGlobal(QPoint(0, -m_interval->sizeHint().height()))); break;
        case Part::Answer:
        case Part::Age:
        case Part::Budget:
        case Part::Load: m_actions[Refresh]->trigger(); break;
        case Part::Shown: m_filter->focusEdit(); break;
        case Part::Selection: m_pane->table().clearSelection(); break;
        case Part::ReadOnly: m_actions[EditServer]->trigger(); break;
        }
    });
}

void MainWindow::onNotice(NoticeAction action)
{
    if (!m_server)
        return;
    switch (action) {
    case NoticeAction::Stop: m_server->setPaused(true); break;
    case NoticeAction::Resume: m_server->setPaused(false); break;
    case NoticeAction::Retry: m_server->retry(); break;
    case NoticeAction::EditServer: m_actions[EditServer]->trigger(); break;
    case NoticeAction::Trust:
        if (const auto &error = m_server->status().error; error && !error->fingerprint.isEmpty())
            m_server->trustCertificate(error->fingerprint);
        break;
    case NoticeAction::LoadMore: m_server->loadOlder(kLoadMoreTasks); break;
    case NoticeAction::LoadAll: m_server->loadOlder(0); break;
    case NoticeAction::StopLoading: m_server->stopLoading(); break;
    case NoticeAction::ShowHousekeeping: m_actions[ShowHousekeeping]->setChecked(true); break;
    case NoticeAction::HideHousekeeping: m_actions[ShowHousekeeping]->setChecked(false); break;
    }
}

void MainWindow::togglePause()
{
    if (!m_server)
        return;
    const bool pause = m_server->status().phase != ConnectionStatus::Phase::Paused;
    m_server->setPaused(pause);
    m_actions[Pause]->setChecked(pause);
    m_status->announce(pause ? tr("Updates paused.") : tr("Updates resumed."));
}

void MainWindow::escape()
{
    if (m_undo->undoLatest())
        return;
    if (m_filter->hasEditFocus())
        m_pane->table().setFocus();
    else if (!m_filter->text().isEmpty())
        m_filter->setText({});
    else
        m_pane->table().clearSelection();
}

void MainWindow::openContextMenu(const QPoint &globalPos, bool ofServer)
{
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (ofServer)
        fillServerMenu(*menu, m_actions);
    else
        fillTaskMenu(*menu, m_actions);
    connect(menu, &QMenu::aboutToHide, this, [this] { m_pane->table().setMenuOpen(false); });
    menu->popup(globalPos);
}

void MainWindow::showCurrentTask(const TaskId &id)
{
    if (m_actions[Pin]->isChecked() && !m_detail->task().isEmpty())
        return;
    m_detail->setTask(id);
    m_detail->setFollowed(!id.isEmpty() && id == m_taskActions->followed());
    const QModelIndex current = m_pane->table().currentIndex();
    if (m_server && current.isValid()
        && TaskState(current.data(TaskTableModel::StateRole).toInt()) == TaskState::Failed)
        m_server->markFailuresSeen();
    scheduleRules();
}

} // namespace taskglass
