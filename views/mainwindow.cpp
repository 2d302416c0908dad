// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/mainwindow.h"

#include "models/store/watchedserver.h"
#include "views/actionrules.h"
#include "views/chips/chiprow.h"
#include "views/detail/taskdetailpane.h"
#include "views/dialogs/commandflow.h"
#include "views/dialogs/resultspanel.h"
#include "views/dialogs/undobar.h"
#include "views/dockplacement.h"
#include "views/filterbar/filterbar.h"
#include "views/intervalmenu.h"
#include "views/menus.h"
#include "views/panecycle.h"
#include "views/servers/environmentstrip.h"
#include "views/servers/serverlist.h"
#include "views/servers/serverlistmodel.h"
#include "views/sidepanels/sidepanels.h"
#include "views/startpage/startpage.h"
#include "views/states/situation.h"
#include "views/statusbar/windowstatusbar.h"
#include "views/style/icons.h"
#include "views/taskactions.h"
#include "views/taskpane.h"
#include "views/tasktable/taskselection.h"
#include "views/tasktable/tasktableview.h"
#include "views/textzoom.h"
#include "views/windowdialogs.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QEvent>
#include <QMenuBar>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;

namespace taskglass {

MainWindow::MainWindow(const Clock &clock, QWidget *parent)
    : QMainWindow(parent)
    , m_clock(clock)
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(applicationIcon());
    resize(1280, 800);
    buildParts();
    buildDocks();
    connectServers();
    connectActions();
    connectView();
    connectDetail();
    connectCommands();
    connectStatusBar();

    m_rules.setSingleShot(true);
    m_rules.setInterval(0);
    connect(&m_rules, &QTimer::timeout, this, &MainWindow::applyRulesNow);
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &MainWindow::tick);
    showServer(nullptr);
    applyRulesNow();
}

MainWindow::~MainWindow()
{
    // Parts that listen to the model and the servers go first, while both are alive.
    m_pane->setServer(nullptr);
    m_taskActions->setServer(nullptr);
    m_detail->setServer(nullptr);
    m_side->setServer(nullptr);
    delete takeCentralWidget();
    m_model.setServer(nullptr);
}

void MainWindow::buildParts()
{
    m_filter = new FilterBar(this);
    m_interval = new IntervalMenu(this);
    m_pane = new TaskPane(m_model, *m_filter, this);
    m_start = new StartPage(this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_start);
    m_stack->addWidget(m_pane);
    m_results = new ResultsPanel(this);
    m_undo = new UndoBar(this);
    auto *const center = new QWidget(this);
    auto *const column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stack, 1);
    column->addWidget(m_results);
    column->addWidget(m_undo);
    setCentralWidget(center);
    m_commands = new CommandFlow(*this, *m_undo, this);

    // The strip stands above the menu bar: along the window's top edge.
    auto *const top = new QWidget(this);
    auto *const layout = new QVBoxLayout(top);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_strip = new EnvironmentStrip(top);
    layout->addWidget(m_strip);
    layout->addWidget(makeMenuBar(m_actions, m_pane->table(), *m_interval, top));
    setMenuWidget(top);
    addToolBar(makeToolBar(m_actions, *m_filter, *m_interval, this));
    m_status = new WindowStatusBar(this);
    setStatusBar(m_status);

    m_actions.install(this, m_pane, &m_pane->table());
    m_taskActions = new TaskActions(m_actions, m_pane->table(), m_model, *m_filter, this);
    m_zoom = new TextZoom(*this);
    m_dialogs = new WindowDialogs(*this);
}

void MainWindow::buildDocks()
{
    // The three lists at the left keep the whole height: a pane below the table costs the table rows, not them.
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    m_servers = new ServerListModel(this);
    m_serverList = new ServerList(*m_servers, this);
    m_serverDock = new QDockWidget(tr("Servers"), this);
    m_serverDock->setObjectName(u"serverDock"_s);
    m_serverDock->setWidget(m_serverList);
    addDockWidget(Qt::LeftDockWidgetArea, m_serverDock);

    m_side = new SidePanels(*this, m_actions, *m_filter);

    m_detail = new TaskDetailPane(this);
    m_detailDock = new QDockWidget(tr("Task"), this);
    m_detailDock->setObjectName(u"detailDock"_s);
    m_detailDock->setWidget(m_detail);
    addDockWidget(Qt::RightDockWidgetArea, m_detailDock);
    m_placement = new DockPlacement(*this, *m_serverDock, *m_detailDock);
    connect(m_detail, &TaskDetailPane::showsTaskChanged, m_placement, &DockPlacement::setFilled);

    m_cycle = new PaneCycle(this);
    m_cycle->add(m_filter, m_filter);
    m_cycle->add(&m_pane->chips(), &m_pane->chips());
    m_cycle->add(&m_pane->table(), &m_pane->table());
    m_cycle->add(m_detail, m_detail);
    m_cycle->add(m_serverList, m_serverList);
    m_side->addTo(*m_cycle);
}

void MainWindow::addServer(WatchedServer *server)
{
    m_servers->add(server);
    m_results->follow(*server);
    m_commands->follow(*server);
    connect(server, &WatchedServer::profileChanged, this, [this, server] {
        if (server == m_server)
            onServerStatus();
    });
    if (!m_server)
        showServer(server);
    scheduleRules();
}

void MainWindow::removeServer(WatchedServer *server)
{
    const int row = m_servers->rowOf(server);
    if (row < 0)
        return;
    disconnect(server, nullptr, this, nullptr);
    if (server == m_server) {
        const int other = row + 1 < m_servers->rowCount() ? row + 1 : row - 1;
        showServer(m_servers->at(other));
    }
    m_views.remove(server->profile().id);
    m_servers->remove(server);
    m_serverList->setShown(m_server);
    scheduleRules();
}

void MainWindow::showServer(WatchedServer *server)
{
    const bool same = server == m_server && m_server;
    if (same)
        return;
    if (m_server) {
        m_views.insert(m_server->profile().id, currentView());
        disconnect(m_server, &WatchedServer::statusChanged, this, nullptr);
        disconnect(m_server, &WatchedServer::newFailuresChanged, this, nullptr);
    }
    m_server = server;
    // Nothing of the old server's rows may be looked up in the new one's.
    m_pane->table().clearSelection();
    m_pane->table().setCurrentIndex({});
    m_detail->setServer(server);
    m_detail->setPinned(false);
    m_actions[ActionId::Pin]->setChecked(false);
    m_model.setServer(server);
    m_taskActions->setServer(server);
    m_pane->setServer(server);
    m_stack->setCurrentWidget(server ? static_cast<QWidget *>(m_pane) : m_start);
    m_filter->setEnabled(server);
    m_side->setServer(server);
    placeDocks();
    m_serverList->setShown(server);
    applyView(server ? m_views.value(server->profile().id) : ServerView());
    if (server) {
        connect(server, &WatchedServer::statusChanged, this, &MainWindow::onServerStatus);
        connect(server, &WatchedServer::newFailuresChanged, this, &MainWindow::onNewFailures);
        m_failuresSpoken = server->newFailures();
        m_tick.start();
        m_pane->table().setFocus();
    } else {
        m_tick.stop();
        m_status->clearParts();
        m_strip->clear();
        m_start->focusFirst();
    }
    onServerStatus();
}

void MainWindow::setFilterText(const QString &text) { m_filter->setText(text); }

void MainWindow::showTask(const TaskId &id, int tab)
{
    m_taskActions->goTo(id);
    m_detail->setTask(id);
    if (tab >= 0 && tab < TaskDetailPane::kTabCount)
        m_detail->showTab(TaskDetailPane::Tab(tab));
}

void MainWindow::openAddServer() { m_dialogs->openAddServer(serverNames()); }

void MainWindow::showTestResult(int token, bool ok, const QStringList &sentences)
{
    m_dialogs->showTestResult(token, ok, sentences);
}

void MainWindow::showTestCertificate(int token, const Error &error) { m_dialogs->showTestCertificate(token, error); }

bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        setHiddenState(event->type() == QEvent::Hide || isMinimized());
    return QMainWindow::event(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // A cancel is neither sent nor lost without a word, and its result not missed.
    if (m_commands->mayQuit([this] { close(); }))
        QMainWindow::closeEvent(event);
    else
        event->ignore();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        setHiddenState(isMinimized() || !isVisible());
}

void MainWindow::setHiddenState(bool hidden)
{
    if (std::exchange(m_hidden, hidden) != hidden)
        emit hiddenChanged(hidden);
}

QStringList MainWindow::serverNames() const
{
    QStringList names;
    for (const WatchedServer *const server : m_servers->servers())
        names.append(server->profile().name);
    return names;
}

} // namespace taskglass
