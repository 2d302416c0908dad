// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QTableView;

namespace taskglass {

class TaskTableModel;

/// Decides when arrivals must wait, so that nothing moves under the pointer: while the pointer is at work in the table, a
/// menu of it is open, rows are selected or the user has scrolled away from the newest rows. A pointer that was left lying
/// on the table holds nothing for longer than its resting time: who only watches must not see a table that stands still.
class RowHold : public QObject
{
    Q_OBJECT

public:
    RowHold(QTableView &view, TaskTableModel &model);

    void setMenuOpen(bool open);
    /// For how long, in ms, a pointer that does not move holds the rows.
    void setRestingTime(int ms) { m_pointerRests.setInterval(ms); }
    void update();
    /// Lets waiting rows in once, whatever holds them.
    void letIn();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool shouldHold() const;

    QTableView &m_view;
    TaskTableModel &m_model;
    QTimer m_pointerRests; ///< Runs from the pointer's last move in the table.
    bool m_menuOpen = false;
};

} // namespace taskglass
