// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace taskglass {

class ServerListModel;
class WatchedServer;

/// The list of servers. Choosing a row shows that server; its menu edits, pauses and removes.
class ServerList : public QListView
{
    Q_OBJECT

public:
    explicit ServerList(ServerListModel &model, QWidget *parent = nullptr);
    /// Marks \a server as the one shown, without emitting serverChosen().
    void setShown(const WatchedServer *server);
    QSize sizeHint() const override;

signals:
    void serverChosen(taskglass::WatchedServer *server);
    void contextMenuWanted(taskglass::WatchedServer *server, const QPoint &globalPos);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    ServerListModel &m_model;
    bool m_quiet = false;
};

} // namespace taskglass
