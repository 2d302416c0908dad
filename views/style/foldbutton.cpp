// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/foldbutton.h"

#include "views/style/spacing.h"

#include <QScreen>

namespace taskglass {

namespace {
Qt::ArrowType closedArrow(const QWidget &widget) { return widget.layoutDirection() == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow; }
} // namespace

FoldButton::FoldButton(const QString &text, QWidget *parent)
    : QToolButton(parent)
{
    setText(text);
    setCheckable(true);
    setAutoRaise(true);
    setArrowType(closedArrow(*this));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QToolButton::toggled, this, &FoldButton::unfold);
}

void FoldButton::setContent(QWidget *content)
{
    m_content = content;
    content->setVisible(isChecked());
}

void FoldButton::unfold(bool open)
{
    setArrowType(open ? Qt::DownArrow : closedArrow(*this));
    if (!m_content)
        return;
    QWidget *const top = window();
    const auto height = [this] { return m_content->sizeHint().boundedTo(m_content->maximumSize()).height() + spacing::kGroup; };
    const int before = height();
    m_content->setVisible(open);
    if (!top->isVisible())
        return; // it has not got its size yet
    const int by = open ? height() : before; // what is hidden may not know its height yet
    const int most = top->screen()->availableGeometry().height();
    top->resize(top->width(), qMin(most, top->height() + (open ? by : -by)));
}

} // namespace taskglass
