// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/engine.h"
#include "app/localqueue/workplan.h"

#include <QObject>
#include <QTimer>

namespace taskglass::localqueue {

/// Feeds an engine with the work of a WorkPlan, for demos. When more waits than a person could follow, it holds back, so
/// that a slow machine is not buried. Lives on the thread that made it; its engine must outlive it.
class Generator final : public QObject
{
    Q_OBJECT
public:
    Generator(Engine &engine, quint32 seed, QObject *parent = nullptr);

    /// Goes on step by step from now on, after the plan's opening when \a withOpening. A queue that has had one (a demo on
    /// a kept folder) needs no second.
    void start(bool withOpening);

private:
    void step();
    void enqueue(const std::vector<NewTask> &tasks);
    [[nodiscard]] qint64 waiting() const;

    Engine &m_engine;
    WorkPlan m_plan;
    WorkPlan::Step m_coming;
    QTimer m_timer;
};

} // namespace taskglass::localqueue
