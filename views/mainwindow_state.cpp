// SPDX-License-Identifier: GPL-3.0-or-later
// What the main window shows about the server and the selection, brought up to date.
#include "views/mainwindow.h"

#include "models/store/watchedserver.h"
#include "views/actionrules.h"
#include "views/intervalmenu.h"
#include "views/servers/environmentstrip.h"
#include "views/servers/serverlistmodel.h"
#include "views/states/situation.h"
#include "views/statusbar/windowstatusbar.h"
#include "views/taskactions.h"
#include "views/taskpane.h"
#include "views/tasktable/taskselection.h"
#include "views/tasktable/tasktableview.h"

#include <QLocale>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace taskglass {

using enum ActionId;

void MainWindow::onServerStatus()
{
    applyRulesNow();
    if (!m_server)
        return;
    chooseColumns();
    const ConnectionStatus &status = m_server->status();
    m_strip->setServer(m_server->profile().name, m_server->profile().environment);
    m_interval->setInterval(m_server->profile().intervalMs);
    if (auto *const button = findChild<QToolButton *>(u"intervalButton"_s))
        button->setText(intervalText(status.intervalMs));
    m_actions[Pause]->setChecked(status.phase == ConnectionStatus::Phase::Paused);
    m_model.setTree(m_actions[ShowTree]->isChecked() && status.capabilities.parents.allowed);
}

void MainWindow::onNewFailures(int count)
{
    if (count > m_failuresSpoken)
        m_status->announce(tr("%Ln new failure(s) on %1", nullptr, count - m_failuresSpoken).arg(m_server->profile().name));
    m_failuresSpoken = count;
}

void MainWindow::tick()
{
    if (!m_hidden)
        m_pane->refresh();
    updateStatusBar();
}

void MainWindow::applyRulesNow()
{
    m_rules.stop();
    const TaskTableView &table = m_pane->table();
    ActionContext context;
    context.server = m_server;
    context.servers = m_servers->rowCount();
    context.rows = m_model.rowCount();
    context.selected = table.tasks().count();
    context.selectionHasOpen = table.tasks().hasOpen();
    context.allMatching = table.tasks().allMatching();
    context.filtered = !m_model.filter().isEmpty();
    context.hasCurrent = table.currentIndex().isValid();
    context.followsTask = !m_taskActions->followed().isEmpty();
    context.held = m_model.held();
    context.isTree = m_model.isTree();
    context.speedTasks = m_taskActions->rethrottleTasks().size();
    context.hasEnded = table.tasks().hasEnded();
    applyRules(m_actions, context);
    updateTitle();
    updateStatusBar();
}

void MainWindow::updateTitle()
{
    if (!m_server) {
        setWindowTitle(tr("Taskglass"));
        return;
    }
    const auto failed = m_server->status().counts.byState[indexOf(TaskState::Failed)];
    const qint64 count = failed >= 0 ? failed : m_server->store().counts()[indexOf(TaskState::Failed)];
    QString title = m_server->profile().name;
    if (!m_model.filter().isEmpty())
        title = tr("%1 – %2").arg(title, m_model.filter().text());
    if (count > 0)
        title = tr("(%1 failed) %2").arg(QLocale().toString(count), title);
    if (!m_taskActions->followed().isEmpty())
        title = tr("Following %1 – %2").arg(m_taskActions->followed(), title);
    setWindowTitle(tr("%1 – Taskglass").arg(title));
}

void MainWindow::updateStatusBar()
{
    if (!m_server)
        return;
    StatusNumbers numbers;
    numbers.shown = m_model.matchCount();
    numbers.total = qMax<qint64>(m_server->status().counts.total, m_server->store().size());
    numbers.selected = m_pane->table().tasks().count();
    numbers.allMatching = m_pane->table().tasks().allMatching();
    numbers.scanning = m_model.isScanning();
    m_status->update(m_server->status(), m_server->profile(), numbers, m_clock.now());
}

} // namespace taskglass
