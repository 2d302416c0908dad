// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/filterbar/filteredit.h"

#include "views/style/icons.h"
#include "views/style/statuscolors.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFrame>

using namespace Qt::StringLiterals;

namespace taskglass {

FilterEdit::FilterEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setObjectName(u"filterEdit"_s);
    setAccessibleName(tr("Filter"));
    setPlaceholderText(tr("Filter, e.g. status:failed index:books ran>30s"));
    setClearButtonEnabled(true);
    m_icon = addAction(icon(Icon::Error), TrailingPosition);
    m_icon->setVisible(false);
}

void FilterEdit::setError(const std::optional<FilterError> &error)
{
    m_error = error;
    m_icon->setVisible(error.has_value());
    const QString text = error ? tr("Position %1: %2").arg(error->position + 1).arg(error->message) : QString();
    m_icon->setText(text);
    m_icon->setToolTip(text.toHtmlEscaped());
    setAccessibleDescription(text);
    update();
}

int FilterEdit::xOf(int position) const
{
    // QLineEdit shows the cursor at cursorRect(); the distance between two positions is the text between them.
    const int cursor = cursorPosition();
    const QString shown = displayText();
    const int center = cursorRect().center().x();
    const int sign = layoutDirection() == Qt::RightToLeft && !shown.isEmpty() && shown.isRightToLeft() ? -1 : 1;
    if (position <= cursor)
        return center - sign * fontMetrics().horizontalAdvance(shown.sliced(position, cursor - position));
    return center + sign * fontMetrics().horizontalAdvance(shown.sliced(cursor, position - cursor));
}

void FilterEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!m_error)
        return;
    const int length = int(displayText().size());
    const int from = qBound(0, m_error->position, length);
    const int to = qBound(from, m_error->position + qMax(1, m_error->length), length);
    int left = xOf(from);
    int right = to > from ? xOf(to) : left + fontMetrics().averageCharWidth();
    if (left > right)
        std::swap(left, right);
    QStyleOptionFrame option;
    initStyleOption(&option);
    const QRect inner = style()->subElementRect(QStyle::SE_LineEditContents, &option, this);
    const int base = inner.center().y() + (fontMetrics().height() + 1) / 2;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(inner);
    painter.setPen(QPen(statusColor(TaskState::Failed, palette()), 1.5));
    QPolygonF wave;
    for (int x = left, up = 0; x <= right; x += 3, up = 1 - up)
        wave.append(QPointF(x, qMin(base, inner.bottom() - 2) + (up ? 0 : 2)));
    painter.drawPolyline(wave);
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        event->accept();
        emit escaped();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

bool FilterEdit::event(QEvent *event)
{
    // Esc belongs to the line while it has the focus, whatever shortcuts the window has.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

} // namespace taskglass
