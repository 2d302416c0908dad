// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/newesttasks.h"

#include <algorithm>

namespace taskglass {

NewestTasks::NewestTasks(ServerSession &session, const TaskFilter &filter, const std::optional<SortOrder> &order, qint64 limit, bool all)
    : m_session(session)
    , m_limit(limit)
    , m_all(all)
{
    if (order)
        m_model.setSortOrder(*order);
    m_model.setFilter(filter);
    connect(&m_session, &ServerSession::searchEnded, this, [this] {
        if (!m_all)
            finishLoading();
    });
    connect(&m_model, &TaskTableModel::scanningChanged, this, &NewestTasks::checkScan);
}

void NewestTasks::begin()
{
    m_begun = true;
    WatchedServer &server = m_session.server();
    const ConnectionStatus &status = server.status();
    if (m_all)
        server.loadOlder(0);
    else if (!m_model.filter().isEmpty())
        server.search(m_model.filter());
    else if (status.loaded < m_limit && !status.complete)
        server.loadOlder(int(std::min<qint64>(m_limit - status.loaded, std::numeric_limits<int>::max())));
    statusChanged(server.status());
}

void NewestTasks::statusChanged(const ConnectionStatus &status)
{
    if (!m_begun || m_loaded)
        return;
    const bool enough = !m_all && m_model.filter().isEmpty() && status.loaded >= m_limit;
    if (status.complete || enough)
        finishLoading();
}

void NewestTasks::finishLoading()
{
    if (m_loaded)
        return;
    m_loaded = true;
    // Only now: merging every page into a sorted model would be work for nothing.
    m_model.setServer(&m_session.server());
    checkScan();
}

void NewestTasks::checkScan()
{
    if (!m_loaded || m_ready || m_model.isScanning())
        return;
    m_ready = true;
    emit ready();
}

qint64 NewestTasks::leftOff() const
{
    const ConnectionStatus &status = m_session.server().status();
    const qint64 loadedBeyond = std::max<qint64>(0, m_model.rowCount() - m_limit);
    if (status.complete)
        return loadedBeyond;
    if (m_model.filter().isEmpty() && status.counts.total >= 0)
        return std::max<qint64>(0, status.counts.total - std::min<qint64>(m_limit, m_model.rowCount()));
    return m_model.rowCount() >= m_limit ? -1 : 0;
}

} // namespace taskglass
