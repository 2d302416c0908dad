// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/connectionstatus.h"
#include "models/domain/task.h"
#include "models/domain/taskpage.h"

#include <QList>
#include <QString>

namespace taskglass {

/// One row of the Summary tab. Label ours and translated; value perhaps the server's own text, so always plain.
struct TaskFact
{
    QString id;       ///< Stable; two facts with the same id are the same row.
    QString label;
    QString value;
    QString toolTip;  ///< Plain text.
    TaskId link;      ///< A task to go to; empty when the value is only text.
    QString filter;   ///< Shows the tasks that have this value too; empty when there is no such filter.
    QString whole;    ///< The value is only its beginning: this is all of it; empty when it is whole.
    [[nodiscard]] bool leadsOn() const { return !link.isEmpty() || !filter.isEmpty() || !whole.isEmpty(); }
    bool operator==(const TaskFact &) const = default;
};

/// Now by the server's clock, as far as that is known: ages are counted without the skew.
[[nodiscard]] EpochNs serverNow(EpochNs now, const ConnectionStatus &status);

/// What is known about \a task in rows, in a fixed order; those without a value are left out. \a now by our clock;
/// \a nodes: the server's machines.
[[nodiscard]] QList<TaskFact> taskFacts(const Task &task, const ConnectionStatus &status, EpochNs now, const QList<NodeInfo> &nodes = {});

/// What \a task's state is called: for one that ended without a word, that.
[[nodiscard]] QString stateSentence(const Task &task);
/// Why the last of \a task is all there is to see; empty while the server lists it. \a now by our clock.
[[nodiscard]] QString goneSentence(const Task &task, const Capabilities &can, EpochNs now);

/// "Seen running since 14:02:11; the server now says 14:03:00.", when the server took back what it had said; else empty.
[[nodiscard]] QString startEvidence(const Task &task, EpochNs now);

} // namespace taskglass
