// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/capabilities.h"

#include "models/domain/command.h"

namespace taskglass {

const Ability &abilityFor(const Capabilities &can, CommandKind kind, bool byFilter)
{
    switch (kind) {
    case CommandKind::Cancel: return byFilter ? can.cancelByFilter : can.cancel;
    case CommandKind::Delete: return can.deleteTasks;
    case CommandKind::Rethrottle: return can.rethrottle;
    }
    Q_UNREACHABLE();
}

} // namespace taskglass
