// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/pollingclient.h"
#include "app/timing.h"
#include "models/domain/clock.h"
#include "models/store/watchedserver.h"
#include "tests/bench/eventmeter.h"
#include "tests/bench/figures.h"
#include "tests/bench/processes.h"
#include "views/mainwindow.h"

#include <functional>

namespace taskglass::bench {

/// The program's window, client and store on one server, wired as the program wires them, with a clock at each joint.
class WatchBench
{
public:
    /// \a intervalMs: between polls.
    WatchBench(EventMeter &meter, const QUrl &url, int intervalMs = 1000);
    ~WatchBench();

    /// Connects and loads everything; false, with a note, when that fails. \a figures may be null.
    [[nodiscard]] bool load(Figures *figures);
    /// Filters and sorts what is loaded.
    void find(Figures &figures);
    /// So many seconds of polls, filtered and sorted by \a column: rows come, change and move.
    void live(Figures &figures, const QString &column, int seconds);
    /// The same with rows selected in the middle: selection and rows must stay where they are.
    void liveSelected(Figures &figures, int seconds);
    /// Memory and stalls over minutes; \a name says of what. Rows that are selected must stay so, where they are.
    void soak(Figures &figures, const QByteArray &name, double minutes);

private:
    /// The selected rows and where the current one stands.
    struct Held
    {
        QList<TaskId> selected;
        TaskId current;
        int top = 0; ///< Of the current row, in pixels of the view.
    };

    [[nodiscard]] Held held();
    /// Fails when the selection is not as it was \a before.
    void expectStill(const Held &before, Figures &figures);
    void runUntil(const std::function<bool()> &done);
    void settle();
    void beginMeasuring();
    void measureLiving(Figures &figures, const QByteArray &name, const QString &title, int seconds);
    void reportStalls(Figures &figures, const QByteArray &id);

    EventMeter &m_meter;
    SystemClock m_clock;
    WatchedServer m_server;
    PollingClient m_client;
    MainWindow m_window;
    StallMeter m_stalls;
    QElapsedTimer m_since;
    std::vector<float> m_applied; ///< processor time of each update that the store and the table took, in ms
    double m_firstAnswerMs = 0;
};

} // namespace taskglass::bench
