// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dockplacement.h"

#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>

namespace taskglass {

DockPlacement::DockPlacement(QMainWindow &window, QDockWidget &servers, QDockWidget &detail)
    : QObject(&window)
    , m_window(window)
    , m_servers(servers)
    , m_detail(detail)
{
    window.installEventFilter(this);
    servers.installEventFilter(this);
    connect(&detail, &QDockWidget::dockLocationChanged, this, [this] { m_chosen = m_chosen || !m_placing; });
    connect(&detail, &QDockWidget::topLevelChanged, this, [this] { m_chosen = m_chosen || !m_placing; });
    place();
}

bool DockPlacement::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && (event->type() == QEvent::Resize || event->type() == QEvent::Show))
        place();
    // Either may come first: the window, or the first server in a window that shows the start page.
    if ((watched == &m_window || watched == &m_servers) && event->type() == QEvent::Show)
        QMetaObject::invokeMethod(this, &DockPlacement::fitSize, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void DockPlacement::place()
{
    if (m_chosen)
        return;
    const bool wide = m_window.width() >= kWide;
    const Qt::DockWidgetArea wanted = wide ? Qt::RightDockWidgetArea : Qt::BottomDockWidgetArea;
    if (m_window.dockWidgetArea(&m_detail) == wanted)
        return;
    m_placing = true;
    const bool hidden = m_detail.isHidden();
    m_window.addDockWidget(wanted, &m_detail);
    m_detail.setHidden(hidden);
    m_placing = false;
    m_sized = false;
    // Sizes hold only once the new arrangement has been laid out.
    QMetaObject::invokeMethod(this, &DockPlacement::fitSize, Qt::QueuedConnection);
}

void DockPlacement::fitSize()
{
    if (!m_window.isVisible())
        return;
    if (!m_serversSized && m_servers.isVisible()) {
        m_serversSized = true;
        m_window.resizeDocks({&m_servers}, {m_servers.widget()->sizeHint().width()}, Qt::Horizontal);
    }
    if (m_sized || m_chosen)
        return;
    m_sized = true;
    if (m_window.dockWidgetArea(&m_detail) == Qt::RightDockWidgetArea)
        m_window.resizeDocks({&m_detail}, {m_window.width() * 30 / 100}, Qt::Horizontal);
    else
        m_window.resizeDocks({&m_detail}, {m_filled ? m_window.height() * 36 / 100 : 1}, Qt::Vertical);
}

void DockPlacement::restored(bool chosen)
{
    m_chosen = chosen; // restoring moved the pane, not the user
    m_sized = true;
    m_serversSized = true;
    m_filled = true;
    place();
}

void DockPlacement::setFilled(bool filled)
{
    // It grows once, and does not shrink with every cleared selection: rows would jump under the pointer.
    if (m_filled || !filled)
        return;
    m_filled = true;
    if (m_window.dockWidgetArea(&m_detail) != Qt::BottomDockWidgetArea)
        return;
    m_sized = false;
    QMetaObject::invokeMethod(this, &DockPlacement::fitSize, Qt::QueuedConnection);
}

} // namespace taskglass
