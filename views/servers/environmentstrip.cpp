// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/servers/environmentstrip.h"

#include "views/servers/serverdelegate.h"
#include "views/states/situation.h"
#include "views/style/spacing.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace taskglass {

EnvironmentStrip::EnvironmentStrip(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"environmentStrip"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void EnvironmentStrip::setServer(const QString &name, Environment environment)
{
    m_text = tr("%1 · %2").arg(environmentText(environment).toUpper(), name);
    setAccessibleName(m_text);
    setVisible(environment == Environment::Production);
    update();
}

void EnvironmentStrip::clear() { hide(); }

QSize EnvironmentStrip::sizeHint() const { return {100, fontMetrics().height() + spacing::kInside}; }

void EnvironmentStrip::paintEvent(QPaintEvent *)
{
    const QColor fill = environmentColor(Environment::Production, palette());
    // White on the dark red of the light scheme, black on the bright red of the dark one: above 4.5:1 both.
    QPainter painter(this);
    painter.fillRect(rect(), fill);
    painter.setPen(fill.lightnessF() < 0.4F ? Qt::white : Qt::black);
    QFont font = painter.font();
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    const QRect inner = rect().adjusted(spacing::kGroup, 0, -spacing::kGroup, 0);
    painter.drawText(inner, Qt::AlignCenter, QFontMetrics(font).elidedText(m_text, Qt::ElideRight, inner.width()));
}

} // namespace taskglass
