// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panecycle.h"

#include <QApplication>

namespace taskglass {

PaneCycle::PaneCycle(QWidget *window)
    : QObject(window)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { remember(now); });
}

void PaneCycle::add(QWidget *pane, QWidget *entry) { m_panes.append({pane, entry, nullptr}); }

void PaneCycle::remember(QWidget *focused)
{
    for (Pane &pane : m_panes) {
        if (focused && (pane.pane == focused || pane.pane->isAncestorOf(focused)))
            pane.last = focused;
    }
}

void PaneCycle::move(int step)
{
    const QWidget *const focused = QApplication::focusWidget();
    qsizetype at = step > 0 ? -1 : m_panes.size();
    for (qsizetype i = 0; i < m_panes.size(); ++i) {
        if (focused && (m_panes[i].pane == focused || m_panes[i].pane->isAncestorOf(focused)))
            at = i;
    }
    const qsizetype count = m_panes.size();
    for (qsizetype tried = 0; tried < count; ++tried) {
        at = (at + step + count) % count;
        const Pane &pane = m_panes[at];
        if (!pane.pane->isVisible() || !pane.pane->isEnabled())
            continue;
        QWidget *const target = pane.last && pane.last->isVisible() ? pane.last.data() : pane.entry;
        target->setFocus(step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return;
    }
}

} // namespace taskglass
