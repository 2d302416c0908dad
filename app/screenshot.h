// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/terminal/arguments.h"

#include <QObject>

namespace taskglass {

class MainWindow;
class WatchedServer;

/// What --select, --tab and --screenshot ask for: goes to a task at the first answer, draws the window --after ms later,
/// writes the picture, and quits.
class Screenshot : public QObject
{
    Q_OBJECT

public:
    /// \a server may be null: then the start page is drawn.
    Screenshot(const Invocation &invocation, MainWindow &window, WatchedServer *server);

private:
    void takeStatus();
    void draw();
    [[nodiscard]] int tabIndex() const;

    const Invocation &m_invocation;
    MainWindow &m_window;
    WatchedServer *m_server;
    bool m_answered = false;
};

} // namespace taskglass
