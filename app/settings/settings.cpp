// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

QString wordFor(Preferences::Theme theme)
{
    switch (theme) {
    case Preferences::Theme::System: return u"system"_s;
    case Preferences::Theme::Light: return u"light"_s;
    case Preferences::Theme::Dark: return u"dark"_s;
    }
    Q_UNREACHABLE();
}

QString wordFor(Preferences::Density density)
{
    switch (density) {
    case Preferences::Density::Comfortable: return u"comfortable"_s;
    case Preferences::Density::Normal: return u"normal"_s;
    case Preferences::Density::Compact: return u"compact"_s;
    }
    Q_UNREACHABLE();
}

QString wordFor(Preferences::TimeZone zone)
{
    switch (zone) {
    case Preferences::TimeZone::Local: return u"local"_s;
    case Preferences::TimeZone::Utc: return u"utc"_s;
    }
    Q_UNREACHABLE();
}

const ServerProfile *Settings::serverNamed(const QString &name) const
{
    const auto found = std::find_if(servers.begin(), servers.end(), [&name](const ServerProfile &profile) {
        return profile.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == servers.end() ? nullptr : &*found;
}

const ServerProfile *Settings::serverWithId(const QString &id) const
{
    const auto found = std::find_if(servers.begin(), servers.end(),
                                    [&id](const ServerProfile &profile) { return profile.id == id; });
    return found == servers.end() ? nullptr : &*found;
}

} // namespace taskglass
