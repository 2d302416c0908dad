// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasktable/taskselection.h"

#include "models/table/tasktablemodel.h"

#include <QItemSelectionModel>

#include <algorithm>

namespace taskglass {

TaskSelection::TaskSelection(TaskTableModel &model, QItemSelectionModel &selection, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_selection(selection)
{
    connect(&selection, &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_quiet)
            return;
        m_allMatching = false;
        emit changed();
    });
    connect(&model, &TaskTableModel::filterChanged, this, [this] {
        if (!std::exchange(m_allMatching, false))
            return;
        emit changed();
    });
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &TaskSelection::rememberKeys);
    connect(&model, &QAbstractItemModel::modelReset, this, &TaskSelection::restoreKeys);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &TaskSelection::changed);
}

qint64 TaskSelection::count() const
{
    qint64 rows = 0;
    for (const QItemSelectionRange &range : m_selection.selection())
        rows += range.height();
    return rows;
}

bool TaskSelection::isEmpty() const { return !m_selection.hasSelection(); }

QList<int> TaskSelection::rows(int limit) const
{
    QList<QItemSelectionRange> ranges = m_selection.selection();
    std::ranges::sort(ranges, {}, &QItemSelectionRange::top);
    QList<int> result;
    for (const QItemSelectionRange &range : std::as_const(ranges)) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (limit >= 0 && result.size() >= limit)
                return result;
            result.append(row);
        }
    }
    return result;
}

QList<TaskId> TaskSelection::ids(int limit) const
{
    const QList<int> selected = rows(limit);
    QList<TaskId> result;
    result.reserve(selected.size());
    for (const int row : selected)
        result.append(m_model.idAt(row));
    return result;
}

bool TaskSelection::hasOpen() const { return hasAny(false); }

bool TaskSelection::hasEnded() const { return hasAny(true); }

bool TaskSelection::hasAny(bool ended) const
{
    const QList<int> selected = rows(kLookLimit);
    const bool found = std::ranges::any_of(selected, [this, ended](int row) {
        const auto state = TaskState(m_model.index(row, 0).data(TaskTableModel::StateRole).toInt());
        return isFinal(state) == ended;
    });
    return found || count() > kLookLimit;
}

void TaskSelection::selectAllMatching()
{
    if (m_model.rowCount() == 0)
        return;
    m_quiet = true;
    m_selection.select(QItemSelection(m_model.index(0, 0), m_model.index(m_model.rowCount() - 1, 0)),
                       QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_quiet = false;
    m_allMatching = true;
    emit changed();
}

void TaskSelection::rememberKeys()
{
    m_kept = count() <= kRestoreLimit ? ids() : QList<TaskId>();
    const QModelIndex current = m_selection.currentIndex();
    m_keptCurrent = current.isValid() ? m_model.idAt(current.row()) : TaskId();
}

void TaskSelection::restoreKeys()
{
    QList<int> found;
    for (const TaskId &id : std::as_const(m_kept)) {
        if (const int row = m_model.rowOf(id); row >= 0)
            found.append(row);
    }
    std::ranges::sort(found);
    QItemSelection selection;
    const int lastColumn = m_model.columnCount() - 1;
    for (qsizetype i = 0; i < found.size();) {
        qsizetype end = i + 1;
        while (end < found.size() && found[end] == found[end - 1] + 1)
            ++end;
        selection.append(QItemSelectionRange(m_model.index(found[i], 0), m_model.index(found[end - 1], lastColumn)));
        i = end;
    }
    if (const int row = m_keptCurrent.isEmpty() ? -1 : m_model.rowOf(m_keptCurrent); row >= 0)
        m_selection.setCurrentIndex(m_model.index(row, 0), QItemSelectionModel::NoUpdate);
    if (!selection.isEmpty())
        m_selection.select(selection, QItemSelectionModel::ClearAndSelect);
    m_kept.clear();
    m_allMatching = m_allMatching && !selection.isEmpty();
    emit changed();
}

} // namespace taskglass
