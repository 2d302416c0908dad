// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/watchedserver.h"

#include <QWidget>

namespace taskglass {

/// One page of the detail pane. It is given values, and told only while it is shown; it never asks the store by index.
class DetailTab : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    /// Shows \a task of \a server. Called again with every change of either; must keep scroll position, selection and
    /// open branches when the task is the same.
    virtual void setTask(const Task &task, WatchedServer &server) = 0;
    /// A second has passed: counts what is still running. Called for open tasks only.
    virtual void tick() { }

signals:
    void taskActivated(const taskglass::TaskId &id);
    /// A filter in the language of the filter bar.
    void filterRequested(const QString &filter);
    /// Something was done that cannot be seen ("Copied"): one short sentence for the status bar.
    void noticed(const QString &sentence);
};

} // namespace taskglass
