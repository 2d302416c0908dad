// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasktable/newrowspill.h"

#include "views/style/spacing.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace taskglass {

NewRowsPill::NewRowsPill(QWidget *table)
    : QPushButton(table)
{
    setObjectName(u"newRowsPill"_s);
    setCursor(Qt::PointingHandCursor);
    // Reached by N from the table; a stop in the tab order that comes and goes would be in the way.
    setFocusPolicy(Qt::NoFocus);
    hide();
    table->installEventFilter(this);
}

void NewRowsPill::setCount(int count)
{
    if (count == m_count)
        return;
    m_count = count;
    setText(tr("%Ln new ↑", nullptr, count));
    setAccessibleName(tr("%Ln new task(s) wait", nullptr, count));
    setToolTip(tr("Show the new rows (N)"));
    setVisible(count > 0);
    place();
}

void NewRowsPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // A ring in the table's own colour sets it off from selected rows, which have the pill's colour.
    const QRectF pill = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(palette().color(QPalette::Base), 2));
    painter.setBrush(palette().color(isDown() ? QPalette::Dark : QPalette::Highlight));
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(palette().color(QPalette::HighlightedText));
    painter.drawText(rect(), Qt::AlignCenter, text());
}

bool NewRowsPill::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QPushButton::eventFilter(watched, event);
}

void NewRowsPill::place()
{
    const QSize size(fontMetrics().horizontalAdvance(text()) + 2 * spacing::kSection,
                     qMax(spacing::kTarget, fontMetrics().height() + spacing::kGroup));
    const QRect area = parentWidget()->rect().adjusted(spacing::kGroup, spacing::kTarget + spacing::kSection,
                                                       -spacing::kSection - spacing::kGroup, -spacing::kGroup);
    setGeometry(QStyle::alignedRect(layoutDirection(), Qt::AlignRight | Qt::AlignTop, size, area));
    raise();
}

} // namespace taskglass
