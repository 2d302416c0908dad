// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/task.h"

#include <QObject>

class QItemSelection;
class QItemSelectionModel;

namespace taskglass {

class TaskTableModel;

/// The selection as keys and numbers. Reads the ranges of the selection model, never one index a row: a million selected
/// rows cost as much as one. Survives a model reset by id, and remembers "everything that matches, loaded or not".
class TaskSelection : public QObject
{
    Q_OBJECT

public:
    /// A reset restores at most this many ids; a larger selection is dropped rather than half restored.
    static constexpr int kRestoreLimit = 2'000;

    TaskSelection(TaskTableModel &model, QItemSelectionModel &selection, QObject *parent);

    [[nodiscard]] qint64 count() const;
    [[nodiscard]] bool isEmpty() const;
    /// Ids in row order, at most \a limit (negative: all).
    [[nodiscard]] QList<TaskId> ids(int limit = -1) const;
    [[nodiscard]] QList<int> rows(int limit) const;
    /// Whether a selected task has not ended. Looks at rows until it finds one, at most \a kLookLimit; beyond that it
    /// answers yes: the preview tells the truth.
    [[nodiscard]] bool hasOpen() const;
    /// Whether a selected task has ended; looks and answers as hasOpen().
    [[nodiscard]] bool hasEnded() const;
    /// Everything that matches the filter is meant, loaded or not.
    [[nodiscard]] bool allMatching() const { return m_allMatching; }
    /// Selects all loaded rows and remembers that those not loaded are meant too.
    void selectAllMatching();

signals:
    void changed();

private:
    static constexpr int kLookLimit = 5'000;
    [[nodiscard]] bool hasAny(bool ended) const;
    void rememberKeys();
    void restoreKeys();

    TaskTableModel &m_model;
    QItemSelectionModel &m_selection;
    bool m_allMatching = false;
    bool m_quiet = false;
    QList<TaskId> m_kept;
    TaskId m_keptCurrent;
};

} // namespace taskglass
