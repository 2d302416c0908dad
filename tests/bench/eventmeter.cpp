// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/eventmeter.h"

#include "tests/bench/figures.h"

#include <QEvent>
#include <QMetaEnum>
#include <QThread>

#include <algorithm>

namespace taskglass::bench {

bool EventMeter::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread()) // the network's own thread has events, too
        return QApplication::notify(receiver, event);
    if (m_depth > 0)
        return QApplication::notify(receiver, event);
    const QEvent::Type type = event->type(); // the event may be gone afterwards, and its receiver
    const char *const className = receiver->metaObject()->className();
    QElapsedTimer timer;
    timer.start();
    const double cpuBefore = threadCpuMs();
    ++m_depth;
    const bool result = QApplication::notify(receiver, event);
    --m_depth;
    const double cpu = threadCpuMs() - cpuBefore;
    m_durations.push_back(float(double(timer.nsecsElapsed()) / 1e6));
    if (cpu > m_longestCpuMs) {
        m_longestCpuMs = cpu;
        m_longestClass = className;
        m_longestType = type;
    }
    if (type == QEvent::UpdateRequest || type == QEvent::Paint || type == QEvent::Expose) {
        m_paintCpuMs += cpu;
        m_lastPaintMs = double(m_sinceReset.nsecsElapsed()) / 1e6;
    }
    return result;
}

void EventMeter::reset()
{
    m_durations.clear();
    m_longestCpuMs = 0;
    m_longestClass = "";
    m_paintCpuMs = 0;
    m_lastPaintMs = 0;
    m_sinceReset.start();
}

double EventMeter::longestMs() const
{
    return m_durations.empty() ? 0 : double(*std::max_element(m_durations.begin(), m_durations.end()));
}

QString EventMeter::longestCpuEvent() const
{
    const char *const name = QMetaEnum::fromType<QEvent::Type>().valueToKey(m_longestType);
    return QString::fromLatin1(m_longestClass) + u' ' + (name ? QString::fromLatin1(name) : QString::number(m_longestType));
}

double EventMeter::percentileMs(double percent) const
{
    return percentile(m_durations, percent);
}

} // namespace taskglass::bench
