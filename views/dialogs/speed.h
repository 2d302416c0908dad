// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/capabilities.h"
#include "models/domain/command.h"
#include "models/store/taskstore.h"

#include <QDialog>

class QDoubleSpinBox;
class QRadioButton;

namespace taskglass {

/// Whether the server can change the speed of this task now: it runs, and its type is one of Capabilities::rethrottleTypes.
[[nodiscard]] bool hasSpeed(const TaskStore &store, Slot slot, const Capabilities &can);
/// "500 requests a second", or "as fast as it goes" for -1.
[[nodiscard]] QString speedText(double requestsPerSecond);

/// Asks how fast some tasks shall work from now on. What was chosen still goes through the confirmation, as every command
/// does. Open it with open(); it deletes itself.
class SpeedDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a now: requests a second at present; -1 for no limit or when not known.
    SpeedDialog(const QList<TaskId> &ids, double now, QWidget *parent);

signals:
    void chosen(const taskglass::CommandDraft &draft);

private:
    QList<TaskId> m_ids;
    QRadioButton *m_unlimited;
    QRadioButton *m_limited;
    QDoubleSpinBox *m_rate;
};

} // namespace taskglass
