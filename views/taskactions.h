// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/task.h"

#include <QObject>

#include <functional>

namespace taskglass {

class Actions;
class FilterBar;
class TaskTableModel;
class TaskTableView;
class WatchedServer;

/// Carries out the actions that concern tasks: copying, walking, filtering by a cell, following, canceling. The selection
/// is read when an action is triggered, never earlier.
class TaskActions : public QObject
{
    Q_OBJECT

public:
    /// A copy takes at most this many tasks: more would fill the clipboard with hundreds of megabytes.
    static constexpr int kCopyLimit = 10'000;
    /// Speeds are changed for at most this many selected tasks.
    static constexpr int kSpeedLimit = 1'000;

    TaskActions(Actions &actions, TaskTableView &table, TaskTableModel &model, FilterBar &filter, QObject *parent);

    void setServer(WatchedServer *server);
    [[nodiscard]] TaskId followed() const { return m_followed; }
    void setFollowed(const TaskId &id);
    /// Shows \a id in the table, fetching it when it is not loaded.
    void goTo(const TaskId &id);
    /// What Cancel Tasks… means now: the selected ids, or the filter when everything that matches is selected.
    [[nodiscard]] CommandDraft draftOfSelection() const;
    [[nodiscard]] CommandDraft draftOfFilter() const;
    /// The selected tasks that run and whose speed the server can change.
    [[nodiscard]] QList<TaskId> rethrottleTasks() const;

signals:
    /// One short sentence for the status bar and screen readers.
    void noticed(const QString &sentence);
    void followedChanged(const taskglass::TaskId &id);
    void cancelWanted(const taskglass::CommandDraft &draft);
    void deleteWanted(const taskglass::CommandDraft &draft);
    void speedWanted(const QList<taskglass::TaskId> &ids);

private:
    void connectCopy();
    void connectWalk();
    void connectFilter();
    void copy(const std::function<QString(const Task &)> &text, const QString &separator);
    void copyRows();
    void stepToFailed(bool backwards);
    void filterByCell(bool exclude);
    void askForId();
    void checkWanted();
    void checkFollowed();

    Actions &m_actions;
    TaskTableView &m_table;
    TaskTableModel &m_model;
    FilterBar &m_filter;
    WatchedServer *m_server = nullptr;
    TaskId m_followed;
    TaskId m_wanted; ///< Asked for by Go to Task, not loaded yet.
};

} // namespace taskglass
