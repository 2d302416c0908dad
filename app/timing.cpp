// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timing.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <unistd.h>

namespace taskglass {

namespace {

/// Milliseconds between the start of the process and this call; -1 when /proc does not say.
qint64 msBeforeNow()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    timespec now {};
    if (!file.open(QIODevice::ReadOnly) || ::clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return -1;
    // The second field is the program's name in parentheses, which may hold blanks; the 22nd is the start in ticks.
    const QByteArray stat = file.readAll();
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype kStartTime = 22 - 3;
    bool ok = false;
    const qint64 ticks = fields.value(kStartTime).toLongLong(&ok);
    if (!ok)
        return -1;
    const qint64 startMs = ticks * 1000 / ::sysconf(_SC_CLK_TCK);
    return std::max<qint64>(0, qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000 - startMs);
}

double rounded(double ms)
{
    return std::round(ms * 10) / 10;
}

} // namespace

qint64 msSinceStart()
{
    static const qint64 before = std::max<qint64>(0, msBeforeNow());
    static const QElapsedTimer timer = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    return before + timer.elapsed();
}

double residentMb()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const qint64 pages = file.readAll().split(' ').value(1).toLongLong();
    return double(pages) * double(::sysconf(_SC_PAGESIZE)) / 1e6;
}

StallMeter::StallMeter(QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kPeriodMs);
    connect(&m_timer, &QTimer::timeout, this, &StallMeter::beat);
}

void StallMeter::start()
{
    m_delays.clear();
    m_sinceBeat.start();
    m_timer.start();
}

void StallMeter::stop()
{
    m_timer.stop();
}

void StallMeter::beat()
{
    const double late = double(m_sinceBeat.nsecsElapsed()) / 1e6 - kPeriodMs;
    m_sinceBeat.start();
    m_delays.push_back(float(std::max(0.0, late)));
}

double StallMeter::longestMs() const
{
    const auto longest = std::max_element(m_delays.begin(), m_delays.end());
    return longest == m_delays.end() ? 0 : double(*longest);
}

double StallMeter::percentileMs(double percent) const
{
    if (m_delays.empty())
        return 0;
    std::vector<float> sorted = m_delays;
    const auto rank = std::size_t(std::clamp(percent / 100, 0.0, 1.0) * double(sorted.size() - 1));
    std::nth_element(sorted.begin(), sorted.begin() + qsizetype(rank), sorted.end());
    return double(sorted[rank]);
}

QByteArray toJsonLine(const Timing &timing)
{
    const auto number = [](double value) { return QByteArray::number(rounded(value), 'f', 1); };
    return "{\"firstAnswerMs\": " + QByteArray::number(timing.firstAnswerMs) + ", \"firstPaintMs\": "
        + QByteArray::number(timing.firstPaintMs) + ", \"lastRowMs\": " + QByteArray::number(timing.lastRowMs) + ", \"rows\": "
        + QByteArray::number(timing.rows) + ", \"bytes\": " + QByteArray::number(timing.bytes) + ", \"requests\": "
        + QByteArray::number(timing.requests) + ", \"longestStallMs\": " + number(timing.longestStallMs) + ", \"stallP99Ms\": "
        + number(timing.stallP99Ms) + ", \"rssMb\": " + number(timing.rssMb) + "}\n";
}

} // namespace taskglass
