// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/server.h"
#include "models/domain/result.h"

#include <QString>
#include <QStringList>

namespace taskglass::localqueue {

/// What the program `taskglass-queue` was asked to do.
struct QueueCommand
{
    enum class What { Serve, Help, Version };
    What what = What::Serve;
    LocalQueueOptions options;
    QString readyFile;      ///< The address is written here, too, once connections are accepted; empty: nowhere.
};

/// Reads \a arguments (the first is the program's name), and the key file and certificate they name. Any error is wrong
/// usage: its message is for people, one sentence.
[[nodiscard]] Result<QueueCommand> parseCommandLine(const QStringList &arguments);

/// What --help prints.
[[nodiscard]] QString helpText();

} // namespace taskglass::localqueue
