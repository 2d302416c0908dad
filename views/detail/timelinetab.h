// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/detail/detailtab.h"

#include <QPointer>

class QLabel;

namespace taskglass {

class TimelineBar;

/// When what happened to the task: the bar, and under it the moments with their exact times.
class TimelineTab : public DetailTab
{
    Q_OBJECT

public:
    explicit TimelineTab(QWidget *parent = nullptr);
    void setTask(const Task &task, WatchedServer &server) override;
    void tick() override;

private:
    Task m_task;
    QPointer<WatchedServer> m_server;
    TimelineBar *m_bar;
    QLabel *m_moments;
    QLabel *m_evidence;
};

} // namespace taskglass
