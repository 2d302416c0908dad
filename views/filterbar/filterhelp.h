// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace taskglass {

/// How filters are written, by example; a row's button puts its example into the filter bar. Not modal.
class FilterHelp : public QDialog
{
    Q_OBJECT

public:
    explicit FilterHelp(QWidget *parent = nullptr);

signals:
    void exampleChosen(const QString &text);
};

} // namespace taskglass
