// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/relatedtab.h"

#include "models/table/format.h"
#include "views/detail/batchitems.h"
#include "views/style/plaintext.h"
#include "views/style/spacing.h"
#include "views/style/statusglyph.h"
#include "views/style/statuswords.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSet>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr int kIdRole = Qt::UserRole;      // of a task to go to
constexpr int kSectionRole = Qt::UserRole + 1;

} // namespace

RelatedTab::RelatedTab(QWidget *parent)
    : DetailTab(parent)
    , m_tree(new QTreeWidget(this))
    , m_none(plainLabel(tr("Nothing loaded is related to this task."), this))
{
    m_tree->setColumnCount(4);
    m_tree->setHeaderLabels({tr("Task"), tr("Type"), tr("Index"), tr("Enqueued")});
    m_tree->setAccessibleName(tr("Related tasks"));
    m_tree->setUniformRowHeights(true);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(0, 190);
    m_tree->header()->resizeSection(1, 150);
    m_tree->header()->resizeSection(2, 90);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::kGroup, spacing::kGroup, spacing::kGroup, spacing::kGroup);
    column->addWidget(m_none);
    column->addWidget(m_tree, 1);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) { activate(item); });
}

void RelatedTab::setTask(const Task &task, WatchedServer &server)
{
    const bool other = task.id != m_task.id || &server != m_server;
    m_task = task;
    m_server = &server;
    // A batch that ended stays as it is; one that runs comes with the polls.
    if (other && !task.batch.isEmpty() && server.status().capabilities.batches)
        server.fetchBatch(task.batch);
    const Relations relations = relationsOf(server.store(), task);
    const std::optional<Batch> batch = task.batch.isEmpty() ? std::nullopt : server.store().batch(task.batch);
    if (!other && relations == m_relations && batch == m_batch)
        return;
    m_relations = relations;
    m_batch = batch;
    rebuild();
}

void RelatedTab::rebuild()
{
    QSet<QString> closed;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        if (!m_tree->topLevelItem(i)->isExpanded())
            closed.insert(m_tree->topLevelItem(i)->data(0, kSectionRole).toString());
    }
    const QTreeWidgetItem *current = m_tree->currentItem();
    const QString currentId = current ? current->data(0, kIdRole).toString() : QString();
    m_tree->clear();

    addBatch();
    if (m_relations.canceledBy)
        addTask(section(u"canceledBy"_s, tr("Canceled by")), *m_relations.canceledBy);
    addGroup(u"canceled"_s, tr("Canceled by this task"), m_relations.canceled);
    if (m_relations.parent)
        addTask(section(u"parent"_s, tr("Part of")), *m_relations.parent);
    addGroup(u"children"_s, tr("Parts of this task"), m_relations.children);
    if (m_relations.previous)
        addTask(section(u"previous"_s, tr("Before it on the same index")), *m_relations.previous);
    if (m_relations.next)
        addTask(section(u"next"_s, tr("After it on the same index")), *m_relations.next);
    addGroup(u"sameFailure"_s, tr("Failed alike"), m_relations.sameFailure);

    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_tree->topLevelItem(i);
        item->setExpanded(!closed.contains(item->data(0, kSectionRole).toString()));
        for (int child = 0; child < item->childCount(); ++child) {
            const QString id = item->child(child)->data(0, kIdRole).toString();
            if (!id.isEmpty() && (id == currentId || !m_tree->currentItem()))
                m_tree->setCurrentItem(item->child(child)); // the first one, until the one from before is found
        }
    }
    m_none->setVisible(m_tree->topLevelItemCount() == 0);
    m_tree->setVisible(m_tree->topLevelItemCount() > 0);
}

QTreeWidgetItem *RelatedTab::section(const QString &id, const QString &title)
{
    auto *item = new QTreeWidgetItem(m_tree, {title});
    QFont font = m_tree->font();
    font.setWeight(QFont::DemiBold);
    item->setFont(0, font);
    item->setFirstColumnSpanned(true);
    item->setData(0, kSectionRole, id);
    return item;
}

void RelatedTab::addTask(QTreeWidgetItem *parent, const RelatedTask &task)
{
    const QString state = stateText(task.state, task.serverState);
    const bool loaded = task.enqueuedAt != kNoTime || !task.type.isEmpty();
    auto *item = new QTreeWidgetItem(parent);
    //: %1 task id, %2 state
    item->setText(0, loaded ? tr("%1  %2").arg(oneLine(task.id, 60), oneLine(state, 40)) : oneLine(task.id, 60));
    if (loaded)
        item->setIcon(0, statusIcon(task.state));
    item->setText(1, oneLine(task.type, 80));
    item->setText(2, oneLine(task.target, 80));
    item->setText(3, formatTimestamp(task.enqueuedAt, m_server->clock().now()));
    item->setData(0, kIdRole, task.id);
    item->setData(0, Qt::AccessibleTextRole, tr("Task %1, %2, %3, %4").arg(task.id, state, task.type, task.target));
}

void RelatedTab::addGroup(const QString &id, const QString &title, const RelatedGroup &group)
{
    if (group.count == 0)
        return;
    const QLocale locale;
    //: %1 title such as "Failed alike", %2 number of tasks
    QTreeWidgetItem *item = section(id, tr("%1 (%2)").arg(title, locale.toString(group.count)));
    for (const RelatedTask &task : group.tasks)
        addTask(item, task);
    if (group.count > group.tasks.size())
        (new QTreeWidgetItem(item, {tr("… and %1 more").arg(locale.toString(group.count - group.tasks.size()))}))->setFirstColumnSpanned(true);
}

void RelatedTab::addBatch()
{
    if (m_task.batch.isEmpty())
        return;
    QTreeWidgetItem *item = section(u"batch"_s, tr("Batch %1").arg(oneLine(m_task.batch, 60)));
    if (m_batch)
        addBatchItems(item, *m_batch, m_server->clock().now());
    else if (m_server && m_server->status().capabilities.batches)
        (new QTreeWidgetItem(item, {tr("Asking the server how far it is…")}))->setFirstColumnSpanned(true);
    if (m_relations.sameBatch.count > 0)
        addGroup(u"sameBatch"_s, tr("Other tasks of batch %1").arg(oneLine(m_task.batch, 60)), m_relations.sameBatch);
}

void RelatedTab::activate(QTreeWidgetItem *item)
{
    const QString id = item->data(0, kIdRole).toString();
    if (!id.isEmpty())
        emit taskActivated(id);
    else
        item->setExpanded(!item->isExpanded());
}

} // namespace taskglass
