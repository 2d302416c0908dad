// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace taskglass {

/// A ground with the bar of the failed colour at its leading edge.
class ErrorCard : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A word of a program (an error code) in the fixed font on a rounded ground; selectable plain text.
class CodeTag : public QLabel
{
    Q_OBJECT

public:
    explicit CodeTag(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace taskglass
