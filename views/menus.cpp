// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/menus.h"

#include "views/actions.h"
#include "views/filterbar/filterbar.h"
#include "views/intervalmenu.h"
#include "views/style/spacing.h"
#include "views/tasktable/columnmenu.h"
#include "views/tasktable/tasktableview.h"

#include <QCoreApplication>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

#include <optional>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// Context for translators; nothing else.
class Menus
{
    Q_DECLARE_TR_FUNCTIONS(Menus)
};

using Items = std::initializer_list<std::optional<ActionId>>;
constexpr std::optional<ActionId> kSeparator = std::nullopt;

void fill(QMenu &menu, Actions &actions, Items items)
{
    for (const auto &item : items) {
        if (item)
            menu.addAction(actions[*item]);
        else
            menu.addSeparator();
    }
}

/// As fill(), and under each action that is not possible now, why.
void fillWithReasons(QMenu &menu, Actions &actions, Items items)
{
    menu.setToolTipsVisible(true);
    for (const auto &item : items) {
        if (!item) {
            menu.addSeparator();
            continue;
        }
        menu.addAction(actions[*item]);
        if (const QString reason = actions.reason(*item); !reason.isEmpty()) {
            // Server text: "&" is no mnemonic.
            QAction *const why = menu.addAction(u"    "_s + QString(reason).replace(u'&', "&&"_L1));
            why->setEnabled(false);
        }
    }
}

using enum ActionId;

} // namespace

QMenuBar *makeMenuBar(Actions &actions, TaskTableView &table, IntervalMenu &interval, QWidget *parent)
{
    auto *const bar = new QMenuBar(parent);
    const auto menu = [&](const QString &title, Items items) {
        QMenu *const result = bar->addMenu(title);
        result->setToolTipsVisible(true);
        fill(*result, actions, items);
        return result;
    };
    menu(Menus::tr("&File"), {AddServer, TrySample, kSeparator, Quit});
    menu(Menus::tr("&Edit"), {CopyText, CopyId, CopyJson, CopyCurl, kSeparator, SelectAll, SelectMatching, ClearSelection,
                              kSeparator, Find, ClearFilter, FilterByCell, ExcludeCell, kSeparator, EditPreferences});
    QMenu *const view = menu(Menus::tr("&View"), {ShowServers, ShowViews, ShowErrors, ShowDetail});
    QMenu *const columns = view->addMenu(Menus::tr("&Columns"));
    QObject::connect(columns, &QMenu::aboutToShow, &table, [columns, &table] { fillColumnMenu(*columns, table); });
    QMenu *const detail = view->addMenu(Menus::tr("Detail Ta&b"));
    fill(*detail, actions, {DetailTab1, DetailTab2, DetailTab3, DetailTab4, DetailTab5, DetailTab6});
    QMenu *const filters = view->addMenu(Menus::tr("&Go to View"));
    fill(*filters, actions, {ViewAll, ViewRunning, ViewFailed, ViewQueued, ViewLongRunners});
    view->addSeparator();
    fill(*view, actions, {ShowTree, FoldAll, UnfoldAll, ShowHousekeeping, GroupBy, kSeparator});
    fill(*view, actions, {TextLarger, TextSmaller, TextNormal, kSeparator, NewRows, NextPane, PreviousPane});
    menu(Menus::tr("&Tasks"), {OpenTask, GoToId, NextFailed, PreviousFailed, kSeparator, Follow, Pin, kSeparator,
                               CancelTasks, CancelMatching, ChangeSpeed, DeleteTasks});
    QMenu *const server = menu(Menus::tr("&Server"), {Refresh, Pause});
    server->addMenu(&interval);
    server->addSeparator();
    fill(*server, actions, {Retry, LoadMore, LoadAll, StopLoading, SearchOlder, kSeparator, EditServer, RemoveServer,
                            kSeparator, NextServer});
    menu(Menus::tr("&Help"), {Help, Shortcuts, kSeparator, About});
    return bar;
}

QToolBar *makeToolBar(Actions &actions, FilterBar &filter, IntervalMenu &interval, QWidget *parent)
{
    auto *const bar = new QToolBar(Menus::tr("Tool bar"), parent);
    bar->setObjectName(u"toolBar"_s);
    bar->setAccessibleName(Menus::tr("Tool bar"));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({spacing::kIcon, spacing::kIcon});
    bar->setMovable(false);
    bar->addAction(actions[Refresh]);
    bar->addAction(actions[Pause]);

    auto *const every = new QToolButton(bar);
    every->setObjectName(u"intervalButton"_s);
    every->setPopupMode(QToolButton::InstantPopup);
    every->setMenu(&interval);
    every->setFocusPolicy(Qt::TabFocus);
    every->setAccessibleName(Menus::tr("Interval"));
    every->setToolTip(Menus::tr("How often the server is asked"));
    bar->addWidget(every);
    bar->addSeparator();
    bar->addAction(actions[CancelTasks]);

    auto *const copy = new QToolButton(bar);
    copy->setObjectName(u"copyButton"_s);
    copy->setText(Menus::tr("Copy"));
    copy->setIcon(actions[CopyText]->icon());
    copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    copy->setPopupMode(QToolButton::InstantPopup);
    copy->setFocusPolicy(Qt::TabFocus);
    copy->setAccessibleName(Menus::tr("Copy"));
    copy->setToolTip(Menus::tr("Copy the selected tasks"));
    auto *const copyMenu = new QMenu(copy);
    fill(*copyMenu, actions, {CopyText, CopyId, CopyJson, CopyCurl});
    copy->setMenu(copyMenu);
    QAction *const first = actions[CopyText];
    const auto follow = [copy, every, first, server = actions[EditServer]] {
        copy->setEnabled(first->isEnabled());
        every->setEnabled(server->isEnabled());
    };
    QObject::connect(first, &QAction::enabledChanged, copy, follow);
    QObject::connect(actions[EditServer], &QAction::enabledChanged, every, follow);
    follow();
    bar->addWidget(copy);
    bar->addSeparator();
    bar->addWidget(&filter);
    for (const ActionId id : {Refresh, Pause, CancelTasks}) {
        if (QWidget *const button = bar->widgetForAction(actions[id]))
            button->setFocusPolicy(Qt::TabFocus);
    }
    return bar;
}

void fillTaskMenu(QMenu &menu, Actions &actions)
{
    fillWithReasons(menu, actions, {OpenTask, kSeparator, FilterByCell, ExcludeCell, kSeparator, CopyText, CopyId, CopyJson,
                                    CopyCurl, kSeparator, Follow, Pin, kSeparator, CancelTasks, CancelMatching,
                                    ChangeSpeed, DeleteTasks});
}

void fillServerMenu(QMenu &menu, Actions &actions)
{
    fillWithReasons(menu, actions, {Refresh, Pause, Retry, kSeparator, EditServer, RemoveServer, kSeparator, AddServer});
}

} // namespace taskglass
