// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/detailtabs.h"

#include "views/style/spacing.h"

#include <QProxyStyle>

namespace taskglass {

namespace {
constexpr int kLeastLines = 4; ///< Of a page, before the pane refuses to get lower.

/// The desktop's style, but tabs no wider than their words need: the usual spacing is 24 px a tab in Fusion.
class NarrowTabs : public QProxyStyle
{
public:
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        const int usual = QProxyStyle::pixelMetric(metric, option, widget);
        return metric == PM_TabBarTabHSpace ? qMin(usual, 3 * spacing::kInside) : usual;
    }
};
} // namespace

NarrowTabBar::NarrowTabBar(QWidget *parent)
    : QTabBar(parent)
{
    auto *const narrow = new NarrowTabs;
    narrow->setParent(this);
    setStyle(narrow);
}

QSize NarrowTabBar::minimumSizeHint() const
{
    // Buttons for scrolling appear when there is less; nothing forces the pane wider.
    return {fontMetrics().averageCharWidth() * 20, QTabBar::minimumSizeHint().height()};
}

DetailTabs::DetailTabs(QWidget *parent)
    : QTabWidget(parent)
{
    setTabBar(new NarrowTabBar(this));
    setDocumentMode(true);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    tabBar()->setAccessibleName(tr("Parts of the task"));
}

QSize DetailTabs::minimumSizeHint() const
{
    return {tabBar()->minimumSizeHint().width(), tabBar()->sizeHint().height() + kLeastLines * fontMetrics().lineSpacing()};
}

} // namespace taskglass
