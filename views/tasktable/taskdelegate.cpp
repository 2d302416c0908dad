// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasktable/taskdelegate.h"

#include "models/table/columns.h"
#include "models/table/tasktablemodel.h"
#include "views/style/spacing.h"
#include "views/style/statuscolors.h"
#include "views/style/statusglyph.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace taskglass {

namespace {

constexpr int kBarHeight = 6;
constexpr int kIndent = 16;   ///< A level, and the room of a triangle.
constexpr int kTriangle = 8;

Column columnOf(const QModelIndex &index) { return columns()[std::size_t(index.column())].column; }

TaskState stateOf(const QModelIndex &index) { return TaskState(index.data(TaskTableModel::StateRole).toInt()); }

QPalette::ColorGroup groupOf(const QStyleOptionViewItem &option)
{
    if (!option.state.testFlag(QStyle::State_Enabled))
        return QPalette::Disabled;
    return option.state.testFlag(QStyle::State_Active) ? QPalette::Normal : QPalette::Inactive;
}

QColor textColor(const QStyleOptionViewItem &option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    return option.palette.color(groupOf(option), selected ? QPalette::HighlightedText : QPalette::Text);
}

/// Background, selection and focus as the style draws them for a cell without content.
void paintEmptyCell(QPainter *painter, const QStyleOptionViewItem &option)
{
    QStyleOptionViewItem bare = option;
    bare.text.clear();
    bare.icon = {};
    bare.features &= ~(QStyleOptionViewItem::HasDecoration | QStyleOptionViewItem::HasDisplay);
    const QStyle *const style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &bare, painter, option.widget);
}

void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QRect &area, Qt::Alignment alignment)
{
    painter->setFont(option.font);
    painter->setPen(textColor(option));
    const QString text = option.fontMetrics.elidedText(option.text, option.textElideMode, area.width());
    painter->drawText(area, int(QStyle::visualAlignment(option.direction, alignment | Qt::AlignVCenter))
                          | Qt::TextSingleLine, text);
}

void paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, bool dimmed)
{
    paintEmptyCell(painter, option);
    const QRect inner = option.rect.adjusted(spacing::kCell, 0, -spacing::kCell, 0);
    const QRect glyph = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter,
                                            {spacing::kGlyph, spacing::kGlyph}, inner);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QColor color = selected ? textColor(option) : statusColor(stateOf(index), option.palette);
    if (dimmed)
        color.setAlphaF(0.5F);
    paintStatusGlyph(*painter, glyph, stateOf(index), color);
    const QRect text = QStyle::visualRect(option.direction, inner,
                                          inner.adjusted(spacing::kGlyph + spacing::kCell, 0, 0, 0));
    paintText(painter, option, text, Qt::AlignLeft);
}

void paintProgress(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    paintEmptyCell(painter, option);
    const QRect inner = option.rect.adjusted(spacing::kCell, 0, -spacing::kCell, 0);
    const QVariant percent = index.data(TaskTableModel::ProgressPercentRole);
    if (!percent.isValid()) {
        paintText(painter, option, inner, Qt::AlignLeft);
        return;
    }
    // "100 %" reserved at the end, so that the bars of all rows end at the same place; a step's name may take more.
    const int wanted = option.fontMetrics.horizontalAdvance(option.text);
    const int textWidth = qBound(option.fontMetrics.horizontalAdvance(QStringLiteral("100 %")), wanted,
                                 inner.width() * 2 / 3);
    const int barWidth = qMax(0, inner.width() - textWidth - spacing::kCell);
    QRectF track = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, {barWidth, kBarHeight}, inner);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    QColor groove = textColor(option);
    groove.setAlphaF(0.18F);
    painter->setBrush(groove);
    painter->drawRoundedRect(track, kBarHeight / 2.0, kBarHeight / 2.0);
    const double share = qBound(0.0, percent.toDouble() / 100.0, 1.0);
    if (share > 0) {
        QRectF done = track;
        done.setWidth(qMax(double(kBarHeight), track.width() * share));
        if (option.direction == Qt::RightToLeft)
            done.moveRight(track.right());
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->setBrush(selected ? textColor(option) : statusColor(TaskState::Running, option.palette));
        painter->drawRoundedRect(done, kBarHeight / 2.0, kBarHeight / 2.0);
    }
    const QRect text = QStyle::alignedRect(option.direction, Qt::AlignRight | Qt::AlignVCenter,
                                           {textWidth, inner.height()}, inner);
    paintText(painter, option, text, Qt::AlignRight);
}

void paintTriangle(QPainter *painter, const QStyleOptionViewItem &option, const QRect &area, bool folded)
{
    const QPointF center = QRectF(area).center();
    constexpr double kHalf = kTriangle / 2.0;
    QPolygonF shape;
    if (folded) {
        const double tip = option.direction == Qt::RightToLeft ? -kHalf / 1.5 : kHalf / 1.5;
        shape << center + QPointF(-tip, -kHalf) << center + QPointF(tip, 0) << center + QPointF(-tip, kHalf);
    } else {
        shape << center + QPointF(-kHalf, -kHalf / 1.5) << center + QPointF(kHalf, -kHalf / 1.5) << center + QPointF(0, kHalf / 1.5);
    }
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(textColor(option));
    painter->drawPolygon(shape);
}

} // namespace

QRect TaskDelegate::foldArea(const QRect &cell, int depth, Qt::LayoutDirection direction)
{
    const int indent = qMin(depth * kIndent, cell.width() / 3);
    return QStyle::visualRect(direction, cell, QRect(cell.left() + spacing::kCell / 2 + indent, cell.top(), kIndent, cell.height()));
}

void TaskDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->icon = {};
    option->features &= ~QStyleOptionViewItem::HasDecoration;
    const Column column = columnOf(index);
    if (column == Column::Id) {
        // Ids stand under each other in the fixed font, at the size of the row.
        QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        if (option->font.pointSizeF() > 0)
            fixed.setPointSizeF(option->font.pointSizeF());
        option->font = fixed;
        option->fontMetrics = QFontMetrics(fixed);
    }
    const bool isId = column == Column::Id || column == Column::Batch || column == Column::CanceledBy;
    // Of an indented action the end says most: "indices:…/reindex".
    option->textElideMode = isId || index.column() == m_treeColumn ? Qt::ElideMiddle : Qt::ElideRight;
    if (isDimmed(index))
        option->palette.setBrush(QPalette::Text, option->palette.placeholderText());
}

bool TaskDelegate::isDimmed(const QModelIndex &index) const
{
    return m_dimmed || index.data(TaskTableModel::DimmedRole).toBool();
}

void TaskDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const Column column = columnOf(index);
    painter->save();
    if (column == Column::State) {
        paintState(painter, cell, index, isDimmed(index));
    } else if (column == Column::Progress) {
        paintProgress(painter, cell, index);
    } else {
        paintEmptyCell(painter, cell);
        QRect inner = cell.rect.adjusted(spacing::kCell, 0, -spacing::kCell, 0);
        Qt::Alignment align = columnSpec(column).align;
        if (index.column() == m_treeColumn) {
            const QRect triangle = foldArea(cell.rect, index.data(TaskTableModel::DepthRole).toInt(), cell.direction);
            const auto fold = TaskTableModel::Fold(index.data(TaskTableModel::FoldRole).toInt());
            if (fold != TaskTableModel::Fold::None)
                paintTriangle(painter, cell, triangle, fold == TaskTableModel::Fold::Folded);
            if (cell.direction == Qt::RightToLeft)
                inner.setRight(triangle.left());
            else
                inner.setLeft(triangle.right());
            align = Qt::AlignLeading | Qt::AlignVCenter; // a text that begins elsewhere than its triangle belongs to no row
        }
        paintText(painter, cell, inner, align);
    }
    painter->restore();
}

bool TaskDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const bool fits = cell.fontMetrics.horizontalAdvance(cell.text) <= cell.rect.width() - 2 * spacing::kCell;
    QString tip = index.data(Qt::ToolTipRole).toString(); // escaped by the model
    if (tip.isEmpty() && !fits)
        tip = QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(cell.text.toHtmlEscaped());
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPos(), tip, view);
    return true;
}

} // namespace taskglass
