// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/preferences.h"
#include "models/domain/serverprofile.h"

#include <QList>
#include <QString>

namespace taskglass {

/// The words of the settings file.
[[nodiscard]] QString wordFor(Preferences::Theme theme);
[[nodiscard]] QString wordFor(Preferences::Density density);
[[nodiscard]] QString wordFor(Preferences::TimeZone zone);

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
