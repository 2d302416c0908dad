// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/detail/detailtab.h"
#include "views/detail/taskfacts.h"

#include <QPointer>

class QGridLayout;

namespace taskglass {

class LinksBox;

/// Everything known about a task in rows of label and value; running times tick.
class SummaryTab : public DetailTab
{
    Q_OBJECT

public:
    explicit SummaryTab(QWidget *parent = nullptr);
    void setTask(const Task &task, WatchedServer &server) override;
    void tick() override;

private:
    void showFacts(const QList<TaskFact> &facts);
    void rebuild(const QList<TaskFact> &facts);
    void follow(const TaskFact &fact);

    Task m_task;
    QPointer<WatchedServer> m_server;
    QWidget *m_page;
    QGridLayout *m_grid;
    LinksBox *m_links;
    QList<TaskFact> m_facts;
    QList<QWidget *> m_values; // one a fact: a QLabel, or a button that leads on
};

} // namespace taskglass
