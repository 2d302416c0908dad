// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasktable/celltick.h"

#include "models/table/columns.h"
#include "models/table/format.h"
#include "models/table/tasktablemodel.h"

#include <QHeaderView>
#include <QTableView>

#include <chrono>

namespace taskglass {

CellTick::CellTick(QTableView &view)
    : QObject(&view)
    , m_view(view)
{
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &CellTick::tick);
    m_timer.start();
}

int CellTick::tick()
{
    const QAbstractItemModel *const model = m_view.model();
    if (!model || !m_view.isVisible() || model->rowCount() == 0)
        return 0;
    const int first = m_view.rowAt(0);
    if (first < 0)
        return 0;
    int last = m_view.rowAt(m_view.viewport()->height() - 1);
    if (last < 0)
        last = model->rowCount() - 1;
    int repainted = 0;
    for (const ColumnSpec &spec : columns()) {
        const int column = int(spec.column);
        const bool ages = timeStyle().relative && showsTime(spec.column);
        if (!(spec.ticks || ages) || m_view.isColumnHidden(column))
            continue;
        for (int row = first; row <= last; ++row) {
            const QModelIndex index = model->index(row, column);
            if (ages || index.data(TaskTableModel::ElapsedFromRole).isValid()) {
                m_view.viewport()->update(m_view.visualRect(index));
                ++repainted;
            }
        }
    }
    return repainted;
}

} // namespace taskglass
