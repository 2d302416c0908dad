// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/timelinebar.h"

#include "models/table/format.h"
#include "views/style/spacing.h"
#include "views/style/statuscolors.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace taskglass {

namespace {

constexpr int kBarHeight = 20;
constexpr double kLeastWidth = 28;

using Kind = TimelinePart::Kind;

} // namespace

TimelineBar::TimelineBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus); // so that its sentence can be reached by keyboard
}

void TimelineBar::setParts(const QList<TimelinePart> &parts, TaskState state, const QString &sentence)
{
    m_state = state;
    if (accessibleName() != sentence)
        setAccessibleName(sentence);
    const bool grows = parts.size() != m_parts.size();
    m_parts = parts;
    if (grows)
        updateGeometry();
    update();
}

QSize TimelineBar::sizeHint() const
{
    // Each label has a line of its own, so that none is ever cut however short its part is.
    return {320, kBarHeight + spacing::kGroup + static_cast<int>(std::max<qsizetype>(1, m_parts.size())) * (fontMetrics().height() + 2) + 4};
}

QSize TimelineBar::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

QList<QRectF> TimelineBar::partRects() const
{
    QList<DurationNs> lengths;
    for (const TimelinePart &part : m_parts)
        lengths.append(part.length());
    const double total = width() - 2;
    QList<QRectF> rects;
    double x = 1;
    for (const double w : timelineWidths(lengths, total, kLeastWidth)) {
        const double left = layoutDirection() == Qt::RightToLeft ? width() - x - w : x;
        rects.append(QRectF(left, 1, w, kBarHeight));
        x += w;
    }
    return rects;
}

bool TimelineBar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QList<QRectF> rects = partRects();
    for (qsizetype i = 0; i < rects.size(); ++i) {
        const TimelinePart &part = m_parts.at(i);
        if (!rects.at(i).contains(help->pos()))
            continue;
        const QString until = part.open ? tr("now") : formatTimestampFull(part.end);
        //: %1 such as "Ran 3 min 4 s"; %2 and %3 are exact times
        QToolTip::showText(help->globalPos(), plainToolTip(tr("%1\n%2 to %3").arg(timelineLabel(part), formatTimestampFull(part.begin), until)), this);
        return true;
    }
    QToolTip::hideText();
    event->ignore();
    return true;
}

void TimelineBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QList<QRectF> rects = partRects();
    for (qsizetype i = 0; i < rects.size(); ++i)
        paintPart(painter, rects.at(i).adjusted(0.5, 0.5, -0.5, -0.5), m_parts.at(i));
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(1, 1, width() - 2, kBarHeight), 4, 4);
    }
    paintLabels(painter, rects);
}

void TimelineBar::paintPart(QPainter &painter, const QRectF &area, const TimelinePart &part) const
{
    switch (part.kind) {
    case Kind::Waited: {
        const QColor color = statusColor(TaskState::Queued, palette());
        painter.setPen(QPen(color, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(area, 3, 3);
        painter.setBrush(QBrush(color, Qt::BDiagPattern));
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(area, 3, 3);
        break;
    }
    case Kind::Ran:
        painter.setPen(Qt::NoPen);
        painter.setBrush(statusColor(isFinal(m_state) ? m_state : TaskState::Running, palette()));
        painter.drawRoundedRect(area, 3, 3);
        break;
    case Kind::CancelRequested: {
        QPen pen(statusColor(TaskState::CancelRequested, palette()), 2);
        pen.setDashPattern({2, 2});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 3, 3);
        break;
    }
    }
}

void TimelineBar::paintLabels(QPainter &painter, const QList<QRectF> &rects) const
{
    const int lineHeight = fontMetrics().height() + 2;
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    QList<QRectF> labels;
    for (qsizetype i = 0; i < rects.size(); ++i) {
        // Under its part's beginning, never beyond the edge, in the first line where it touches no other.
        const double textWidth = fontMetrics().horizontalAdvance(timelineLabel(m_parts.at(i))) + 2;
        double x = rightToLeft ? rects.at(i).right() - textWidth : rects.at(i).left();
        x = std::clamp(x, 0.0, std::max(0.0, width() - textWidth));
        QRectF label(x, kBarHeight + spacing::kInside, textWidth, lineHeight);
        const auto touches = [&label](const QRectF &other) {
            return label.adjusted(-spacing::kGroup, 0, spacing::kGroup, 0).intersects(other.adjusted(0, 1, 0, -1));
        };
        while (std::any_of(labels.cbegin(), labels.cend(), touches))
            label.translate(0, lineHeight);
        labels.append(label);
    }
    painter.setPen(QPen(palette().color(QPalette::Mid), 1));
    for (qsizetype i = 0; i < rects.size(); ++i) {
        const double edge = rightToLeft ? rects.at(i).right() - 0.5 : rects.at(i).left() + 0.5;
        if (labels.at(i).top() > kBarHeight + spacing::kInside)
            painter.drawLine(QPointF(edge, kBarHeight + 2), QPointF(edge, labels.at(i).top() + 2));
    }
    painter.setPen(palette().color(QPalette::WindowText));
    for (qsizetype i = 0; i < rects.size(); ++i) {
        painter.fillRect(labels.at(i), palette().color(QPalette::Window)); // guide lines pass behind the words
        painter.drawText(labels.at(i), static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, timelineLabel(m_parts.at(i)));
    }
}

} // namespace taskglass
