// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/capabilities.h"

#include <QString>

namespace taskglass {

class Actions;
class WatchedServer;

/// What decides which actions make sense now: the selection, the filter and the server.
struct ActionContext
{
    const WatchedServer *server = nullptr; ///< Null: the start page is shown.
    int servers = 0;
    int rows = 0;
    qint64 selected = 0;
    bool selectionHasOpen = false; ///< At least one selected task has not ended.
    bool allMatching = false;      ///< Everything that matches is selected, loaded or not.
    bool filtered = false;
    bool hasCurrent = false;
    bool followsTask = false;
    bool isTree = false;
    bool hasEnded = false;         ///< At least one selected task has ended.
    qint64 speedTasks = 0;         ///< Selected tasks whose speed the server can change.
    int held = 0;                  ///< New rows that wait.
};

/// May the selected tasks be canceled, and if not, why: a sentence.
[[nodiscard]] Ability cancelSelectedAbility(const ActionContext &context);
/// May everything that matches the filter be canceled. Never without a filter.
[[nodiscard]] Ability cancelMatchingAbility(const ActionContext &context);
/// May the selected tasks be made faster or slower.
[[nodiscard]] Ability speedAbility(const ActionContext &context);
/// May the records of the selected tasks be deleted.
[[nodiscard]] Ability deleteAbility(const ActionContext &context);
/// Enables and disables all actions from \a context, each "no" with its reason.
void applyRules(Actions &actions, const ActionContext &context);

} // namespace taskglass
