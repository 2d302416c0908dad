// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/serverprofile.h"

#include <QWidget>

namespace taskglass {

/// A coloured strip with the word along the window's top edge while a production server is shown; else hidden.
class EnvironmentStrip : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentStrip(QWidget *parent = nullptr);
    void setServer(const QString &name, Environment environment);
    void clear();
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace taskglass
