// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/serverprofile.h"

#include <QList>
#include <QString>

namespace taskglass {

/// What the user chose once for all windows. Every value has a default and a range; what a file says beyond it is
/// replaced by the default when read.
struct Preferences
{
    enum class Theme : quint8 { System, Light, Dark };

    int textPercent = 100;         ///< Size of the text in percent of the desktop's, 50 … 300.
    int intervalMs = 1000;         ///< For new connections, 1 s … 15 min.
    QList<QString> columns;        ///< Ids of models/table/columns.h in order; empty: the defaults.
    bool confirmSingleTask = true; ///< Ask before one task is cancelled outside production.
    int undoSeconds = 5;           ///< How long a cancel is held back, 0 … 60.
    Theme theme = Theme::System;
    QString language;              ///< "de", "pt_BR"; empty: the desktop's.
    bool operator==(const Preferences &) const = default;
};
[[nodiscard]] QString wordFor(Preferences::Theme theme);

/// All that is kept between two starts. Never holds a secret: those are Credentials.
struct Settings
{
    QList<ServerProfile> servers;   ///< Names are unique regardless of case.
    Preferences preferences;
    QList<QString> lastSession;     ///< Ids of the servers that were open at the end.
    QByteArray windowState;         ///< What the window says about its own layout; opaque here.
    bool operator==(const Settings &) const = default;

    /// Null when none has that name (case does not matter).
    [[nodiscard]] const ServerProfile *serverNamed(const QString &name) const;
    [[nodiscard]] const ServerProfile *serverWithId(const QString &id) const;
};

} // namespace taskglass
