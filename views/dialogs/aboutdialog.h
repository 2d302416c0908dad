// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace taskglass {

/// What this is, which version, under which licence, and what it runs on, as text that can be copied into a report. Open
/// it with open(); it deletes itself.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent);
};

} // namespace taskglass
