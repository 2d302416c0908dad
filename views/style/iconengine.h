// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIconEngine>
#include <QPalette>

#include <functional>

namespace taskglass {

/// An icon that is drawn anew in the palette's colour for each size and scale, so that it follows a change from light to
/// dark by itself and is sharp at any factor. Pixmaps are cached by QPixmapCache.
class PaletteIconEngine : public QIconEngine
{
public:
    using Draw = std::function<void(QPainter &painter, const QRectF &area, const QColor &color)>;
    using Color = std::function<QColor(const QPalette &palette)>;

    /// \a cacheKey names the drawing, the same for the same \a draw. Without \a color the palette's text colour is used.
    PaletteIconEngine(QString cacheKey, Draw draw, Color color = {});

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override;
    bool isNull() override { return false; }

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const;

    QString m_cacheKey;
    Draw m_draw;
    Color m_color;
};

} // namespace taskglass
