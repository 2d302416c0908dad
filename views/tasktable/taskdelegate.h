// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace taskglass {

/// Draws the table's cells from roles alone: a state as glyph and word, progress as a thin bar with its number, ids
/// elided in the middle. Background, selection and focus are the style's own.
class TaskDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The full text of an elided cell, escaped; nothing when it fits and the model has no tool tip of its own.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    /// Which column carries the tree's indents and triangles; -1: rows are flat.
    void setTreeColumn(int column) { m_treeColumn = column; }
    [[nodiscard]] int treeColumn() const { return m_treeColumn; }
    /// Where in \a cell the triangle of a row of \a depth is pressed. Deep rows are indented no further than a third of the cell.
    [[nodiscard]] static QRect foldArea(const QRect &cell, int depth, Qt::LayoutDirection direction);

    /// Draws all rows as old.
    void setDimmed(bool dimmed) { m_dimmed = dimmed; }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    [[nodiscard]] bool isDimmed(const QModelIndex &index) const;

    int m_treeColumn = -1;
    bool m_dimmed = false;
};

} // namespace taskglass
