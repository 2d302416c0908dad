// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace taskglass {

/// The header of the task table: each title stands where its values stand. Tab reaches it: there the menu key opens the
/// columns' menu and Space pauses.
class TaskHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit TaskHeader(QWidget *parent = nullptr);

signals:
    void pauseWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override;
};

} // namespace taskglass
