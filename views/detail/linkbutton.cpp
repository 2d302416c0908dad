// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/linkbutton.h"

#include "views/style/plaintext.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>

namespace taskglass {

LinkButton::LinkButton(QWidget *parent)
    : QPushButton(parent)
{
    setFlat(true);
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setMinimumWidth(fontMetrics().averageCharWidth() * 4); // a long id is shortened rather than pushing the pane out of sight
}

void LinkButton::setPlainText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    setText(withoutMnemonics(text));
    setAccessibleName(text);
    updateGeometry();
}

QSize LinkButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 10, fontMetrics().height() + 4};
}

void LinkButton::keyPressEvent(QKeyEvent *event)
{
    // Outside of dialogs QPushButton leaves Enter alone; a link is followed by it everywhere.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QPushButton::keyPressEvent(event);
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont underlined = font();
    underlined.setUnderline(true);
    painter.setFont(underlined);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::Link));
    painter.drawText(rect().adjusted(3, 2, 0, -2), static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_text, Qt::ElideMiddle, width() - 4));
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect = rect();
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

} // namespace taskglass
