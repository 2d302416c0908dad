// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDockWidget;
class QMainWindow;

namespace taskglass {

class Actions;
class FilterBar;
class GroupPanel;
class PaneCycle;
class ViewList;
class WatchedServer;

/// The docks below the list of servers: views and groups. Both only set the filter.
class SidePanels : public QObject
{
    Q_OBJECT

public:
    /// Adds the docks at the left of \a window; all three must outlive this.
    SidePanels(QMainWindow &window, Actions &actions, FilterBar &filter);

    /// Shows the docks that are ticked in the menu, or none on the start page.
    void placeDocks();
    void setServer(WatchedServer *server);
    void addTo(PaneCycle &cycle);
    [[nodiscard]] ViewList &views() { return *m_views; }
    [[nodiscard]] GroupPanel &groups() const { return *m_groups; }

private:
    QDockWidget *dock(QMainWindow &window, const QString &title, const QString &name, QWidget *content);

    Actions &m_actions;
    WatchedServer *m_server = nullptr;
    ViewList *m_views = nullptr;
    GroupPanel *m_groups = nullptr;
    QDockWidget *m_viewDock = nullptr;
    QDockWidget *m_groupDock = nullptr;
};

} // namespace taskglass
