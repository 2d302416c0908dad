// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/capabilities.h"
#include "views/style/icons.h"

#include <QAction>
#include <QLatin1StringView>
#include <QObject>

#include <array>
#include <optional>
#include <span>

namespace taskglass {

/// Every order that the main window knows. One QAction each, shared by menu bar, tool bar, context menu and shortcuts.
enum class ActionId : quint8 {
    AddServer, TrySample, Quit,
    CopyText, CopyId, CopyJson, CopyCurl, SelectAll, SelectMatching, ClearSelection, Find, ClearFilter, FilterByCell,
    ExcludeCell, EditPreferences,
    ShowServers, ShowViews, ShowErrors, ShowDetail, ViewAll, ViewRunning, ViewFailed, ViewQueued, ViewLongRunners,
    ShowTree, FoldAll, UnfoldAll, ShowHousekeeping, GroupBy,
    TextLarger, TextSmaller, TextNormal, NewRows, NextPane, PreviousPane,
    DetailTab1, DetailTab2, DetailTab3, DetailTab4, DetailTab5, DetailTab6,
    OpenTask, CancelTasks, CancelMatching, ChangeSpeed, DeleteTasks, Follow, Pin, NextFailed, PreviousFailed, GoToId,
    Refresh, Pause, NextServer, EditServer, RemoveServer, LoadMore, LoadAll, StopLoading, SearchOlder, Retry,
    Help, Shortcuts, About
};
inline constexpr int kActionCount = int(ActionId::About) + 1;

/// Where an action's keys work: everywhere in the window, in the whole pane of tasks (Delete, which text fields need
/// themselves), or only while the table has the focus (single letters, and keys that chips and header use too).
enum class KeyScope : quint8 { Window, Pane, Table };

/// One action as a row of a table, so that menus, the shortcut overlay and settings read the same truth.
struct ActionSpec
{
    ActionId id;
    QLatin1StringView name; ///< For settings: never translated, never renamed.
    const char *text;       ///< QT_TRANSLATE_NOOP("Actions", …), with mnemonic.
    const char *help;       ///< One sentence, QT_TRANSLATE_NOOP("Actions", …).
    const char *keys;       ///< Portable sequences, separated by a blank; the first is the one shown in menus.
    KeyScope scope;
    bool checkable;
    std::optional<Icon> icon;
};

[[nodiscard]] std::span<const ActionSpec> actionSpecs();
[[nodiscard]] const ActionSpec &actionSpec(ActionId id);

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
