// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/states/situation.h"

#include <QElapsedTimer>
#include <QWidget>

class QAction;
class QLabel;
class QToolButton;

namespace taskglass {

class ChipRow;
class EmptyState;
class FilterBar;
class NoticeBar;
class TaskTableModel;
class TaskTableView;
class WatchedServer;

/// The middle of the window: notices, chips and the table of one server, bound to one filter.
class TaskPane : public QWidget
{
    Q_OBJECT

public:
    /// \a model and \a filter must outlive the pane.
    TaskPane(TaskTableModel &model, FilterBar &filter, QWidget *parent = nullptr);

    /// The server whose connection is told of; the model shows its tasks already. Null for none.
    void setServer(WatchedServer *server);
    /// \a action switches between tree and list; its button stands beside the chips where the server has parents, and gives
    /// up its words before the chips need a second line.
    void setTreeAction(QAction *action);
    /// Ages, countdowns and everything else that changes by itself: call once a second, and after each change.
    void refresh();
    [[nodiscard]] TaskTableView &table() { return *m_table; }
    [[nodiscard]] ChipRow &chips() { return *m_chips; }
    [[nodiscard]] NoticeBar &connectionBar() { return *m_connection; }
    [[nodiscard]] NoticeBar &partialBar() { return *m_partial; }
    [[nodiscard]] NoticeBar &remarkBar() { return *m_remark; }
    [[nodiscard]] NoticeBar &nodesBar() { return *m_nodes; }
    [[nodiscard]] EmptyState &emptyState() { return *m_empty; }

protected:
    void resizeEvent(QResizeEvent *event) override;

signals:
    void noticeAction(taskglass::NoticeAction action);
    void searchOlderRequested();

private:
    void build();
    void bind();
    void fitTreeButton();
    void updateNotices();
    void updateChips();
    void updateEmptiness();
    [[nodiscard]] EpochNs lastFinishedAt();

    TaskTableModel &m_model;
    FilterBar &m_filter;
    WatchedServer *m_server = nullptr;
    QElapsedTimer m_lastFinishedLooked;
    EpochNs m_lastFinished = kNoTime;
    NoticeBar *m_connection = nullptr;
    NoticeBar *m_partial = nullptr;
    NoticeBar *m_remark = nullptr;
    NoticeBar *m_nodes = nullptr;
    QToolButton *m_treeButton = nullptr;
    QLabel *m_filterError = nullptr;
    ChipRow *m_chips = nullptr;
    TaskTableView *m_table = nullptr;
    EmptyState *m_empty = nullptr;
};

} // namespace taskglass
