// SPDX-License-Identifier: GPL-3.0-or-later
// What the detail pane is made of.
#include "views/detail/taskdetailpane.h"

#include "views/detail/detailtabs.h"
#include "views/detail/errortab.h"
#include "views/detail/jsontab.h"
#include "views/detail/rawtab.h"
#include "views/detail/relatedtab.h"
#include "views/detail/summarytab.h"
#include "views/detail/timelinetab.h"
#include "views/style/elidedlabel.h"
#include "views/style/plaintext.h"
#include "views/style/spacing.h"
#include "views/style/statusglyph.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

namespace taskglass {

Ability cancelAbility(const Task &task, const WatchedServer &server)
{
    const Ability &can = server.status().capabilities.cancel;
    if (server.profile().readOnly)
        return Ability::no(TaskDetailPane::tr("The connection %1 is read-only.").arg(server.profile().name));
    if (!can)
        return Ability::no(can.reason.isEmpty() ? TaskDetailPane::tr("This server cannot cancel tasks.") : can.reason);
    if (task.gone)
        return Ability::no(TaskDetailPane::tr("The server no longer lists this task."));
    if (task.cancellable == false)
        return Ability::no(TaskDetailPane::tr("The server says that this task cannot be canceled."));
    if (isFinal(task.state))
        return Ability::no(TaskDetailPane::tr("The task has ended already."));
    if (task.state == TaskState::CancelRequested)
        return Ability::no(TaskDetailPane::tr("Its cancel has been requested already."));
    return Ability::yes();
}

QWidget *TaskDetailPane::makeHeader()
{
    scaleFont(m_title, spacing::kTitleFont, true);
    m_state->setWordWrap(false);
    m_state->setAccessibleName(tr("State"));
    m_glyph->setGlyphSize(spacing::kIcon);
    m_gone->setForegroundRole(QPalette::PlaceholderText);
    m_cancel->setAutoDefault(false);
    m_cancel->setAccessibleName(tr("Cancel Task"));
    m_speed->setAutoDefault(false);
    m_speed->setToolTip(tr("Let this task work faster or slower"));
    m_speed->setAccessibleName(tr("Change Speed"));
    m_speed->hide();

    auto *header = new QWidget;
    auto *titleRow = new QHBoxLayout;
    titleRow->setSpacing(spacing::kGroup);
    titleRow->addWidget(m_glyph);
    titleRow->addWidget(m_state);
    titleRow->addWidget(m_title, 1);
    m_buttons = new QBoxLayout(QBoxLayout::TopToBottom);
    m_buttons->setSpacing(spacing::kInside);
    for (const QList<QWidget *> &some : {QList<QWidget *> {m_cancel, m_speed}, {m_copyCurl, m_follow, m_pin}}) {
        auto *row = new QHBoxLayout;
        row->setSpacing(spacing::kInside);
        for (QWidget *const button : some)
            row->addWidget(button);
        row->addStretch();
        m_buttons->addLayout(row);
    }
    m_header = new QBoxLayout(QBoxLayout::TopToBottom, header);
    m_header->setContentsMargins(0, 0, 0, 0);
    m_header->setSpacing(spacing::kInside);
    m_header->addLayout(titleRow, 1);
    m_header->addLayout(m_buttons);
    return header;
}

void TaskDetailPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeHeader();
}

void TaskDetailPane::arrangeHeader()
{
    const int line = m_buttons->itemAt(0)->minimumSize().width() + spacing::kInside + m_buttons->itemAt(1)->minimumSize().width();
    const int room = width() - 2 * spacing::kGroup;
    // Long words take a second line rather than widen the pane at the table's expense. Below the table there is more width
    // than height: then title and buttons share one.
    m_buttons->setDirection(room >= line ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const int title = m_state->sizeHint().width() + fontMetrics().averageCharWidth() * 28;
    const bool share = room >= line + title;
    m_header->setDirection(share ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

QSize TaskDetailPane::minimumSizeHint() const
{
    const QSize arranged = QWidget::minimumSizeHint();
    const int rows = qMax(m_buttons->itemAt(0)->minimumSize().width(), m_buttons->itemAt(1)->minimumSize().width());
    return {qMin(arranged.width(), qMax(rows, m_tabs->tabBar()->sizeHint().width()) + 2 * spacing::kGroup), arranged.height()};
}

void TaskDetailPane::makeTabs()
{
    m_pages = {new SummaryTab, new ErrorTab, new JsonTab, new TimelineTab, new RawTab, new RelatedTab};
    const std::array<QString, kTabCount> titles {tr("Summary"), tr("Error"), tr("Details"), tr("Timeline"), tr("Raw"), tr("Related")};
    for (int i = 0; i < kTabCount; ++i) {
        DetailTab *tab = m_pages.at(static_cast<std::size_t>(i));
        m_tabs->addTab(tab, titles.at(static_cast<std::size_t>(i)));
        connect(tab, &DetailTab::taskActivated, this, &TaskDetailPane::taskActivated);
        connect(tab, &DetailTab::filterRequested, this, &TaskDetailPane::filterRequested);
        connect(tab, &DetailTab::noticed, this, &TaskDetailPane::noticed);
    }
    connect(m_tabs, &QTabWidget::currentChanged, this, &TaskDetailPane::updateTab);
}

} // namespace taskglass
