// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/statusglyph.h"

#include "views/style/iconengine.h"
#include "views/style/spacing.h"
#include "views/style/statuscolors.h"

#include <QPainter>
#include <QPainterPath>
#include <QPaintEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

// All shapes are drawn in a square of 16 units, as the SVG icons are.
constexpr double kUnits = 16;

QPen outline(const QColor &color, double width = 1.75)
{
    return QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void paintDashedCircle(QPainter &painter, const QColor &color)
{
    // Eight dashes, whatever the size: the pattern is counted in pen widths.
    constexpr double radius = 5.75;
    constexpr double width = 1.75;
    constexpr double part = 2 * 3.14159265358979 * radius / width / 16;
    QPen pen(color, width, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({part * 1.15, part * 0.85});
    painter.setPen(pen);
    painter.drawEllipse(QPointF(8, 8), radius, radius);
    painter.setPen(outline(color, 2));
    painter.drawLine(QPointF(5.6, 8), QPointF(10.4, 8));
}

void paintCrossInSquare(QPainter &painter, const QColor &color)
{
    // The cross is cut out, so that the ground shows through whatever it is.
    QPainterPath square;
    square.addRoundedRect(QRectF(1.75, 1.75, 12.5, 12.5), 2.5, 2.5);
    QPainterPath cross;
    cross.moveTo(5.4, 5.4);
    cross.lineTo(10.6, 10.6);
    cross.moveTo(10.6, 5.4);
    cross.lineTo(5.4, 10.6);
    QPainterPathStroker stroker;
    stroker.setWidth(1.9);
    stroker.setCapStyle(Qt::RoundCap);
    painter.setPen(Qt::NoPen);
    painter.fillPath(square.subtracted(stroker.createStroke(cross)), color);
}

void paintQuestionMark(QPainter &painter, const QColor &color)
{
    // A path, not a letter: the same with any font.
    QPainterPath hook(QPointF(5, 5.6));
    hook.cubicTo(5, 1.2, 11.2, 1.4, 11, 5.4);
    hook.cubicTo(10.9, 7.7, 8, 7.7, 8, 10);
    painter.setPen(outline(color, 2));
    painter.drawPath(hook);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(8, 13.2), 1.25, 1.25);
}

} // namespace

void paintStatusGlyph(QPainter &painter, const QRectF &area, TaskState state, const QColor &color)
{
    const double side = std::min(area.width(), area.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(area.center() - QPointF(side / 2, side / 2));
    painter.scale(side / kUnits, side / kUnits);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(outline(color));
    switch (state) {
    case TaskState::Queued:
        painter.drawEllipse(QPointF(8, 8), 5.5, 5.5);
        break;
    case TaskState::Running:
        painter.setBrush(color);
        painter.drawPolygon(QPolygonF {{4.6, 3.2}, {12.8, 8}, {4.6, 12.8}});
        break;
    case TaskState::CancelRequested:
        paintDashedCircle(painter, color);
        break;
    case TaskState::Succeeded:
        painter.setPen(outline(color, 2.25));
        painter.drawPolyline(QPolygonF {{2.8, 8.6}, {6.4, 12.2}, {13.2, 4.2}});
        break;
    case TaskState::Failed:
        paintCrossInSquare(painter, color);
        break;
    case TaskState::Canceled:
        painter.setPen(outline(color, 3));
        painter.drawLine(QPointF(3.5, 8), QPointF(12.5, 8));
        break;
    case TaskState::Unknown:
        paintQuestionMark(painter, color);
        break;
    }
    painter.restore();
}

QIcon statusIcon(TaskState state)
{
    return QIcon(new PaletteIconEngine(
        u"status-%1"_s.arg(static_cast<int>(state)),
        [state](QPainter &painter, const QRectF &area, const QColor &color) { paintStatusGlyph(painter, area, state, color); },
        [state](const QPalette &palette) { return statusColor(state, palette); }));
}

StatusGlyph::StatusGlyph(QWidget *parent)
    : QWidget(parent)
    , m_size(spacing::kGlyph)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StatusGlyph::setState(TaskState state)
{
    if (m_state == state)
        return;
    m_state = state;
    update();
}

void StatusGlyph::setGlyphSize(int pixels)
{
    m_size = pixels;
    updateGeometry();
    update();
}

QSize StatusGlyph::sizeHint() const
{
    return {m_size, m_size};
}

void StatusGlyph::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setClipRegion(event->region());
    paintStatusGlyph(painter, rect(), m_state, statusColor(m_state, palette()));
}

} // namespace taskglass
