// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace taskglass {

/// Where things are kept, by the XDG base directory rules. None is created here.
struct Folders
{
    QString config; ///< $XDG_CONFIG_HOME/taskglass, or what --config says.
    QString state;  ///< $XDG_STATE_HOME/taskglass: the audit file. (QStandardPaths has it from Qt 6.7 only.)
    QString data;   ///< $XDG_DATA_HOME/taskglass: the demo's queue.

    /// \a configOverride is the value of --config, or empty.
    [[nodiscard]] static Folders standard(const QString &configOverride);
};

} // namespace taskglass
