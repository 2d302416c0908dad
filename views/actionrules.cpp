// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/actionrules.h"

#include "models/store/watchedserver.h"
#include "views/actions.h"

#include <QCoreApplication>

namespace taskglass {

namespace {

/// Context for translators; nothing else.
class ActionRules
{
    Q_DECLARE_TR_FUNCTIONS(ActionRules)
};

Ability serverAbility(const ActionContext &c)
{
    return c.server ? Ability::yes() : Ability::no(ActionRules::tr("No server is open."));
}

Ability commandAbility(const ActionContext &c)
{
    if (!c.server)
        return serverAbility(c);
    if (c.server->profile().readOnly)
        return Ability::no(ActionRules::tr("The connection to %1 is read-only.").arg(c.server->profile().name));
    const auto phase = c.server->status().phase;
    if (phase == ConnectionStatus::Phase::Idle || phase == ConnectionStatus::Phase::Connecting)
        return Ability::no(ActionRules::tr("Not connected to %1 yet.").arg(c.server->profile().name));
    return Ability::yes();
}

Ability when(bool allowed, const char *reason) { return allowed ? Ability::yes() : Ability::no(ActionRules::tr(reason)); }

/// A protocol that forgot its sentence still gets one.
Ability withReason(const Ability &ability)
{
    if (ability.allowed || !ability.reason.isEmpty())
        return ability;
    return Ability::no(ActionRules::tr("This server has no such operation."));
}

void applySelectionRules(Actions &actions, const ActionContext &c)
{
    const Ability selected = when(c.selected > 0, QT_TRANSLATE_NOOP("ActionRules", "No task is selected."));
    for (const ActionId id : {ActionId::CopyText, ActionId::CopyId, ActionId::CopyJson, ActionId::CopyCurl,
                              ActionId::ClearSelection})
        actions.setAbility(id, selected);
    const Ability rows = when(c.rows > 0, QT_TRANSLATE_NOOP("ActionRules", "The table is empty."));
    for (const ActionId id : {ActionId::SelectAll, ActionId::NextFailed, ActionId::PreviousFailed})
        actions.setAbility(id, rows);
    actions.setAbility(ActionId::SelectMatching, rows);
    const Ability current = when(c.hasCurrent, QT_TRANSLATE_NOOP("ActionRules", "No task has the focus."));
    for (const ActionId id : {ActionId::OpenTask, ActionId::Pin, ActionId::FilterByCell, ActionId::ExcludeCell})
        actions.setAbility(id, current);
    actions.setAbility(ActionId::Follow, c.followsTask ? Ability::yes() : current);
    actions.setAbility(ActionId::NewRows,
                       when(c.rows > 0 || c.held > 0, QT_TRANSLATE_NOOP("ActionRules", "No new rows wait.")));
    actions.setAbility(ActionId::CancelTasks,
                       c.allMatching && c.filtered ? cancelMatchingAbility(c) : cancelSelectedAbility(c));
    actions.setAbility(ActionId::CancelMatching, cancelMatchingAbility(c));
    actions.setAbility(ActionId::ChangeSpeed, speedAbility(c));
    actions.setAbility(ActionId::DeleteTasks, deleteAbility(c));
}

void applyServerRules(Actions &actions, const ActionContext &c)
{
    const Ability server = serverAbility(c);
    for (const ActionId id : {ActionId::Pause, ActionId::EditServer, ActionId::RemoveServer, ActionId::GoToId,
                              ActionId::Find, ActionId::ShowDetail, ActionId::ShowViews, ActionId::ShowErrors,
                              ActionId::ViewAll, ActionId::ViewRunning, ActionId::ViewFailed, ActionId::ViewQueued,
                              ActionId::ViewLongRunners})
        actions.setAbility(id, server);
    const Capabilities can = c.server ? c.server->status().capabilities : Capabilities();
    const Ability tree = c.server ? withReason(can.parents) : server;
    actions.setAbility(ActionId::ShowTree, tree);
    const Ability folds = tree && !c.isTree ? Ability::no(ActionRules::tr("The tasks do not stand in a tree now.")) : tree;
    actions.setAbility(ActionId::FoldAll, folds);
    actions.setAbility(ActionId::UnfoldAll, folds);
    actions.setAbility(ActionId::ShowHousekeeping,
                       c.server && can.housekeeping == Housekeeping::None ? Ability::no(ActionRules::tr("This server lists no such tasks.")) : server);
    actions.setAbility(ActionId::NextServer,
                       when(c.servers > 1, QT_TRANSLATE_NOOP("ActionRules", "There is no other server.")));
    actions.setAbility(ActionId::ClearFilter, when(c.filtered, QT_TRANSLATE_NOOP("ActionRules", "No filter is set.")));
    using Phase = ConnectionStatus::Phase;
    const Phase phase = c.server ? c.server->status().phase : Phase::Idle;
    const bool refused = phase == Phase::Refused;
    actions.setAbility(ActionId::Refresh, c.server && phase == Phase::Paused
                           ? Ability::no(ActionRules::tr("Updates are paused: resume first.")) : server);
    actions.setAbility(ActionId::Retry,
                       when(refused || phase == Phase::Failing || (phase == Phase::Idle && c.server),
                            QT_TRANSLATE_NOOP("ActionRules", "The last request was answered.")));
    const ConnectionStatus status = c.server ? c.server->status() : ConnectionStatus();
    Ability older = server;
    if (c.server && status.complete)
        older = Ability::no(ActionRules::tr("Everything that the server lists is loaded."));
    else if (c.server && phase != Phase::Live)
        older = Ability::no(ActionRules::tr("The server does not answer now."));
    Ability load = older;
    if (load && status.backfilling)
        load = Ability::no(ActionRules::tr("Older tasks are being loaded."));
    actions.setAbility(ActionId::LoadMore, load);
    actions.setAbility(ActionId::LoadAll, load);
    actions.setAbility(ActionId::StopLoading,
                       when(status.backfilling, QT_TRANSLATE_NOOP("ActionRules", "Nothing is being loaded.")));
    actions.setAbility(ActionId::SearchOlder, older && !c.filtered ? Ability::no(ActionRules::tr("Set a filter first.")) : older);
}

} // namespace

Ability cancelSelectedAbility(const ActionContext &c)
{
    if (const Ability base = commandAbility(c); !base)
        return base;
    if (!c.server->status().capabilities.cancel)
        return withReason(c.server->status().capabilities.cancel);
    if (c.selected == 0)
        return Ability::no(ActionRules::tr("No task is selected."));
    if (!c.selectionHasOpen)
        return Ability::no(ActionRules::tr("The selected tasks have ended already."));
    return Ability::yes();
}

Ability cancelMatchingAbility(const ActionContext &c)
{
    if (const Ability base = commandAbility(c); !base)
        return base;
    if (!c.server->status().capabilities.cancelByFilter)
        return withReason(c.server->status().capabilities.cancelByFilter);
    if (!c.filtered)
        return Ability::no(ActionRules::tr("Set a filter first: without one this would cancel everything."));
    return Ability::yes();
}

Ability speedAbility(const ActionContext &c)
{
    if (const Ability base = commandAbility(c); !base)
        return base;
    if (!c.server->status().capabilities.rethrottle)
        return withReason(c.server->status().capabilities.rethrottle);
    if (c.selected == 0)
        return Ability::no(ActionRules::tr("No task is selected."));
    return when(c.speedTasks > 0, QT_TRANSLATE_NOOP("ActionRules", "No selected task runs whose speed can be changed."));
}

Ability deleteAbility(const ActionContext &c)
{
    if (const Ability base = commandAbility(c); !base)
        return base;
    if (!c.server->status().capabilities.deleteTasks)
        return withReason(c.server->status().capabilities.deleteTasks);
    if (c.selected == 0)
        return Ability::no(ActionRules::tr("No task is selected."));
    return when(c.hasEnded, QT_TRANSLATE_NOOP("ActionRules", "No selected task has ended yet."));
}

void applyRules(Actions &actions, const ActionContext &context)
{
    applySelectionRules(actions, context);
    applyServerRules(actions, context);
}

} // namespace taskglass
