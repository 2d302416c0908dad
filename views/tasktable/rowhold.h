// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QTableView;

namespace taskglass {

class TaskTableModel;

/// Decides when arrivals must wait, so that nothing moves under the pointer: while the pointer is in the table, a menu of
/// it is open, rows are selected or the user has scrolled away from the newest rows.
class RowHold : public QObject
{
    Q_OBJECT

public:
    RowHold(QTableView &view, TaskTableModel &model);

    void setMenuOpen(bool open);
    void update();
    /// Lets waiting rows in once, whatever holds them.
    void letIn();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool shouldHold() const;

    QTableView &m_view;
    TaskTableModel &m_model;
    bool m_pointerInside = false;
    bool m_menuOpen = false;
};

} // namespace taskglass
