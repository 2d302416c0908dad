// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/preferences.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QSpinBox;

namespace taskglass {

/// What the user chooses once for all windows. Open it with open(); nothing changes before OK.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a languages: those that there are texts for, "de"; offered beside the desktop's.
    PreferencesDialog(const Preferences &preferences, const QStringList &languages, QWidget *parent = nullptr);

    [[nodiscard]] Preferences preferences() const;

signals:
    void chosen(const taskglass::Preferences &preferences);

public:
    void accept() override;

private:
    void buildAppearance(QFormLayout &form, const QStringList &languages);
    void buildTimes(QFormLayout &form);
    void buildServers(QFormLayout &form);
    void buildCanceling(QFormLayout &form);
    void fill(const Preferences &preferences);

    Preferences m_base; ///< What the fields do not show is kept from here.
    QComboBox *m_theme = nullptr;
    QComboBox *m_language = nullptr;
    QComboBox *m_density = nullptr;
    QComboBox *m_zone = nullptr;
    QComboBox *m_relative = nullptr;
    QComboBox *m_interval = nullptr;
    QSpinBox *m_undo = nullptr;
    QCheckBox *m_ask = nullptr;
};

} // namespace taskglass
