// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;

namespace taskglass {

class TaskTableView;

/// Fills \a menu with a tick per column and "Reset Columns". Called when the menu is about to show.
void fillColumnMenu(QMenu &menu, TaskTableView &view);

} // namespace taskglass
