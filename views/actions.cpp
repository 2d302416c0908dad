// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/actions.h"

#include <QCoreApplication>
#include <QKeySequence>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

QString translated(const char *text) { return QCoreApplication::translate("Actions", text); }

Qt::ShortcutContext contextOf(KeyScope scope)
{
    switch (scope) {
    case KeyScope::Window: return Qt::WindowShortcut;
    case KeyScope::Pane: return Qt::WidgetWithChildrenShortcut;
    case KeyScope::Table: return Qt::WidgetShortcut;
    }
    Q_UNREACHABLE();
}

QList<QKeySequence> sequences(const char *keys)
{
    QList<QKeySequence> result;
    const QStringList parts = QString::fromLatin1(keys).split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        result.append(QKeySequence(part, QKeySequence::PortableText));
    return result;
}

} // namespace

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    for (const ActionSpec &spec : actionSpecs()) {
        auto *action = new QAction(this);
        action->setObjectName(spec.name);
        action->setCheckable(spec.checkable);
        if (spec.icon)
            action->setIcon(taskglass::icon(*spec.icon));
        action->setShortcuts(sequences(spec.keys));
        action->setShortcutContext(contextOf(spec.scope));
        m_actions[std::size_t(spec.id)] = action;
    }
    m_actions[std::size_t(ActionId::Quit)]->setMenuRole(QAction::QuitRole);
    m_actions[std::size_t(ActionId::EditPreferences)]->setMenuRole(QAction::PreferencesRole);
    m_actions[std::size_t(ActionId::About)]->setMenuRole(QAction::AboutRole);
    retranslate();
}

void Actions::install(QWidget *window, QWidget *pane, QWidget *table)
{
    const auto widgetOf = [=](KeyScope scope) {
        switch (scope) {
        case KeyScope::Window: return window;
        case KeyScope::Pane: return pane;
        case KeyScope::Table: return table;
        }
        Q_UNREACHABLE();
    };
    for (const ActionSpec &spec : actionSpecs())
        widgetOf(spec.scope)->addAction(m_actions[std::size_t(spec.id)]);
}

void Actions::setAbility(ActionId id, const Ability &ability)
{
    const auto i = std::size_t(id);
    const QString reason = ability.allowed ? QString() : ability.reason;
    if (m_actions[i]->isEnabled() == ability.allowed && m_reasons[i] == reason)
        return;
    m_actions[i]->setEnabled(ability.allowed);
    m_reasons[i] = reason;
    updateToolTip(id);
}

void Actions::retranslate()
{
    for (const ActionSpec &spec : actionSpecs()) {
        m_actions[std::size_t(spec.id)]->setText(translated(spec.text));
        updateToolTip(spec.id);
    }
}

void Actions::updateToolTip(ActionId id)
{
    const auto i = std::size_t(id);
    QAction *const action = m_actions[i];
    const QString help = translated(actionSpec(id).help);
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    QString tip = keys.isEmpty() ? help : tr("%1 (%2)").arg(help, keys);
    if (!m_reasons[i].isEmpty())
        tip = tr("%1\nNot now: %2").arg(tip, m_reasons[i]);
    // Reasons may carry a server's name or words: escaped, so that Qt never takes them for rich text.
    QString html = tip.toHtmlEscaped();
    html.replace(u'\n', "<br>"_L1);
    action->setToolTip("<p style='white-space:pre-wrap'>"_L1 + html + "</p>"_L1);
    action->setStatusTip({});
}

} // namespace taskglass
