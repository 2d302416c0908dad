// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "models/domain/result.h"

#include <QString>

#include <functional>
#include <optional>

namespace taskglass {

/// Where the settings are kept: one JSON file, replaced as a whole so that a crash leaves the old or the new one. Several
/// programs may use it at once; change() holds a lock from reading to writing. The folder is injected and created when
/// something is first saved.
class SettingsFile
{
public:
    explicit SettingsFile(QString folder);

    /// What the file says; the defaults when there is none. A damaged file is moved aside ("settings.json.damaged-…") and
    /// told in problems(). Call once before settings().
    void load();
    [[nodiscard]] const Settings &settings() const { return m_settings; }
    /// Sentences for the user about the last load().
    [[nodiscard]] const QList<QString> &problems() const { return m_problems; }

    /// Reads the file afresh, lets \a edit change it, and writes it. Empty when saved; else why not, and settings() is
    /// what the file holds still.
    [[nodiscard]] std::optional<Error> change(const std::function<void(Settings &)> &edit);

    [[nodiscard]] QString path() const;

private:
    void moveAside(const QString &why);
    [[nodiscard]] std::optional<Error> write(const Settings &settings) const;

    QString m_folder;
    Settings m_settings;
    QList<QString> m_problems;
    bool m_newer = false; ///< A newer program wrote the file: saving would lose what this one does not know.
};

} // namespace taskglass
