// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDockWidget;
class QMainWindow;

namespace taskglass {

/// Gives the list of servers the width that names and badges want, and puts the detail pane at the right of wide windows and below in narrow ones, until the user moves it: then it stays.
/// Below, an empty pane gets a line; the first task to be shown gives it its share.
class DockPlacement : public QObject
{
    Q_OBJECT

public:
    static constexpr int kWide = 1200; ///< Device-independent pixels.

    DockPlacement(QMainWindow &window, QDockWidget &servers, QDockWidget &detail);
    [[nodiscard]] bool chosenByUser() const { return m_chosen; }
    /// The pane has something to show, from now on or again; before that it is kept low.
    void setFilled(bool filled);
    /// The docks stand as an earlier session left them: their sizes stay. \a chosen: what chosenByUser() said then.
    void restored(bool chosen);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void fitSize();

    QMainWindow &m_window;
    QDockWidget &m_servers;
    QDockWidget &m_detail;
    bool m_chosen = false;
    bool m_placing = false;
    bool m_filled = false;
    bool m_sized = false; ///< The size after the last placement was set.
    bool m_serversSized = false;
};

} // namespace taskglass
