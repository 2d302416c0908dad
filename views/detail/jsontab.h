// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/detail/detailtab.h"

#include <QModelIndex>

#include <vector>

class QLabel;
class QTreeView;

namespace taskglass {

class FindBar;
class JsonTreeModel;

/// The details that the server sent, as a tree with search; the path of the current row under it.
class JsonTab : public DetailTab
{
    Q_OBJECT

public:
    explicit JsonTab(QWidget *parent = nullptr);
    void setTask(const Task &task, WatchedServer &server) override;

private:
    void showMenu(const QPoint &at);
    void openValue(const QModelIndex &index);
    void copyValue();
    void copyPath();
    void search(bool fromStart);
    void step(int by);
    void showMatch();
    void showPath(const QModelIndex &index);
    [[nodiscard]] QStringList openPaths() const;
    void reopen(const QStringList &paths, const QString &current);

    TaskId m_id;
    JsonTreeModel *m_model;
    QTreeView *m_tree;
    FindBar *m_find;
    QLabel *m_path;
    QLabel *m_empty;
    std::vector<std::vector<int>> m_matches;
    qsizetype m_current = -1;
};

} // namespace taskglass
