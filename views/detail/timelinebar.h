// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/detail/timelineparts.h"

#include <QWidget>

namespace taskglass {

/// A task's life as one horizontal bar to scale: waited hatched, ran solid, the answer to a cancel dashed. The length of
/// each part stands under it.
class TimelineBar : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineBar(QWidget *parent = nullptr);
    /// \a state colours what ran; \a sentence is what screen readers hear.
    void setParts(const QList<TimelinePart> &parts, TaskState state, const QString &sentence);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QList<QRectF> partRects() const;
    void paintPart(QPainter &painter, const QRectF &area, const TimelinePart &part) const;
    void paintLabels(QPainter &painter, const QList<QRectF> &rects) const;

    QList<TimelinePart> m_parts;
    TaskState m_state = TaskState::Unknown;
};

} // namespace taskglass
