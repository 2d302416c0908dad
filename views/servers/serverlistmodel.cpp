// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/servers/serverlistmodel.h"

#include "models/store/watchedserver.h"
#include "views/states/situation.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

qint64 openTasks(const WatchedServer &server)
{
    const ServerCounts &counts = server.status().counts;
    const qint64 queued = counts.byState[indexOf(TaskState::Queued)];
    const qint64 running = counts.byState[indexOf(TaskState::Running)];
    return queued < 0 || running < 0 ? -1 : queued + running;
}

QString stateLine(const WatchedServer &server)
{
    const QString words = stateWords(server.status());
    const qint64 open = openTasks(server);
    if (server.status().phase != ConnectionStatus::Phase::Live)
        return words;
    if (open < 0)
        return ServerListModel::tr("%1, every %2").arg(words, intervalText(server.status().intervalMs));
    return open == 0 ? ServerListModel::tr("%1, idle").arg(words)
                     : ServerListModel::tr("%1, %2 open").arg(words, QLocale().toString(open));
}

bool inTrouble(const WatchedServer &server)
{
    const auto phase = server.status().phase;
    return phase == ConnectionStatus::Phase::Failing || phase == ConnectionStatus::Phase::Refused;
}

} // namespace

void ServerListModel::add(WatchedServer *server)
{
    const int row = int(m_servers.size());
    beginInsertRows({}, row, row);
    m_servers.append(server);
    endInsertRows();
    const auto update = [this, server] { changed(server); };
    connect(server, &WatchedServer::statusChanged, this, update);
    connect(server, &WatchedServer::profileChanged, this, update);
    connect(server, &WatchedServer::newFailuresChanged, this, update);
}

void ServerListModel::remove(WatchedServer *server)
{
    const int row = rowOf(server);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_servers.removeAt(row);
    endRemoveRows();
    disconnect(server, nullptr, this, nullptr);
}

int ServerListModel::rowOf(const WatchedServer *server) const
{
    for (qsizetype row = 0; row < m_servers.size(); ++row) {
        if (m_servers[row] == server)
            return int(row);
    }
    return -1;
}

int ServerListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_servers.size()); }

QVariant ServerListModel::data(const QModelIndex &index, int role) const
{
    const WatchedServer *const server = at(index.row());
    if (!index.isValid() || !server)
        return {};
    const ServerProfile &profile = server->profile();
    switch (role) {
    case Qt::DisplayRole: return profile.name;
    case Qt::ToolTipRole: {
        // Escaped: name, address and product come from outside.
        QString tip = profile.url.toDisplayString().toHtmlEscaped();
        const ConnectionStatus &status = server->status();
        if (!status.product.isEmpty())
            tip += "<br>"_L1 + u"%1 %2"_s.arg(status.product, status.version).toHtmlEscaped();
        if (profile.readOnly)
            tip += "<br>"_L1 + tr("Read-only: nothing can be canceled here.").toHtmlEscaped();
        return QVariant(QString("<p>"_L1 + tip + "</p>"_L1));
    }
    case Qt::AccessibleTextRole: {
        QString text = tr("%1, %2, %3").arg(profile.name, environmentText(profile.environment), stateWords(server->status()));
        if (server->newFailures() > 0)
            text = tr("%1, %Ln new failure(s)", nullptr, server->newFailures()).arg(text);
        return text;
    }
    case StateWordsRole: return stateLine(*server);
    case EnvironmentRole: return int(profile.environment);
    case NewFailuresRole: return server->newFailures();
    case OpenTasksRole: return openTasks(*server);
    case TroubleRole: return inTrouble(*server);
    default: return {};
    }
}

void ServerListModel::changed(const WatchedServer *server)
{
    const QModelIndex index = createIndex(rowOf(server), 0);
    emit dataChanged(index, index);
}

} // namespace taskglass
