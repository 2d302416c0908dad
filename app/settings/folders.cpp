// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/folders.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace taskglass {

Folders Folders::standard(const QString &configOverride)
{
    Folders folders;
    folders.config = configOverride.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + "/taskglass"_L1
        : QDir(configOverride).absolutePath();
    folders.data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/taskglass"_L1;
    // The rules say that a relative path in the variable is to be ignored.
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    folders.state = (QDir::isAbsolutePath(state) ? state : QDir::homePath() + "/.local/state"_L1) + "/taskglass"_L1;
    return folders;
}

} // namespace taskglass
