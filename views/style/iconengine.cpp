// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/iconengine.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPixmapCache>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass {

PaletteIconEngine::PaletteIconEngine(QString cacheKey, Draw draw, Color color)
    : m_cacheKey(std::move(cacheKey))
    , m_draw(std::move(draw))
    , m_color(std::move(color))
{
}

QColor PaletteIconEngine::colorFor(QIcon::Mode mode) const
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    case QIcon::Selected:
        return palette.color(QPalette::Active, QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        break;
    }
    return m_color ? m_color(palette) : palette.color(QPalette::Active, QPalette::ButtonText);
}

void PaletteIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    const int side = std::min(rect.width(), rect.height());
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    m_draw(*painter, square, colorFor(mode));
}

QPixmap PaletteIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1);
}

QPixmap PaletteIconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale)
{
    // Qt hands over device pixels here and sets the ratio on the result itself.
    Q_UNUSED(scale)
    const QString key = u"taskglass/%1/%2x%3/%4"_s.arg(m_cacheKey)
                            .arg(size.width())
                            .arg(size.height())
                            .arg(colorFor(mode).rgba(), 8, 16, '0'_L1);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIconEngine *PaletteIconEngine::clone() const
{
    return new PaletteIconEngine(*this);
}

} // namespace taskglass
