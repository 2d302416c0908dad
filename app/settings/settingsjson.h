// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "models/domain/result.h"

#include <QByteArray>

namespace taskglass {

/// The file's version that this program writes. A larger one is never overwritten.
inline constexpr int kSettingsVersion = 1;

/// What a settings file said, and what of it could not be taken as it stands.
struct ReadSettings
{
    Settings settings;
    int version = kSettingsVersion;
    QList<QString> problems; ///< A translated sentence each, for the user.
};

/// JSON text, indented, for people who look into it.
[[nodiscard]] QByteArray settingsToJson(const Settings &settings);

/// Reads what settingsToJson() wrote, or an older version did. Values out of range become defaults and are named in
/// problems; text that is not a settings file at all (torn, empty, not JSON) is an error.
[[nodiscard]] Result<ReadSettings> settingsFromJson(const QByteArray &json);

/// A profile as it may be used: URL of http(s) with a host and without user info, a name, ranges kept. On failure the
/// sentence says what is wrong.
[[nodiscard]] Result<ServerProfile> checkedProfile(ServerProfile profile);

/// The opposite of wordFor(ServerKind) and wordFor(Environment); empty for any other word.
[[nodiscard]] std::optional<ServerKind> serverKindFromWord(QStringView word);
[[nodiscard]] std::optional<Environment> environmentFromWord(QStringView word);

} // namespace taskglass
