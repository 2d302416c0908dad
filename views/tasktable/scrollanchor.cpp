// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasktable/scrollanchor.h"

#include <QScrollBar>
#include <QTableView>

namespace taskglass {

ScrollAnchor::ScrollAnchor(QTableView &view)
    : QObject(&view)
    , m_view(view)
{
    const QAbstractItemModel *const model = view.model();
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, &ScrollAnchor::take);
    connect(model, &QAbstractItemModel::rowsInserted, this, &ScrollAnchor::restore);
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                take();
                // When the top row itself goes, the first row below the gap takes its place.
                if (m_top.isValid() && m_top.row() >= first && m_top.row() <= last)
                    m_top = m_view.model()->index(last + 1, 0);
            });
    connect(model, &QAbstractItemModel::rowsRemoved, this, &ScrollAnchor::restore);
    connect(model, &QAbstractItemModel::layoutAboutToBeChanged, this, &ScrollAnchor::take);
    connect(model, &QAbstractItemModel::layoutChanged, this, &ScrollAnchor::restore);
}

void ScrollAnchor::take()
{
    m_top = QPersistentModelIndex();
    if (m_view.verticalScrollBar()->value() == 0)
        return;
    const int row = m_view.rowAt(0);
    if (row < 0)
        return;
    m_top = m_view.model()->index(row, 0);
    m_offset = -m_view.rowViewportPosition(row);
}

void ScrollAnchor::restore()
{
    if (!m_top.isValid())
        return;
    // The view lays rows out lazily; scrolling before that would use the old range.
    QMetaObject::invokeMethod(
        &m_view,
        [this, top = m_top, offset = m_offset] {
            if (top.isValid()) {
                const int y = m_view.rowViewportPosition(top.row());
                QScrollBar *const bar = m_view.verticalScrollBar();
                bar->setValue(bar->value() + y + offset);
            }
        },
        Qt::DirectConnection);
    m_top = QPersistentModelIndex();
}

} // namespace taskglass
