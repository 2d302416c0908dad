// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace taskglass {

/// What the window shows without a server: one button to add one, one to try it with sample data, and what is supported.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);
    void focusFirst();

signals:
    void addServerRequested();
    void sampleRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitFonts();
    QLabel *m_glyph = nullptr;
    QLabel *m_title = nullptr;
    QPushButton *m_add = nullptr;
};

} // namespace taskglass
