// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QtGlobal>

#include <vector>

namespace taskglass {

/// Milliseconds since the process began, dynamic linking included (from /proc; to 10 ms), or since the first call where
/// there is no /proc.
[[nodiscard]] qint64 msSinceStart();

/// Resident memory of this process in MB (10^6 bytes); -1 when unknown.
[[nodiscard]] double residentMb();

/// Measures how long the event loop of its thread does not come round: a heartbeat that notes how late each beat is.
/// Costs a wake-up each kPeriodMs, so it runs only while somebody measures.
class StallMeter : public QObject
{
    Q_OBJECT

public:
    static constexpr int kPeriodMs = 4;

    explicit StallMeter(QObject *parent = nullptr);
    void start();
    void stop();
    /// The longest time the loop was busy, in ms.
    [[nodiscard]] double longestMs() const;
    /// 99 of 100 beats came with a shorter delay than this, in ms.
    [[nodiscard]] double percentileMs(double percent) const;

private:
    void beat();
    QTimer m_timer;
    QElapsedTimer m_sinceBeat;
    std::vector<float> m_delays; ///< ms
};

/// What --timing prints: one JSON line.
struct Timing
{
    qint64 firstAnswerMs = -1; ///< All since start; -1: did not happen.
    qint64 firstPaintMs = -1;  ///< The first painted row.
    qint64 lastRowMs = -1;
    qint64 rows = 0;
    qint64 bytes = 0;
    qint64 requests = 0;
    double longestStallMs = 0;
    double stallP99Ms = 0;
    double rssMb = -1;
};
[[nodiscard]] QByteArray toJsonLine(const Timing &timing);

} // namespace taskglass
