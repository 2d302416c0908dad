// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasktable/rowtree.h"

#include "models/table/columns.h"
#include "models/table/tasktablemodel.h"
#include "views/tasktable/taskdelegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTableView>

namespace taskglass {

using Fold = TaskTableModel::Fold;

namespace {

Fold foldOf(const QModelIndex &index) { return Fold(index.data(TaskTableModel::FoldRole).toInt()); }

} // namespace

RowTree::RowTree(QTableView &view, TaskTableModel &model, TaskDelegate &delegate)
    : QObject(&view)
    , m_view(view)
    , m_model(model)
    , m_delegate(delegate)
{
    view.installEventFilter(this);
    view.viewport()->installEventFilter(this);
    const QHeaderView *const header = view.horizontalHeader();
    connect(&model, &TaskTableModel::treeChanged, this, &RowTree::chooseColumn);
    connect(header, &QHeaderView::sectionMoved, this, &RowTree::chooseColumn);
    connect(header, &QHeaderView::sectionResized, this, &RowTree::chooseColumn); // hidden and shown ones too
    chooseColumn();
}

void RowTree::chooseColumn()
{
    int column = -1;
    if (m_model.isTree()) {
        const QHeaderView *const header = m_view.horizontalHeader();
        for (int visual = header->count() - 1; visual >= 0; --visual) {
            const int logical = header->logicalIndex(visual);
            if (!header->isSectionHidden(logical) && isText(columns()[std::size_t(logical)].column))
                column = logical;
        }
        if (!header->isSectionHidden(int(Column::Type)))
            column = int(Column::Type);
    }
    if (m_delegate.treeColumn() == column)
        return;
    m_delegate.setTreeColumn(column);
    m_view.viewport()->update();
}

bool RowTree::eventFilter(QObject *watched, QEvent *event)
{
    if (m_model.isTree()) {
        if (watched == &m_view && event->type() == QEvent::KeyPress && pressKey(*static_cast<QKeyEvent *>(event)))
            return true;
        const bool isPress = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
        // The kind first: other events may come while the view is being destroyed, and it must not be asked then.
        if (isPress && watched == m_view.viewport() && pressMouse(*static_cast<QMouseEvent *>(event)))
            return true;
    }
    return QObject::eventFilter(watched, event);
}

bool RowTree::pressKey(const QKeyEvent &event)
{
    const QModelIndex current = m_view.currentIndex();
    if (!current.isValid() || (event.key() != Qt::Key_Left && event.key() != Qt::Key_Right))
        return false;
    const bool toRight = (event.key() == Qt::Key_Right) == (m_view.layoutDirection() == Qt::LeftToRight);
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::ControlModifier) {
        stepSideways(event.key() == Qt::Key_Right);
        return true;
    }
    if (modifiers != Qt::NoModifier)
        return false;
    const Fold fold = foldOf(current);
    if (toRight && fold == Fold::Folded)
        setFolded(current.row(), false);
    else if (!toRight && fold == Fold::Open)
        setFolded(current.row(), true);
    else if (const int row = toRight ? (fold == Fold::Open ? current.row() + 1 : -1) : m_model.parentRow(current.row()); row >= 0)
        m_view.setCurrentIndex(current.siblingAtRow(row));
    return true;
}

bool RowTree::pressMouse(const QMouseEvent &event)
{
    const QModelIndex index = m_view.indexAt(event.position().toPoint());
    if (event.button() != Qt::LeftButton || !index.isValid() || index.column() != m_delegate.treeColumn() || foldOf(index) == Fold::None)
        return false;
    const int depth = index.data(TaskTableModel::DepthRole).toInt();
    if (!TaskDelegate::foldArea(m_view.visualRect(index), depth, m_view.layoutDirection()).contains(event.position().toPoint()))
        return false;
    setFolded(index.row(), foldOf(index) == Fold::Open);
    return true;
}

void RowTree::setFolded(int row, bool folded)
{
    // A current row that is about to be hidden leaves its place to the one that hides it, as trees do everywhere.
    const QModelIndex current = m_view.currentIndex();
    for (int above = current.isValid() ? m_model.parentRow(current.row()) : -1; folded && above >= row; above = m_model.parentRow(above)) {
        if (above == row)
            m_view.setCurrentIndex(current.siblingAtRow(row));
    }
    m_model.setFolded(row, folded);
}

void RowTree::stepSideways(bool toRight)
{
    const QHeaderView *const header = m_view.horizontalHeader();
    const QModelIndex current = m_view.currentIndex();
    const int step = toRight == (m_view.layoutDirection() == Qt::LeftToRight) ? 1 : -1;
    for (int visual = header->visualIndex(current.column()) + step; visual >= 0 && visual < header->count(); visual += step) {
        const int logical = header->logicalIndex(visual);
        if (header->isSectionHidden(logical))
            continue;
        m_view.selectionModel()->setCurrentIndex(current.siblingAtColumn(logical), QItemSelectionModel::NoUpdate);
        m_view.scrollTo(m_view.currentIndex());
        return;
    }
}

} // namespace taskglass
