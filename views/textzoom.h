// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QObject>

class QWidget;

namespace taskglass {

/// The window's text size in steps of a tenth around the desktop's own.
class TextZoom : public QObject
{
    Q_OBJECT

public:
    static constexpr int kSmallest = -3;
    static constexpr int kLargest = 10;

    explicit TextZoom(QWidget &window);
    void setStep(int step);
    [[nodiscard]] int step() const { return m_step; }

signals:
    void stepChanged(int step);

private:
    QWidget &m_window;
    QFont m_base;
    int m_step = 0;
};

} // namespace taskglass
