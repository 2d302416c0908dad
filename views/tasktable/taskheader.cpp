// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasktable/taskheader.h"

#include "models/table/columns.h"
#include "views/style/spacing.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>

namespace taskglass {

TaskHeader::TaskHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setHighlightSections(false);
    setSectionsMovable(true);
    setSectionsClickable(true);
    setStretchLastSection(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Columns"));
    setAccessibleDescription(tr("The menu key chooses columns, Space pauses or resumes updates."));
}

void TaskHeader::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier)
        emit pauseWanted();
    else
        QHeaderView::keyPressEvent(event);
}

void TaskHeader::focusInEvent(QFocusEvent *event)
{
    QHeaderView::focusInEvent(event);
    viewport()->update();
}

void TaskHeader::focusOutEvent(QFocusEvent *event)
{
    QHeaderView::focusOutEvent(event);
    viewport()->update();
}

void TaskHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(viewport());
    QStyleOptionFocusRect focus;
    focus.initFrom(viewport());
    focus.rect = viewport()->rect().adjusted(1, 1, -1, -1);
    focus.state |= QStyle::State_KeyboardFocusChange;
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
}

/// As the style draws a section, but with the title as far from the edges as the cells' texts are.
void TaskHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    QStyleOptionHeaderV2 section;
    initStyleOption(&section);
    initStyleOptionForIndex(&section, logicalIndex);
    section.rect = rect;
    style()->drawControl(QStyle::CE_HeaderSection, &section, painter, this);
    QStyleOptionHeaderV2 part = section;
    if (section.sortIndicator != QStyleOptionHeader::None) {
        part.rect = style()->subElementRect(QStyle::SE_HeaderArrow, &section, this);
        style()->drawPrimitive(QStyle::PE_IndicatorHeaderArrow, &part, painter, this);
    }
    const int more = spacing::kCell - style()->pixelMetric(QStyle::PM_HeaderMargin, &section, this);
    part.rect = style()->subElementRect(QStyle::SE_HeaderLabel, &section, this).adjusted(more, 0, -more, 0);
    style()->drawControl(QStyle::CE_HeaderLabel, &part, painter, this);
}

void TaskHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    option->textAlignment = columns()[std::size_t(logicalIndex)].align | Qt::AlignVCenter;
}

} // namespace taskglass
