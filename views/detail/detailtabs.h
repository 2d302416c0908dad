// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>
#include <QTabWidget>

namespace taskglass {

/// Tabs no wider than their words need: six of them fit into a pane beside a table.
class NarrowTabBar : public QTabBar
{
    Q_OBJECT

public:
    explicit NarrowTabBar(QWidget *parent = nullptr);
    QSize minimumSizeHint() const override;
};

/// A tab widget with a NarrowTabBar that may be made as low as a few lines: its pages scroll.
class DetailTabs : public QTabWidget
{
    Q_OBJECT

public:
    explicit DetailTabs(QWidget *parent = nullptr);
    QSize minimumSizeHint() const override;
};

} // namespace taskglass
