// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timing.h"

#include <QObject>

namespace taskglass {

class MainWindow;
class WatchedServer;

/// What --timing and --until-loaded ask for: notes when the first answer came, the first row was painted, and the last
/// page was in the table and painted; prints one line at the end.
class TimingProbe : public QObject
{
    Q_OBJECT

public:
    /// \a server may be null: then only stalls and memory are measured.
    TimingProbe(MainWindow &window, WatchedServer *server, bool untilLoaded);
    /// The line, to stderr.
    void print();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeStatus();
    void takePaint();

    MainWindow &m_window;
    WatchedServer *m_server;
    bool m_untilLoaded;
    bool m_askedForAll = false;
    StallMeter m_stalls;
    Timing m_timing;
};

} // namespace taskglass
