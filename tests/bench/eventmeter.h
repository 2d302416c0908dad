// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QElapsedTimer>

#include <vector>

namespace taskglass::bench {

/// An application that notes how long each event kept its thread: what nobody else could have, whoever else wanted the
/// processor. Events that are sent while another is processed belong to that one.
class EventMeter : public QApplication
{
public:
    EventMeter(int &argc, char **argv) : QApplication(argc, argv) { }

    bool notify(QObject *receiver, QEvent *event) override;

    /// Forgets what was measured.
    void reset();
    [[nodiscard]] qint64 events() const { return qint64(m_durations.size()); }
    [[nodiscard]] double longestMs() const;
    /// So many of 100 events took less, in ms.
    [[nodiscard]] double percentileMs(double percent) const;
    /// The most processor time that one event took, in ms: what a quiet machine would show.
    [[nodiscard]] double longestCpuMs() const { return m_longestCpuMs; }
    /// Which event that was: its receiver's class and its type.
    [[nodiscard]] QString longestCpuEvent() const;
    /// Processor time of all painting, in ms.
    [[nodiscard]] double paintCpuMs() const { return m_paintCpuMs; }
    /// When painting last ended, by the clock of reset(), in ms; 0 when nothing was painted.
    [[nodiscard]] double lastPaintMs() const { return m_lastPaintMs; }

private:
    std::vector<float> m_durations; ///< ms
    double m_longestCpuMs = 0;
    const char *m_longestClass = "";
    QEvent::Type m_longestType = QEvent::None;
    double m_paintCpuMs = 0;
    double m_lastPaintMs = 0;
    QElapsedTimer m_sinceReset;
    int m_depth = 0;
};

} // namespace taskglass::bench
