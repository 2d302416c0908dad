// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sidepanels/sidepanels.h"

#include "views/actions.h"
#include "views/filterbar/filterbar.h"
#include "views/panecycle.h"
#include "views/sidepanels/builtinviews.h"
#include "views/sidepanels/grouplist.h"
#include "views/sidepanels/grouppanel.h"
#include "views/sidepanels/viewlist.h"

#include <QDockWidget>
#include <QMainWindow>

using namespace Qt::StringLiterals;

namespace taskglass {

SidePanels::SidePanels(QMainWindow &window, Actions &actions, FilterBar &filter)
    : QObject(&window)
    , m_actions(actions)
{
    m_views = new ViewList(actions, &window);
    m_viewDock = dock(window, tr("Views"), u"viewDock"_s, m_views);
    m_groups = new GroupPanel(&window);
    m_groupDock = dock(window, tr("Groups"), u"failureDock"_s, m_groups);
    connect(m_groups, &GroupPanel::filterRequested, &filter, &FilterBar::setText);
    connect(actions[ActionId::ShowHousekeeping], &QAction::toggled, m_groups, &GroupPanel::setHousekeepingShown);
    connect(actions[ActionId::GroupBy], &QAction::triggered, this, [this] {
        m_actions[ActionId::ShowErrors]->setChecked(true);
        m_groups->choose();
    });
    connect(&filter, &FilterBar::filterChosen, m_views, [this](const TaskFilter &chosen) { m_views->setShown(chosen.text()); });
    for (const BuiltinView &view : builtinViews()) {
        connect(actions[view.action], &QAction::triggered, &filter,
                [&filter, text = QString(view.filter)] { filter.setText(text); });
    }
    for (const auto &[id, panel] : {std::pair {ActionId::ShowViews, m_viewDock}, std::pair {ActionId::ShowErrors, m_groupDock}}) {
        QAction *const action = actions[id];
        action->setChecked(true);
        connect(action, &QAction::toggled, panel, &QWidget::setVisible);
        connect(panel, &QDockWidget::visibilityChanged, action, [this, action, panel = panel](bool) {
            if (m_server)
                action->setChecked(!panel->isHidden());
        });
    }
}

QDockWidget *SidePanels::dock(QMainWindow &window, const QString &title, const QString &name, QWidget *content)
{
    auto *const dock = new QDockWidget(title, &window);
    dock->setObjectName(name);
    dock->setWidget(content);
    window.addDockWidget(Qt::LeftDockWidgetArea, dock);
    return dock;
}

void SidePanels::setServer(WatchedServer *server)
{
    m_server = server;
    m_groups->setServer(server);
    placeDocks();
}

void SidePanels::placeDocks()
{
    m_viewDock->setVisible(m_server && m_actions[ActionId::ShowViews]->isChecked());
    m_groupDock->setVisible(m_server && m_actions[ActionId::ShowErrors]->isChecked());
}

void SidePanels::addTo(PaneCycle &cycle)
{
    cycle.add(m_views, m_views);
    cycle.add(m_groups, &m_groups->list());
}

} // namespace taskglass
