// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace taskglass {

/// The header of the task table: each title stands where its values stand, and the keyboard reaches the columns' menu
/// through the View menu, so the header itself takes no focus.
class TaskHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit TaskHeader(QWidget *parent = nullptr);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override;
};

} // namespace taskglass
