// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/capabilities.h"
#include "views/actionspecs.h"

#include <QAction>
#include <QObject>
#include <QString>

#include <array>

namespace taskglass {

/// Owns the window's QActions.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent = nullptr);

    [[nodiscard]] QAction *operator[](ActionId id) const { return m_actions[std::size_t(id)]; }
    /// Makes the keys of KeyScope::Window work in \a window, those of KeyScope::Pane while \a pane or something in it has
    /// the focus, those of KeyScope::Table while \a table has it.
    void install(QWidget *window, QWidget *pane, QWidget *table);
    /// Enables the action or not; the reason of a "no" joins its tool tip.
    void setAbility(ActionId id, const Ability &ability);
    /// Why the action is disabled; empty when it is not, or when no reason was given.
    [[nodiscard]] QString reason(ActionId id) const { return m_reasons[std::size_t(id)]; }
    void retranslate();

private:
    void updateToolTip(ActionId id);

    std::array<QAction *, kActionCount> m_actions {};
    std::array<QString, kActionCount> m_reasons;
};

} // namespace taskglass
