// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/taskstate.h"

#include <QIcon>
#include <QRectF>
#include <QWidget>

class QColor;
class QPainter;

namespace taskglass {

/// Paints a state's shape, centred in the largest square of \a area, in \a color. Shapes alone tell the states apart:
/// hollow circle, right triangle, dashed circle with bar, check, cross in a square, horizontal bar, question mark.
/// In a selected row pass the palette's HighlightedText.
void paintStatusGlyph(QPainter &painter, const QRectF &area, TaskState state, const QColor &color);

/// The same as an icon of any size; it follows the palette, and is HighlightedText when painted as selected.
[[nodiscard]] QIcon statusIcon(TaskState state);

/// A glyph of fixed size beside a label. Decoration only: the word stands next to it, so screen readers skip it.
class StatusGlyph : public QWidget
{
    Q_OBJECT

public:
    explicit StatusGlyph(QWidget *parent = nullptr);
    void setState(TaskState state);
    [[nodiscard]] TaskState state() const { return m_state; }
    /// In device-independent pixels; spacing::kGlyph at first.
    void setGlyphSize(int pixels);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TaskState m_state = TaskState::Unknown;
    int m_size;
};

} // namespace taskglass
