// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;
class QMenuBar;
class QToolBar;
class QWidget;

namespace taskglass {

class Actions;
class FilterBar;
class IntervalMenu;
class TaskTableView;

/// Menu bar, tool bar and context menus: the same actions in the places where people look for them. Whatever stands in
/// the tool bar also stands in a menu, where its shortcut can be read.
[[nodiscard]] QMenuBar *makeMenuBar(Actions &actions, TaskTableView &table, IntervalMenu &interval, QWidget *parent);
[[nodiscard]] QToolBar *makeToolBar(Actions &actions, FilterBar &filter, IntervalMenu &interval, QWidget *parent);
/// What can be done with the selected tasks; below a "no" stands its reason.
void fillTaskMenu(QMenu &menu, Actions &actions);
void fillServerMenu(QMenu &menu, Actions &actions);

} // namespace taskglass
