// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasktable/taskheader.h"

#include "models/table/columns.h"

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

void TaskHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    option->textAlignment = columns()[std::size_t(logicalIndex)].align | Qt::AlignVCenter;
}

} // namespace taskglass
