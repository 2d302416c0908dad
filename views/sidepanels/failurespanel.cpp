// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sidepanels/failurespanel.h"

#include "models/store/taskcolumns.h"
#include "models/store/watchedserver.h"
#include "models/table/format.h"

#include <QHeaderView>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr int kPauseMs = 2'000;
/// Each distinct message costs some microseconds, once: so many fit between two frames.
constexpr std::size_t kErrorsAtOnce = 2'000;

bool concernsFailures(const TaskColumns &columns, const StoreDiff &diff)
{
    // What was removed can no longer be read: it may have been a failure.
    if (diff.reset || !diff.removed.empty())
        return true;
    const auto failed = [&columns](Slot slot) { return columns.error[slot] != 0 || columns.shownState(slot) == TaskState::Failed; };
    return std::any_of(diff.added.cbegin(), diff.added.cend(), failed)
        || std::any_of(diff.changed.cbegin(), diff.changed.cend(), failed);
}

} // namespace

FailuresPanel::FailuresPanel(QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(u"failuresPanel"_s);
    setAccessibleName(tr("Errors"));
    setAccessibleDescription(tr("Failed tasks by what their errors say. Enter shows the tasks of one."));
    setFrameShape(NoFrame);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setColumnCount(2);
    setHeaderLabels({tr("Message"), tr("Count")});
    setHeaderHidden(true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FailuresPanel::countNow);
    const auto choose = [this](const QTreeWidgetItem *item) {
        const int at = indexOfTopLevelItem(const_cast<QTreeWidgetItem *>(item));
        if (at >= 0 && at < m_groups.size())
            emit filterRequested(filterFor(m_groups.at(at)).text());
    };
    connect(this, &QTreeWidget::itemClicked, this, choose);
    connect(this, &QTreeWidget::itemActivated, this, choose);
}

void FailuresPanel::setServer(WatchedServer *server)
{
    if (m_server)
        disconnect(&m_server->store(), nullptr, this, nullptr);
    m_server = server;
    m_timer.stop();
    if (server)
        connect(&server->store(), &TaskStore::diffApplied, this, &FailuresPanel::onDiff);
    // Another server's failures must not stand here for a moment.
    m_counter.forget();
    m_groups.clear();
    showGroups();
    m_dirty = server;
    if (server && isVisible())
        countNow();
}

void FailuresPanel::onDiff(const StoreDiff &diff)
{
    if (diff.reset)
        m_counter.forget();
    if (!m_server || m_dirty || !concernsFailures(m_server->store().columns(), diff))
        return;
    m_dirty = true;
    schedule();
}

void FailuresPanel::schedule()
{
    if (m_dirty && isVisible() && m_server && !m_timer.isActive())
        m_timer.start(kPauseMs);
}

void FailuresPanel::showEvent(QShowEvent *event)
{
    QTreeWidget::showEvent(event);
    if (m_dirty)
        countNow();
}

void FailuresPanel::countNow()
{
    m_timer.stop();
    if (!m_server || !isVisible())
        return; // still dirty: counted when it is shown
    if (!m_counter.learn(m_server->store(), kErrorsAtOnce)) {
        m_timer.start(0);
        return;
    }
    m_dirty = false;
    ++m_countings;
    QList<FailureGroup> groups = m_counter.groups(m_server->store());
    if (groups == m_groups)
        return;
    m_groups = std::move(groups);
    showGroups();
}

void FailuresPanel::showGroups()
{
    const QTreeWidgetItem *const current = currentItem();
    const QString kept = current ? current->data(0, Qt::UserRole).toString() : QString();
    clear();
    const QLocale locale;
    for (const FailureGroup &group : std::as_const(m_groups)) {
        auto *const item = new QTreeWidgetItem(this);
        const QString message = group.pattern.isEmpty() ? group.code : group.pattern;
        item->setText(0, oneLine(message, 300));
        item->setText(1, locale.toString(group.count));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        const QString name = group.code + u'\n' + group.pattern;
        item->setData(0, Qt::UserRole, name);
        const QString times = m_server ? tr("First %1, last %2").arg(formatTimestamp(group.firstSeen, m_server->clock().now()),
                                                                    formatTimestamp(group.lastSeen, m_server->clock().now()))
                                       : QString();
        // Server text: escaped, so that it is never taken for rich text.
        const QString tip = u"<p>"_s + message.toHtmlEscaped() + u"</p><p>"_s + group.code.toHtmlEscaped() + u"<br>"_s + times + u"</p>"_s;
        item->setToolTip(0, tip);
        item->setToolTip(1, tip);
        //: %1 the message, %2 how many tasks, %3 when
        item->setData(0, Qt::AccessibleTextRole, QVariant(tr("%1, %2 tasks. %3").arg(message, locale.toString(group.count), times)));
        if (name == kept)
            setCurrentItem(item);
    }
}

QSize FailuresPanel::sizeHint() const { return {fontMetrics().averageCharWidth() * 30, fontMetrics().height() * 8}; }

QSize FailuresPanel::minimumSizeHint() const { return {fontMetrics().averageCharWidth() * 12, fontMetrics().height() * 3}; }

} // namespace taskglass
