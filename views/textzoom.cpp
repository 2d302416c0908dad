// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/textzoom.h"

#include <QMenuBar>
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
    // The platform may give menu bars a font of their own, which they do not inherit.
    for (QMenuBar *const bar : m_window.findChildren<QMenuBar *>())
        bar->setFont(font);
    emit stepChanged(step);
}

} // namespace taskglass
