// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/taskdetailpane.h"

#include "models/table/format.h"
#include "views/detail/copytext.h"
#include "views/detail/detailtab.h"
#include "views/detail/detailtabs.h"
#include "views/detail/taskfacts.h"
#include "views/dialogs/speed.h"
#include "views/style/elidedlabel.h"
#include "views/style/icons.h"
#include "views/style/plaintext.h"
#include "views/style/spacing.h"
#include "views/style/statusglyph.h"
#include "views/style/statuswords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace taskglass {

namespace {

// Polls come once a second at most, but several diffs may come together.
constexpr int kReloadMs = 40;
constexpr int kTickMs = 1000;
// A look through a million tasks takes some ten milliseconds: not with every poll.
constexpr qint64 kManyTasks = 50'000;
constexpr int kRescanMs = 3000;

QToolButton *headerButton(Icon which, const QString &text, const QString &toolTip, bool checkable)
{
    auto *button = new QToolButton;
    button->setIcon(icon(which));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setCheckable(checkable);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(toolTip);
    button->setAccessibleName(text);
    button->setAccessibleDescription(toolTip);
    return button;
}

bool concerns(const std::vector<Slot> &slots_, Slot slot)
{
    return std::binary_search(slots_.cbegin(), slots_.cend(), slot);
}

} // namespace

TaskDetailPane::TaskDetailPane(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_empty(plainLabel())
    , m_glyph(new StatusGlyph)
    , m_title(new ElidedLabel)
    , m_state(plainLabel())
    , m_gone(plainLabel())
    , m_cancel(new QPushButton(icon(Icon::Cancel), tr("Cancel Task…")))
    , m_speed(new QPushButton(icon(Icon::Pulse), tr("Speed…")))
    , m_copyCurl(headerButton(Icon::Copy, tr("Copy cURL"), tr("Copy a command line that asks the server for this task, without the key"), false))
    , m_follow(headerButton(Icon::Follow, tr("Follow"), tr("Keep this task in view and name it in the title until it ends"), true))
    , m_pin(headerButton(Icon::Pin, tr("Pin"), tr("Keep this task here while browsing others"), true))
    , m_tabs(new DetailTabs)
{
    setAccessibleName(tr("Task detail"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(spacing::kGroup, spacing::kGroup, spacing::kGroup, 0);
    column->setSpacing(spacing::kGroup);
    column->addWidget(makeHeader());
    column->addWidget(m_gone);
    column->addWidget(m_tabs, 1);
    m_empty->setContentsMargins(spacing::kGroup, spacing::kInside, spacing::kGroup, spacing::kInside);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(page);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    makeTabs();

    m_reload.setSingleShot(true);
    m_reload.setInterval(kReloadMs);
    m_tick.setInterval(kTickMs);
    connect(&m_reload, &QTimer::timeout, this, &TaskDetailPane::reload);
    m_rescan.setSingleShot(true);
    connect(&m_rescan, &QTimer::timeout, this, &TaskDetailPane::updateTab);
    connect(&m_tick, &QTimer::timeout, this, &TaskDetailPane::onTick);
    connect(m_cancel, &QPushButton::clicked, this, [this] { emit cancelRequested(m_id); });
    connect(m_speed, &QPushButton::clicked, this, [this] { emit speedRequested(m_id); });
    connect(m_copyCurl, &QToolButton::clicked, this, &TaskDetailPane::copyCurl);
    connect(m_follow, &QToolButton::clicked, this, [this](bool on) { emit followToggled(m_id, on); });
    connect(m_pin, &QToolButton::clicked, this, &TaskDetailPane::pinToggled);
    showNothing(tr("Select a task to see what is known about it."));
}

TaskDetailPane::~TaskDetailPane() = default;

void TaskDetailPane::setServer(WatchedServer *server)
{
    if (m_server == server)
        return;
    if (m_server) {
        disconnect(m_server, nullptr, this, nullptr);
        disconnect(&m_server->store(), nullptr, this, nullptr);
    }
    m_server = server;
    setTask({});
    if (!server)
        return;
    connect(&server->store(), &TaskStore::diffApplied, this, &TaskDetailPane::onDiff);
    connect(server, &WatchedServer::statusChanged, this, &TaskDetailPane::updateButtons);
    connect(server, &WatchedServer::profileChanged, this, &TaskDetailPane::updateButtons);
    connect(server, &QObject::destroyed, this, [this] { setTask({}); });
}

void TaskDetailPane::setTask(const TaskId &id)
{
    if (id == m_id && m_known)
        return;
    m_id = id;
    m_known = false;
    m_tabsChosen = false;
    m_reload.stop();
    m_rescan.stop();
    if (id.isEmpty() || !m_server) {
        m_tick.stop();
        showNothing(tr("Select a task to see what is known about it."));
        return;
    }
    reload();
    if (!m_known) {
        showNothing(tr("Asking the server for task %1…").arg(oneLine(id, 60)));
        m_server->fetchTask(id);
    }
}

void TaskDetailPane::onDiff(const StoreDiff &diff)
{
    if (m_id.isEmpty() || !m_server)
        return;
    const Slot slot = m_server->store().find(m_id);
    const bool mine = diff.reset || slot == kNoSlot || concerns(diff.changed, slot) || concerns(diff.added, slot);
    // Related tasks and the count of failures alike depend on all the others.
    const bool others = currentTab() == Tab::Related || currentTab() == Tab::Error;
    if (mine && !m_reload.isActive())
        m_reload.start();
    if (others && !m_rescan.isActive())
        m_rescan.start(m_server->store().size() > kManyTasks ? kRescanMs : kReloadMs);
}

void TaskDetailPane::reload()
{
    if (!m_server || m_id.isEmpty())
        return;
    const Slot slot = m_server->store().find(m_id);
    if (slot != kNoSlot) {
        m_task = m_server->store().task(slot);
        m_known = true;
    } else if (m_known) {
        m_task.gone = true; // what was last seen stays, and says so
    }
    if (m_known)
        showTask();
}

void TaskDetailPane::showTask()
{
    setPage(1);
    m_glyph->setState(m_task.state);
    const QString state = oneLine(stateSentence(m_task), 60);
    m_state->setText(state);
    const QString title = tr("Task %1").arg(oneLine(m_task.id, 120));
    m_title->setWholeText(title);
    setAccessibleDescription(tr("%1, %2").arg(title, state));
    if (m_server)
        m_gone->setText(goneSentence(m_task, m_server->status().capabilities, m_server->clock().now()));
    m_gone->setVisible(m_task.gone);
    updateButtons();
    chooseTab(!m_tabsChosen);
    m_tabsChosen = true;
    updateTab();
    if (isFinal(m_task.state) || m_task.gone)
        m_tick.stop();
    else if (!m_tick.isActive())
        m_tick.start();
}

void TaskDetailPane::chooseTab(bool otherTask)
{
    const bool failed = m_task.error.has_value();
    const int errorTab = static_cast<int>(Tab::Error);
    // Decided when the pane comes to a task; after that the user's choice stands, even if the task fails meanwhile.
    if (otherTask && failed)
        m_tabs->setCurrentIndex(errorTab);
    else if (otherTask && m_tabs->currentIndex() == errorTab)
        m_tabs->setCurrentIndex(static_cast<int>(Tab::Summary));
    if (failed == m_tabs->tabIcon(errorTab).isNull()) // an icon that is set lays the pane out anew
        m_tabs->setTabIcon(errorTab, failed ? statusIcon(TaskState::Failed) : QIcon());
}

void TaskDetailPane::showNothing(const QString &sentence)
{
    m_empty->setText(sentence);
    setPage(0);
    setAccessibleDescription(sentence);
}

bool TaskDetailPane::showsTask() const { return m_stack->currentIndex() == 1; }

void TaskDetailPane::setPage(int page)
{
    // Only the shown page asks for room: an empty pane may be as low as its sentence.
    m_stack->widget(page)->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_stack->widget(1 - page)->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    if (m_stack->currentIndex() == page)
        return;
    m_stack->setCurrentIndex(page);
    m_stack->updateGeometry();
    emit showsTaskChanged(page == 1);
}

void TaskDetailPane::updateTab()
{
    const int at = m_tabs->currentIndex();
    if (m_known && m_server && at >= 0)
        m_pages.at(static_cast<std::size_t>(at))->setTask(m_task, *m_server);
}

void TaskDetailPane::updateButtons()
{
    if (!m_known || !m_server)
        return;
    const Ability can = cancelAbility(m_task, *m_server);
    m_cancel->setEnabled(can.allowed);
    m_cancel->setToolTip(can.allowed ? tr("Asks first, with what it will do") : plainToolTip(can.reason));
    m_cancel->setAccessibleDescription(can.reason);
    const Slot slot = m_server->store().find(m_id);
    m_speed->setVisible(slot != kNoSlot && hasSpeed(m_server->store(), slot, m_server->status().capabilities));
    m_speed->setEnabled(!m_server->profile().readOnly);
    arrangeHeader();
    m_follow->setEnabled(m_follow->isChecked() || (!isFinal(m_task.state) && !m_task.gone));
}

void TaskDetailPane::onTick()
{
    // A hidden pane counts nothing; the next reload or show brings it up to date.
    if (m_known && isVisible())
        m_pages.at(static_cast<std::size_t>(m_tabs->currentIndex()))->tick();
}

void TaskDetailPane::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(static_cast<int>(tab));
}

TaskDetailPane::Tab TaskDetailPane::currentTab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

void TaskDetailPane::setFollowed(bool followed)
{
    m_follow->setChecked(followed);
    updateButtons();
}

void TaskDetailPane::setPinned(bool pinned)
{
    m_pin->setChecked(pinned);
}

void TaskDetailPane::focusContent()
{
    if (showsTask())
        m_tabs->tabBar()->setFocus(Qt::OtherFocusReason);
}

void TaskDetailPane::copyCurl()
{
    if (!m_server || !m_known)
        return;
    QGuiApplication::clipboard()->setText(taskAsCurl(m_task, m_server->profile(), m_server->status().kind));
    emit noticed(tr("Copied as cURL, without the key"));
}

} // namespace taskglass
