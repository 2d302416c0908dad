// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QList>

namespace taskglass {

class WatchedServer;

/// The servers at the left, one row each. Does not own them: remove a server here before it dies.
class ServerListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        StateWordsRole = Qt::UserRole, ///< "live, 314 open"
        EnvironmentRole,               ///< int of Environment
        NewFailuresRole,               ///< int
        OpenTasksRole,                 ///< qint64, -1 when the server does not say
        TroubleRole                    ///< bool: failing or refused
    };

    using QAbstractListModel::QAbstractListModel;

    void add(WatchedServer *server);
    void remove(WatchedServer *server);
    [[nodiscard]] WatchedServer *at(int row) const { return m_servers.value(row); }
    [[nodiscard]] int rowOf(const WatchedServer *server) const;
    [[nodiscard]] const QList<WatchedServer *> &servers() const { return m_servers; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void changed(const WatchedServer *server);

    QList<WatchedServer *> m_servers;
};

} // namespace taskglass
