// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasktable/rowhold.h"

#include "models/table/tasktablemodel.h"

#include <QEvent>
#include <QItemSelectionModel>
#include <QScrollBar>
#include <QTableView>

namespace taskglass {

RowHold::RowHold(QTableView &view, TaskTableModel &model)
    : QObject(&view)
    , m_view(view)
    , m_model(model)
{
    view.viewport()->installEventFilter(this);
    connect(view.selectionModel(), &QItemSelectionModel::selectionChanged, this, &RowHold::update);
    connect(view.verticalScrollBar(), &QScrollBar::valueChanged, this, &RowHold::update);
}

void RowHold::setMenuOpen(bool open)
{
    m_menuOpen = open;
    update();
}

void RowHold::update() { m_model.setHold(shouldHold()); }

void RowHold::letIn()
{
    m_model.setHold(false);
    update();
}

bool RowHold::shouldHold() const
{
    return m_pointerInside || m_menuOpen || m_view.selectionModel()->hasSelection()
        || m_view.verticalScrollBar()->value() > 0;
}

bool RowHold::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave) {
        m_pointerInside = event->type() == QEvent::Enter;
        update();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace taskglass
