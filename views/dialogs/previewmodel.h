// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/task.h"

#include <QAbstractTableModel>

namespace taskglass {

/// The tasks that a command will hit, as the confirmation lists them: a thousand at most, so a proxy may sort it by
/// SortRole.
class PreviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int kSortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;
    void setTasks(const QList<Task> &tasks, EpochNs now);
    /// What the server calls the columns, see Capabilities; before setTasks().
    void setColumnTitles(const QList<std::pair<QString, QString>> &titles) { m_titles = titles; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const Task &task, int column) const;
    [[nodiscard]] QVariant sortValue(const Task &task, int column) const;

    QList<Task> m_tasks;
    QList<std::pair<QString, QString>> m_titles;
    EpochNs m_now = kNoTime;
};

} // namespace taskglass
