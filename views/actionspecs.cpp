// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/actionspecs.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr auto W = KeyScope::Window;
constexpr auto P = KeyScope::Pane;
constexpr auto T = KeyScope::Table;

// In the order of ActionId: actionSpec() indexes it.
const ActionSpec kSpecs[] = {
    {ActionId::AddServer, "add-server"_L1, QT_TRANSLATE_NOOP("Actions", "&Add Server…"), QT_TRANSLATE_NOOP("Actions", "Connect to another server"), "Ctrl+Shift+N", W, false, Icon::Add},
    {ActionId::TrySample, "try-sample"_L1, QT_TRANSLATE_NOOP("Actions", "Try &Sample Data"), QT_TRANSLATE_NOOP("Actions", "Watch a local queue that does sample work"), "", W, false, Icon::Play},
    {ActionId::Quit, "quit"_L1, QT_TRANSLATE_NOOP("Actions", "&Quit"), QT_TRANSLATE_NOOP("Actions", "Close the program"), "Ctrl+Q", W, false, {}},

    {ActionId::CopyText, "copy-text"_L1, QT_TRANSLATE_NOOP("Actions", "Copy as &Text"), QT_TRANSLATE_NOOP("Actions", "Copy the selected rows as text, columns separated by tabs"), "Ctrl+C", T, false, Icon::Copy},
    {ActionId::CopyId, "copy-id"_L1, QT_TRANSLATE_NOOP("Actions", "Copy &Ids"), QT_TRANSLATE_NOOP("Actions", "Copy the ids of the selected tasks"), "", W, false, {}},
    {ActionId::CopyJson, "copy-json"_L1, QT_TRANSLATE_NOOP("Actions", "Copy as &JSON"), QT_TRANSLATE_NOOP("Actions", "Copy what the server sent for the selected tasks"), "Ctrl+Alt+C", W, false, {}},
    {ActionId::CopyCurl, "copy-curl"_L1, QT_TRANSLATE_NOOP("Actions", "Copy as c&URL"), QT_TRANSLATE_NOOP("Actions", "Copy a command line that asks the server for these tasks, without the key"), "Ctrl+Shift+C", W, false, {}},
    {ActionId::SelectAll, "select-all"_L1, QT_TRANSLATE_NOOP("Actions", "Select &All Loaded"), QT_TRANSLATE_NOOP("Actions", "Select every row of the table"), "Ctrl+A", T, false, {}},
    {ActionId::SelectMatching, "select-matching"_L1, QT_TRANSLATE_NOOP("Actions", "Select All &Matching"), QT_TRANSLATE_NOOP("Actions", "Select everything that matches the filter, loaded or not"), "Ctrl+Shift+A", W, false, {}},
    {ActionId::ClearSelection, "clear-selection"_L1, QT_TRANSLATE_NOOP("Actions", "Clear &Selection"), QT_TRANSLATE_NOOP("Actions", "Select nothing"), "", W, false, {}},
    {ActionId::Find, "find"_L1, QT_TRANSLATE_NOOP("Actions", "&Filter…"), QT_TRANSLATE_NOOP("Actions", "Go to the filter bar"), "Ctrl+F", W, false, Icon::Filter},
    {ActionId::ClearFilter, "clear-filter"_L1, QT_TRANSLATE_NOOP("Actions", "Clear Fi&lter"), QT_TRANSLATE_NOOP("Actions", "Show all tasks again"), "", W, false, {}},
    {ActionId::FilterByCell, "filter-by-cell"_L1, QT_TRANSLATE_NOOP("Actions", "Filter &by This Value"), QT_TRANSLATE_NOOP("Actions", "Show only tasks with the value of the focused cell"), ".", T, false, {}},
    {ActionId::ExcludeCell, "exclude-cell"_L1, QT_TRANSLATE_NOOP("Actions", "E&xclude This Value"), QT_TRANSLATE_NOOP("Actions", "Hide tasks with the value of the focused cell"), "Shift+. > :", T, false, {}},
    {ActionId::EditPreferences, "preferences"_L1, QT_TRANSLATE_NOOP("Actions", "&Preferences…"), QT_TRANSLATE_NOOP("Actions", "Choose appearance, times, and what to ask about"), "Ctrl+,", W, false, Icon::Settings},

    {ActionId::ShowServers, "show-servers"_L1, QT_TRANSLATE_NOOP("Actions", "&Servers"), QT_TRANSLATE_NOOP("Actions", "Show the list of servers"), "", W, true, {}},
    {ActionId::ShowViews, "show-views"_L1, QT_TRANSLATE_NOOP("Actions", "V&iews"), QT_TRANSLATE_NOOP("Actions", "Show the list of views"), "", W, true, {}},
    {ActionId::ShowErrors, "show-errors"_L1, QT_TRANSLATE_NOOP("Actions", "Gro&ups"), QT_TRANSLATE_NOOP("Actions", "Show the tasks by what they have in common, such as their errors"), "", W, true, {}},
    {ActionId::ShowDetail, "show-detail"_L1, QT_TRANSLATE_NOOP("Actions", "Task &Detail"), QT_TRANSLATE_NOOP("Actions", "Show the pane with the current task"), "F4", W, true, {}},
    {ActionId::ViewAll, "view-all"_L1, QT_TRANSLATE_NOOP("Actions", "&All Tasks"), QT_TRANSLATE_NOOP("Actions", "Show all tasks"), "Ctrl+1", W, false, {}},
    {ActionId::ViewRunning, "view-running"_L1, QT_TRANSLATE_NOOP("Actions", "&Running"), QT_TRANSLATE_NOOP("Actions", "Show tasks that run"), "Ctrl+2", W, false, {}},
    {ActionId::ViewFailed, "view-failed"_L1, QT_TRANSLATE_NOOP("Actions", "&Failed"), QT_TRANSLATE_NOOP("Actions", "Show tasks that failed"), "Ctrl+3", W, false, {}},
    {ActionId::ViewQueued, "view-queued"_L1, QT_TRANSLATE_NOOP("Actions", "&Queued"), QT_TRANSLATE_NOOP("Actions", "Show tasks that wait"), "Ctrl+4", W, false, {}},
    {ActionId::ViewLongRunners, "view-long-runners"_L1, QT_TRANSLATE_NOOP("Actions", "&Long Runners"), QT_TRANSLATE_NOOP("Actions", "Show tasks that have run for more than five minutes"), "Ctrl+5", W, false, {}},
    {ActionId::ShowTree, "show-tree"_L1, QT_TRANSLATE_NOOP("Actions", "Show as T&ree"), QT_TRANSLATE_NOOP("Actions", "Show tasks below the task that they are a part of"), "Ctrl+T", W, true, Icon::Tree},
    {ActionId::FoldAll, "fold-all"_L1, QT_TRANSLATE_NOOP("Actions", "C&ollapse All"), QT_TRANSLATE_NOOP("Actions", "Hide the parts of all tasks"), "", W, false, {}},
    {ActionId::UnfoldAll, "unfold-all"_L1, QT_TRANSLATE_NOOP("Actions", "Expand &All"), QT_TRANSLATE_NOOP("Actions", "Show the parts of all tasks"), "", W, false, {}},
    {ActionId::ShowHousekeeping, "show-housekeeping"_L1, QT_TRANSLATE_NOOP("Actions", "Show &Housekeeping"), QT_TRANSLATE_NOOP("Actions", "Show also the tasks that nobody asked for by themselves"), "Ctrl+H", W, true, {}},
    {ActionId::GroupBy, "group-by"_L1, QT_TRANSLATE_NOOP("Actions", "Group b&y…"), QT_TRANSLATE_NOOP("Actions", "Choose what the groups at the side have in common"), "G", T, false, {}},
    {ActionId::TextLarger, "text-larger"_L1, QT_TRANSLATE_NOOP("Actions", "&Larger Text"), QT_TRANSLATE_NOOP("Actions", "Make the window's text larger"), "Ctrl++ Ctrl+=", W, false, {}},
    {ActionId::TextSmaller, "text-smaller"_L1, QT_TRANSLATE_NOOP("Actions", "S&maller Text"), QT_TRANSLATE_NOOP("Actions", "Make the window's text smaller"), "Ctrl+-", W, false, {}},
    {ActionId::TextNormal, "text-normal"_L1, QT_TRANSLATE_NOOP("Actions", "&Normal Text"), QT_TRANSLATE_NOOP("Actions", "Use the desktop's text size"), "Ctrl+0", W, false, {}},
    {ActionId::NewRows, "new-rows"_L1, QT_TRANSLATE_NOOP("Actions", "Show Ne&w Rows"), QT_TRANSLATE_NOOP("Actions", "Let waiting new tasks in and go to the newest"), "N", T, false, {}},
    {ActionId::NextPane, "next-pane"_L1, QT_TRANSLATE_NOOP("Actions", "Ne&xt Pane"), QT_TRANSLATE_NOOP("Actions", "Move the focus to the next part of the window"), "F6", W, false, {}},
    {ActionId::PreviousPane, "previous-pane"_L1, QT_TRANSLATE_NOOP("Actions", "&Previous Pane"), QT_TRANSLATE_NOOP("Actions", "Move the focus to the previous part of the window"), "Shift+F6", W, false, {}},
    {ActionId::DetailTab1, "detail-tab-1"_L1, QT_TRANSLATE_NOOP("Actions", "Summar&y"), QT_TRANSLATE_NOOP("Actions", "Show the task's summary"), "Alt+1", W, false, {}},
    {ActionId::DetailTab2, "detail-tab-2"_L1, QT_TRANSLATE_NOOP("Actions", "&Error"), QT_TRANSLATE_NOOP("Actions", "Show why the task failed"), "Alt+2", W, false, {}},
    {ActionId::DetailTab3, "detail-tab-3"_L1, QT_TRANSLATE_NOOP("Actions", "De&tails"), QT_TRANSLATE_NOOP("Actions", "Show the task's details"), "Alt+3", W, false, {}},
    {ActionId::DetailTab4, "detail-tab-4"_L1, QT_TRANSLATE_NOOP("Actions", "T&imeline"), QT_TRANSLATE_NOOP("Actions", "Show when what happened to the task"), "Alt+4", W, false, {}},
    {ActionId::DetailTab5, "detail-tab-5"_L1, QT_TRANSLATE_NOOP("Actions", "&Raw"), QT_TRANSLATE_NOOP("Actions", "Show the bytes that the server sent"), "Alt+5", W, false, {}},
    {ActionId::DetailTab6, "detail-tab-6"_L1, QT_TRANSLATE_NOOP("Actions", "Re&lated"), QT_TRANSLATE_NOOP("Actions", "Show related tasks"), "Alt+6", W, false, {}},

    {ActionId::OpenTask, "open-task"_L1, QT_TRANSLATE_NOOP("Actions", "&Open"), QT_TRANSLATE_NOOP("Actions", "Go to the current task's detail"), "Return Enter", T, false, {}},
    {ActionId::CancelTasks, "cancel-tasks"_L1, QT_TRANSLATE_NOOP("Actions", "&Cancel Tasks…"), QT_TRANSLATE_NOOP("Actions", "Cancel the selected tasks, after showing what would be hit"), "Del", P, false, Icon::Cancel},
    {ActionId::CancelMatching, "cancel-matching"_L1, QT_TRANSLATE_NOOP("Actions", "Cancel All &Matching…"), QT_TRANSLATE_NOOP("Actions", "Cancel everything that matches the filter, after showing what would be hit"), "Ctrl+Del", P, false, {}},
    {ActionId::ChangeSpeed, "change-speed"_L1, QT_TRANSLATE_NOOP("Actions", "Change &Speed…"), QT_TRANSLATE_NOOP("Actions", "Let the selected tasks work faster or slower"), "", W, false, Icon::Pulse},
    {ActionId::DeleteTasks, "delete-tasks"_L1, QT_TRANSLATE_NOOP("Actions", "&Delete Records…"), QT_TRANSLATE_NOOP("Actions", "Delete the server's records of the selected tasks, after showing which"), "Shift+Del", P, false, Icon::Delete},
    {ActionId::Follow, "follow"_L1, QT_TRANSLATE_NOOP("Actions", "&Follow"), QT_TRANSLATE_NOOP("Actions", "Keep the current task in view and name it in the title until it ends"), "F", T, true, Icon::Follow},
    {ActionId::Pin, "pin"_L1, QT_TRANSLATE_NOOP("Actions", "&Pin Detail"), QT_TRANSLATE_NOOP("Actions", "Keep this task in the detail pane while browsing others"), "P", T, true, Icon::Pin},
    {ActionId::NextFailed, "next-failed"_L1, QT_TRANSLATE_NOOP("Actions", "&Next Failed"), QT_TRANSLATE_NOOP("Actions", "Go to the next failed task below"), "]", T, false, {}},
    {ActionId::PreviousFailed, "previous-failed"_L1, QT_TRANSLATE_NOOP("Actions", "Pre&vious Failed"), QT_TRANSLATE_NOOP("Actions", "Go to the previous failed task above"), "[", T, false, {}},
    {ActionId::GoToId, "go-to-id"_L1, QT_TRANSLATE_NOOP("Actions", "&Go to Task…"), QT_TRANSLATE_NOOP("Actions", "Go to a task by its id"), "Ctrl+G", W, false, {}},

    {ActionId::Refresh, "refresh"_L1, QT_TRANSLATE_NOOP("Actions", "&Refresh"), QT_TRANSLATE_NOOP("Actions", "Ask the server now"), "F5 Ctrl+R", W, false, Icon::Refresh},
    {ActionId::Pause, "pause"_L1, QT_TRANSLATE_NOOP("Actions", "&Pause"), QT_TRANSLATE_NOOP("Actions", "Send nothing until resumed"), "Ctrl+Shift+P", W, true, Icon::Pause},
    {ActionId::NextServer, "next-server"_L1, QT_TRANSLATE_NOOP("Actions", "&Next Server"), QT_TRANSLATE_NOOP("Actions", "Show the next server of the list"), "Ctrl+Tab", W, false, {}},
    {ActionId::EditServer, "edit-server"_L1, QT_TRANSLATE_NOOP("Actions", "&Edit Server…"), QT_TRANSLATE_NOOP("Actions", "Change address, key or environment of this server"), "", W, false, {}},
    {ActionId::RemoveServer, "remove-server"_L1, QT_TRANSLATE_NOOP("Actions", "Re&move Server…"), QT_TRANSLATE_NOOP("Actions", "Stop watching this server and forget it"), "", W, false, {}},
    {ActionId::LoadMore, "load-more"_L1, QT_TRANSLATE_NOOP("Actions", "&Load More"), QT_TRANSLATE_NOOP("Actions", "Fetch the next 20,000 older tasks"), "", W, false, {}},
    {ActionId::LoadAll, "load-all"_L1, QT_TRANSLATE_NOOP("Actions", "Load &All"), QT_TRANSLATE_NOOP("Actions", "Fetch every task that the server lists"), "", W, false, {}},
    {ActionId::StopLoading, "stop-loading"_L1, QT_TRANSLATE_NOOP("Actions", "&Stop Loading"), QT_TRANSLATE_NOOP("Actions", "Stop fetching older tasks"), "", W, false, {}},
    {ActionId::SearchOlder, "search-older"_L1, QT_TRANSLATE_NOOP("Actions", "Search &Older Tasks"), QT_TRANSLATE_NOOP("Actions", "Ask the server for older tasks that match the filter"), "", W, false, {}},
    {ActionId::Retry, "retry"_L1, QT_TRANSLATE_NOOP("Actions", "Retr&y Now"), QT_TRANSLATE_NOOP("Actions", "Try the connection again without waiting"), "", W, false, {}},

    {ActionId::Help, "help"_L1, QT_TRANSLATE_NOOP("Actions", "&Filter Language"), QT_TRANSLATE_NOOP("Actions", "How filters are written"), "F1", W, false, Icon::Help},
    {ActionId::Shortcuts, "shortcuts"_L1, QT_TRANSLATE_NOOP("Actions", "&Keyboard Shortcuts"), QT_TRANSLATE_NOOP("Actions", "Show every key"), "Ctrl+? Ctrl+Shift+/", W, false, {}},
    {ActionId::About, "about"_L1, QT_TRANSLATE_NOOP("Actions", "&About Taskglass"), QT_TRANSLATE_NOOP("Actions", "Version and licence"), "", W, false, {}},
};

} // namespace

std::span<const ActionSpec> actionSpecs()
{
    static_assert(std::size(kSpecs) == kActionCount);
    return kSpecs;
}

const ActionSpec &actionSpec(ActionId id) { return kSpecs[std::size_t(id)]; }

} // namespace taskglass
