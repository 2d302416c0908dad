// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/textzoom.h"

#include <QWidget>

#include <algorithm>

namespace taskglass {

TextZoom::TextZoom(QWidget &window)
    : QObject(&window)
    , m_window(window)
    , m_base(window.font())
{
}

void TextZoom::setStep(int step)
{
    step = std::clamp(step, kSmallest, kLargest);
    if (step == m_step)
        return;
    m_step = step;
    QFont font = m_base;
    const double factor = 1.0 + 0.1 * step;
    if (m_base.pointSizeF() > 0)
        font.setPointSizeF(m_base.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(m_base.pixelSize() * factor));
    m_window.setFont(font);
    // Menus and item views with a font of their own from the platform do not inherit it.
    for (QWidget *const widget : m_window.findChildren<QWidget *>()) {
        if (!widget->isWindow() && widget->testAttribute(Qt::WA_SetFont))
            continue;
        if (widget->inherits("QMenuBar") || widget->inherits("QAbstractItemView") || widget->inherits("QToolButton"))
            widget->setFont(font);
    }
    emit stepChanged(step);
}

} // namespace taskglass
