// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/jsontab.h"

#include "views/detail/findbar.h"
#include "views/detail/jsontreemodel.h"
#include "views/detail/textpane.h"
#include "views/style/icons.h"
#include "views/style/plaintext.h"
#include "views/style/spacing.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QShortcut>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>

namespace taskglass {

JsonTab::JsonTab(QWidget *parent)
    : DetailTab(parent)
    , m_model(new JsonTreeModel(this))
    , m_tree(new QTreeView(this))
    , m_find(new FindBar(tr("Find in the details"), this))
    , m_path(secondaryLabel({}, this))
    , m_empty(plainLabel({}, this))
{
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(tr("Details"));
    m_tree->setUniformRowHeights(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(0, 180);
    m_path->setAccessibleName(tr("Path"));
    m_path->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::kGroup, spacing::kGroup, spacing::kGroup, spacing::kGroup);
    column->setSpacing(spacing::kInside);
    column->addWidget(m_find);
    column->addWidget(m_empty);
    column->addWidget(m_tree, 1);
    column->addWidget(m_path);
    connect(m_find, &FindBar::textChanged, this, [this] { search(true); });
    connect(m_find, &FindBar::nextRequested, this, [this] { step(1); });
    connect(m_find, &FindBar::previousRequested, this, [this] { step(-1); });
    connect(m_tree, &QTreeView::activated, this, &JsonTab::openValue);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &JsonTab::showMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &JsonTab::showPath);
    const auto *copy = new QShortcut(QKeySequence::Copy, m_tree, nullptr, nullptr, Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &JsonTab::copyValue);
}

void JsonTab::setTask(const Task &task, WatchedServer &)
{
    const bool other = task.id != m_id;
    m_id = task.id;
    if (!other && task.details == m_model->text())
        return;
    const QStringList open = other ? QStringList() : openPaths();
    const QString current = other ? QString() : m_tree->currentIndex().data(JsonTreeModel::PathRole).toString();
    m_model->setText(task.details);
    const bool nothing = m_model->rowCount() == 0;
    m_tree->setVisible(!nothing);
    m_find->setVisible(!nothing);
    m_path->setVisible(!nothing);
    m_empty->setVisible(nothing);
    if (m_model->fault())
        m_empty->setText(tr("The details are not JSON: the error is at byte %1. The Raw tab shows what was sent.").arg(*m_model->fault()));
    else
        m_empty->setText(task.details.isEmpty() ? tr("This task has no details.") : tr("The details are empty."));
    if (other)
        m_tree->expandToDepth(0);
    else
        reopen(open, current);
    search(false);
}

QStringList JsonTab::openPaths() const
{
    QStringList paths;
    const std::function<void(const QModelIndex &)> visit = [&](const QModelIndex &parent) {
        for (int row = 0; row < m_model->rowCount(parent); ++row) {
            const QModelIndex at = m_model->index(row, 0, parent);
            if (!m_tree->isExpanded(at))
                continue; // what is closed has never been read: it is not looked into
            paths.append(at.data(JsonTreeModel::PathRole).toString());
            visit(at);
        }
    };
    visit({});
    return paths;
}

void JsonTab::reopen(const QStringList &paths, const QString &current)
{
    const std::function<void(const QModelIndex &)> visit = [&](const QModelIndex &parent) {
        for (int row = 0; row < m_model->rowCount(parent); ++row) {
            const QModelIndex at = m_model->index(row, 0, parent);
            const QString path = at.data(JsonTreeModel::PathRole).toString();
            if (path == current)
                m_tree->setCurrentIndex(at);
            if (!paths.contains(path))
                continue;
            m_tree->expand(at);
            visit(at);
        }
    };
    visit({});
}

void JsonTab::showMenu(const QPoint &at)
{
    const QModelIndex index = m_tree->currentIndex();
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(Icon::Copy), tr("Copy Value"), this, &JsonTab::copyValue);
    menu->addAction(tr("Copy Path"), this, &JsonTab::copyPath);
    menu->addAction(icon(Icon::Document), tr("Open Value…"), this, [this, place = QPersistentModelIndex(index)] { openValue(place); });
    menu->popup(m_tree->viewport()->mapToGlobal(at));
}

void JsonTab::openValue(const QModelIndex &index)
{
    const QModelIndex name = index.siblingAtColumn(0);
    if (!name.isValid())
        return;
    if (m_model->hasChildren(name)) {
        m_tree->setExpanded(name, !m_tree->isExpanded(name));
        return;
    }
    auto *viewer = new TextViewer(name.data(JsonTreeModel::PathRole).toString(), name.data(JsonTreeModel::TextRole).toString(), this);
    viewer->open();
}

void JsonTab::copyValue()
{
    const QModelIndex index = m_tree->currentIndex();
    if (!index.isValid())
        return;
    QGuiApplication::clipboard()->setText(index.data(JsonTreeModel::TextRole).toString());
    emit noticed(tr("Copied the value"));
}

void JsonTab::copyPath()
{
    const QModelIndex index = m_tree->currentIndex();
    if (!index.isValid())
        return;
    QGuiApplication::clipboard()->setText(index.data(JsonTreeModel::PathRole).toString());
    emit noticed(tr("Copied the path"));
}

void JsonTab::search(bool fromStart)
{
    m_matches = m_model->find(m_find->text());
    const auto count = static_cast<qsizetype>(m_matches.size());
    m_current = count == 0 ? -1 : fromStart ? 0 : std::clamp<qsizetype>(m_current, 0, count - 1);
    if (fromStart)
        showMatch();
    else
        m_find->setMatches(m_current, count);
}

void JsonTab::step(int by)
{
    const auto count = static_cast<qsizetype>(m_matches.size());
    if (count == 0)
        return;
    m_current = (m_current + by + count) % count;
    showMatch();
}

void JsonTab::showMatch()
{
    m_find->setMatches(m_current, static_cast<qsizetype>(m_matches.size()));
    if (m_current < 0)
        return;
    const QModelIndex index = m_model->indexAt(m_matches.at(static_cast<std::size_t>(m_current)));
    m_tree->setCurrentIndex(index); // opens what is above it
    m_tree->scrollTo(index, QAbstractItemView::EnsureVisible);
}

void JsonTab::showPath(const QModelIndex &index)
{
    m_path->setText(index.data(JsonTreeModel::PathRole).toString());
}

} // namespace taskglass
