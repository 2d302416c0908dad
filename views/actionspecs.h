// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/icons.h"

#include <QLatin1StringView>
#include <QtGlobal>

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

} // namespace taskglass
