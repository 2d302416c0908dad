// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/detail/detailtab.h"
#include "views/detail/relations.h"

#include <QPointer>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace taskglass {

/// What else has to do with the task: its batch and how far that is, what canceled it, what it canceled, neighbours on the
/// index, failures alike. Enter or double click goes there.
class RelatedTab : public DetailTab
{
    Q_OBJECT

public:
    explicit RelatedTab(QWidget *parent = nullptr);
    void setTask(const Task &task, WatchedServer &server) override;

private:
    void rebuild();
    QTreeWidgetItem *section(const QString &id, const QString &title);
    void addTask(QTreeWidgetItem *parent, const RelatedTask &task);
    void addGroup(const QString &id, const QString &title, const RelatedGroup &group);
    void addBatch();
    void activate(QTreeWidgetItem *item);

    Task m_task;
    QPointer<WatchedServer> m_server;
    QTreeWidget *m_tree;
    QLabel *m_none;
    Relations m_relations;
    std::optional<Batch> m_batch;
};

} // namespace taskglass
