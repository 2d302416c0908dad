// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/preferences.h"

#include <QString>

class QApplication;

namespace taskglass {

/// Switches between the desktop's looks and a light or dark scheme of our own. Made before anything changes the looks of
/// \a application, which must outlive it.
class ThemeSwitch
{
public:
    explicit ThemeSwitch(QApplication &application);
    /// Takes effect at once in all windows.
    void apply(Preferences::Theme theme);

private:
    QApplication &m_application;
    QString m_desktopStyle;
    Preferences::Theme m_theme = Preferences::Theme::System;
};

} // namespace taskglass
