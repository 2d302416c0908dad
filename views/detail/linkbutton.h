// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace taskglass {

/// A flat button that looks like a link: reachable by Tab, pressed by Space and Enter, never rich text. '&' is literal.
class LinkButton : public QPushButton
{
    Q_OBJECT

public:
    explicit LinkButton(QWidget *parent = nullptr);
    void setPlainText(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    QSize sizeHint() const override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_text;
};

} // namespace taskglass
