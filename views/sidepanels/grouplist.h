// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/taskgroups.h"
#include "views/style/spacing.h"

#include <QTreeWidget>

namespace taskglass {

/// Groups of tasks, one a row with its count. Choosing one is a click or Enter; walking over them changes nothing.
class GroupList : public QTreeWidget
{
    Q_OBJECT

public:
    explicit GroupList(QWidget *parent = nullptr);

    /// The row that was current stays current, where its group still is. \a now: for the times in tool tips.
    void setGroups(const TaskGroups &groups, EpochNs now);
    [[nodiscard]] const TaskGroups &groups() const { return m_groups; }
    QSize minimumSizeHint() const override { return {fontMetrics().averageCharWidth() * 12, spacing::kTarget}; }

signals:
    void groupChosen(const taskglass::TaskGroup &group);

private:
    void addRow(const TaskGroup &group, EpochNs now);
    void addRest(qint64 others);

    TaskGroups m_groups;
};

} // namespace taskglass
