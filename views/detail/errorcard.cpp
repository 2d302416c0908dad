// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/errorcard.h"

#include "views/style/spacing.h"
#include "views/style/statuscolors.h"

#include <QFontDatabase>
#include <QPainter>

namespace taskglass {

void ErrorCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor failed = statusColor(TaskState::Failed, palette());
    QColor ground = failed;
    ground.setAlphaF(isDark(palette()) ? 0.10F : 0.05F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect(), 3, 3);
    QRectF bar(0, 0, spacing::kBar, height());
    if (layoutDirection() == Qt::RightToLeft)
        bar.moveRight(width());
    painter.setBrush(failed);
    painter.drawRoundedRect(bar, 1.5, 1.5);
}

CodeTag::CodeTag(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setContentsMargins(6, 2, 6, 2);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void CodeTag::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = palette().color(QPalette::WindowText);
    ground.setAlphaF(0.08F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect(), 4, 4);
    painter.end();
    QLabel::paintEvent(event);
}

} // namespace taskglass
