// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QTableView;

namespace taskglass {

/// The one timer behind all ticking cells: once a second it repaints those cells of visible rows that count, and only
/// while the view can be seen. No model signal, no row outside the viewport.
class CellTick : public QObject
{
    Q_OBJECT

public:
    explicit CellTick(QTableView &view);
    /// Repaints what ticks now; the timer calls it each second.
    int tick();

private:
    QTableView &m_view;
    QTimer m_timer;
};

} // namespace taskglass
