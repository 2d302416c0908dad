// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QCoreApplication;

namespace taskglass {

/// Installs the program's and Qt's own translations for \a language ("de", "pt_BR"), or for the desktop's when empty.
/// English has a file too: for its plurals.
void installTranslators(QCoreApplication &application, const QString &language);

/// The languages that the program brings texts for: "de", "en". Call after installTranslators().
[[nodiscard]] QStringList availableLanguages();

} // namespace taskglass
