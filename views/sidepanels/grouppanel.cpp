// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sidepanels/grouppanel.h"

#include "models/store/taskcolumns.h"
#include "models/store/watchedserver.h"
#include "views/sidepanels/grouplist.h"
#include "views/style/spacing.h"

#include <QComboBox>
#include <QFormLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr int kPauseMs = 2'000;

bool concernsFailures(const TaskColumns &columns, const StoreDiff &diff)
{
    // What was removed can no longer be read: it may have been a failure.
    if (!diff.removed.empty())
        return true;
    const auto failed = [&columns](Slot slot) { return columns.error[slot] != 0 || columns.shownState(slot) == TaskState::Failed; };
    return std::any_of(diff.added.cbegin(), diff.added.cend(), failed)
        || std::any_of(diff.changed.cbegin(), diff.changed.cend(), failed);
}

} // namespace

GroupPanel::GroupPanel(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"groupPanel"_s);
    build();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &GroupPanel::countNow);
    connect(m_list, &GroupList::groupChosen, this, [this](const TaskGroup &group) { emit filterRequested(filterFor(group, m_column).text()); });
    connect(m_by, &QComboBox::activated, this, [this](int row) {
        setColumn(m_offered.at(row).second);
        emit columnChosen(m_column);
    });
}

GroupPanel::~GroupPanel() = default;

void GroupPanel::build()
{
    m_by = new QComboBox(this);
    m_by->setObjectName(u"groupBy"_s);
    m_by->setAccessibleName(tr("Group by"));
    m_by->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_by->setMinimumContentsLength(6);
    m_list = new GroupList(this);
    setFocusProxy(m_list);
    auto *const choice = new QFormLayout;
    choice->setContentsMargins(spacing::kInside, 0, spacing::kInside, 0);
    choice->setHorizontalSpacing(spacing::kInside);
    choice->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    choice->addRow(tr("Group by:"), m_by);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kInside);
    layout->addLayout(choice);
    layout->addWidget(m_list, 1);
}

void GroupPanel::setServer(WatchedServer *server)
{
    if (m_server) {
        disconnect(m_server, nullptr, this, nullptr);
        disconnect(&m_server->store(), nullptr, this, nullptr);
    }
    m_reader.reset();
    m_server = server;
    if (server) {
        m_reader = std::make_unique<StoreReader>(server->store());
        connect(&server->store(), &TaskStore::diffApplied, this, &GroupPanel::onDiff);
        connect(server, &WatchedServer::statusChanged, this, &GroupPanel::offerColumns);
    }
    m_offered.clear();
    m_by->clear();
    offerColumns();
    startOver();
}

void GroupPanel::offerColumns()
{
    if (!m_server)
        return;
    const Capabilities &can = m_server->status().capabilities;
    QList<std::pair<QString, Column>> offered;
    for (const Column column : groupableColumns(can))
        offered.append({columnTitle(column, can.columnTitles), column});
    if (offered == m_offered)
        return;
    m_offered = offered;
    m_by->clear();
    for (const auto &[title, column] : m_offered)
        m_by->addItem(title);
    setColumn(m_column);
}

void GroupPanel::setColumn(Column column)
{
    const auto row = std::find_if(m_offered.cbegin(), m_offered.cend(), [column](const auto &one) { return one.second == column; });
    const bool isOffered = row != m_offered.cend();
    m_by->setCurrentIndex(isOffered ? int(row - m_offered.cbegin()) : 0);
    const Column shown = isOffered ? column : Column::Error;
    if (std::exchange(m_column, shown) != shown)
        startOver();
}

void GroupPanel::setHousekeepingShown(bool shown)
{
    if (std::exchange(m_housekeeping, shown) != shown)
        startOver();
}

void GroupPanel::choose()
{
    m_by->setFocus(Qt::ShortcutFocusReason);
    m_by->showPopup();
}

void GroupPanel::startOver()
{
    // What stood here must not stay for a moment: it is about another server, or counts something else.
    if (m_reader)
        m_reader->abort();
    m_counter.reset();
    m_list->setGroups({}, 0);
    m_dirty = m_server != nullptr;
    countNow();
}

void GroupPanel::onDiff(const StoreDiff &diff)
{
    if (diff.reset) {
        startOver();
        return;
    }
    if (m_dirty || (m_column == Column::Error && !concernsFailures(m_server->store().columns(), diff)))
        return;
    m_dirty = true;
    if (isVisible() && !m_timer.isActive())
        m_timer.start(kPauseMs);
}

void GroupPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_dirty)
        countNow();
}

void GroupPanel::countNow()
{
    m_timer.stop();
    if (!m_server || !isVisible())
        return; // still dirty: counted when it is shown
    m_dirty = false;
    ++m_countings;
    if (!m_counter)
        m_counter = std::make_shared<GroupCounter>(m_column, m_housekeeping);
    m_reader->read([this, counter = m_counter](const TaskColumns &columns, const std::atomic<bool> &canceled) -> StoreReader::Then {
        return [this, groups = counter->count(columns, &canceled)] { take(groups); };
    });
}

void GroupPanel::take(const TaskGroups &groups)
{
    m_list->setGroups(groups, m_server->clock().now());
    if (!groups.complete)
        m_timer.start(0);
}

QSize GroupPanel::sizeHint() const { return {fontMetrics().averageCharWidth() * 30, fontMetrics().height() * 12}; }

} // namespace taskglass
