// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/summarytab.h"

#include "models/table/format.h"
#include "views/detail/linkbutton.h"
#include "views/detail/linksbox.h"
#include "views/detail/textpane.h"
#include "views/style/plaintext.h"
#include "views/style/spacing.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace taskglass {

SummaryTab::SummaryTab(QWidget *parent)
    : DetailTab(parent)
    , m_page(new QWidget)
    , m_grid(new QGridLayout(m_page))
    , m_links(new LinksBox)
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(spacing::kSection);
    m_grid->setVerticalSpacing(spacing::kInside + 2);
    m_grid->setColumnStretch(1, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto *whole = new QWidget;
    auto *parts = new QVBoxLayout(whole);
    parts->setContentsMargins(spacing::kGroup, spacing::kGroup, spacing::kGroup, spacing::kGroup);
    parts->addWidget(m_page);
    parts->addWidget(m_links);
    parts->addStretch(1);
    scroll->setWidget(whole);
    scroll->setAccessibleName(tr("Summary"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
}

void SummaryTab::setTask(const Task &task, WatchedServer &server)
{
    m_task = task;
    m_server = &server;
    m_links->setLinks(task.links, server);
    tick();
}

void SummaryTab::tick()
{
    if (m_server)
        showFacts(taskFacts(m_task, m_server->status(), m_server->clock().now(), m_server->store().nodes()));
}

void SummaryTab::showFacts(const QList<TaskFact> &facts)
{
    const bool sameRows = std::equal(facts.cbegin(), facts.cend(), m_facts.cbegin(), m_facts.cend(), [](const TaskFact &a, const TaskFact &b) {
        return a.id == b.id && a.label == b.label && a.leadsOn() == b.leadsOn();
    });
    if (!sameRows)
        rebuild(facts);
    for (qsizetype i = 0; i < facts.size(); ++i) {
        const TaskFact &fact = facts.at(i);
        if (sameRows && m_facts.at(i) == fact)
            continue;
        QWidget *value = m_values.at(i);
        value->setToolTip(plainToolTip(fact.toolTip));
        if (auto *link = qobject_cast<LinkButton *>(value)) {
            link->setPlainText(fact.value);
        } else if (auto *label = qobject_cast<QLabel *>(value)) {
            // A selection in progress survives the next tick of other rows, since only changed rows are set.
            label->setText(fact.value);
        }
        //: %1 label, %2 value
        value->setAccessibleName(tr("%1: %2").arg(fact.label, fact.value));
    }
    m_facts = facts;
}

void SummaryTab::follow(const TaskFact &fact)
{
    if (!fact.link.isEmpty())
        emit taskActivated(fact.link);
    else if (!fact.filter.isEmpty())
        emit filterRequested(fact.filter);
    else
        (new TextViewer(tr("Task %1").arg(oneLine(m_task.id, 60)), fact.whole, this))->show();
}

void SummaryTab::rebuild(const QList<TaskFact> &facts)
{
    qDeleteAll(m_page->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    m_values.clear();
    int row = 0;
    for (const TaskFact &fact : facts) {
        QLabel *name = plainLabel(fact.label, m_page);
        name->setForegroundRole(QPalette::PlaceholderText);
        name->setTextInteractionFlags(Qt::NoTextInteraction);
        name->setWordWrap(false);
        m_grid->addWidget(name, row, 0, Qt::AlignTop | Qt::AlignLeading);
        if (!fact.leadsOn()) {
            m_values.append(plainLabel({}, m_page));
            m_grid->addWidget(m_values.last(), row, 1, Qt::AlignTop);
        } else {
            auto *link = new LinkButton(m_page);
            connect(link, &LinkButton::clicked, this, [this, row] { follow(m_facts.at(row)); });
            m_values.append(link);
            m_grid->addWidget(link, row, 1, Qt::AlignTop | Qt::AlignLeading);
        }
        ++row;
    }
    const int rows = std::max(m_grid->rowCount(), row + 1); // setting a stretch adds rows
    for (int i = 0; i < rows; ++i)
        m_grid->setRowStretch(i, i == row ? 1 : 0);
    for (QWidget *child : m_page->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        child->show();
}

} // namespace taskglass
