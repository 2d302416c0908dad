// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasktable/rowsbelow.h"

#include <QTableView>

#include <utility>

namespace taskglass {

RowsBelow::RowsBelow(QTableView &view)
    : QObject(&view)
    , m_view(view)
{
    // Before it happens: the view hears of some things earlier than we, and lays out at once.
    const QAbstractItemModel *const model = view.model();
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this](const QModelIndex &, int first) { noteInsertion(first); });
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &RowsBelow::noteMore);
    connect(model, &QAbstractItemModel::rowsAboutToBeMoved, this, &RowsBelow::noteMore);
    connect(model, &QAbstractItemModel::layoutAboutToBeChanged, this, &RowsBelow::noteMore);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &RowsBelow::noteMore);
}

void RowsBelow::noteInsertion(int first)
{
    const int lowest = m_view.rowAt(m_view.viewport()->height() - 1); // -1: there is room below the rows
    const bool below = lowest >= 0 && first > lowest;
    m_seen = below && m_seen != Seen::More ? Seen::Below : Seen::More;
}

bool RowsBelow::takeIsAll()
{
    return std::exchange(m_seen, Seen::Nothing) == Seen::Below;
}

} // namespace taskglass
