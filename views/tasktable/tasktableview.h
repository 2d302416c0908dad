// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/capabilities.h"
#include "models/domain/preferences.h"
#include "models/domain/task.h"
#include "views/tasktable/columnlayout.h"

#include <QTableView>

namespace taskglass {

class CellTick;
class NewRowsPill;
class RowHold;
class RowsBelow;
class ScrollAnchor;
class TaskDelegate;
class TaskSelection;
class TaskTableModel;

/// The table of tasks. Rows have one height, keep their place under the pointer, and are named by id towards others.
class TaskTableView : public QTableView
{
    Q_OBJECT

public:
    /// \a model must outlive the view.
    explicit TaskTableView(TaskTableModel &model, QWidget *parent = nullptr);
    ~TaskTableView() override;

    [[nodiscard]] TaskSelection &tasks() { return *m_selection; }
    [[nodiscard]] const TaskSelection &tasks() const { return *m_selection; }
    [[nodiscard]] TaskId currentTask() const;
    /// Makes \a id current, selected and visible; false when it is not in the table.
    bool goTo(const TaskId &id);
    void goToRow(int row);
    /// Scrolls as little as needed to see \a id, without touching selection or current row.
    void keepInView(const TaskId &id);
    /// Lets waiting rows in and shows the first row, where the newest are in the usual order.
    void showNewRows();

    /// As the user has it, columns that this server does not offer included.
    [[nodiscard]] ColumnLayout columnLayout() const;
    void setColumnLayout(const ColumnLayout &layout);
    /// As it was before anybody arranged it, for what this server offers.
    void resetColumns() { setColumnLayout(ColumnLayout::defaults(m_offered)); }
    /// Which columns make sense on this server, and what it calls them.
    void setCapabilities(const Capabilities &can);
    [[nodiscard]] bool offersColumn(const QString &id) const { return m_offered.isEmpty() || m_offered.contains(id); }
    void setColumnShown(const QString &id, bool shown);
    /// Call around a menu of the table, so that rows keep their place.
    void setMenuOpen(bool open);
    /// The rows are not "now" any more: dims them all.
    void setStale(bool stale);
    [[nodiscard]] bool isStale() const { return m_stale; }
    void setDensity(Preferences::Density density);
    [[nodiscard]] CellTick &ticker() { return *m_tick; }
    /// Paints no row anew when nothing but rows below came.
    void doItemsLayout() override;

signals:
    void currentTaskChanged(const taskglass::TaskId &id);
    void contextMenuWanted(const QPoint &globalPos);
    void columnLayoutChanged();
    void taskOpened();
    /// Space in the header.
    void pauseWanted();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpHeaders();
    void showOrder();
    void arrangeColumns();
    void fitRowHeight();
    void showHeaderMenu(const QPoint &pos);

    TaskTableModel &m_model;
    TaskDelegate *m_delegate = nullptr;
    TaskSelection *m_selection = nullptr;
    RowHold *m_hold = nullptr;
    RowsBelow *m_below = nullptr;
    CellTick *m_tick = nullptr;
    NewRowsPill *m_pill = nullptr;
    QList<QString> m_offered;
    QList<std::pair<QString, QString>> m_titles;
    ColumnLayout m_wanted; ///< As the user has it, columns that are not offered now included.
    TaskId m_current;
    Preferences::Density m_density = Preferences::Density::Comfortable;
    bool m_arranging = false; ///< Sections move because the layout says so, not by hand.
    bool m_stale = false;
};

} // namespace taskglass
