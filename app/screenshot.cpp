// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshot.h"

#include "models/store/watchedserver.h"
#include "views/mainwindow.h"

#include <QApplication>
#include <QPixmap>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace taskglass {

Screenshot::Screenshot(const Invocation &invocation, MainWindow &window, WatchedServer *server)
    : m_invocation(invocation)
    , m_window(window)
    , m_server(server)
{
    if (server)
        connect(server, &WatchedServer::statusChanged, this, &Screenshot::takeStatus);
    else
        QTimer::singleShot(invocation.afterMs, this, &Screenshot::draw);
}

int Screenshot::tabIndex() const
{
    static const QStringList tabs {u"summary"_s, u"error"_s, u"details"_s, u"timeline"_s, u"raw"_s, u"related"_s};
    return int(tabs.indexOf(m_invocation.tab.toLower()));
}

void Screenshot::takeStatus()
{
    const ConnectionStatus::Phase phase = m_server->status().phase;
    // A server that does not answer is a picture worth having, too.
    if (m_answered || phase == ConnectionStatus::Phase::Idle || phase == ConnectionStatus::Phase::Connecting)
        return;
    m_answered = true;
    if (!m_invocation.select.isEmpty())
        m_window.showTask(m_invocation.select, tabIndex());
    if (!m_invocation.screenshot.isEmpty())
        QTimer::singleShot(m_invocation.afterMs, this, &Screenshot::draw);
}

void Screenshot::draw()
{
    if (m_invocation.screenshot.isEmpty())
        return;
    const bool saved = m_window.grab().save(m_invocation.screenshot, "PNG");
    if (!saved)
        qWarning("taskglass: %s", qUtf8Printable(tr("The picture cannot be written to %1.").arg(m_invocation.screenshot)));
    QCoreApplication::exit(saved ? exitcode::kDone : exitcode::kFailed);
}

} // namespace taskglass
