// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QKeyEvent;
class QMouseEvent;
class QTableView;

namespace taskglass {

class TaskDelegate;
class TaskTableModel;

/// Folding while the rows stand in a tree: a click on the triangle, Right to open, Left to fold or to go to the parent.
/// Between cells the arrows then go with Ctrl. Flat rows are left alone. The triangle stands in the column of the type,
/// or when that is hidden in the first one that shows a text.
class RowTree : public QObject
{
    Q_OBJECT

public:
    /// All three must outlive this; \a view's header must be in place.
    RowTree(QTableView &view, TaskTableModel &model, TaskDelegate &delegate);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void chooseColumn();
    [[nodiscard]] bool pressKey(const QKeyEvent &event);
    [[nodiscard]] bool pressMouse(const QMouseEvent &event);
    void setFolded(int row, bool folded);
    void stepSideways(bool toRight);

    QTableView &m_view;
    TaskTableModel &m_model;
    TaskDelegate &m_delegate;
};

} // namespace taskglass
