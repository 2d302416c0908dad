// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasktable/taskheader.h"

#include "models/table/columns.h"

namespace taskglass {

TaskHeader::TaskHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setHighlightSections(false);
    setSectionsMovable(true);
    setSectionsClickable(true);
    setStretchLastSection(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setAccessibleName(tr("Columns"));
}

void TaskHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    option->textAlignment = columns()[std::size_t(logicalIndex)].align | Qt::AlignVCenter;
}

} // namespace taskglass
