// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/servers/serverlist.h"

#include "views/servers/serverdelegate.h"
#include "views/servers/serverlistmodel.h"

#include <QContextMenuEvent>

using namespace Qt::StringLiterals;

namespace taskglass {

ServerList::ServerList(ServerListModel &model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
{
    setObjectName(u"serverList"_s);
    setAccessibleName(tr("Servers"));
    setFrameShape(NoFrame);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setItemDelegate(new ServerDelegate(this));
    setModel(&model);
}

void ServerList::setShown(const WatchedServer *server)
{
    m_quiet = true;
    setCurrentIndex(m_model.index(m_model.rowOf(server), 0));
    m_quiet = false;
}

QSize ServerList::sizeHint() const { return {fontMetrics().averageCharWidth() * 37, fontMetrics().height() * 7}; }

void ServerList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_quiet && current.isValid())
        emit serverChosen(m_model.at(current.row()));
}

void ServerList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    emit contextMenuWanted(m_model.at(index.row()),
                           byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

} // namespace taskglass
