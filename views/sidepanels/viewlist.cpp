// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sidepanels/viewlist.h"

#include "views/actions.h"
#include "views/sidepanels/builtinviews.h"
#include "views/style/spacing.h"

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

// In the order of their keys, Ctrl+1 …
const BuiltinView kViews[] = {
    {ActionId::ViewAll, ""_L1},
    {ActionId::ViewRunning, "status:running"_L1},
    {ActionId::ViewFailed, "status:failed"_L1},
    {ActionId::ViewQueued, "status:queued"_L1},
    {ActionId::ViewLongRunners, "status:running ran>5m"_L1},
};

} // namespace

std::span<const BuiltinView> builtinViews() { return kViews; }

ViewList::ViewList(Actions &actions, QWidget *parent)
    : QListWidget(parent)
    , m_actions(actions)
{
    setObjectName(u"viewList"_s);
    setAccessibleName(tr("Views"));
    setFrameShape(NoFrame);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const BuiltinView &view : builtinViews()) {
        const QAction *const action = actions[view.action];
        auto *const item = new QListWidgetItem(action->text().remove(u'&'), this);
        item->setToolTip(action->toolTip());
        item->setSizeHint({0, qMax(spacing::kTarget, fontMetrics().height() + spacing::kInside)});
    }
    setCurrentRow(0); // no filter yet
    setMaximumHeight(sizeHintForRow(0) * count() + spacing::kInside); // spare room goes to servers and errors
    const auto choose = [this](const QListWidgetItem *item) {
        if (item)
            m_actions[builtinViews()[std::size_t(row(item))].action]->trigger();
    };
    connect(this, &QListWidget::itemClicked, this, choose);
    connect(this, &QListWidget::itemActivated, this, choose);
}

void ViewList::setShown(const QString &filterText)
{
    for (int i = 0; i < count(); ++i) {
        if (builtinViews()[std::size_t(i)].filter == filterText) {
            setCurrentRow(i);
            return;
        }
    }
    clearSelection();
}

QSize ViewList::sizeHint() const { return {fontMetrics().averageCharWidth() * 30, sizeHintForRow(0) * count()}; }

QSize ViewList::minimumSizeHint() const { return {fontMetrics().averageCharWidth() * 12, sizeHintForRow(0) * 2}; }

} // namespace taskglass
