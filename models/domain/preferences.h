// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace taskglass {

/// What the user chose once for all windows. A value, so that settings keep what views apply. Every field has a default
/// and a range; what a file says beyond it is replaced by the default when read.
struct Preferences
{
    enum class Theme : quint8 { System, Light, Dark };
    /// How much air a row of the table has.
    enum class Density : quint8 { Comfortable, Normal, Compact };
    enum class TimeZone : quint8 { Local, Utc };

    static constexpr int kUntilTold = -1;

    int intervalMs = 1000;         ///< For new connections, 1 s … 15 min.
    bool confirmSingleTask = true; ///< Ask before one task is cancelled outside production.
    int undoSeconds = 5;           ///< How long a cancel is held back, 0 … 60; kUntilTold: until sent by hand.
    Theme theme = Theme::System;
    Density density = Density::Comfortable;
    TimeZone timeZone = TimeZone::Local;
    bool relativeTimes = false;    ///< "5 min ago" instead of the time of day.
    QString language;              ///< "de", "pt_BR"; empty: the desktop's. Takes effect at the next start.
    bool operator==(const Preferences &) const = default;
};

} // namespace taskglass

Q_DECLARE_METATYPE(taskglass::Preferences)
