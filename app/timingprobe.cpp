// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timingprobe.h"

#include "models/store/watchedserver.h"
#include "views/mainwindow.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QEvent>

#include <cstdio>

namespace taskglass {

TimingProbe::TimingProbe(MainWindow &window, WatchedServer *server, bool untilLoaded)
    : m_window(window)
    , m_server(server)
    , m_untilLoaded(untilLoaded)
{
    const QList<QAbstractItemView *> views = window.findChildren<QAbstractItemView *>();
    for (QAbstractItemView *view : views) {
        if (view->model() == &window.taskModel())
            view->viewport()->installEventFilter(this);
    }
    if (server)
        connect(server, &WatchedServer::statusChanged, this, &TimingProbe::takeStatus);
    m_stalls.start();
}

bool TimingProbe::eventFilter(QObject *watched, QEvent *event)
{
    // The paint itself follows this filter; what is noted is when it was over.
    if (event->type() == QEvent::Paint && m_window.taskModel().rowCount() > 0)
        QMetaObject::invokeMethod(this, &TimingProbe::takePaint, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void TimingProbe::takeStatus()
{
    const ConnectionStatus &status = m_server->status();
    if (status.phase == ConnectionStatus::Phase::Live && m_timing.firstAnswerMs < 0)
        m_timing.firstAnswerMs = msSinceStart();
    if (status.phase == ConnectionStatus::Phase::Live && m_untilLoaded && !m_askedForAll) {
        m_askedForAll = true;
        m_server->loadOlder(0);
    }
    m_timing.bytes = status.bytesReceived;
    m_timing.requests = status.requests;
}

void TimingProbe::takePaint()
{
    if (m_timing.firstPaintMs < 0)
        m_timing.firstPaintMs = msSinceStart();
    const TaskTableModel &model = m_window.taskModel();
    const bool everything = m_server && m_server->status().complete && !model.isScanning() && model.rowCount() == m_server->store().size();
    if (!everything || m_timing.lastRowMs >= 0)
        return;
    m_timing.lastRowMs = msSinceStart();
    if (m_untilLoaded)
        QCoreApplication::quit();
}

void TimingProbe::print()
{
    m_stalls.stop();
    m_timing.rows = m_window.taskModel().rowCount();
    m_timing.longestStallMs = m_stalls.longestMs();
    m_timing.stallP99Ms = m_stalls.percentileMs(99);
    m_timing.rssMb = residentMb();
    const QByteArray line = toJsonLine(m_timing);
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr);
}

} // namespace taskglass
