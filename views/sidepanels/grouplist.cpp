// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sidepanels/grouplist.h"

#include "models/table/format.h"

#include <QHeaderView>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// What makes a group the same one after it was counted again.
QString keyOf(const TaskGroup &group) { return group.value + u'\n' + group.name; }

/// What its tasks have in common, in words.
QString titleOf(const TaskGroup &group)
{
    if (!group.name.isEmpty())
        return group.name;
    return group.value.isEmpty() ? GroupList::tr("No message") : group.value;
}

} // namespace

GroupList::GroupList(QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(u"groupList"_s);
    setAccessibleName(tr("Groups"));
    setAccessibleDescription(tr("Tasks that have something in common. Enter shows the tasks of one."));
    setFrameShape(NoFrame);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setColumnCount(2);
    setHeaderLabels({tr("Group"), tr("Count")});
    setHeaderHidden(true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    const auto choose = [this](QTreeWidgetItem *item) {
        if (const qsizetype at = indexOfTopLevelItem(item); at >= 0 && at < m_groups.largest.size())
            emit groupChosen(m_groups.largest.at(at));
    };
    connect(this, &QTreeWidget::itemClicked, this, choose);
    connect(this, &QTreeWidget::itemActivated, this, choose);
}

void GroupList::setGroups(const TaskGroups &groups, EpochNs now)
{
    if (groups == m_groups)
        return;
    const int at = currentItem() ? indexOfTopLevelItem(currentItem()) : -1;
    const QString kept = at >= 0 && at < m_groups.largest.size() ? keyOf(m_groups.largest.at(at)) : QString();
    const bool wasSelected = currentItem() && currentItem()->isSelected();
    m_groups = groups;
    clear();
    for (const TaskGroup &group : m_groups.largest) {
        addRow(group, now);
        if (keyOf(group) == kept)
            setCurrentItem(topLevelItem(topLevelItemCount() - 1), 0, wasSelected ? QItemSelectionModel::ClearAndSelect : QItemSelectionModel::NoUpdate);
    }
    if (m_groups.others > 0)
        addRest(m_groups.others);
}

void GroupList::addRow(const TaskGroup &group, EpochNs now)
{
    const QString title = titleOf(group);
    const QString count = QLocale().toString(group.count);
    auto *const item = new QTreeWidgetItem(this);
    item->setText(0, oneLine(title, 300));
    item->setText(1, count);
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    item->setSizeHint(0, {0, qMax(spacing::kTarget, fontMetrics().height() + spacing::kInside)});
    QString times;
    if (group.firstSeen != kNoTime)
        times = tr("First %1, last %2").arg(formatTimestamp(group.firstSeen, now), formatTimestamp(group.lastSeen, now));
    QStringList lines {title};
    for (const QString &line : {group.value, times}) {
        if (!line.isEmpty() && line != title)
            lines.append(line);
    }
    const QString tip = plainToolTip(lines.join(u'\n'));
    item->setToolTip(0, tip);
    item->setToolTip(1, tip);
    //: %1 what the tasks have in common, %2 when
    item->setData(0, Qt::AccessibleTextRole, QVariant(tr("%1, %Ln task(s). %2", nullptr, int(group.count)).arg(title, times)));
}

void GroupList::addRest(qint64 others)
{
    auto *const item = new QTreeWidgetItem(this, {tr("… and %Ln smaller group(s)", nullptr, int(others))});
    item->setFlags(Qt::NoItemFlags);
    item->setFirstColumnSpanned(true);
}

} // namespace taskglass
