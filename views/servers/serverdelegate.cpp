// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/servers/serverdelegate.h"

#include "views/servers/serverlistmodel.h"
#include "views/states/situation.h"
#include "views/style/spacing.h"
#include "views/style/statuscolors.h"
#include "views/style/statusglyph.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

namespace taskglass {

namespace {

QFont smaller(const QFont &font)
{
    QFont result = font;
    if (font.pointSizeF() > 0)
        result.setPointSizeF(font.pointSizeF() * spacing::kSecondaryFont);
    return result;
}

int badgeWidth(const QFontMetrics &metrics, const QString &word) { return metrics.horizontalAdvance(word) + 12; }

} // namespace

QColor environmentColor(Environment environment, const QPalette &palette)
{
    switch (environment) {
    case Environment::Production: return statusColor(TaskState::Failed, palette);
    case Environment::Staging: return statusColor(TaskState::CancelRequested, palette);
    case Environment::Development: return statusColor(TaskState::Running, palette);
    }
    Q_UNREACHABLE();
}

QSize ServerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines = QFontMetrics(option.font).height() + QFontMetrics(smaller(option.font)).height();
    return {220, lines + spacing::kInside + 2 * spacing::kGroup};
}

void ServerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString name = cell.text;
    cell.text.clear();
    const QStyle *const style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    const auto group = cell.state.testFlag(QStyle::State_Active) ? QPalette::Normal : QPalette::Inactive;
    const QColor text = cell.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor secondary = selected ? text : cell.palette.color(group, QPalette::PlaceholderText);
    const QRect inner = cell.rect.adjusted(spacing::kGroup, spacing::kGroup, -spacing::kGroup, -spacing::kGroup);
    const auto visual = [&](const QRect &r) { return QStyle::visualRect(cell.direction, inner, r); };
    const int left = int(QStyle::visualAlignment(cell.direction, Qt::AlignLeft) | Qt::AlignVCenter) | Qt::TextSingleLine;
    const QFont small = smaller(cell.font);
    const QFontMetrics big(cell.font);
    const QFontMetrics little(small);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);

    const auto environment = Environment(index.data(ServerListModel::EnvironmentRole).toInt());
    const QString word = environmentText(environment);
    // The name comes first; a long word for the environment may lose its end, its colour says the same.
    const int spare = inner.width() - big.horizontalAdvance(name) - spacing::kGroup;
    const int badge = qMin(badgeWidth(little, word), qBound(inner.width() / 3, spare, inner.width() / 2));
    const QRect badgeRect = visual({inner.right() - badge + 1, inner.y(), badge, big.height()});
    const QColor badgeColor = selected ? text : environmentColor(environment, cell.palette);
    painter->setPen(badgeColor);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(badgeRect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter->setFont(small);
    painter->setPen(text);
    painter->drawText(badgeRect, Qt::AlignCenter, little.elidedText(word, Qt::ElideRight, badge - 4));

    painter->setFont(cell.font);
    const int nameWidth = inner.width() - badge - spacing::kGroup;
    painter->drawText(visual({inner.x(), inner.y(), nameWidth, big.height()}), left,
                      big.elidedText(name, Qt::ElideMiddle, nameWidth));

    int wordsWidth = inner.width();
    const int y = inner.y() + big.height() + spacing::kInside;
    painter->setFont(small);
    if (const int failures = index.data(ServerListModel::NewFailuresRole).toInt(); failures > 0) {
        const QString count = QLocale().toString(failures);
        const int width = little.horizontalAdvance(count);
        const int glyph = qMin(spacing::kGlyph, little.height());
        const int x = inner.right() - width + 1;
        painter->setPen(text);
        painter->drawText(visual({x, y, width, little.height()}), Qt::AlignCenter, count);
        const QRect glyphRect = visual({x - glyph - 3, y + (little.height() - glyph) / 2, glyph, glyph});
        paintStatusGlyph(*painter, glyphRect, TaskState::Failed,
                         selected ? text : statusColor(TaskState::Failed, cell.palette));
        wordsWidth -= width + glyph + spacing::kGroup;
    }
    painter->setPen(index.data(ServerListModel::TroubleRole).toBool() && !selected ? text : secondary);
    painter->drawText(visual({inner.x(), y, wordsWidth, little.height()}), left,
                      little.elidedText(index.data(ServerListModel::StateWordsRole).toString(), Qt::ElideRight, wordsWidth));
    painter->restore();
}

} // namespace taskglass
