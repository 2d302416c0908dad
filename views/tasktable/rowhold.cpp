// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasktable/rowhold.h"

#include "models/table/tasktablemodel.h"

#include <QEvent>
#include <QItemSelectionModel>
#include <QScrollBar>
#include <QTableView>

namespace taskglass {

namespace {

constexpr int kRestingMs = 30'000; // longer than reading a row takes

} // namespace

RowHold::RowHold(QTableView &view, TaskTableModel &model)
    : QObject(&view)
    , m_view(view)
    , m_model(model)
{
    m_pointerRests.setSingleShot(true);
    setRestingTime(kRestingMs);
    connect(&m_pointerRests, &QTimer::timeout, this, &RowHold::update);
    view.viewport()->setMouseTracking(true);
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
    return m_pointerRests.isActive() || m_menuOpen || m_view.selectionModel()->hasSelection()
        || m_view.verticalScrollBar()->value() > 0;
}

bool RowHold::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::Enter || type == QEvent::MouseMove || type == QEvent::MouseButtonPress || type == QEvent::Wheel) {
        m_pointerRests.start();
        update();
    } else if (type == QEvent::Leave) {
        m_pointerRests.stop();
        update();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace taskglass
