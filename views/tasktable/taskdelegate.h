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

    /// Draws all rows as old.
    void setDimmed(bool dimmed) { m_dimmed = dimmed; }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    [[nodiscard]] bool isDimmed(const QModelIndex &index) const;

    bool m_dimmed = false;
};

} // namespace taskglass
