// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/taskcolumns.h"

#include <QList>
#include <QSet>

#include <vector>

namespace taskglass {

/// The tree over the rows of a table: parents before children, children under their parent in the order of the list.
/// It only arranges what it is given: a task whose parent is not among that stands under the nearest ancestor that is,
/// or at the top. So every row of a tree matches the filter, and whoever selects all rows never takes in a parent that
/// does not. Tasks that are each other's parents stand at the top where the list has the first of them.
class TaskTree
{
public:
    /// Rows in the order of the tree, without what folded tasks hide. \a matching: slots, each once, in the order wanted
    /// among siblings. \a changed gets the slots of rows that were there before and look different now. O(n).
    [[nodiscard]] std::vector<Slot> arrange(const TaskColumns &columns, const std::vector<Slot> &matching, std::vector<Slot> &changed);
    /// Forgets everything, what is folded too.
    void clear();

    /// 0 at the top.
    [[nodiscard]] int depth(Slot slot) const { return slot < m_marks.size() ? m_marks[slot].depth : 0; }
    /// Tasks below it, at any depth, hidden ones included.
    [[nodiscard]] int parts(Slot slot) const { return slot < m_marks.size() ? m_marks[slot].parts : 0; }
    [[nodiscard]] bool isFolded(Slot slot) const { return slot < m_marks.size() && m_marks[slot].folded; }
    /// kNoSlot at the top.
    [[nodiscard]] Slot parentOf(Slot slot) const { return slot < m_marks.size() ? m_marks[slot].parent : kNoSlot; }

    /// Takes effect with the next arrange(). Kept by id, as long as the store has the task; returns whether it changed.
    bool setFolded(const TaskId &id, bool folded);
    /// Folds these as soon as the store has them: what was folded in an earlier session.
    void foldWhenSeen(const QList<TaskId> &ids);
    [[nodiscard]] QList<TaskId> folded() const { return (m_folded + m_awaited).values(); }

private:
    struct Mark
    {
        Slot parent = kNoSlot; ///< As shown: the nearest ancestor among the rows.
        int depth = 0;
        int parts = 0;
        bool folded = false;
        bool operator==(const Mark &) const = default;
    };
    [[nodiscard]] std::vector<bool> foldedSlots(const TaskColumns &columns);
    void takeAwaited(const TaskColumns &columns);

    std::vector<Mark> m_marks; ///< By slot.
    QSet<TaskId> m_folded;
    QSet<TaskId> m_awaited; ///< To be folded when they come.
};

} // namespace taskglass
