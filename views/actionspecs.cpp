// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/actions.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr auto W = KeyScope::Window;
constexpr auto T = KeyScope::Table;

#define TG_TEXT(text) QT_TRANSLATE_NOOP("Actions", text)

// In the order of ActionId: actionSpec() indexes it.
const ActionSpec kSpecs[] = {
    {ActionId::AddServer, "add-server"_L1, TG_TEXT("&Add Server…"), TG_TEXT("Connect to another server"), "Ctrl+Shift+N", W, false, Icon::Add},
    {ActionId::TrySample, "try-sample"_L1, TG_TEXT("Try &Sample Data"), TG_TEXT("Watch a local queue that does sample work"), "", W, false, Icon::Play},
    {ActionId::Quit, "quit"_L1, TG_TEXT("&Quit"), TG_TEXT("Close the program"), "Ctrl+Q", W, false, {}},

    {ActionId::CopyText, "copy-text"_L1, TG_TEXT("&Copy as Text"), TG_TEXT("Copy the selected rows as text, columns separated by tabs"), "Ctrl+C", T, false, Icon::Copy},
    {ActionId::CopyId, "copy-id"_L1, TG_TEXT("Copy &Ids"), TG_TEXT("Copy the ids of the selected tasks"), "", W, false, {}},
    {ActionId::CopyJson, "copy-json"_L1, TG_TEXT("Copy as &JSON"), TG_TEXT("Copy what the server sent for the selected tasks"), "Ctrl+Alt+C", W, false, {}},
    {ActionId::CopyCurl, "copy-curl"_L1, TG_TEXT("Copy as c&URL"), TG_TEXT("Copy a command line that asks the server for these tasks, without the key"), "Ctrl+Shift+C", W, false, {}},
    {ActionId::SelectAll, "select-all"_L1, TG_TEXT("Select &All Loaded"), TG_TEXT("Select every row of the table"), "Ctrl+A", T, false, {}},
    {ActionId::SelectMatching, "select-matching"_L1, TG_TEXT("Select All &Matching"), TG_TEXT("Select everything that matches the filter, loaded or not"), "Ctrl+Shift+A", W, false, {}},
    {ActionId::ClearSelection, "clear-selection"_L1, TG_TEXT("Clear &Selection"), TG_TEXT("Select nothing"), "", W, false, {}},
    {ActionId::Find, "find"_L1, TG_TEXT("&Filter…"), TG_TEXT("Go to the filter bar"), "Ctrl+F", W, false, Icon::Filter},
    {ActionId::ClearFilter, "clear-filter"_L1, TG_TEXT("Clear Fi&lter"), TG_TEXT("Show all tasks again"), "", W, false, {}},
    {ActionId::FilterByCell, "filter-by-cell"_L1, TG_TEXT("Filter &by This Value"), TG_TEXT("Show only tasks with the value of the focused cell"), ".", T, false, {}},
    {ActionId::ExcludeCell, "exclude-cell"_L1, TG_TEXT("E&xclude This Value"), TG_TEXT("Hide tasks with the value of the focused cell"), "Shift+. > :", T, false, {}},

    {ActionId::ShowServers, "show-servers"_L1, TG_TEXT("&Servers"), TG_TEXT("Show the list of servers"), "", W, true, {}},
    {ActionId::ShowDetail, "show-detail"_L1, TG_TEXT("Task &Detail"), TG_TEXT("Show the pane with the current task"), "F4", W, true, {}},
    {ActionId::TextLarger, "text-larger"_L1, TG_TEXT("&Larger Text"), TG_TEXT("Make the window's text larger"), "Ctrl++ Ctrl+=", W, false, {}},
    {ActionId::TextSmaller, "text-smaller"_L1, TG_TEXT("S&maller Text"), TG_TEXT("Make the window's text smaller"), "Ctrl+-", W, false, {}},
    {ActionId::TextNormal, "text-normal"_L1, TG_TEXT("&Normal Text"), TG_TEXT("Use the desktop's text size"), "Ctrl+0", W, false, {}},
    {ActionId::NewRows, "new-rows"_L1, TG_TEXT("Show Ne&w Rows"), TG_TEXT("Let waiting new tasks in and go to the newest"), "N", T, false, {}},
    {ActionId::NextPane, "next-pane"_L1, TG_TEXT("Ne&xt Pane"), TG_TEXT("Move the focus to the next part of the window"), "F6", W, false, {}},
    {ActionId::PreviousPane, "previous-pane"_L1, TG_TEXT("&Previous Pane"), TG_TEXT("Move the focus to the previous part of the window"), "Shift+F6", W, false, {}},
    {ActionId::DetailTab1, "detail-tab-1"_L1, TG_TEXT("Summar&y"), TG_TEXT("Show the task's summary"), "Alt+1", W, false, {}},
    {ActionId::DetailTab2, "detail-tab-2"_L1, TG_TEXT("&Error"), TG_TEXT("Show why the task failed"), "Alt+2", W, false, {}},
    {ActionId::DetailTab3, "detail-tab-3"_L1, TG_TEXT("De&tails"), TG_TEXT("Show the task's details"), "Alt+3", W, false, {}},
    {ActionId::DetailTab4, "detail-tab-4"_L1, TG_TEXT("T&imeline"), TG_TEXT("Show when what happened to the task"), "Alt+4", W, false, {}},
    {ActionId::DetailTab5, "detail-tab-5"_L1, TG_TEXT("&Raw"), TG_TEXT("Show the bytes that the server sent"), "Alt+5", W, false, {}},
    {ActionId::DetailTab6, "detail-tab-6"_L1, TG_TEXT("Re&lated"), TG_TEXT("Show related tasks"), "Alt+6", W, false, {}},

    {ActionId::OpenTask, "open-task"_L1, TG_TEXT("&Open"), TG_TEXT("Go to the current task's detail"), "Return Enter", T, false, {}},
    {ActionId::CancelTasks, "cancel-tasks"_L1, TG_TEXT("&Cancel Tasks…"), TG_TEXT("Cancel the selected tasks, after showing what would be hit"), "Del", T, false, Icon::Cancel},
    {ActionId::CancelMatching, "cancel-matching"_L1, TG_TEXT("Cancel All &Matching…"), TG_TEXT("Cancel everything that matches the filter, after showing what would be hit"), "Ctrl+Del", T, false, {}},
    {ActionId::Follow, "follow"_L1, TG_TEXT("&Follow"), TG_TEXT("Keep the current task in view and name it in the title until it ends"), "F", T, true, Icon::Follow},
    {ActionId::Pin, "pin"_L1, TG_TEXT("&Pin Detail"), TG_TEXT("Keep this task in the detail pane while browsing others"), "P", T, true, Icon::Pin},
    {ActionId::NextFailed, "next-failed"_L1, TG_TEXT("&Next Failed"), TG_TEXT("Go to the next failed task below"), "]", T, false, {}},
    {ActionId::PreviousFailed, "previous-failed"_L1, TG_TEXT("Pre&vious Failed"), TG_TEXT("Go to the previous failed task above"), "[", T, false, {}},
    {ActionId::GoToId, "go-to-id"_L1, TG_TEXT("&Go to Task…"), TG_TEXT("Go to a task by its id"), "Ctrl+G", W, false, {}},

    {ActionId::Refresh, "refresh"_L1, TG_TEXT("&Refresh"), TG_TEXT("Ask the server now"), "F5 Ctrl+R", W, false, Icon::Refresh},
    {ActionId::Pause, "pause"_L1, TG_TEXT("&Pause"), TG_TEXT("Send nothing until resumed"), "Ctrl+Shift+P", W, true, Icon::Pause},
    {ActionId::NextServer, "next-server"_L1, TG_TEXT("&Next Server"), TG_TEXT("Show the next server of the list"), "Ctrl+Tab", W, false, {}},
    {ActionId::EditServer, "edit-server"_L1, TG_TEXT("&Edit Server…"), TG_TEXT("Change address, key or environment of this server"), "", W, false, {}},
    {ActionId::RemoveServer, "remove-server"_L1, TG_TEXT("Re&move Server…"), TG_TEXT("Stop watching this server and forget it"), "", W, false, {}},
    {ActionId::LoadMore, "load-more"_L1, TG_TEXT("&Load More"), TG_TEXT("Fetch the next 20,000 older tasks"), "", W, false, {}},
    {ActionId::LoadAll, "load-all"_L1, TG_TEXT("Load &All"), TG_TEXT("Fetch every task that the server lists"), "", W, false, {}},
    {ActionId::StopLoading, "stop-loading"_L1, TG_TEXT("&Stop Loading"), TG_TEXT("Stop fetching older tasks"), "", W, false, {}},
    {ActionId::SearchOlder, "search-older"_L1, TG_TEXT("Search &Older Tasks"), TG_TEXT("Ask the server for older tasks that match the filter"), "", W, false, {}},
    {ActionId::Retry, "retry"_L1, TG_TEXT("Retr&y Now"), TG_TEXT("Try the connection again without waiting"), "", W, false, {}},

    {ActionId::Help, "help"_L1, TG_TEXT("&Filter Language"), TG_TEXT("How filters are written"), "F1", W, false, Icon::Help},
    {ActionId::Shortcuts, "shortcuts"_L1, TG_TEXT("&Keyboard Shortcuts"), TG_TEXT("Show every key"), "Ctrl+? Ctrl+Shift+/", W, false, {}},
    {ActionId::About, "about"_L1, TG_TEXT("&About Taskglass"), TG_TEXT("Version and licence"), "", W, false, {}},
};
#undef TG_TEXT

} // namespace

std::span<const ActionSpec> actionSpecs()
{
    static_assert(std::size(kSpecs) == kActionCount);
    return kSpecs;
}

const ActionSpec &actionSpec(ActionId id) { return kSpecs[std::size_t(id)]; }

} // namespace taskglass
