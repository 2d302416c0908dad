// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/taskpane.h"

#include "models/store/taskcolumns.h"
#include "models/store/watchedserver.h"
#include "models/table/tasktablemodel.h"
#include "views/chips/chiprow.h"
#include "views/chips/statusclause.h"
#include "views/filterbar/filterbar.h"
#include "views/states/emptystate.h"
#include "views/states/noticebar.h"
#include "views/states/notices.h"
#include "views/style/spacing.h"
#include "views/tasktable/tasktableview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

TaskPane::TaskPane(TaskTableModel &model, FilterBar &filter, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_filter(filter)
{
    setObjectName(u"taskPane"_s);
    build();
    bind();
}

void TaskPane::build()
{
    m_connection = new NoticeBar(this);
    m_connection->setObjectName(u"connectionBar"_s);
    m_partial = new NoticeBar(this);
    m_partial->setObjectName(u"partialBar"_s);
    m_remark = new NoticeBar(this);
    m_remark->setObjectName(u"remarkBar"_s);
    m_nodes = new NoticeBar(this);
    m_nodes->setObjectName(u"nodesBar"_s);
    m_filterError = new QLabel(this);
    m_filterError->setObjectName(u"filterError"_s);
    m_filterError->setTextFormat(Qt::PlainText);
    m_filterError->setWordWrap(true);
    m_filterError->setContentsMargins(spacing::kGroup, 0, spacing::kGroup, 0);
    m_filterError->hide();
    m_chips = new ChipRow(this);
    m_table = new TaskTableView(m_model, this);
    m_empty = new EmptyState(m_table);

    m_treeButton = new QToolButton(this);
    m_treeButton->setObjectName(u"treeButton"_s);
    m_treeButton->setAutoRaise(true);
    m_treeButton->setFocusPolicy(Qt::TabFocus);
    m_treeButton->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Ignored); // as high as the chips
    m_treeButton->hide();

    auto *const chipMargin = new QHBoxLayout;
    chipMargin->setContentsMargins(spacing::kGroup, 0, spacing::kGroup, 0);
    chipMargin->addWidget(m_chips, 1);
    chipMargin->addWidget(m_treeButton);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, spacing::kInside, 0, 0);
    layout->setSpacing(spacing::kInside);
    layout->addWidget(m_connection);
    layout->addWidget(m_partial);
    layout->addWidget(m_nodes);
    layout->addWidget(m_remark);
    layout->addWidget(m_filterError);
    layout->addLayout(chipMargin);
    layout->addWidget(m_table, 1);
    setTabOrder(m_chips, m_treeButton);
    setTabOrder(m_treeButton, m_table);
}

void TaskPane::bind()
{
    connect(&m_filter, &FilterBar::errorChanged, m_filterError, [this](const QString &sentence) {
        m_filterError->setText(sentence);
        m_filterError->setVisible(!sentence.isEmpty());
    });
    connect(&m_filter, &FilterBar::filterChosen, this, [this](const TaskFilter &filter) {
        m_model.setFilter(filter);
        m_chips->setStates(statesIn(filter));
    });
    connect(m_chips, &ChipRow::statesChosen, this, [this](const QList<TaskState> &states) {
        m_filter.setText(withStates(m_filter.text(), states));
        if (m_server && states.contains(TaskState::Failed))
            m_server->markFailuresSeen();
    });
    connect(&m_model, &TaskTableModel::countsChanged, this, &TaskPane::updateChips);
    connect(&m_model, &TaskTableModel::countsChanged, this, &TaskPane::updateEmptiness);
    connect(&m_model, &TaskTableModel::countsChanged, this, &TaskPane::updateNotices);
    connect(&m_model, &TaskTableModel::scanningChanged, this, &TaskPane::updateEmptiness);
    for (NoticeBar *const bar : {m_connection, m_partial, m_remark, m_nodes})
        connect(bar, &NoticeBar::actionChosen, this, &TaskPane::noticeAction);
    connect(m_empty, &EmptyState::clearFilterRequested, this, [this] {
        m_filter.setText({});
        m_table->setFocus();
    });
    connect(m_empty, &EmptyState::showFinishedRequested, this, [this] {
        m_filter.setText(withStates(m_filter.text(), {TaskState::Succeeded, TaskState::Failed, TaskState::Canceled}));
        m_table->setFocus();
    });
    connect(m_empty, &EmptyState::searchOlderRequested, this, &TaskPane::searchOlderRequested);
}

void TaskPane::setServer(WatchedServer *server)
{
    if (m_server) {
        disconnect(m_server, nullptr, this, nullptr);
        disconnect(&m_server->store(), nullptr, this, nullptr);
    }
    m_server = server;
    m_lastFinishedLooked.invalidate();
    m_filter.setStore(server ? &server->store() : nullptr);
    if (server) {
        connect(server, &WatchedServer::statusChanged, this, &TaskPane::refresh);
        connect(server, &WatchedServer::profileChanged, this, &TaskPane::refresh);
        connect(&server->store(), &TaskStore::nodesChanged, this, &TaskPane::updateNotices);
        connect(server, &WatchedServer::newFailuresChanged, m_chips, &ChipRow::setNewFailures);
        m_chips->setNewFailures(server->newFailures());
    }
    refresh();
}

void TaskPane::setTreeAction(QAction *action)
{
    m_treeButton->setDefaultAction(action);
    fitTreeButton();
}

void TaskPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTreeButton();
}

void TaskPane::fitTreeButton()
{
    m_treeButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const int wanted = m_chips->leastWidth() + 3 * spacing::kGroup + m_treeButton->sizeHint().width();
    if (wanted > width())
        m_treeButton->setToolButtonStyle(Qt::ToolButtonIconOnly);
}

void TaskPane::refresh()
{
    if (!m_server)
        return;
    const ConnectionStatus &status = m_server->status();
    const EpochNs now = m_server->clock().now();
    updateNotices();
    m_table->setStale(isStale(status, now));
    m_table->setCapabilities(status.capabilities);
    m_filter.setCapabilities(status.capabilities);
    m_treeButton->setVisible(bool(status.capabilities.parents));
    updateChips();
    updateEmptiness();
}

void TaskPane::updateNotices()
{
    if (!m_server)
        return;
    const ConnectionStatus &status = m_server->status();
    const ServerProfile &profile = m_server->profile();
    const EpochNs now = m_server->clock().now();
    m_connection->setNotice(connectionNotice(status, profile, now), profile.name);
    // Remarks join the bar that stands there anyway: every bar costs the table a row.
    std::optional<Notice> partial = partialNotice(status);
    std::optional<Notice> remark = remarkNotice(status);
    if (partial)
        partial = joined(partial, std::exchange(remark, std::nullopt));
    remark = joined(remark, housekeepingNotice(status.capabilities, m_model.housekeepingHidden(), m_model.isHousekeepingShown()));
    m_partial->setNotice(partial, profile.name);
    m_remark->setNotice(remark, profile.name);
    m_nodes->setNotice(nodesNotice(m_server->store().nodes()), profile.name);
}

void TaskPane::updateChips()
{
    if (!m_server)
        return;
    // With a filter the server's numbers would count other tasks than the rows below: then the loaded ones are counted, as
    // they are when all is loaded, since they follow each poll while the server is asked for its numbers now and then.
    const QList<TaskState> states = statesIn(m_model.filter());
    const bool onlyStates = m_model.filter().isEmpty()
        || (!states.isEmpty() && m_model.filter().root().kind == FilterNode::Kind::Clause);
    m_chips->setCounts(m_server->status().counts, m_model.chipCounts(),
                       !onlyStates || m_server->status().complete || m_model.housekeepingHidden() > 0);
}

void TaskPane::updateEmptiness()
{
    if (!m_server || m_model.rowCount() > 0 || m_model.isScanning()) {
        m_empty->setEmptiness(std::nullopt);
        return;
    }
    m_empty->setEmptiness(emptinessOf(m_server->status(), m_server->profile(), m_model.filter(), m_server->store().size(),
                                      lastFinishedAt(), m_server->clock().now()));
}

EpochNs TaskPane::lastFinishedAt()
{
    // A pass over all tasks: not with every diff while the table is empty.
    constexpr qint64 kLookAgainMs = 2'000;
    if (m_lastFinishedLooked.isValid() && m_lastFinishedLooked.elapsed() < kLookAgainMs)
        return m_lastFinished;
    m_lastFinishedLooked.start();
    const TaskColumns &columns = m_server->store().columns();
    m_lastFinished = kNoTime;
    for (Slot slot = 0; slot < columns.slotCount(); ++slot) {
        if (columns.isAlive(slot))
            m_lastFinished = std::max(m_lastFinished, columns.finishedAt[slot]);
    }
    return m_lastFinished;
}

} // namespace taskglass
